"""The operations of the schema, as assertions name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from comodit_client.sandbox.errors import bad_request

Schema = Mapping[str, Any]
_METHODS = frozenset({"get", "put", "post", "delete", "patch"})


class Catalog:
    """The operations of the schema.

    Args:
        document: The schema.

    Attributes:
        operations: Their descriptions by operationId.
    """

    def __init__(self, document: Schema) -> None:
        self._document = document
        self.operations: dict[str, Schema] = {}
        self._paths: dict[str, str] = {}
        for path, item in document["paths"].items():
            for method in _METHODS & item.keys():
                self.operations[item[method]["operationId"]] = item[method]
                self._paths[item[method]["operationId"]] = path

    def check(self, operation: str, members: Iterable[str]) -> None:
        """Check that an operation exists, and that its requests can have some members.

        Raises:
            ApiError: The operation does not exist, or a member is neither in its path, its body nor its query.
        """
        if operation not in self.operations:
            hint = _hint(operation, self.operations) or "; the document at /openapi.yaml lists all operations"
            raise bad_request(f"Unknown operation '{operation}'{hint}")
        known = {*re.findall(r"{(\w+)}", self._paths[operation]), *self._members(self.operations[operation])}
        for member in members:
            if member not in known:
                use = f"use {', '.join(sorted(known))}" if known else "leave it out"
                hint = _hint(member, known) or f"; {use}"
                raise bad_request(f"Requests of {operation} have no member '{member}'{hint}")

    def _members(self, operation: Schema) -> Iterator[str]:
        for parameter in map(self._resolved, operation.get("parameters", ())):
            if parameter["in"] == "query":
                yield parameter["name"]
        content = self._resolved(operation.get("requestBody", {})).get("content", {})
        yield from self._properties(content.get("application/json", {}).get("schema", {}))

    def _properties(self, schema: Schema) -> Iterator[str]:
        resolved = self._resolved(schema)
        yield from resolved.get("properties", ())
        for branch in (*resolved.get("allOf", ()), *resolved.get("anyOf", ())):
            yield from self._properties(branch)

    def _resolved(self, schema: Schema) -> Schema:
        if "$ref" not in schema:
            return schema
        target: Any = self._document
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        return target  # type: ignore[no-any-return]


def _hint(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known))
    return f"; did you mean {', '.join(near)}?" if near else ""
