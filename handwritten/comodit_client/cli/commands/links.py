"""The addresses of entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.cli.accounts import endpoint_of

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def open_(app: App, call: Call) -> None:
    """Print the URL of an entity. No request is sent.

    The addresses of the web interface are not known.

    Args:
        app: The output.
        call: The command.
    """
    from comodit_client.wire import environments, hosts, organizations

    names = [call.optional(name) for name in ("organization", "environment", "host")]
    given = [name for name in names if name is not None]
    requests = (organizations.list, organizations.get, environments.get, hosts.get)
    path = requests[len(given)](*given).path
    app.show(f"{endpoint_of(call)}{path}")
    app.note("This is the address in the API: the address in the web interface is not known.")
