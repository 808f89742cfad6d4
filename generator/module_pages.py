"""Writes the reference of the Python modules: a page for each module of both APIs and of the wire layer, and indexes.

A page only names the module and its members. The builder of the site reads their docstrings.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen

from generator.config import Config
from generator.markdown import cell
from generator.model import Module
from generator.output import Tree
from generator.reference import rendered

WIRE = "wire"
WIRE_ABOUT = "The modules of the wire layer: a function for each operation, and a typed view for each JSON object."


@frozen
class ModulePage:
    """What a page shows.

    Args:
        package: The package of the module, which is also the folder of the page.
        name: The name of the page.
        module: The module, as an import path.
        members: The names to show.
        summary: The first sentence of its docstring.
        twin: The other API, which has the same module; empty if there is none.
        dicts: The module with the types of its JSON objects, as an import path; empty if there is none.
        dict_names: The names of those.
    """

    package: str
    name: str
    module: str
    members: tuple[str, ...]
    summary: str
    twin: str = ""
    dicts: str = ""
    dict_names: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The heading."""
        return f"{self.package}.{self.name}"


def module_pages(tree: Tree, modules: list[Module], config: Config) -> dict[Path, Tree]:
    """Write the pages.

    Args:
        tree: The text of each file of the generated package, by its path.
        modules: The modules of the wire layer that are built from the schema.
        config: The configuration.

    Returns:
        The text of each page, by its file, for each folder.
    """
    if config.module_pages is None:
        return {}
    homes = {name: _homes(tree[f"_exports/{name}.py"]) for name in _apis(config)}
    found = [page for name in homes for page in _of_api(name, homes[name], tree, config)]
    found += _of_wire(tree, modules, homes, config)
    return {
        config.module_pages.folder / package: _folder(
            package, [page for page in found if page.package == package], config
        )
        for package in (*homes, WIRE)
    }


def _apis(config: Config) -> list[str]:
    return [] if config.facade is None else [config.facade.blocking, config.facade.name]


def _homes(table: str) -> Mapping[str, list[str]]:
    """Return the names that an API exports, by the module that has them."""
    homes = next(
        ast.literal_eval(node.value)
        for node in ast.parse(table).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "HOMES"
    )
    found: dict[str, list[str]] = defaultdict(list)
    for name, module in homes.items():
        found[module].append(name)
    return found


def _of_api(name: str, homes: Mapping[str, list[str]], tree: Tree, config: Config) -> Iterable[ModulePage]:
    twin = next(other for other in _apis(config) if other != name)
    start = f"{config.package}.{name}."
    for module, members in sorted(homes.items()):
        if module.startswith(start):
            text = _text(module.removeprefix(f"{config.package}."), tree, config)
            yield ModulePage(name, module.rpartition(".")[2], module, tuple(members), _summary(text), twin)


def _text(module: str, tree: Tree, config: Config) -> str:
    path = f"{module.replace('.', '/')}.py"
    if path in tree or config.facade is None:
        return tree[path]
    return (config.facade.folder.parent / path).read_text(encoding="utf-8")


def _of_wire(
    tree: Tree, modules: list[Module], homes: Mapping[str, Mapping[str, list[str]]], config: Config
) -> Iterable[ModulePage]:
    exported = next(iter(homes.values()), {})
    for module in modules:
        dicts = f"{config.wire}.dicts.{module.name}"
        yield ModulePage(
            WIRE,
            module.name,
            f"{config.wire}.{module.name}",
            _members(module),
            _first_sentence(module.description),
            dicts=dicts if dicts in exported else "",
            dict_names=tuple(exported.get(dicts, ())),
        )
    for name in config.module_pages.runtime if config.module_pages else ():
        text = tree[f"{WIRE}/{name}.py"]
        classes = [node.name for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]
        members = tuple(one for one in classes if not one.startswith("_"))
        yield ModulePage(WIRE, name, f"{config.wire}.{name}", members, _summary(text))


def _members(module: Module) -> tuple[str, ...]:
    operations = [operation.name for operation in module.operations]
    views = [view.name for view in module.views]
    return (*operations, *views, *(enumeration.name for enumeration in module.enumerations))


def _summary(text: str) -> str:
    return _first_sentence(ast.get_docstring(ast.parse(text)) or "")


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=\.)\s", " ".join(text.split()), maxsplit=1)[0]


def _folder(package: str, pages: list[ModulePage], config: Config) -> Tree:
    pages = sorted(pages, key=lambda page: page.name)
    # A search finds each method once: in the blocking API.
    searched = config.facade is not None and package == config.facade.blocking
    tree = {f"{page.name}.md": rendered("module_page.md.jinja", page=page, searched=searched) for page in pages}
    about = WIRE_ABOUT if package == WIRE else f"The modules of `{config.package}.{package}`."
    rows = [(page, cell(page.summary)) for page in pages]
    return tree | {"index.md": rendered("module_index.md.jinja", package=package, about=about, rows=rows)}
