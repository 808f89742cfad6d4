"""The documents that commands send."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from comodit_client.cli.inputs.assignments import assigned
from comodit_client.cli.inputs.managed import without_managed
from comodit_client.cli.inputs.masks import check_masks, masked_places
from comodit_client.cli.inputs.parsing import parse
from comodit_client.cli.inputs.sources import given_source

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call

#: What an editor begins with: a YAML text, a JSON value, or a function that returns one of them.
Template: TypeAlias = str | dict[str, Any] | list[Any] | Callable[[], str | dict[str, Any] | list[Any]]


def send_document(app: App, call: Call, current: Callable[[], Any] | None) -> None:
    """Read a document, send it with the operation of the command, and show what is returned.

    Args:
        app: The client and the output.
        call: The command.
        current: Returns the object to change; None if one is created.
    """
    from comodit_client.cli.execute import shown

    shown(app, submit(app, call, lambda document: app.write(call.request(document)), current))


def read_document(
    app: App,
    call: Call,
    current: Callable[[], Any] | None = None,
    template: Template | None = None,
    expects: type | None = dict,
    accept_unchanged: bool = False,
) -> Any:
    """Read the document of a command.

    Args:
        app: The client and the output.
        call: The command.
        current: Returns the value to change, as a view or as JSON; None if one is created. A view loses the members
            that the server manages.
        template: What the editor begins with when `current` is None. Default: the template of the object.
        expects: The type of the document: dict, list, or None for any.
        accept_unchanged: True if what the editor begins with is a good document.

    Returns:
        The document.

    Raises:
        Failure: The document is missing or not valid.
        click.exceptions.Exit: The user changed nothing in the editor.
    """
    return submit(app, call, lambda document: document, current, template, expects, accept_unchanged)


def submit(
    app: App,
    call: Call,
    send: Callable[[Any], Any],
    current: Callable[[], Any] | None = None,
    template: Template | None = None,
    expects: type | None = dict,
    accept_unchanged: bool = False,
) -> Any:
    """Read the document of a command and send it. If the server rejects it, an editor opens again.

    Args:
        app: The client and the output.
        call: The command.
        send: Sends the document.
        current: Returns the value to change, as a view or as JSON; None if one is created. A view loses the members
            that the server manages.
        template: What the editor begins with when `current` is None. Default: the template of the object.
        expects: The type of the document: dict, list, or None for any.
        accept_unchanged: True if what the editor begins with is a good document.

    Returns:
        What `send` returns.

    Raises:
        Failure: The document is missing or not valid.
        click.exceptions.Exit: The user changed nothing in the editor.
    """
    assignments = call.option("set") or ()
    source = given_source(call)
    if source is not None:
        document = parse(source.text, source.name, source.suffix, expects)
    elif assignments:
        document = without_managed(current()) if current else (expects or dict)()
    else:
        from comodit_client.cli.inputs.editor import check_terminal, edited

        check_terminal("--file, --json or --set")
        initial = without_managed(current()) if current else _initial(app, call, template)
        return edited(app, call, initial, send, expects, accept_unchanged)
    # A member may be set to what looks like a mask, and a masked one to its real value.
    masked = {*masked_places(document)}
    document = assigned(document, assignments)
    check_masks(document, source.name if source else "the current object", masked)
    return send(document)


def _initial(app: App, call: Call, template: Template | None) -> str | dict[str, Any] | list[Any]:
    if template is None:
        from comodit_client.cli.inputs.templates import template_of

        return template_of(app, call)
    return template() if callable(template) else template
