"""Drafts the bodies of the requests and responses of an operation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.exchanges import Exchange
from generator.fragments import Document
from generator.learn.folder import SchemaFolder
from generator.learn.homes import Home
from generator.learn.infer import Inference, ref
from generator.learn.locate import JSON
from generator.learn.names import Names, pascal_case, singular
from generator.learn.samples import sample
from generator.runtime.drift_values import ABSENT

RESPONSE = "Observed; its meaning is unknown."
FAILURE = {"$ref": "#/components/responses/Failure"}
PAGE = frozenset({"count", "offset", "total", "items"})


class Bodies:
    """Drafts bodies.

    Args:
        folder: The files to edit.
        names: The names of schemas that are in use.
    """

    def __init__(self, folder: SchemaFolder, names: Names) -> None:
        self._folder = folder
        self._names = names

    def described(self, home: Home, verb: str, exchanges: Sequence[Exchange]) -> Document:
        """Describe what was sent and returned. New schemas are added to the fragment.

        Args:
            home: The fragment.
            verb: The verb of the operation.
            exchanges: The requests and responses.

        Returns:
            The keys `requestBody`, if there was a body, and `responses`.
        """
        good = [exchange for exchange in exchanges if 200 <= exchange.status < 300]
        sent = [exchange.request for exchange in exchanges if exchange.request is not ABSENT]
        returned = [exchange.response for exchange in good if exchange.response is not ABSENT]
        subject = pascal_case(singular(home.subject))
        name = subject if verb in ("list", "get", "create", "update", "change") else f"{subject}{pascal_case(verb)}"
        content = self._response_content(home, name, good, returned, bool(sent))
        found: Document = {}
        if sent:
            schema = self._schema(home, f"{name}Input" if returned and not _alike(sent, returned) else name, sent, True)
            found["requestBody"] = {"required": True, "content": {JSON: {"schema": schema}}}
        statuses = sorted({exchange.status for exchange in good}) or [200]
        described = {"description": RESPONSE} | ({"content": content} if content else {})
        responses = {str(status): {"description": RESPONSE} if status == 204 else described for status in statuses}
        others = sorted({exchange.status for exchange in exchanges} - set(statuses))
        responses |= {str(status): FAILURE if status >= 400 else {"description": RESPONSE} for status in others}
        return found | {"responses": responses}

    def _response_content(
        self, home: Home, name: str, good: Sequence[Exchange], returned: list[Any], is_sent: bool
    ) -> Document:
        if returned:
            return {JSON: {"schema": self._returned(home, name, returned, is_sent)}}
        kinds = {exchange.content_type for exchange in good if exchange.status != 204} - {"", JSON}
        if not kinds:
            return {}
        if all(kind.startswith("text/plain") for kind in kinds):
            return {"text/plain": {"schema": {"type": "string", "examples": ["text"]}}}
        return {"application/octet-stream": {"schema": {"type": "string", "format": "binary", "examples": ["content"]}}}

    def _returned(self, home: Home, name: str, values: list[Any], is_sent: bool) -> Document:
        if not all(isinstance(value, dict) and isinstance(value.get("items", []), list) for value in values):
            return self._schema(home, name, values, is_sent)
        items = [item for value in values for item in value.get("items", [])]
        if not all(PAGE >= value.keys() >= {"count"} for value in values) or not all(
            isinstance(item, dict) for item in items
        ):
            return self._schema(home, name, values, is_sent)
        if not any(items):
            return {"type": "object", "examples": [sample(values, secret=False)]}
        element = self._schema(home, name, [item for item in items if item], is_sent)["$ref"].rpartition("/")[2]
        lists = self._folder.files[home.file].value(("components", "schemas")) or {}
        known = next((key for key, schema in lists.items() if schema.get("x-list-of") == element), None)
        if known is None:
            known = self._names.schema(f"{element}List")
            self._folder.add_schemas(home.file, {known: {"x-list-of": element}})
        return ref(known)

    def _schema(self, home: Home, name: str, values: Sequence[Any], is_sent: bool) -> Document:
        """Return the schema of a body: one of the fragment that has the same members, or a new one."""
        if values and all(isinstance(value, dict) for value in values):
            keys = {key for value in values for key in value}
            schemas: Document = self._folder.files[home.file].value(("components", "schemas")) or {}
            for known, schema in schemas.items():
                if _fits(keys, schema, known == name):
                    return ref(known)
        inference = Inference(self._names, read_only=not is_sent)
        found = inference.value((name,), values)
        self._folder.add_schemas(home.file, inference.named)
        return found


def _fits(keys: set[str], schema: Document, is_own: bool) -> bool:
    members = schema.get("properties", {}).keys()
    if not keys:
        return False
    if is_own:  # a later round adds the members that it lacks
        return len(keys & members) * 2 >= len(keys)
    return len(keys) > 1 and keys <= members and keys >= set(schema.get("required", ()))


def _alike(sent: Sequence[Any], returned: Sequence[Any]) -> bool:
    """Return whether requests and responses describe the same object."""
    if not all(isinstance(value, dict) for value in (*sent, *returned)):
        return False
    keys = {key for value in sent for key in value}
    return len(keys & {key for value in returned for key in value}) * 2 >= len(keys)
