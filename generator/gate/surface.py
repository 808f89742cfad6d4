"""The public names of the Python API, and the objects that they stand for. Nothing is imported."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import griffe
from attrs import define, field

from generator.gate.attrs_init import add_init
from generator.gate.layout import Layout

Home = griffe.Object | griffe.Alias


@define
class Surface:
    """The public names of one version.

    Args:
        package: The package, as griffe loads it.
        folder: The folder that it was loaded from.
        layout: The places of its parts.
        modules: The public modules, as in `api.flavor`.
        names: The objects by their names, as in `api.flavor.Flavor`.
    """

    package: griffe.Module
    folder: Path
    layout: Layout
    modules: dict[str, griffe.Module] = field(factory=dict)
    names: dict[str, griffe.Object] = field(factory=dict)

    def place(self, file: Path | None) -> str:
        """Return the path of a file in the project.

        Args:
            file: Its path as griffe loaded it.
        """
        if file is None:
            return "?"
        inner = file.relative_to(self.folder)
        part = inner.relative_to(self.layout.inner).parts[0]
        tree = next(tree for tree, parts in self.layout.trees.items() if part in parts)
        return f"{tree}/{inner.as_posix()}"


def load(root: Path, layout: Layout) -> Surface:
    """Load the Python API of a version.

    Args:
        root: The folder of the version.
        layout: The places of its parts.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        _link(root.resolve(), folder, layout)
        package = griffe.load(
            layout.package,
            search_paths=[folder],
            allow_inspection=False,
            resolve_aliases=True,
            lines_collection=griffe.LinesCollection(),
            modules_collection=griffe.ModulesCollection(),
        )
    assert isinstance(package, griffe.Module)
    surface = Surface(package, folder, layout)
    for api in layout.apis:
        if api in package.members:
            _collect(surface, api, package[api])
    for item in surface.names.values():
        if isinstance(item, griffe.Class):
            add_init(item)
    return surface


def _link(root: Path, folder: Path, layout: Layout) -> None:
    # In the checkout the package is spread over two trees; linked together they are one, without the sandbox.
    package = folder / layout.inner
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    for tree, parts in layout.trees.items():
        for part in parts:
            source = root / tree / layout.inner / part
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
