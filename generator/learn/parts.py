"""Drafts the edits of schemas and responses: members, values of enumerations, types, and statuses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.fragments import Document
from generator.learn.bodies import FAILURE, RESPONSE
from generator.learn.evidence import Evidence
from generator.learn.folder import SchemaFolder
from generator.learn.infer import SCALARS, Inference, drafted, json_type, ref
from generator.learn.locate import JSON, VALUES, located, origin, part, response_path, tokens, variants
from generator.learn.names import Names
from generator.learn.samples import is_plain, is_secret_value
from generator.learn.yaml_text import YamlText
from generator.places import Bundle, Place, joined
from generator.runtime.drift import Drift

#: Statuses whose responses have no body.
WITHOUT_BODY = (204, 205, 304)
#: The file and the path in it.
Spot = tuple[str, Place]


class PartDrafts:
    """Drafts the edits that concern parts of the schema.

    Args:
        folder: The files to edit.
        document: The bundle that they make.
        evidence: What was seen.
        names: The names of schemas that are in use.

    Attributes:
        drafted: A line for each edit.
        skipped: A line for each difference that has no edit.
    """

    def __init__(self, folder: SchemaFolder, document: Bundle, evidence: Evidence, names: Names) -> None:
        self._folder = folder
        self._document = document
        self._evidence = evidence
        self._names = names
        self._new_statuses: set[tuple[str, int]] = set()
        self.drafted: list[str] = []
        self.skipped: list[str] = []

    def draft(self) -> None:
        """Edit the files. What is new in a response with a new status is left to the next round."""
        self._statuses()
        self._members()
        self._optional_members()
        self._values()
        self._types()

    def _of_kind(self, kind: str) -> Iterable[tuple[Drift, list[Any]]]:
        return [
            (drift, values)
            for drift, values in self._evidence.differences.items()
            if drift.kind == kind and (drift.operation, drift.status) not in self._new_statuses
        ]

    def _members(self) -> None:
        seen: dict[tuple[str, Place, str], tuple[list[Any], list[str]]] = {}
        for drift, values in self._of_kind("unknown member"):
            wire = tokens(drift.place)[-1]
            spot = None if wire == VALUES else self._object(drift)
            if spot is not None and self._folder.files[spot[0]].value((*spot[1], "properties", wire)) is not None:
                continue  # a report holds it also after it is drafted
            if spot is None:
                self.skipped.append(f"{drift}: its name may be chosen by a user: describe it by hand")
                continue
            found, types = seen.setdefault((*spot, wire), ([], []))
            found += values
            types.append(drift.found)
        for (file, path, wire), (found, types) in seen.items():
            read_only = wire not in self._evidence.sent
            if found:
                inference = Inference(self._names, read_only)
                schema = inference.member(str(path[-1]), wire, found)
                self._folder.add_schemas(file, inference.named)
            else:
                schema = drafted(types, wire, read_only)
            self._text(file, path).add_below((*path, "properties"), wire, schema)
            self._done(file, (*path, "properties", wire), "member")

    def _optional_members(self) -> None:
        spots = {
            (*spot, tokens(drift.place)[-1])
            for drift, _ in self._of_kind("missing member")
            if (spot := self._object(drift)) is not None
        }
        for file, path, wire in sorted(spots, key=str):
            required = self._folder.files[file].value((*path, "required")) or []
            if wire not in required:
                continue
            self._folder.files[file].remove((*path, "required", required.index(wire)))
            identity = ", which identifies the object: check what uses it" if wire == required[0] else ""
            self._done(file, (*path, "required"), f"{wire!r} is optional{identity}")

    def _values(self) -> None:
        for drift, values in self._of_kind("unknown value"):
            names = [value for value in values or [drift.found] if isinstance(value, str)]
            places = [one for path in self._places(drift) for one in variants(self._document, path)]
            places = [path for path in places if "enum" in part(self._document, path)]
            plain = [name for name in names if is_plain(name) and not is_secret_value(name)]
            if not places or not plain or (not values and drift.found in SCALARS):
                self.skipped.append(f"{drift}: the value is not known, or may be data: add it by hand")
                continue
            file, path = origin(self._document, places[0])
            text = self._folder.files[file]
            for name in dict.fromkeys(plain):
                if name not in text.value((*path, "enum")):
                    text.add_item((*path, "enum"), name)
                    self._done(file, (*path, "enum"), f"value {name!r}")

    def _types(self) -> None:
        for drift, values in self._of_kind("other type"):
            found = [json_type(value) for value in values] or [drift.found.partition(" ")[0]]
            if drift.expected == "nothing":
                self._content(drift, values)
                continue
            places = self._places(drift)
            if not places:
                self.skipped.append(f"{drift}: the place is not described: describe it by hand")
                continue
            file, path = origin(self._document, places[0])
            text = self._text(file, path)
            for kind in dict.fromkeys(found):
                if widen(text, path, kind):
                    self._done(file, path, f"type {kind}")

    def _content(self, drift: Drift, values: list[Any]) -> None:
        """Describe the body of a response that was empty so far."""
        response = response_path(self._document, drift)
        if response is None or drift.status in WITHOUT_BODY:
            self.skipped.append(f"{drift}: this status has no body: check how the exchange was recorded")
            return
        file, path = origin(self._document, response)
        text = self._folder.files[file]
        if text.value((*path, "content")) is None:
            schema = self._inferred(file, drift, values)
            text.add_key(path, "content", {JSON: {"schema": schema}})
            self._done(file, path, "content")

    def _statuses(self) -> None:
        for drift, values in self._of_kind("unknown status"):
            file, path = origin(self._document, ("paths", drift.path, drift.method.lower(), "responses"))
            text = self._folder.files[file]
            if text.value((*path, str(drift.status))) is None:
                text.add_key(path, str(drift.status), self._response(file, drift, values))
                self._done(file, path, f"status {drift.status}")
                self._new_statuses.add((drift.operation, drift.status))

    def _response(self, file: str, drift: Drift, values: list[Any]) -> Document:
        if drift.status >= 400 and all(isinstance(value, dict) and "error" in value for value in values):
            return FAILURE
        similar = response_path(self._document, drift)
        content = part(self._document, (*similar, "content")) if similar and drift.status < 300 else None
        if content and values:
            return {"description": RESPONSE, "content": content}
        if not values or drift.status < 300:
            return {"description": RESPONSE}
        return {"description": RESPONSE, "content": {JSON: {"schema": self._inferred(file, drift, values)}}}

    def _inferred(self, file: str, drift: Drift, values: list[Any]) -> Document:
        inference = Inference(self._names)
        tag, _, verb = drift.operation.partition(".")
        schema = inference.value((tag, verb, "result"), values) if values else {}
        self._folder.add_schemas(file, inference.named)
        return schema

    def _places(self, drift: Drift) -> list[Place]:
        return located(self._document, drift, tokens(drift.place))

    def _object(self, drift: Drift) -> Spot | None:
        """Return the place of the object that a member belongs to."""
        owners = located(self._document, drift, tokens(drift.place)[:-1])
        options = [path for owner in owners for path in variants(self._document, owner)]
        options = [path for path in options if "properties" in part(self._document, path)]
        best = next((path for path in options if path[-1] == drift.schema), options[0] if options else None)
        return None if best is None else origin(self._document, best)

    def _text(self, file: str, path: Place) -> YamlText:
        self._folder.write_out(self._document, file, path)
        return self._folder.files[file]

    def _done(self, file: str, path: Place, text: str) -> None:
        self.drafted.append(f"{file}: {joined(path)}: {text}")


def widen(text: YamlText, path: Place, kind: str) -> bool:
    """Allow one more type for a value.

    Args:
        text: The text of the file.
        path: The path of the schema.
        kind: The type.

    Returns:
        Whether an edit was needed.
    """
    schema = text.value(path)
    option: Document = {"type": kind} | ({"items": {}} if kind == "array" else {})
    union = next((key for key in ("anyOf", "oneOf") if key in schema), None)
    if union is not None:
        if option in schema[union]:
            return False
        text.add_item((*path, union), option)
    elif "$ref" in schema:
        text.replace_entry(path, "$ref", "anyOf", [ref(schema["$ref"].rpartition("/")[2]), option])
    else:
        return _widen_type(text, path, kind)
    return True


def _widen_type(text: YamlText, path: Place, kind: str) -> bool:
    schema = text.value(path)
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if not types or kind in types:
        return False
    wider = [one for one in types if (one, kind) != ("integer", "number")] + [kind]
    wider.sort(key=lambda one: one == "null")
    text.replace_entry(path, "type", "type", wider[0] if len(wider) == 1 else wider)
    if kind == "array" and "items" not in schema:
        text.add_key(path, "items", {})
    return True
