"""Imports from folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from comodit_client.cli.exits import CONFLICT, Failure
from comodit_client.cli.transfers import COLUMNS, kind_of, outcome, rows
from comodit_client.cli.waiting import progress_of

if TYPE_CHECKING:
    from comodit_client.api import Import
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call

#: The folder of an environment in that of an exported organization, and the one of a host.
ENVIRONMENT, HOST = ("environments",), ("environments", "hosts")


def import_(app: App, call: Call) -> None:
    """Import an entity from a folder, and show what was done.

    All actions are planned first, so that conflicts are known before anything is changed.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: There are conflicts, or an action failed. What was done is shown before.
        ImportException: Something is missing.
    """
    from comodit_client.api import Import
    from comodit_client.api.exceptions import ImportException

    skip = bool(call.option("skip-conflict"))
    importer = Import(
        skip,
        queue_actions=True,
        with_instances=bool(call.option("with-instances")),
        update_existing=bool(call.option("update-existing")),
        progress=progress_of(call),
    )
    _plan(importer, app, call)
    left_out = rows("left out", importer.left_out)
    conflicts = [action for action in importer.actions if action.conflict()]
    if app.is_dry_run or (conflicts and not skip):
        planned = [
            row
            for action in importer.actions
            for row in rows(("skip" if skip else "conflict") if action.conflict() else "planned", [action])
        ]
        app.show(planned + left_out, columns=COLUMNS)
        if conflicts and not skip:
            raise Failure(
                f"Nothing was imported: {len(conflicts)} of {len(planned)} actions are in conflict with entities that "
                "exist already. Add --skip-conflict to keep these, or --update-existing to update them.",
                CONFLICT,
            )
        return
    try:
        report = importer.execute_queue()
    except ImportException as error:
        if error.report is None:
            raise
        app.show(outcome(error.report) + left_out, columns=COLUMNS)
        raise Failure(str(error).replace("update_existing=True", "--update-existing")) from error
    app.show(outcome(report) + left_out, columns=COLUMNS)


def _plan(importer: Import, app: App, call: Call) -> None:
    kind, folder, client = kind_of(call), call.argument("folder"), app.client
    if kind == "organization":
        importer.import_organization(client, folder)
        return
    organization = client.get_organization(call.argument("organization"))
    if kind == "host":
        environment = organization.get_environment(call.argument("environment"))
        if _is_exported_below(folder, HOST):
            importer.import_full_host(organization, environment, folder)
        else:
            importer.import_host(environment, folder)
    elif kind == "environment" and _is_exported_below(folder, ENVIRONMENT):
        importer.import_full_env(organization, folder)
    else:
        getattr(importer, f"import_{kind.replace('_', '')}")(organization, folder)


def _is_exported_below(folder: str, names: tuple[str, ...]) -> bool:
    """Return whether a folder is in that of an exported organization, which has what the hosts need."""
    from comodit_client.disk.layout import DEFINITION

    path = Path(folder).absolute()
    for name in reversed(names):
        path = path.parent
        if path.name != name:
            return False
        path = path.parent
    return (path / DEFINITION).is_file()
