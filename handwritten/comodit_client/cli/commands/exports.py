"""Exports to folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from comodit_client._extras import MissingExtra, extra
from comodit_client.cli.exits import USAGE, Failure
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

    if call.option("format") == "ansible":
        export_to_ansible(app, call)
        return
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


def export_to_ansible(app: App, call: Call) -> None:
    """Export an organization or an application as roles and playbooks of Ansible.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: The extra is not installed, secrets cannot be encrypted, or a file differs from that of the sandbox.
    """
    from comodit_client.api import AnsibleExport
    from comodit_client.disk.names import file_name

    password = call.option("vault-password-file")
    if call.option("with-secrets") and password is None:
        raise Failure("Cannot export secrets without a password: add --vault-password-file FILE.", USAGE)
    kind = kind_of(call)
    folder = call.optional("folder") or f"{file_name(call.argument(kind))}-ansible"
    try:
        with extra("ansible"):
            from comodit_client.ansible.convert import LOSSES, names_of
            from comodit_client.ansible.judge import verify
    except MissingExtra as error:
        raise Failure(str(error)) from error
    exporter = AnsibleExport(
        bool(call.option("overwrite")),
        links=call.option("links") or "resolve",
        vault_password_file=password,
        names=names_of(call.option("name") or ()),
        keep_going=bool(call.option("keep-going")),
        judge=verify if call.option("verify") else None,
        progress=progress_of(call),
    )
    getattr(exporter, f"export_{kind}")(entity_of(app.client, call), folder)
    app.note(f"Not carried over: {len(exporter.losses)}. See {folder}/{LOSSES}.")
    app.show({kind: call.argument(kind), "folder": folder, "losses": len(exporter.losses)})
    if exporter.verdict is not None:
        app.note(str(exporter.verdict))
        if not exporter.verdict.ok():
            raise Failure("The files that the playbooks write differ from those of the sandbox.")
