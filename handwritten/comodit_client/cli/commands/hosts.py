"""Why hosts are in ERROR."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.cli.commands.where import shows_objects, where_of
from comodit_client.cli.execute import plain

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def diagnose(app: App, call: Call) -> None:
    """Show the state of a host, its failed tasks, its compliance errors and the state of its machine.

    Args:
        app: The client and the output.
        call: The command.
    """
    where = where_of(call)
    host = app.client.get_host(*where)
    found = host.diagnose()
    if not shows_objects(call):
        app.show([f"{'/'.join(where)} is {host.state}", *found.lines()])
        return
    app.show(
        {
            "state": host.state,
            "reasons": found.reasons,
            "changes": plain(found.changes),
            "complianceErrors": plain(found.compliance_errors),
            "instanceState": found.instance_state,
            "notes": found.notes,
        }
    )
