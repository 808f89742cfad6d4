"""Syncs of folders with the server."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from comodit_client.cli.exits import CONFLICT, FAILED, Failure
from comodit_client.cli.transfers import entity_of
from comodit_client.cli.waiting import progress_of

if TYPE_CHECKING:
    from comodit_client.api import SyncEngine
    from comodit_client.api.sync import OnConflict
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call
    from comodit_client.disk.compare import Diff

COLUMNS = [("status", "status", ""), ("change", "change", ""), ("file", "file", ""), ("side", "side", "")]


def status(app: App, call: Call) -> None:
    """Show the differences between a folder and the server.

    Args:
        app: The client and the output.
        call: The command.
    """
    _sync(app, call, lambda engine, entity: engine.status(entity), None)


def pull(app: App, call: Call) -> None:
    """Update a folder from the server.

    Args:
        app: The client and the output.
        call: The command.
    """
    _sync(app, call, lambda engine, entity: engine.pull(entity, dry_run=app.is_dry_run), "server")


def push(app: App, call: Call) -> None:
    """Update the server from a folder.

    Args:
        app: The client and the output.
        call: The command.
    """
    _sync(app, call, lambda engine, entity: engine.push(entity, dry_run=app.is_dry_run), "folder")


def _sync(app: App, call: Call, run: Callable[[SyncEngine, Any], list[Diff]], source: str | None) -> None:
    """Run a sync and show the differences.

    Args:
        app: The client and the output.
        call: The command.
        run: Runs it.
        source: The side whose changes it applies to the other; None if it applies none.
    """
    from comodit_client.api import SyncEngine
    from comodit_client.api.exceptions import SyncException

    winner: OnConflict = call.option("on-conflict") or "refuse"
    try:
        engine = SyncEngine(
            call.argument("folder"),
            on_conflict=winner,
            with_secrets=bool(call.option("with-secrets")),
            progress=progress_of(call),
        )
        diffs = run(engine, entity_of(app.client, call))
    except SyncException as error:
        if not error.conflicts:
            raise Failure(str(error), FAILED) from error
        raise Failure(
            f"Nothing was changed: both sides changed {', '.join(error.conflicts)}. See 'comodit sync status', "
            "then add --on-conflict folder or server.",
            CONFLICT,
        ) from error
    app.show([*_rows(diffs, source, winner, app.is_dry_run), *_left_out(engine.left_out)], columns=COLUMNS)


def _rows(diffs: Iterable[Diff], source: str | None, winner: str, dry_run: bool) -> Iterable[dict[str, Any]]:
    for diff in diffs:
        applies = diff.side == source or (diff.side == "both" and winner == source)
        state = "conflict" if diff.side == "both" else "differs"
        if applies:
            state = "planned" if dry_run else "done"
        yield {"status": state, "change": diff.type, "file": diff.key, "side": diff.side, "lines": list(diff.lines)}


def _left_out(found: Iterable[str]) -> list[dict[str, Any]]:
    return [{"status": "left out", "change": None, "file": one, "side": None, "lines": []} for one in found]
