"""Says which name of a command does not exist, and which similar ones do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from comodit_client.cli import table
from comodit_client.cli.exits import NOT_FOUND, Failure, status_of
from comodit_client.cli.wire_modules import operation_function

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call
    from comodit_client.cli.table import ArgumentSpec

#: Seconds for the list of the names that exist: it must not make an error slow.
PATIENCE = 1.0


@contextmanager
def near_names(app: App, call: Call) -> Iterator[None]:
    """Improve the message of a request that failed with 404.

    Args:
        app: The client.
        call: The command.

    Raises:
        Failure: One of the names does not exist; the message names similar ones.
    """
    try:
        yield
    except Exception as error:
        # A failure of a command says itself what is missing.
        if status_of(error) != NOT_FOUND or isinstance(error, Failure) or not hasattr(error, "code"):
            raise
        text = _missing(app, call)
        if text is None:
            raise
        more = {"type": type(error).__name__, "code": error.code, "method": error.method, "url": error.url}  # type: ignore[attr-defined]
        raise Failure(text, NOT_FOUND, more) from error


def _missing(app: App, call: Call) -> str | None:
    """Return the message for the name that does not exist; None if all do, or if that cannot be found out."""
    from comodit_client.api.exceptions import EntityNotFoundException

    known: list[str] = []
    places: list[tuple[ArgumentSpec, str, list[str]]] = []
    for argument in table.arguments_of(call.spec):
        name = call.optional(argument["name"]) if not argument.get("repeated") else None
        if name is None:
            continue
        if "." in argument.get("completes", ""):
            places.append((argument, name, list(known)))
        known.append(name)
    for argument, name, above in reversed(places):
        try:
            names = _names(app, argument, above)
        except EntityNotFoundException:
            continue  # what is above does not exist either
        except Exception:  # noqa: BLE001 - the message of the first error is good enough
            return None
        return None if name in names else _message(argument, name, above, names)
    return None


def _names(app: App, argument: ArgumentSpec, above: list[str]) -> list[str]:
    from comodit_client.api import RetryPolicy

    client = app.client.with_options(timeout=PATIENCE, retries=RetryPolicy(attempts=1))
    found: Any = client.run_list(operation_function(argument.get("completes", ""))(*above))
    label = argument.get("label", "name")
    return [str(item[label]) for item in found if item.get(label) is not None]


def _message(argument: ArgumentSpec, name: str, above: list[str], names: list[str]) -> str:
    lower = {one.lower(): one for one in names}
    near = [lower[one] for one in get_close_matches(name.lower(), lower, cutoff=0.5)]
    what = argument["name"].replace("_", " ").capitalize()
    where = f" in {'/'.join(above)}" if above else ""
    hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
    return f"{what} {name!r} does not exist{where}.{hint}"
