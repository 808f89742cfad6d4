"""Plans: comparison of the server with a folder, and its changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comodit_client.cli.exits import CHANGED, GOAL_MISSED, USAGE, Failure
from comodit_client.cli.transfers import COLUMNS, outcome, rows
from comodit_client.cli.waiting import progress_of, timeout_of

if TYPE_CHECKING:
    from comodit_client.api.planner import ChangePlan
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call

CHANGES = [("action", "action", ""), ("kind", "kind", ""), ("path", "path", "")]
#: The actions that destroy something.
DESTRUCTIVE = ("delete", "replace")
#: The options that shape a result. Without them, a report is JSON.
SHAPING = ("output", "raw", "columns", "query", "sort")


def plan(app: App, call: Call) -> None:
    """Show what would make the server match a folder.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        click.exceptions.Exit: Something would be changed.
    """
    found = _planned(app, call)
    file = call.option("out")
    if file:
        found.save(file)
        app.note(f"Saved the plan. To make its changes: comodit apply {file}")
    _show(app, call, found)
    _exit_if_changed(found)


def drift(app: App, call: Call) -> None:
    """Report how the server differs from a folder.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        click.exceptions.Exit: Something differs.
    """
    found = _planned(app, call)
    if any(map(call.option, SHAPING)):
        _show(app, call, found, in_color=False)
    else:
        from comodit_client.cli.output.documents import as_json
        from comodit_client.cli.output.emit import emit

        document = found.to_json()
        emit(as_json(document), lambda: as_json(document, as_ascii=True))
    _exit_if_changed(found)


def apply(app: App, call: Call) -> None:
    """Make the changes of a plan, and show what was done.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: The user declines, a change failed, or a host did not become READY. What was done is shown before.
        PlanException: The file holds no plan, or the server changed since.
    """
    from comodit_client.api.exceptions import ImportException
    from comodit_client.api.planner import ChangePlan

    found = ChangePlan.load(call.argument("plan"))
    parallel, timeout = _parallel(call), timeout_of(call)
    destroyed = sum(change.action in DESTRUCTIVE for change in found.changes)
    if destroyed:
        app.confirm(f"Delete or replace {destroyed} of the parts of {found.kind} {found.name}")
    if app.is_dry_run:
        app.show(
            rows("planned", [f"{change.action} {change.kind} {change.path}" for change in found.changes]),
            columns=COLUMNS,
        )
        return
    try:
        report = found.apply(
            app.client,
            parallel=parallel,
            progress=progress_of(call),
        )
    except ImportException as error:
        if error.report is None:
            raise
        app.show(outcome(error.report), columns=COLUMNS)
        raise Failure(str(error)) from error
    app.show(outcome(report), columns=COLUMNS)
    if call.option("wait"):
        _wait(app, found, timeout)


def _wait(app: App, found: ChangePlan, timeout: float | None) -> None:
    from comodit_client.api.exceptions import FleetFailed

    try:
        found.wait_for_hosts(app.client, timeout)
    except FleetFailed as error:
        raise Failure(
            f"The changes were made, but not all hosts became READY: {error.report}. Run 'comodit diagnose' for each "
            "of these hosts.",
            GOAL_MISSED,
        ) from error


def _planned(app: App, call: Call) -> ChangePlan:
    from comodit_client.api.planner import Planner
    from comodit_client.cli.inputs.variables import variables_of
    from comodit_client.disk.desired import desired

    with desired(call.argument("folder"), variables_of(call)) as folder:
        planner = Planner(
            folder,
            prune=bool(call.option("prune")),
            targets=call.option("target") or (),
            progress=progress_of(call),
        )
        found = planner.plan(app.client)
    for reason in planner.left_out:
        app.note(f"Left out: {reason}")
    return found


def _show(app: App, call: Call, found: ChangePlan, in_color: bool | None = None) -> None:
    """Write a plan as text, or in the format that the user wants."""
    from comodit_client.cli.output.colors import use_colors
    from comodit_client.cli.output.emit import emit
    from comodit_client.cli.output.plans import plan_lines

    document = found.to_json()
    if call.style in ("json", "yaml") or call.option("query"):
        app.show(document)
    elif call.style != "table" or call.option("columns") or call.option("sort"):
        app.show(document["changes"], columns=CHANGES)
    else:
        emit(plan_lines(found, use_colors() if in_color is None else in_color))


def _exit_if_changed(found: ChangePlan) -> None:
    if found:
        raise click.exceptions.Exit(CHANGED)


def _parallel(call: Call) -> int:
    text = call.option("parallel") or "8"
    if not (text.isascii() and text.isdigit() and int(text)):
        raise Failure(f"Cannot use --parallel {text!r}: it is not a number above 0.", USAGE)
    return int(text)
