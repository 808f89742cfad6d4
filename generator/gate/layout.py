"""The places of the compared parts in a version of the project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from generator.config import Config


@frozen
class Layout:
    """The places of the compared parts. All paths are relative to the project's folder.

    Args:
        package: The name of the package.
        schema: The folder of the schema.
        bundle: The file that holds the whole schema.
        apis: The names of the blocking and the async API; empty if the package has no facade.
        trees: The sub-packages that the public classes come from, by the folder that holds the package.
    """

    package: str
    schema: str
    bundle: str
    apis: tuple[str, ...]
    trees: Mapping[str, tuple[str, ...]]

    @property
    def inner(self) -> Path:
        """The package's folder in a tree."""
        return Path(*self.package.split("."))


def layout(config: Config) -> Layout:
    """Return the layout of a project.

    Args:
        config: The configuration of its generated package.
    """

    def inside(path: Path) -> str:
        return path.relative_to(config.root).as_posix()

    schema, bundle = inside(config.schema), inside(config.folder / "schema" / f"{config.bundle}.json")
    facade = config.facade
    if facade is None:
        return Layout(config.package, schema, bundle, (), {})
    tree = facade.folder.parents[len(config.package.split("."))]
    trees = {
        inside(config.output): (facade.blocking, "wire", "_exports"),
        inside(tree): (facade.name, *facade.beside),
    }
    return Layout(config.package, schema, bundle, (facade.blocking, facade.name), trees)
