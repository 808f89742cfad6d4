"""Makes the tables of the names that the packages of both APIs export: a user imports all classes from there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from generator.config import Config, Facade
from generator.copied import copied
from generator.errors import SchemaError
from generator.output import Tree

SOURCE = "generator/exports.py"


def exports(facade: Facade, wire: Tree, config: Config) -> Tree:
    """Make the table of each API.

    Args:
        facade: The async API, whose folder is beside those of the packages that it rests on.
        wire: The text of each module of the wire layer, by its file name.
        config: The configuration.

    Returns:
        The text of each module, by its path within the package.

    Raises:
        SchemaError: Two modules of the wire layer export the same name.
    """
    homes = {name: f"wire.{module}" for name, module in _of_wire(wire).items()}
    homes |= {name: f"{facade.name}.{module}" for name, module in _of_facade(facade.folder).items()}
    copies = {f"wire/{name}": text for name, text in copied(config).items()}
    for path, home in facade.exports.items():
        file = facade.folder.parent / path
        if path in copies:
            homes |= dict.fromkeys(_public(ast.parse(copies[path])), home)
        elif file.exists():
            homes |= dict.fromkeys(_public(_parsed(file)), home)
    private = {name: path for path, name in facade.private.items() if (facade.folder / path).exists()}
    homes |= {name: f"{facade.name}.{_dotted(path)}" for name, path in private.items()}
    package_doc = (
        f'"""The names that the packages `{facade.blocking}` and `{facade.name}` export. '
        'They load the tables on first use."""\n'
    )
    return {
        "__init__.py": config.head(SOURCE) + package_doc,
        f"{facade.name}.py": _table(facade.name, homes, config),
        f"{facade.blocking}.py": _table(facade.blocking, _of_blocking(facade, homes), config),
    }


def _of_wire(wire: Tree) -> dict[str, str]:
    """Return the modules of the enumerations and TypedDicts: facade and scripts name them in annotations."""
    homes: dict[str, str] = {}
    findings = []
    for file, text in sorted(wire.items()):
        for name in _aliases_and_dicts(ast.parse(text)):
            if name in homes:
                findings.append(f"wire/{file}: {homes[name]} has a {name} too: a package cannot export both")
            homes[name] = _dotted(file)
    if findings:
        raise SchemaError(findings)
    return homes


def _of_facade(facade: Path) -> dict[str, str]:
    """Return the module of each class: the one that defines it, else the first that lists it."""
    modules = {file.stem: _parsed(file) for file in sorted(facade.glob("[!_]*.py"))}
    homes: dict[str, str] = {}
    for module, tree in modules.items():
        for name in _listed(tree):
            homes.setdefault(name, module)
    return homes | {name: module for module, tree in modules.items() for name in _classes(tree)}


def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _public(tree: ast.Module) -> list[str]:
    return _listed(tree) or _classes(tree)


def _classes(tree: ast.Module) -> list[str]:
    return [node.name for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]


def _listed(tree: ast.Module) -> list[str]:
    """Return the classes and types in `__all__`."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return [name for name in ast.literal_eval(node.value) if name[0].isupper()]
    return []


def _aliases_and_dicts(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
            name = ast.unparse(node.target)
        elif isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "TypedDict" for base in node.bases):
            name = node.name
        elif isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("TypedDict("):
            name = ast.unparse(node.targets[0])
        else:
            continue
        if not name.startswith("_") and not name.endswith(("Members", "Options")):  # arguments of our own functions
            yield name


def _dotted(path: str) -> str:
    return path.removesuffix(".py").replace("/", ".")


def _of_blocking(facade: Facade, homes: dict[str, str]) -> dict[str, str]:
    own = f"{facade.name}."
    return {
        name: f"{facade.blocking}.{home.removeprefix(own)}" if home.startswith(own) else home
        for name, home in homes.items()
    }


def _table(api: str, homes: dict[str, str], config: Config) -> str:
    modules = {name: f"{config.package}.{homes[name]}" for name in sorted(homes)}
    imports = "".join(f"    from {module} import {name}\n" for name, module in modules.items()) or "    pass\n"
    return (
        config.head(SOURCE) + f'"""The names that `{config.package}.{api}` exports, and their modules."""\n\n'
        "from __future__ import annotations\n\nfrom typing import TYPE_CHECKING\n\n"
        f"if TYPE_CHECKING:\n{imports}\n"
        "#: The module of each name.\n"
        f"HOMES = {modules!r}\n"
        f"__all__ = {[*modules]!r}\n"
    )
