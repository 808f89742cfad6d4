"""Masks the secrets of results."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import chain
from shlex import quote
from typing import TYPE_CHECKING, Any

from comodit_client.cli import table
from comodit_client.rest.json_secrets import JsonSecrets

if TYPE_CHECKING:
    from comodit_client.cli.call import Call


class _Everything(Container[str]):
    """The key of a secret setting says nothing about the members of results that have the same name."""

    def __contains__(self, _: object) -> bool:
        return True


def masked(value: Any, result: str, also: Iterable[str] = ()) -> tuple[Any, bool]:
    """Mask the secrets of a JSON value.

    Args:
        value: The value.
        result: The name of the object in the schema; empty if it is unknown.
        also: The names of further members that are secret.

    Returns:
        A copy in which passwords, keys, tokens and the values of secret settings are masked; and whether there are any.
    """
    found: list[str] = []
    members = frozenset((*table.SECRETS.get(result, ()), *also))
    public = set(chain.from_iterable(table.MEMBERS.values())).difference(*table.SECRETS.values())
    secrets = JsonSecrets(str, found.append, _Everything, public)
    copy = secrets.mask(value, members)
    if secrets.keys:  # the same settings may stand above, without their schema
        copy = secrets.mask(value, members)
    return copy, bool(found)


def advice(call: Call) -> str:
    """Return how to see the secrets of a result.

    Args:
        call: The command. One that changes something should not run a second time for it.
    """
    if "writes" in call.spec.get("traits", ()):
        for word in ("show-secret", "show"):
            words = (*call.words[:-1], word)
            found: Any = table.find(words)
            if found:
                names = (one["name"] for one in table.arguments_of(found))
                line = [*words, *(quote(call.optional(name) or name.upper()) for name in names)]
                return f"Secrets are masked; to see them, run: {table.NAME} {' '.join(line)} --show-secrets"
    return "Secrets are masked; use --show-secrets."
