"""Actions on the parts of an application on a machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.cli.commands.queued import QueuedChanges
from comodit_client.cli.exits import NOT_FOUND, Failure

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def queue(app: App, call: Call) -> None:
    """Send a request that queues a change, and show the change.

    Args:
        app: The client and the output.
        call: The command.
    """
    queued = QueuedChanges(app, call)
    app.write(call.request())
    if not app.is_dry_run:
        app.show(next(iter(queued.read()), None), "Change")


def show_handler(app: App, call: Call) -> None:
    """Show a handler of an application.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: The application has no handler with that name.
    """
    from comodit_client.wire import applications

    organization, application, name = (call.argument(one) for one in ("organization", "application", "handler"))
    found = app.read(applications.get(organization, application)).get_json().get("handlers") or []
    named = {handler["name"]: handler for handler in found if handler.get("name")}
    if name not in named:
        raise Failure(
            f"Cannot show handler {name!r} of {organization}/{application}: it does not exist. "
            f"Use one of: {', '.join(named) or 'none has a name'}.",
            NOT_FOUND,
        )
    app.show(named[name], "Handler")
