"""Unlocking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.cli.execute import plain, shown
from comodit_client.cli.inputs.questions import question

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def unlock(app: App, call: Call) -> None:
    """Ask, then unlock something. If it is not locked, nothing is asked or sent.

    Args:
        app: The client and the output.
        call: The command.
    """
    module = call.spec.get("operation", "").partition(".")[0]
    found = plain(app.read(call.request(operation=f"{module}.get")))
    if not found.get("locked"):
        app.note(f"{call.place} is not locked.")
        shown(app, None)
        return
    app.confirm(question(call, app))
    shown(app, app.write(call.request()))
