"""Compares the parameters of operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from generator.diff.log import Log
from generator.diff.part import Part, named
from generator.diff.rules import REQUEST, Directions
from generator.diff.schemas import Schemas
from generator.diff.shape import form

if TYPE_CHECKING:
    from generator.diff.operations import Operation

_DIRECTIONS: Directions = frozenset({REQUEST})
_Key = tuple[str, str]


@frozen
class Parameters:
    """Compares the parameters of operations.

    Args:
        log: Where the changes are reported.
        schemas: Compares their schemas.
    """

    log: Log
    schemas: Schemas

    def compare(self, old: Operation, new: Operation) -> None:
        """Compare the parameters of an operation.

        Args:
            old: The old operation.
            new: The new operation.
        """
        before, after = _parameters(old), _parameters(new)
        fresh = {key: part for key, part in after.items() if key not in before}
        gone = {key: part for key, part in before.items() if key not in after}
        for (where, name), part in gone.items():
            other = _renamed(part, where, gone, fresh)
            if other is None:
                text = f"the {where} parameter {name} was removed"
                self.log.removed("parameter-removed", part, text, place=_place(old, part))
            else:
                text = f"the {where} parameter is called {other[1]} now"
                self.log.added("parameter-renamed", fresh.pop(other), text, True, place=_place(old, part))
        for (where, name), part in fresh.items():
            required = part.target().flag("required")
            text = f"the {where} parameter {name} is new" + (" and required" if required else "")
            kind = "required-parameter-added" if required else "parameter-added"
            self.log.added(kind, part, text, required, place=_place(new, part))
        for key in before.keys() & after.keys():
            self._pair(before[key].target(), after[key].target())

    def _pair(self, old: Part, new: Part) -> None:
        if new.flag("required") and not old.flag("required"):
            self.log.changed("became-required", old, new, "the parameter is required now", True)
        if old.flag("required") and not new.flag("required"):
            self.log.changed("became-optional", old, new, "the parameter may be left out now", False)
        for key in ("style", "explode"):
            if old.value.get(key) != new.value.get(key):
                text = f"{key} is {new.value.get(key)} instead of {old.value.get(key)}"
                self.log.changed(f"{key}-changed", old, new, text, True)
        one, other = _schema(old), _schema(new)
        if one is not None and other is not None:
            self._default(one, other)
            self.schemas.compare(one, other, _DIRECTIONS)

    def _default(self, old: Part, new: Part) -> None:
        was, now = old.target().value.get("default"), new.target().value.get("default")
        if was != now:
            self.log.changed("default-changed", old, new, f"the default is {now} instead of {was}", was is not None)


def _parameters(operation: Operation) -> dict[_Key, Part]:
    found: dict[_Key, Part] = {}
    for part in [*operation.item.entries("parameters"), *operation.part.entries("parameters")]:
        value = part.target().value
        if isinstance(value, dict) and "name" in value:
            where = str(value.get("in"))
            name = str(value["name"])
            found[where, name.lower() if where == "header" else name] = part
    return found


def _renamed(part: Part, where: str, gone: dict[_Key, Part], fresh: dict[_Key, Part]) -> _Key | None:
    wanted = _form(part)
    same = [key for key, other in fresh.items() if key[0] == where and _form(other) == wanted]
    rivals = [key for key, other in gone.items() if key[0] == where and _form(other) == wanted]
    return same[0] if len(same) == 1 and len(rivals) == 1 else None


def _form(part: Part) -> object:
    value = form(part.target().value, {})
    return {key: item for key, item in value.items() if key != "name"}


def _schema(parameter: Part) -> Part | None:
    schema = parameter.get("schema")
    if schema is None:
        media = list(parameter.under("content").values())
        schema = media[0].get("schema") if media else None
    return schema


def _place(operation: Operation, part: Part) -> str:
    return f"{named(operation.part)}.{part.target().value['name']}"
