"""The public names of the Python API, and the objects that they stand for. Nothing is imported."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import griffe
from attrs import define, field

from generator.gate.attrs_init import add_init

PACKAGE = "comodit_client"
APIS = ("api", "aio")
#: The packages that the public classes come from, by the tree that holds them. The sandbox is not part of the API.
TREES = {"generated": ("api", "wire", "_exports"), "handwritten": ("aio", "rest", "config", "disk")}
Home = griffe.Object | griffe.Alias


@define
class Surface:
    """The public names of one version.

    Args:
        package: The package, as griffe loads it.
        folder: The folder that it was loaded from.
        modules: The public modules, as in `api.flavor`.
        names: The objects by their names, as in `api.flavor.Flavor`.
    """

    package: griffe.Module
    folder: Path
    modules: dict[str, griffe.Module] = field(factory=dict)
    names: dict[str, griffe.Object] = field(factory=dict)

    def place(self, file: Path | None) -> str:
        """Return the path of a file in the project.

        Args:
            file: Its path as griffe loaded it.
        """
        if file is None:
            return "?"
        inner = file.relative_to(self.folder / PACKAGE)
        tree = next(tree for tree, parts in TREES.items() if inner.parts[0] in parts)
        return f"{tree}/{PACKAGE}/{inner.as_posix()}"


def load(root: Path) -> Surface:
    """Load the Python API of a version.

    Args:
        root: The folder that holds the trees `generated` and `handwritten`.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        _link(root.resolve(), folder / PACKAGE)
        package = griffe.load(
            PACKAGE,
            search_paths=[folder],
            allow_inspection=False,
            resolve_aliases=True,
            lines_collection=griffe.LinesCollection(),
            modules_collection=griffe.ModulesCollection(),
        )
    assert isinstance(package, griffe.Module)
    surface = Surface(package, folder)
    for api in APIS:
        if api in package.members:
            _collect(surface, api, package[api])
    for item in surface.names.values():
        if isinstance(item, griffe.Class):
            add_init(item)
    return surface


def _link(root: Path, package: Path) -> None:
    # In the checkout the package is spread over two trees; linked together they are one, without the sandbox.
    package.mkdir()
    (package / "__init__.py").touch()
    for tree, parts in TREES.items():
        for part in parts:
            source = root / tree / PACKAGE / part
            if source.is_dir():
                (package / part).symlink_to(source, target_is_directory=True)


def _collect(surface: Surface, path: str, module: griffe.Module) -> None:
    surface.modules[path] = module
    for name, member in _public(surface.package, module):
        found = _resolved(member)
        if found is not None and not found.is_module:
            surface.names[f"{path}.{name}"] = found
    for name, member in module.members.items():
        if isinstance(member, griffe.Module) and not name.startswith("_"):
            _collect(surface, f"{path}.{name}", member)


def _public(package: griffe.Module, module: griffe.Module) -> Iterator[tuple[str, Home]]:
    source, names = module, module.exports
    exports = module.members.get("__all__")
    if isinstance(exports, griffe.Alias):  # `from other import __all__`: griffe leaves that to us
        source = package.modules_collection.get_member(exports.target_path.rpartition(".")[0])
        names = source.exports
    if names is None:
        for name, member in module.members.items():
            if not name.startswith("_") and not member.is_alias:
                yield name, member
        return
    for exported in map(str, names):
        found: Home | None = module.members.get(exported)
        if found is None or isinstance(found, griffe.Module):
            found = source.members.get(exported)
        if found is not None:
            yield exported, found


def _resolved(member: Home) -> griffe.Object | None:
    if not isinstance(member, griffe.Alias):
        return member
    try:
        return member.final_target
    except (griffe.AliasResolutionError, griffe.CyclicAliasError):
        return None  # another package's
