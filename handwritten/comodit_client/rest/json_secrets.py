"""Find and mask the secrets of a JSON document by the names and schemas beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Container
from functools import cache
from typing import Any

from comodit_client.rest.secrets_sent import NAMES, VALUES
from comodit_client.wire.secret_names import MASK, SENSITIVE


def to_text(value: Any, as_ascii: bool = False) -> str:
    """Return a value as JSON without spaces.

    Args:
        value: The value.
        as_ascii: Whether other characters are escaped.

    Returns:
        The text.
    """
    return json.dumps(value, ensure_ascii=as_ascii, separators=(",", ":"))


class JsonSecrets:
    """Masks JSON documents, and remembers which settings turned out to be secret.

    Args:
        text: Masks a text.
        learn: Called with each secret found.
        described: Returns the names of members that the key of a secret setting does not make secret.
        public: Names of members that are not secret in spite of their spelling.
    """

    def __init__(
        self,
        text: Callable[[str], str],
        learn: Callable[[str], None],
        described: Callable[[], Container[str]],
        public: Container[str] = (),
    ) -> None:
        self._text = text
        self._learn = learn
        self._described = described
        self._public = public
        #: The keys of the settings that turned out to be secret.
        self.keys: set[str] = set()

    def mask(self, value: Any, members: frozenset[str]) -> Any:
        """Mask the secrets of a document.

        Args:
            value: The document.
            members: Names of members that are secret at any depth.

        Returns:
            A masked copy.
        """
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list):
            return [self.mask(item, members) for item in value]
        if isinstance(value, dict):
            hidden = self._is_secret_setting(value)
            return {self._text(name): self._member(value, name, members, hidden and name in VALUES) for name in value}
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return MASK if is_number and self._text(str(value)) == MASK else value

    def _member(self, owner: dict[str, Any], name: str, members: frozenset[str], hidden: bool) -> Any:
        item = owner[name]
        if hidden or name in members or self._is_secret_name(name):
            return self._hide(item)
        if name in VALUES:  # a default stands in the schema itself
            item = self._by_schema(item, owner.get("schema") if name == "value" else owner)
        return self.mask(item, members)

    def _is_secret_name(self, name: str) -> bool:
        return (name in self.keys and name not in self._described()) or (
            _is_sensitive(name) and name not in self._public
        )

    def _is_secret_setting(self, value: dict[str, Any]) -> bool:
        names = [str(value.get(name, "")) for name in NAMES]
        schema = value.get("schema")
        if _is_flagged(schema) or value.get("secret") is True:
            # Where the same setting has no schema beside it, its key decides.
            self.keys |= {str(value["key"])} if "key" in value else set()
            return True
        return any(map(_is_sensitive, names)) or str(value.get("key")) in self.keys

    def _by_schema(self, value: Any, schema: Any) -> Any:
        if _is_flagged(schema):
            return self._hide(value)
        if isinstance(value, list) and isinstance(schema, dict):
            return [self._by_schema(item, schema.get("items")) for item in value]
        if isinstance(value, dict) and isinstance(schema, dict) and isinstance(schema.get("properties"), dict):
            return {name: self._by_schema(item, schema["properties"].get(name)) for name, item in value.items()}
        return value

    def _hide(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._hide(item) for item in value]
        if isinstance(value, dict):
            return {name: self._hide(item) for name, item in value.items()}
        if value is None or value == "" or isinstance(value, bool):
            return value
        self._learn(str(value))
        return MASK


def _is_flagged(schema: Any) -> bool:
    return isinstance(schema, dict) and bool(schema.get("secret") is True or schema.get("password") is True)


@cache
def _is_sensitive(name: str) -> bool:
    return SENSITIVE.search(name) is not None
