"""Exports to folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from comodit_client.cli.exits import Failure
from comodit_client.cli.transfers import entity_of, kind_of
from comodit_client.cli.waiting import progress_of

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def export(app: App, call: Call) -> None:
    """Export an entity to a folder.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: The folder may not be replaced.
    """
    from comodit_client.api import Export
    from comodit_client.disk.names import file_name

    kind = kind_of(call)
    folder = call.optional("folder") or file_name(call.argument(kind))
    force = bool(call.option("overwrite"))
    if not force and Path(folder).is_dir() and any(Path(folder).iterdir()):
        raise Failure(f"Cannot export to {folder}: it is not empty. Choose another folder, or add --force.")
    exporter = Export(force, with_secrets=bool(call.option("with-secrets")), progress=progress_of(call))
    getattr(exporter, f"export_{kind.replace('_', '')}")(entity_of(app.client, call), folder)
    if exporter.left_out:
        app.note(f"Left out: {len(exporter.left_out)}, such as {exporter.left_out[0]}.")
        if not call.option("with-secrets"):
            app.note("Secrets are left out unless you add --with-secrets.")
    app.show({kind: call.argument(kind), "folder": folder, "left_out": exporter.left_out})
