"""Masking of secrets in responses: the members that the schema calls passwords, by the right of the caller.

Settings are secret or not by their parameters, so `operations.filters` masks them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from attrs import evolve

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.responses import ApiResponse, Listing, to_json, to_text
from comodit_client.sandbox.http.rights import ADMIN, NOTHING, SECRETS
from comodit_client.sandbox.state.definitions import MASK

Schema = Mapping[str, Any]
_JSON = "application/json"
_REFERENCE = "#/components/schemas/"
#: Schemas whose secrets need more than the right to read secrets: a key may have more rights than the caller.
_NEEDED = {"ApplicationKey": ADMIN}
#: The screen of a machine is for those who may change it, and they cannot use a masked token.
_NEVER_MASKED = {"Vnc"}


class Masking:
    """Masks secrets in the responses of operations.

    Args:
        document: The schema.
    """

    def __init__(self, document: Schema) -> None:
        self._schemas: Schema = document.get("components", {}).get("schemas", {})
        self._with_secrets: dict[str, bool] = {}

    def apply(self, operation: Schema, response: ApiResponse, right: int) -> ApiResponse:
        """Return a response with the secrets masked that a right does not include."""
        schema = self._schema_with_secrets(operation, response.status, right)
        if schema is None or not isinstance(response.content, bytes):
            return response
        return evolve(response, content=to_json(self._masked(json.loads(response.content), schema, right)))

    def apply_to_list(self, operation: Schema, listing: Listing, right: int) -> Listing:
        """Return a list with the secrets masked that a right does not include."""
        schema = self._schema_with_secrets(operation, 200, right)
        if schema is None:
            return listing

        def masked(batch: str) -> str:
            return to_text(self._masked({"items": json.loads(f"[{batch}]")}, schema, right)["items"])[1:-1]

        return evolve(listing, batches=map(masked, listing.batches))

    def _schema_with_secrets(self, operation: Schema, status: int, right: int) -> Schema | None:
        """Return the schema of a response, or None if it has no secrets that a right does not include."""
        schema: Schema | None = (
            operation["responses"].get(str(status), {}).get("content", {}).get(_JSON, {}).get("schema")
        )
        if right >= ADMIN or schema is None or not self._has_secrets(operation["operationId"], schema):
            return None
        return schema

    def _masked(self, document: Any, schema: Schema, right: int) -> Any:
        for holder, name in self._secrets(document, schema, right, SECRETS):
            holder[name] = MASK
        return document

    def check_body(self, operation: Schema, body: Any, right: int) -> None:
        """Check that a body has no masked secret: storing it would lose the real one.

        Raises:
            ApiError: A secret in the body is masked.
        """
        schema = operation["requestBody"]["content"][_JSON]["schema"]
        for holder, name in self._secrets(body, schema, right, SECRETS, sent=True):
            if holder[name] == MASK:
                raise bad_request(f"'{name}' is masked for you; send its real value or leave it out")

    def masked_body(self, operation: Schema, body: Any, text: str = MASK) -> Any:
        """Return a copy of the JSON body of a request with all passwords replaced.

        Args:
            operation: The operation of the request.
            body: The body.
            text: What replaces a password.
        """
        masked = deepcopy(body)
        content: Schema = operation.get("requestBody", {}).get("content", {})
        schema = content.get(_JSON, {}).get("schema", {})
        for holder, name in list(self._secrets(masked, schema, NOTHING, SECRETS, sent=True)):
            holder[name] = text
        return masked

    def _has_secrets(self, operation_id: str, schema: Schema) -> bool:
        if operation_id not in self._with_secrets:
            self._with_secrets[operation_id] = self._contains_password(schema, frozenset())
        return self._with_secrets[operation_id]

    def _contains_password(self, schema: Any, above: frozenset[str]) -> bool:
        if isinstance(schema, list):
            return any(self._contains_password(item, above) for item in schema)
        if not isinstance(schema, dict):
            return False
        if schema.get("format") == "password":
            return True
        name = _referenced(schema)
        if name is not None and name not in above:
            return self._contains_password(self._schemas[name], above | {name})
        return any(self._contains_password(item, above) for item in schema.values())

    def _secrets(
        self, value: Any, schema: Schema, right: int, needed: int, sent: bool = False
    ) -> Iterator[tuple[dict[str, Any], str]]:
        """Yield the secret members in a value that a right does not include, each with the object that holds it.

        Args:
            value: The value.
            schema: Its schema.
            right: The right of the caller.
            needed: The right that the secrets need.
            sent: Whether the caller sent the value; read-only members are then ignored.
        """
        name = _referenced(schema)
        if name is not None:
            if name not in _NEVER_MASKED:
                yield from self._secrets(value, self._schemas[name], right, _NEEDED.get(name, needed), sent)
            return
        for branch in (*schema.get("anyOf", ()), *schema.get("allOf", ())):
            yield from self._secrets(value, branch, right, needed, sent)
        if isinstance(value, list):
            for item in value:
                yield from self._secrets(item, schema.get("items", {}), right, needed, sent)
        elif isinstance(value, dict):
            yield from self._members(value, schema, right, needed, sent)

    def _members(
        self, value: dict[str, Any], schema: Schema, right: int, needed: int, sent: bool
    ) -> Iterator[tuple[dict[str, Any], str]]:
        properties: Schema = schema.get("properties", {})
        for name, item in value.items():
            member = properties.get(name, schema.get("additionalProperties", {}))
            if not isinstance(member, dict) or item is None or (sent and member.get("readOnly")):
                continue
            # A header of a webhook says itself whether it is secret.
            if member.get("format") != "password":
                yield from self._secrets(item, member, right, needed, sent)
            elif right < needed and value.get("secret") is not False:
                yield value, name


def _referenced(schema: Schema) -> str | None:
    reference = schema.get("$ref", "")
    return reference.removeprefix(_REFERENCE) if reference.startswith(_REFERENCE) else None
