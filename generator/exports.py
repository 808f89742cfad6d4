"""Makes the tables of the names that the packages of both APIs export: a user imports all classes from there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from generator.errors import SchemaError
from generator.output import Tree
from generator.render import HEADER

#: Modules below the facade, and private ones in it, whose public classes are exported as well.
OTHERS = ("rest/drift.py", "rest/failed_part.py", "rest/options.py")
#: For type checkers, the facade has its own kinds of some exceptions.
EXCEPTIONS = "rest/exceptions.py"
PRIVATE = {"_client/options.py": "ClientOptions", "_shared/waiting.py": "PollResult"}
PACKAGE_DOC = '"""The names that the packages `api` and `aio` export. They load the tables on first use."""\n'


def exports(facade: Path, wire: Tree) -> Tree:
    """Make the table of each API.

    Args:
        facade: The folder of the async facade, beside those of the packages that it rests on.
        wire: The text of each module of the wire layer, by its file name.

    Returns:
        The text of each module, by its path within the package.

    Raises:
        SchemaError: Two modules of the wire layer export the same name.
    """
    homes = {name: f"wire.{module}" for name, module in _of_wire(wire).items()}
    homes |= {name: f"aio.{module}" for name, module in _of_facade(facade).items()}
    others = {path: facade.parent / path for path in OTHERS if (facade.parent / path).exists()}
    homes |= {name: _dotted(path) for path, file in others.items() for name in _public(_parsed(file))}
    if (facade.parent / EXCEPTIONS).exists():
        homes |= dict.fromkeys(_public(_parsed(facade.parent / EXCEPTIONS)), "aio.exceptions")
    homes |= {name: f"aio.{_dotted(path)}" for path, name in PRIVATE.items() if (facade / path).exists()}
    tables = {f"{api}.py": _table(api, {n: _in(api, home) for n, home in homes.items()}) for api in ("aio", "api")}
    return {"__init__.py": HEADER.format(source="generator/exports.py") + PACKAGE_DOC} | tables


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


def _in(api: str, home: str) -> str:
    return f"{api}.{home.removeprefix('aio.')}" if home.startswith("aio.") else home


def _table(api: str, homes: dict[str, str]) -> str:
    names = sorted(homes)
    imports = (
        "    pass\n"
        if not names
        else "".join(f"    from comodit_client.{homes[name]} import {name}\n" for name in names)
    )
    return (
        HEADER.format(source="generator/exports.py")
        + f'"""The names that `comodit_client.{api}` exports, and their modules."""\n\n'
        "from __future__ import annotations\n\nfrom typing import TYPE_CHECKING\n\n"
        f"if TYPE_CHECKING:\n{imports}\n"
        "#: The module of each name.\n"
        f"HOMES = { {name: f'comodit_client.{homes[name]}' for name in names}!r}\n"
        f"__all__ = {names!r}\n"
    )
