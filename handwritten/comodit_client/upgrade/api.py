"""What the library offers, and what was renamed in it. Read from its source, so that no list is kept twice."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import comodit_client
from comodit_client.upgrade.errors import UpgradeException

PACKAGE = "comodit_client"
API = f"{PACKAGE}.api"
#: The first words of a module that only exists for old imports. The generator writes them, from generator.toml.
OLD_MODULE = "Old import path of scripts for the original client."
#: The start of a function or a property whose name is in camelCase.
CAMEL_CASE = re.compile(rb"\bdef [a-z]+[A-Z]")
#: It calls any path, and has the names of HTTP for its arguments.
OTHER_CLASSES = {"HttpClient"}


@dataclass
class Method:
    """A method of the library, with what callers see of it."""

    node: ast.FunctionDef
    arguments: set[str]
    renamed: dict[str, str]

    @property
    def returns(self) -> str:
        """The class of the result, if it has one name."""
        return _name(self.node.returns)

    def position(self, name: str) -> int | None:
        """Return how many positional arguments come before one, without `self`."""
        names = [argument.arg for argument in self.node.args.args[1:]]
        return names.index(name) if name in names else None


@dataclass
class Library:
    """The names of the library that scripts use."""

    #: For each old module, the module that has each name now.
    old_modules: dict[str, dict[str, str]] = field(default_factory=dict)
    #: For each module, the names that it has only for old scripts: the module and the name to import.
    old_names: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    #: The methods by name.
    methods: dict[str, list[Method]] = field(default_factory=dict)
    #: The names in camelCase that exist in snake case as well.
    old_members: dict[str, str] = field(default_factory=dict)

    def new_argument(self, method: str, argument: str) -> str | None:
        """Return the new name of an argument, if the method renames it in any class."""
        names = {found.renamed[argument] for found in self._named(method) if argument in found.renamed}
        return min(names, default=None)

    def is_ambiguous(self, method: str, argument: str) -> bool:
        """Return whether the argument has another meaning in a class that has the method, too."""
        return any(argument in found.arguments for found in self._named(method)) or (
            len({found.renamed[argument] for found in self._named(method) if argument in found.renamed}) > 1
        )

    def timeout_position(self, method: str) -> int | None:
        """Return the least number of positional arguments that include the timeout, if the method is a wait."""
        if not method.startswith("wait"):
            return None
        positions = [found.position("timeout") for found in self._named(method)]
        return min((position for position in positions if position is not None), default=None)

    def returns_text(self, method: str) -> bool:
        """Return whether the method returns `str` in every class that has it."""
        return {found.returns for found in self._named(method)} == {"str"}

    def _named(self, method: str) -> list[Method]:
        return self.methods.get(method, [])


@cache
def library() -> Library:
    """Read the library.

    Returns:
        Its names.

    Raises:
        UpgradeException: The source of the library is not installed.
    """
    found = Library()
    options: dict[str, set[str]] = {}
    files = {name: path for part in ("wire.dicts", "wire", "api") for name, path in _files(part).items()}
    texts = {name: path.read_bytes() for name, path in files.items()}
    trees = {name: ast.parse(text) for name, text in texts.items() if not _is_view(name) or CAMEL_CASE.search(text)}
    if not trees:
        raise UpgradeException("Cannot read the source of the library. Install the package again, with its .py files.")
    classes = [(name, node) for name, tree in trees.items() for node in tree.body if isinstance(node, ast.ClassDef)]
    for name, node in classes:
        if ".dicts." in name:
            options[node.name] = _members(node).union(*(options.get(_name(base), set()) for base in node.bases))
        else:
            _add_class(found, node, options)
    for name, tree in trees.items():
        if name.startswith(API):
            _add_module(found, name, tree)
    return found


@cache
def source(module: str) -> Path | None:
    """Return the source file of a module of the library.

    Args:
        module: The full name of the module.
    """
    inside = module.split(".")[1:]
    for root in comodit_client.__path__:
        path = Path(root, *inside)
        for candidate in (path / "__init__.py", path.with_suffix(".py") if inside else path):
            if candidate.is_file():
                return candidate
    return None


def _files(part: str) -> dict[str, Path]:
    """Return the files of a part of the library by the names of their modules."""
    found: dict[str, Path] = {}
    for root in map(Path, comodit_client.__path__):
        folder = root.joinpath(*part.split("."))
        for path in sorted(folder.rglob("*.py") if part == "api" else folder.glob("*.py")):
            name = ".".join([PACKAGE, *path.relative_to(root).with_suffix("").parts])
            found.setdefault(name.removesuffix(".__init__"), path)
    return found


def _is_view(name: str) -> bool:
    """Return whether a module has views, of which only the members in camelCase matter here."""
    return name.startswith(f"{PACKAGE}.wire.") and ".dicts" not in name


def _members(node: ast.ClassDef) -> set[str]:
    return {
        line.target.id for line in node.body if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
    }


def _add_class(found: Library, node: ast.ClassDef, options: dict[str, set[str]]) -> None:
    functions = [line for line in _inside(node) if isinstance(line, ast.FunctionDef)]
    names = {function.name for function in functions}
    for function in functions:
        decorators = {_name(each): each for each in function.decorator_list}
        in_snake_case = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", function.name).lower()
        if in_snake_case != function.name and in_snake_case in names:
            found.old_members[function.name] = in_snake_case
        if decorators.keys() & {"overload", "property", "setter"} or node.name in OTHER_CLASSES:
            continue
        renamed = decorators.get("renamed")
        method = Method(
            function,
            _arguments(function, options),
            {str(each.arg): ast.literal_eval(each.value) for each in renamed.keywords}
            if isinstance(renamed, ast.Call)
            else {},
        )
        found.methods.setdefault(function.name, []).append(method)


def _inside(node: ast.ClassDef) -> Iterator[ast.stmt]:
    for line in node.body:
        yield line
        if isinstance(line, ast.If):  # if TYPE_CHECKING
            yield from line.orelse


def _name(node: ast.expr | None) -> str:
    """Return the last name of an expression such as `deprecated("...")` or `module.Class`."""
    if isinstance(node, ast.Call):
        return _name(node.func)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _arguments(function: ast.FunctionDef, options: dict[str, set[str]]) -> set[str]:
    names = {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
    if function.args.kwarg and isinstance(function.args.kwarg.annotation, ast.Subscript):  # Unpack[HostOptions]
        names |= options.get(_name(function.args.kwarg.annotation.slice), set())
    return names


def _add_module(found: Library, name: str, tree: ast.Module) -> None:
    imports = [line for line in tree.body if isinstance(line, ast.ImportFrom) and line.module]
    if (ast.get_docstring(tree) or "").startswith(OLD_MODULE):
        found.old_modules[name] = {alias.name: str(line.module) for line in imports for alias in line.names}
        return
    exported = public_names(tree) - _names_of_both(name)
    for line in imports:
        for alias in line.names:
            if alias.asname in exported and alias.asname != alias.name:
                found.old_names.setdefault(name, {})[alias.asname] = (str(line.module), alias.name)


def _names_of_both(name: str) -> set[str]:
    """Return the public names that the async API has in the same module. It has none that only old scripts need."""
    counterpart = source(name.replace(API, f"{PACKAGE}.aio", 1))
    return public_names(ast.parse(counterpart.read_bytes())) if counterpart else set()


def public_names(tree: ast.Module) -> set[str]:
    """Return the names in `__all__` of a module."""
    for line in tree.body:
        if isinstance(line, ast.Assign) and _name(line.targets[0]) == "__all__" and isinstance(line.value, ast.List):
            return {
                name.value for name in line.value.elts if isinstance(name, ast.Constant) and isinstance(name.value, str)
            }
    return set()
