"""Compliance errors, each named by one word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.cli.commands.where import shows_objects, where_of
from comodit_client.cli.execute import plain, shown

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def list_(app: App, call: Call) -> None:
    """List the compliance errors of a host. In tables, the first column is the word that `show` and `delete` take.

    Args:
        app: The client and the output.
        call: The command.
    """
    found = app.read_list(call.request())
    app.show(found if shows_objects(call) else [{"error": _identifier(one), **one} for one in found])


def show(app: App, call: Call) -> None:
    """Show a compliance error.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.wire import compliance

    app.show(plain(app.read(compliance.get(*where_of(call), *_names(call)).with_query(call.query))))


def delete(app: App, call: Call) -> None:
    """Ask, then delete a compliance error.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.wire import compliance

    request = compliance.delete(*where_of(call), *_names(call)).with_query(call.query)
    app.confirm(f"{call.spec.get('question')} {call.argument('error')} of {'/'.join(where_of(call))}")
    shown(app, app.write(request))


def _names(call: Call) -> tuple[str, str, str]:
    from comodit_client.api._host.compliance_paths import names_of

    return names_of(call.argument("error"))


def _identifier(error: dict[str, Any]) -> str:
    from comodit_client.api.compliance import ComplianceError

    return ComplianceError(None, error).identifier
