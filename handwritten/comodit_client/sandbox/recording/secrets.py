"""Masking of the secrets in recorded calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.http.masking import Masking
from comodit_client.sandbox.state.definitions import is_secret, secret_keys

if TYPE_CHECKING:
    from comodit_client.sandbox.http.exchange import Exchange
    from comodit_client.sandbox.state.world import World

#: The text that replaces a secret.
SECRET = "SECRET"  # noqa: S105  it is none


class Secrets:
    """Replaces secrets in the bodies of calls.

    Args:
        world: The sandbox, which knows the secret settings.
        document: The schema, which knows the passwords.
    """

    def __init__(self, world: World, document: Mapping[str, Any]) -> None:
        self._world = world
        self._masking = Masking(document)

    def masked_body(self, exchange: Exchange, body: Any) -> Any:
        """Return the body of a call with its secrets replaced.

        Args:
            exchange: The call.
            body: Its body, which is changed.
        """
        assert exchange.operation is not None
        for holder, member in self._masking.secrets_in_body(exchange.operation, body):
            holder[member] = SECRET
        values = list(_values(body, exchange.names.get("setting") or exchange.names.get("parameter")))
        secret = self._secret_keys(exchange) | {key for key, item in values if _declares_secret(item)}
        for key, item in values:
            if key in secret:
                item["value"] = SECRET
        return body

    def _secret_keys(self, exchange: Exchange) -> Set[str]:
        """Return the keys of secret settings in the organization of a call."""
        store, name = self._world.store, exchange.names.get("organization")
        with store.lock:
            organization = None if name is None else store.find(0, "organizations", name)
            return frozenset() if organization is None else secret_keys(store, organization)


def _values(value: Any, key: str | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the settings and parameters with a value at any depth, by key; the outermost may have it in the path."""
    if isinstance(value, list):
        for item in value:
            yield from _values(item)
    elif isinstance(value, dict):
        key = value["key"] if isinstance(value.get("key"), str) else key
        if key is not None and value.get("value") is not None:
            yield key, value
        for item in value.values():
            yield from _values(item)


def _declares_secret(parameter: Mapping[str, Any]) -> bool:
    schema = parameter.get("schema")
    return isinstance(schema, dict) and is_secret(schema)
