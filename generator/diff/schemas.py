"""Compares schemas and their members."""

from __future__ import annotations

from attrs import Factory, define

from generator.diff.log import Log
from generator.diff.part import Part
from generator.diff.rules import BOTH, REQUEST, RESPONSE, Directions, differences
from generator.diff.shape import Shape, form, shape_of
from generator.diff.uses import uses
from generator.places import Place

_PREFIX = "#/components/schemas/"


@define
class Schemas:
    """Compares the schemas of two documents.

    Args:
        old: The old document.
        new: The new document.
        log: Where the changes are reported.
        strict: Whether each schema is treated as one of requests and responses.
    """

    old: Part
    new: Part
    log: Log
    strict: bool = False
    _renamed: dict[str, str] = Factory(dict)
    _uses: dict[str, Directions] = Factory(dict)
    _seen: set[tuple[Place, Place, Directions]] = Factory(set)

    def compare_named(self) -> None:
        """Compare the named schemas. A schema that only one document has is removed, renamed or added."""
        old, new = self.old.under("components", "schemas"), self.new.under("components", "schemas")
        self._uses = uses(self.old)
        for name, directions in uses(self.new).items():
            self._uses[name] = self._uses.get(name, frozenset()) | directions
        self._match(old, new)
        taken = {target.removeprefix(_PREFIX) for target in self._renamed.values()}
        for name, part in old.items():
            target = self._renamed.get(_PREFIX + name, _PREFIX + name).removeprefix(_PREFIX)
            if target not in new:
                self.log.removed("schema-removed", part, "the schema was removed")
                continue
            if target != name:
                self.log.changed("schema-renamed", part, new[target], f"the schema is called {target} now", True)
            self._inside(part, new[target], self._uses.get(name) or BOTH)
        for name in new.keys() - old.keys() - taken:
            self.log.added("schema-added", new[name], "the schema is new")

    def _match(self, old: dict[str, Part], new: dict[str, Part]) -> None:
        # Recursive schemas refer to themselves by their own name, which a renaming changes as well.
        fresh = {name: form(new[name].value, {_PREFIX + name: "itself"}) for name in new.keys() - old.keys()}
        for name in old.keys() - new.keys():
            wanted = form(old[name].value, {_PREFIX + name: "itself"})
            same = [other for other, shape in fresh.items() if shape == wanted]
            if len(same) == 1:
                self._renamed[_PREFIX + name] = _PREFIX + same[0]
                del fresh[same[0]]

    def compare(self, old: Part, new: Part, directions: Directions) -> None:
        """Compare two schemas, each of which may be a reference.

        Args:
            old: The old schema.
            new: The new schema.
            directions: Where the schema is used.
        """
        if self.strict:
            directions = BOTH
        key = (old.path, new.path, directions)
        if key in self._seen:
            return
        self._seen.add(key)
        before, after = shape_of(old), shape_of(new)
        if before.name is not None and after.name is not None:
            self._reference(old, new, before, after, directions)
        else:
            self._values(old, new, before, after, directions)

    def _reference(self, old: Part, new: Part, before: Shape, after: Shape, directions: Directions) -> None:
        wanted = self._renamed.get(_PREFIX + str(before.name), _PREFIX + str(before.name))
        if wanted != _PREFIX + str(after.name):
            same = form(before.part.value, self._renamed) == form(after.part.value, {})
            text = f"the type is {after.name} instead of {before.name}"
            self.log.changed("type-changed", old, new, text, breaking=not same)
        elif ("null" in before.types) != ("null" in after.types):
            self._report(old, new, before, after, directions, only="nullable-changed")

    def _inside(self, old: Part, new: Part, directions: Directions) -> None:
        directions = BOTH if self.strict else directions
        self._values(old, new, shape_of(old), shape_of(new), directions)

    def _report(
        self, old: Part, new: Part, before: Shape, after: Shape, directions: Directions, only: str = ""
    ) -> None:
        for kind, text, breaking in differences(before, after, directions):
            if only in ("", kind):
                self.log.changed(kind, old, new, text, breaking)

    def _values(self, old: Part, new: Part, before: Shape, after: Shape, directions: Directions) -> None:
        self._report(old, new, before, after, directions)
        self._enum(before, after)
        self._members(before, after, directions)
        for one, other in ((before.items, after.items), (before.values, after.values)):
            if one is not None and other is not None:
                self.compare(one, other, directions)
        self._choices(old, new, before, after, directions)

    def _enum(self, before: Shape, after: Shape) -> None:
        if before.enum is None or after.enum is None:
            return
        for value, part in before.enum.items():
            if value not in after.enum:
                self.log.removed("enum-value-removed", part, f"the value {value} was removed")
        for value, part in after.enum.items():
            if value not in before.enum:
                self.log.added("enum-value-added", part, f"the value {value} is new")

    def _choices(self, old: Part, new: Part, before: Shape, after: Shape, directions: Directions) -> None:
        forms = [form(choice.value, {}) for choice in after.choices]
        gone = [choice for choice in before.choices if form(choice.value, self._renamed) not in forms]
        known = [form(choice.value, self._renamed) for choice in before.choices]
        fresh = [choice for choice in after.choices if form(choice.value, {}) not in known]
        if len(gone) == len(fresh) and len(before.choices) == len(after.choices):
            for one, other in zip(gone, fresh, strict=True):
                self.compare(one, other, directions)
            return
        if gone:
            self.log.changed("choice-removed", old, new, "an alternative was removed", REQUEST in directions)
        if fresh:
            self.log.changed("choice-added", old, new, "an alternative was added", RESPONSE in directions)

    def _members(self, before: Shape, after: Shape, directions: Directions) -> None:
        gone = {name: part for name, part in before.properties.items() if name not in after.properties}
        fresh = {name: part for name, part in after.properties.items() if name not in before.properties}
        for name, part in gone.items():
            new_name = self._new_name(part, gone, fresh)
            if new_name is None:
                self.log.removed("member-removed", part, f"the member {name} was removed")
            else:
                text = f"the member is called {new_name} now"
                self.log.changed("member-renamed", part, fresh.pop(new_name), text, True)
        for name, part in fresh.items():
            self._added(name, part, name in after.required, directions)
        for name in before.properties:
            if name in after.properties:
                self._member(name, before, after, directions)

    def _new_name(self, part: Part, gone: dict[str, Part], fresh: dict[str, Part]) -> str | None:
        wanted = form(part.value, self._renamed)
        same = [name for name, other in fresh.items() if form(other.value, {}) == wanted]
        alike = [name for name in same if fresh[name].value.get("description") == part.value.get("description")]
        rivals = [other for other in gone.values() if form(other.value, self._renamed) == wanted]
        if len(alike) == 1 and "description" in part.value:
            return alike[0]
        return same[0] if len(same) == 1 and len(rivals) == 1 else None

    def _added(self, name: str, part: Part, required: bool, directions: Directions) -> None:
        if required and REQUEST in directions and not (part.target().flag("readOnly") and not self.strict):
            self.log.added("required-member-added", part, f"the member {name} is new and required", breaking=True)
        else:
            self.log.added("member-added", part, f"the member {name} is new")

    def _member(self, name: str, before: Shape, after: Shape, directions: Directions) -> None:
        old, new = before.properties[name], after.properties[name]
        was, now = old.target(), new.target()
        if now.flag("readOnly") and not was.flag("readOnly"):
            text = "the member cannot be written any longer"
            self.log.changed("became-read-only", old, new, text, REQUEST in directions)
        if now.flag("writeOnly") and not was.flag("writeOnly"):
            text = "the member is not returned any longer"
            self.log.changed("became-write-only", old, new, text, RESPONSE in directions)
        if not self.strict:
            directions -= {REQUEST} if now.flag("readOnly") else set()
            directions -= {RESPONSE} if now.flag("writeOnly") else set()
        self._required(old, new, name in before.required, name in after.required, directions)
        self._python_names(old, new)
        self.compare(old, new, directions)

    def _required(self, old: Part, new: Part, was: bool, now: bool, directions: Directions) -> None:
        if now and not was:
            self.log.changed("became-required", old, new, "the member is required now", REQUEST in directions)
        if was and not now:
            text = "the member may be absent now"
            self.log.changed("became-optional", old, new, text, RESPONSE in directions)

    def _python_names(self, old: Part, new: Part) -> None:
        for key in ("x-python-name", "x-python-alias", "x-python-datetime"):
            was, now = old.get(key), new.get(key)
            if (was and was.value) != (now and now.value):
                text = f"{key} is {now.value if now else 'not set'} instead of {was.value if was else 'not set'}"
                dated = key == "x-python-datetime" and old.value.get("format") != new.value.get("format")
                breaking = was is not None or not (key == "x-python-alias" or dated)
                self.log.changed("python-name-changed", old, now or new, text, breaking)
