"""Masking of secrets in requests, for what people read, such as messages and the control endpoint, and for recordings.

It masks more than responses do: a member whose name sounds like a secret is masked as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from comodit_client.sandbox.http.masking import Masking
from comodit_client.sandbox.state.definitions import MASK, is_secret

#: Keys of settings and names of members that are taken for secrets.
_SECRET_NAME = re.compile("password|secret|token", re.IGNORECASE)
#: The members of a setting or a parameter that have its value.
_VALUES = ("value", "default")


class SecretMask:
    """Masks secrets in requests.

    Args:
        document: The schema.
        operations: Its operations by operationId.
        text: What replaces a secret.
    """

    def __init__(
        self, document: Mapping[str, Any], operations: Mapping[str, Mapping[str, Any]], text: str = MASK
    ) -> None:
        self._masking = Masking(document)
        self._operations = operations
        self._text = text
        self._keys: frozenset[str] = frozenset()

    def add_keys(self, keys: frozenset[str]) -> None:
        """Add keys of settings that are secret."""
        self._keys |= keys

    def query(self, query: Mapping[str, str]) -> dict[str, str]:
        """Return a query with the secrets masked."""
        return {name: self._text if _SECRET_NAME.search(name) else value for name, value in query.items()}

    def body(self, operation: str | None, names: Mapping[str, str], body: Any) -> Any:
        """Return a copy of a JSON body with the secrets masked.

        Args:
            operation: The operation of the request.
            names: The variables of its path. A setting or a parameter may have its key only there.
            body: The body.
        """
        masked = self._masking.masked_body(self._operations.get(operation or "", {}), body, self._text)
        return self._masked(masked, is_hidden=self._is_secret_key(names.get("setting") or names.get("parameter")))

    def _masked(self, value: Any, is_hidden: bool = False) -> Any:
        """Return a value with the secrets masked, and with the members that hold the value of a hidden setting."""
        if isinstance(value, list):
            return [self._masked(item) for item in value]
        if not isinstance(value, dict):
            return value
        is_hidden = is_hidden or self._hides_value(value)
        return {
            name: self._text
            if (is_hidden and name in _VALUES and item is not None) or _is_secret_member(name, item)
            else self._masked(item, is_hidden and name == "schema")
            for name, item in value.items()
        }

    def _hides_value(self, document: dict[str, Any]) -> bool:
        """Return whether the value of a setting, a parameter or a schema is secret."""
        schema = document.get("schema")
        is_marked = is_secret(document) or (isinstance(schema, dict) and is_secret(schema))
        return is_marked or self._is_secret_key(document.get("key"))

    def _is_secret_key(self, key: Any) -> bool:
        return isinstance(key, str) and (key in self._keys or bool(_SECRET_NAME.search(key)))


def _is_secret_member(name: str, value: Any) -> bool:
    # Schemas have the flags `secret` and `password`.
    return value is not None and not isinstance(value, bool) and bool(_SECRET_NAME.search(name))
