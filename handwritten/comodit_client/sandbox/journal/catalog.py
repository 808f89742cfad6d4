"""The operations of the schema, as assertions name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.near_names import suggestion
from comodit_client.sandbox.schema import Schema, resolved

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
            hint = (
                suggestion(operation, self.operations, most=3) or "; the document at /openapi.yaml lists all operations"
            )
            raise bad_request(f"Unknown operation '{operation}'{hint}")
        known = {*re.findall(r"{(\w+)}", self._paths[operation]), *self._members(self.operations[operation])}
        for member in members:
            if member not in known:
                use = f"use {', '.join(sorted(known))}" if known else "leave it out"
                hint = suggestion(member, known, most=3) or f"; {use}"
                raise bad_request(f"Requests of {operation} have no member '{member}'{hint}")

    def _members(self, operation: Schema) -> Iterator[str]:
        for item in operation.get("parameters", ()):
            parameter = resolved(self._document, item)
            if parameter["in"] == "query":
                yield parameter["name"]
        content = resolved(self._document, operation.get("requestBody", {})).get("content", {})
        yield from self._properties(content.get("application/json", {}).get("schema", {}))

    def _properties(self, schema: Schema) -> Iterator[str]:
        found = resolved(self._document, schema)
        yield from found.get("properties", ())
        for branch in (*found.get("allOf", ()), *found.get("anyOf", ())):
            yield from self._properties(branch)
