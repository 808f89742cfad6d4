"""Deleting the changes of hosts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from comodit_client.cli.commands.where import where_of
from comodit_client.cli.execute import shown
from comodit_client.cli.inputs.questions import question

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def clear(app: App, call: Call) -> None:
    """Delete the completed changes of a host, or all changes.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.wire import changes

    where = where_of(call)
    pending = [change for change in app.read_list(changes.list(*where, show_processed=True)) if _is_pending(change)]
    everything = _includes_pending(app, call, pending)
    shown(app, app.write(changes.clear(*where, processed_only=not everything)))


def _includes_pending(app: App, call: Call, pending: list[dict[str, Any]]) -> bool:
    """Ask, and return whether pending changes are deleted too."""
    everything = bool(call.option("all-changes"))
    if pending and not everything and _can_ask(app, call):
        click.echo(f"{len(pending)} changes of {call.place} are pending:", err=True)
        for change in pending:
            click.echo(f"  {change.get('orderNum')} - {change.get('description') or ''}", err=True)
        choices = click.Choice(["O", "A"], case_sensitive=False)
        return bool(click.prompt("Delete only completed changes (O) or all (A)", type=choices, err=True) == "A")
    what = f"{question(call, app)}, {len(pending)} of them pending" if everything and pending else question(call, app)
    app.confirm(what if everything else f"{what} that are completed")
    return everything


def _can_ask(app: App, call: Call) -> bool:
    return sys.stdin.isatty() and not (app.is_dry_run or call.option("yes") or call.option("force"))


def _is_pending(change: dict[str, Any]) -> bool:
    return any(isinstance(task, dict) and task.get("status") == "PENDING" for task in change.get("tasks") or [])
