"""Names from the profiles and from the server."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from inspect import Parameter, signature
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from comodit_client.cli import table
from comodit_client.cli.call import Call, option_key
from comodit_client.cli.completion.parse import Given
from comodit_client.cli.wire_modules import operation_function
from comodit_client.config import Config

if TYPE_CHECKING:
    from comodit_client.wire.request import Request

T = TypeVar("T")
#: Seconds for names from the server, from the look-up of its address to the last byte.
LIMIT = 1.0
#: The entries of the stores have names that are not unique.
BY_UUID = ("published_", "purchased_")


def profiles() -> list[str]:
    """Return the names of the profiles."""
    return [*_usable(Config().config)]


def on_server(given: Given, operation: str, label: str) -> list[str]:
    """Return names from the server; none if it does not respond in time.

    Args:
        given: The command line: its credentials, and the arguments that precede the name.
        operation: The operation that lists what is named.
        label: The member with the name; empty if the schema names none.

    Raises:
        Exception: The request cannot be made: the credentials or an owner are missing.
    """
    from comodit_client.cli.client import client_of
    from comodit_client.cli.execute import plain
    from comodit_client.rest.options import RetryPolicy

    call = Call(
        (), {"summary": "", "traits": ["plain"]}, {option_key(key): value for key, value in given.values.items()}
    )
    request = _request(given, operation)
    # A one-time code is valid once: the command itself needs it.
    client = client_of(call, mfa=None, timeout=LIMIT, retries=RetryPolicy(attempts=1))
    response = plain(_in_time(lambda: client.run(request)))
    items = response.get("items") if isinstance(response, dict) else response
    member = label or ("uuid" if operation.startswith(BY_UUID) else "name")
    return sorted(_usable(str(item[member]) for item in items or () if item.get(member) is not None))


def _request(given: Given, operation: str) -> Request[Any]:
    """Return the list request, whose path contains some of the arguments that are given."""
    make = operation_function(operation)
    arguments = table.arguments_of(given.spec) if given.is_command else []
    names = dict(zip((one["name"] for one in arguments), given.arguments, strict=False))
    owners = [names[one.name] for one in signature(make).parameters.values() if one.default is Parameter.empty]
    return make(*owners)


def _in_time(work: Callable[[], T]) -> T | None:
    """Return the result of a function; None if it fails or takes too long.

    It runs in a thread, which ends with the process: nothing else bounds the resolution of the server's name.
    """
    found: list[T] = []

    def run() -> None:
        with suppress(Exception):
            found.append(work())

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(LIMIT)
    return found[0] if found else None


def _usable(names: Iterable[Any]) -> Iterator[str]:
    """Leave out names that would harm: empty ones, options, and those with characters that terminals obey."""
    return (name for name in names if name and name.isprintable() and not name.startswith("-"))
