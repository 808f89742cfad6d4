"""Imports of old modules and names get the modules and names of today."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from comodit_client.upgrade.api import PACKAGE, library, source
from comodit_client.upgrade.guide import advice
from comodit_client.upgrade.scopes import PACKAGES
from comodit_client.upgrade.script import Advice, Edit, Positions

IMPORTS = "import-from-the-current-modules"
MODULE = re.compile(r"from\s+([\w.]+)")


def imports_library(tree: ast.Module) -> bool:
    """Return whether a script imports the library."""
    return any(_is_ours(name) for node in ast.walk(tree) for name in _modules(node))


def rewrite_imports(tree: ast.Module, positions: Positions) -> Iterator[Edit | Advice]:
    """Return the edits of the imports, and advice for those that are not rewritten.

    Args:
        tree: The syntax tree of the script.
        positions: The positions in its text.

    Yields:
        Edits and advice.
    """
    for node in ast.walk(tree):
        if not any(map(_is_ours, _modules(node))):
            continue
        if isinstance(node, ast.ImportFrom):
            yield from _import_names(node, positions)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield from _import_module(tree, node, alias, positions)


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == PACKAGE


def _import_names(node: ast.ImportFrom, positions: Positions) -> Iterator[Edit | Advice]:
    module = str(node.module)
    if source(module) is None and module != PACKAGE:
        yield advice(node.lineno, f"The library has no module {module}.", IMPORTS)
        return
    homes: dict[str, list[str]] = {}
    for alias in node.names:
        home, name = _home(module, alias.name)
        if not _exists(home, name):
            yield advice(alias.lineno, f"The module {module} has no {alias.name}.", IMPORTS)
            return
        local = alias.asname or (alias.name if alias.name != name else None)
        homes.setdefault(home, []).append(f"{name} as {local}" if local else name)
    written = [f"{alias.name} as {alias.asname}" if alias.asname else alias.name for alias in node.names]
    if homes == {module: written}:
        return
    text = positions.text[positions.start(node) : positions.end(node)]
    found = MODULE.match(text)
    if len(homes) == 1 and [*homes.values()] == [written] and found and found.group(1) == module:
        start = positions.start(node)
        yield Edit(start + found.start(1), start + found.end(1), next(iter(homes)))
    elif _is_alone(node, positions) and "#" not in text:
        lines = [f"from {home} import {', '.join(names)}" for home, names in homes.items()]
        between = positions.line_end + positions.before(node)
        yield Edit(positions.start(node), positions.end(node), between.join(lines))
    else:
        names = "; ".join(f"from {home} import {', '.join(names)}" for home, names in homes.items())
        yield advice(node.lineno, f"Import the names from their modules: {names}.", IMPORTS)


def _home(module: str, name: str) -> tuple[str, str]:
    """Return the module and the name to import now."""
    old = library().old_modules
    submodule = f"{module}.{name}"
    # The package has a class under the name of some old modules.
    if submodule in old and not name[0].isupper() and len(targets := {*old[submodule].values()}) == 1:
        package, _, name = targets.pop().rpartition(".")
        return package, name
    if module in old:
        return old[module].get(name, module), name
    return library().old_names.get(module, {}).get(name, (module, name))


def _exists(module: str, name: str) -> bool:
    if module == PACKAGE:
        return name.startswith("__") or source(f"{module}.{name}") is not None
    path = source(module)
    if name == "*" or path is None or source(f"{module}.{name}"):
        return path is not None
    exports = source(f"{PACKAGE}._exports.{module.rpartition('.')[2]}") if module in PACKAGES else None
    return name in _defined(path) | (_defined(exports) if exports else set()) | {"__all__"}


@cache
def _defined(path: Path) -> set[str]:
    """Return all names that a module of the library may have."""
    names = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.alias():
                names.add(node.asname or node.name)
    return names


def _import_module(
    tree: ast.Module, node: ast.Import, alias: ast.alias, positions: Positions
) -> Iterator[Edit | Advice]:
    module = alias.name
    if not _is_ours(module):
        return
    if source(module) is None and module != PACKAGE:
        yield advice(node.lineno, f"The library has no module {module}.", IMPORTS)
        return
    targets = {*library().old_modules.get(module, {}).values()}
    if not targets:
        return
    if len(targets) > 1:
        yield advice(node.lineno, f"Import {' and '.join(sorted(targets))} instead of {module}.", IMPORTS)
        return
    target = targets.pop()
    start = positions.start(alias)
    yield Edit(start, start + len(module), target)
    if alias.asname is None:
        for use in ast.walk(tree):
            if isinstance(use, ast.Attribute) and use.attr == module.rpartition(".")[2] and ast.unparse(use) == module:
                yield positions.name(use, target.rpartition(".")[2])


def _is_alone(node: ast.stmt, positions: Positions) -> bool:
    """Return whether nothing else is on the lines of a statement, except a comment after it."""
    rest = re.match(r"[^\r\n]*", positions.text[positions.end(node) :])
    return not positions.before(node).strip() and rest is not None and rest.group().strip()[:1] in ("", "#")
