"""Names from the profiles and from the server."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from inspect import Parameter, signature
from threading import Thread
from typing import Any

from comodit_client.cli import table
from comodit_client.cli.call import Call, option_key
from comodit_client.cli.completion.parse import Given
from comodit_client.config import Config

#: Seconds for names from the server, from the look-up of its address to the last byte.
LIMIT = 1.0
#: The entries of the stores have names that are not unique.
BY_UUID = ("published_", "purchased_")


def profiles() -> list[str]:
    """Return the names of the profiles."""
    return [*_usable(Config().config)]


def on_server(given: Given, operation: str, label: str) -> list[str]:
    """Return names from the server. No name is returned if it does not respond in time, or with an error.

    Args:
        given: The command line: its credentials, and the arguments that precede the name.
        operation: The operation that lists what is named.
        label: The member with the name; empty if the schema names none.
    """
    member = label or ("uuid" if operation.startswith(BY_UUID) else "name")
    # A thread, because nothing else ends a look-up of an address. It ends with the process.
    found: list[str] = []
    thread = Thread(target=_quietly, args=(lambda: found.extend(_listed(given, operation, member)),), daemon=True)
    thread.start()
    thread.join(LIMIT)
    return sorted(found)


def _quietly(work: Callable[[], None]) -> None:
    with suppress(Exception):
        work()


def _listed(given: Given, operation: str, member: str) -> list[str]:
    """Send one request, and return the names in its response."""
    from comodit_client.cli.client import client_of
    from comodit_client.cli.execute import plain
    from comodit_client.rest.options import RetryPolicy

    module, _, function = operation.partition(".")
    make = getattr(import_module(f"comodit_client.wire.{module}"), function)
    names = dict(zip((one["name"] for one in table.arguments_of(given.spec)), given.arguments, strict=False))
    owners = [names[one.name] for one in signature(make).parameters.values() if one.default is Parameter.empty]
    call = Call((), {"traits": ["plain"]}, {option_key(key): value for key, value in given.values.items()})
    # A code is valid once: the command itself needs it.
    with client_of(call, mfa=None, timeout=LIMIT, retries=RetryPolicy(attempts=1)) as client:
        response = plain(client.run(make(*owners)))
    items = response["items"] if isinstance(response, dict) else response
    return [*_usable(str(item[member]) for item in items if item.get(member) is not None)]


def _usable(names: Iterable[Any]) -> Iterator[str]:
    """Leave out names that are empty or contain control characters: these could do anything to a terminal."""
    return (name for name in names if name and name.isprintable())
