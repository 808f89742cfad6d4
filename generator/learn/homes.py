"""Chooses the fragment that an operation belongs to, or starts a new one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import frozen

from generator.bundle import operations
from generator.learn.folder import SchemaFolder
from generator.names import snake_case
from generator.places import Bundle

OWNER = "{owner}"


@frozen
class Home:
    """The fragment of an operation.

    Args:
        file: The file's name.
        tag: The tag of the operation.
        collection: The last literal segment of the paths that the tag begins with.
        owner: The path that `{owner}` stands for; None if the fragment has no mounts.
    """

    file: str
    tag: str
    collection: str = ""
    owner: str | None = None

    @property
    def is_mounted(self) -> bool:
        """Whether the fragment describes a family of paths."""
        return self.owner is not None

    @property
    def subject(self) -> str:
        """The name of what the paths are about; in a family, without that of the owner."""
        return self.tag.rpartition("_")[2] if self.is_mounted else self.tag

    def source(self, path: str) -> str:
        """Return a path as the fragment writes it.

        Args:
            path: The path in the bundle.
        """
        return path if self.owner is None else OWNER + path.removeprefix(self.owner)

    def is_same(self, other: Home, path: str, others: str) -> bool:
        """Return whether two paths are the same in the fragment, as those of the owners of a family are.

        Args:
            other: The home of the other path.
            path: The path of this home.
            others: The other path.
        """
        return self.file == other.file and self.source(path) == other.source(others)


class Homes:
    """The fragments.

    Args:
        folder: The files.
        document: The bundle that they make.
        reserved: The names that no module of the wire layer may have.
    """

    def __init__(self, folder: SchemaFolder, document: Bundle, reserved: Collection[str]) -> None:
        self._folder = folder
        self._reserved = reserved
        self._document = document
        self._new: dict[tuple[str, ...], Home] = {}

    def of(self, method: str, path: str, others: Sequence[str], is_list: bool) -> Home:
        """Return the fragment that an operation belongs to. A new collection gets a new fragment.

        Args:
            method: The method of the operation.
            path: Its path.
            others: The paths of all new operations.
            is_list: Whether a response is a list.
        """
        parts = segments(path)
        for start, home in self._new.items():
            if tuple(parts[: len(start)]) == start:
                return home
        known = [(segments(one), one, verb, operation) for one, verb, operation in operations(self._document)]
        nearest = max(known, key=lambda one: _nearness(one[0], parts), default=None)
        length = 0 if nearest is None else _common(nearest[0], parts)
        rest = parts[length:]
        following = any(
            segments(other)[: length + 1] == parts[: length + 1] and len(segments(other)) > length + 1
            for other in others
        )
        is_collection = len(rest) > 1 or following or is_list or path.endswith("/")
        is_new = bool(rest) and not rest[0].startswith(("_", "{")) and is_collection
        if nearest is None or length == 0 or is_new:
            return self._started(parts[: length + 1])
        _, one, verb, operation = nearest
        file, place = self._document.origins["paths", one, verb]
        source = str(place[1])
        owner = one.removesuffix(source.removeprefix(OWNER)) if source.startswith(OWNER) else None
        home = Home(file, operation["tags"][0], owner=owner)
        return self._started(parts) if self._is_taken(home, method.lower(), path) else home

    def _is_taken(self, home: Home, method: str, path: str) -> bool:
        """Return whether an owner of the family has the operation already, described elsewhere."""
        owners = [mount["owner"] for mount in self._folder.files[home.file].value(("x-mounts",)) or ()]
        below = home.source(path).removeprefix(OWNER)
        return home.is_mounted and any(method in self._document["paths"].get(owner + below, {}) for owner in owners)

    def _started(self, start: list[str]) -> Home:
        literals = [part for part in start if not is_parameter(part)] or ["root"]
        collection = snake_case(literals[-1].strip("_")).strip("_") or "root"
        tag = self._free(
            [collection, *(f"{singular_of(part)}_{collection}" for part in reversed(start) if part != start[-1])]
        )
        description = f"Observed: the {tag.replace('_', ' ')}, whose purpose is unknown."
        self._folder.add_file(f"{tag}.yaml", {"tag": {"name": tag, "description": description}})
        home = Home(f"{tag}.yaml", tag, collection)
        self._new[tuple(start)] = home
        return home

    def _free(self, wanted: list[str]) -> str:
        taken = {*self._reserved, *(tag["name"] for tag in self._document["tags"])}
        taken |= {name.removesuffix(".yaml") for name in self._folder.files}
        options = [*wanted, *(f"{wanted[0]}_{number}" for number in range(2, 100))]
        return next(name for name in options if name not in taken and name.isidentifier())


def segments(path: str) -> list[str]:
    """Return the segments of a path.

    Args:
        path: The path.
    """
    return [part for part in path.split("/") if part]


def is_parameter(part: str) -> bool:
    """Return whether a segment is a parameter.

    Args:
        part: The segment.
    """
    return part.startswith("{")


def singular_of(part: str) -> str:
    """Return the word that a segment adds to the name of a collection below it.

    Args:
        part: The segment, such as `{host}`.
    """
    return snake_case(part.strip("{}_"))


def _nearness(known: list[str], parts: list[str]) -> tuple[int, int, bool]:
    # Of two paths below the same collection, that of its members is nearer than that of an action.
    return _common(known, parts), -len(known), is_parameter((known or [""])[-1])


def _common(one: list[str], other: list[str]) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
