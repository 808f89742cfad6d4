"""Documents that commands prepare, so that they need not be given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from comodit_client.cli.commands.where import has_document
from comodit_client.cli.inputs.terminal import is_interactive

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def read_prepared(app: App, call: Call, prepare: Callable[[], dict[str, Any]]) -> Any:
    """Return the document of a command that can run without one.

    Args:
        app: The client and the output.
        call: The command.
        prepare: Returns the prepared document.

    Returns:
        The document of an option; otherwise the prepared one, which --set changes and the user can edit on a terminal.
    """
    from comodit_client.cli.inputs.documents import read_document

    if has_document(call) or is_interactive():
        return read_document(app, call, prepare, accept_unchanged=True)
    return prepare()


def parameter_settings(parameters: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a setting for each parameter that has a value. The values of secret ones stay in the application.

    Args:
        parameters: The parameters.
    """
    return [
        {"key": parameter["key"], "value": parameter["value"]}
        for parameter in parameters
        if parameter.get("value") is not None and not (parameter.get("schema") or {}).get("secret")
    ]
