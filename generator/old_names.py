"""Adds the modules and names that an earlier client had, for old scripts. Only the blocking API gets them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.config import Config, Facade
from generator.output import Tree

FUTURE = "from __future__ import annotations\n"
#: Loading a module sets it as an attribute of its package, which would hide the class of the same name there.
PACKAGE = """
#: Modules of the original client that are named like a class: the package keeps the class under that name.
HIDDEN = {names}


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        if name not in HIDDEN:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
"""


def add(files: Tree, facade: Facade, config: Config) -> Tree:
    """Add the old modules and names to the blocking API.

    Args:
        files: The text of each derived module, by its path within the package.
        facade: The async API, with the old modules and names.
        config: The configuration.

    Returns:
        The files with the old modules added, and with the old names added to existing modules.
    """
    head = config.head(config.file)
    old = {
        f"{module}.py": head + _module(names)
        for module, names in facade.old_modules.items()
        if _homes(names) <= files.keys()
    }
    changed = {
        f"{module}.py": _with_names(files[f"{module}.py"], names)
        for module, names in facade.old_names.items()
        if f"{module}.py" in files
    }
    hidden = tuple(sorted(module for module in facade.old_modules if module[0].isupper()))
    package = {"__init__.py": _with_hidden(files["__init__.py"], hidden)} if hidden and "__init__.py" in files else {}
    return files | changed | old | package


def _homes(names: Mapping[str, str]) -> set[str]:
    return {f"{target.split('.')[-2]}.py" for target in names.values()}


def _module(names: Mapping[str, str]) -> str:
    homes = sorted(f"`{home.removesuffix('.py')}`" for home in _homes(names))
    doc = f'"""Old import path of scripts for the original client. Use {" and ".join(homes)} instead."""'
    return f"{doc}\n\n{_imports(names)}\n__all__ = {sorted(names)!r}\n"


def _with_names(text: str, names: Mapping[str, str]) -> str:
    text = text.replace(FUTURE, f"{FUTURE}\n{_imports(names)}", 1)
    return text.replace("__all__ = [", "__all__ = [" + "".join(f"{name!r}, " for name in names), 1)


def _with_hidden(text: str, hidden: tuple[str, ...]) -> str:
    imports = "import sys\nfrom types import ModuleType\n"
    return text.replace(FUTURE, f"{FUTURE}\n{imports}", 1) + PACKAGE.format(names=hidden)


def _imports(names: Mapping[str, str]) -> str:
    lines = []
    for name, target in names.items():
        module, _, current = target.rpartition(".")
        lines.append(f"from {module} import {current}" + (f" as {name}" if name != current else ""))
    return "".join(f"{line}\n" for line in lines)
