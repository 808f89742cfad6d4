"""The documents that commands send."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from comodit_client.cli.exits import USAGE, Failure
from comodit_client.cli.inputs.assignments import assigned
from comodit_client.cli.inputs.managed import without_managed
from comodit_client.cli.inputs.parsing import parse
from comodit_client.cli.inputs.sources import given_source

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call

#: What stands in output for a secret.
MASK = "***"


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
    template: str | dict[str, Any] | list[Any] | Callable[[], str] | None = None,
    expects: type | None = dict,
) -> Any:
    """Read the document of a command.

    Args:
        app: The client and the output.
        call: The command.
        current: Returns the value to change, as a view or as JSON; None if one is created. A view loses the members that
            the server manages.
        template: What the editor begins with if there is no current value. Default: the template of the object.
        expects: The type of the document: dict, list, or None for any.

    Returns:
        The document.

    Raises:
        Failure: There is none, or it is not valid.
        click.exceptions.Exit: The user changed nothing in the editor.
    """
    return submit(app, call, lambda document: document, current, template, expects)


def submit(
    app: App,
    call: Call,
    send: Callable[[Any], Any],
    current: Callable[[], Any] | None = None,
    template: str | dict[str, Any] | list[Any] | Callable[[], str] | None = None,
    expects: type | None = dict,
) -> Any:
    """Read the document of a command and send it. If the server rejects it, an editor opens again.

    Args:
        app: The client and the output.
        call: The command.
        send: Sends the document.
        current: Returns the value to change, as a view or as JSON; None if one is created. A view loses the members that
            the server manages.
        template: What the editor begins with if there is no current value. Default: the template of the object.
        expects: The type of the document: dict, list, or None for any.

    Returns:
        What `send` returns.

    Raises:
        Failure: There is no document, or it is not valid.
        click.exceptions.Exit: The user changed nothing in the editor.
    """
    assignments = call.option("set") or ()
    source = given_source(call)
    if source is not None:
        document = parse(source.text, source.name, source.suffix, expects)
        check_masks(document, source.name)
    elif assignments:
        document = without_managed(current()) if current else (expects or dict)()
    else:
        from comodit_client.cli.inputs.editor import check_terminal, edited

        check_terminal("--file, --json or --set")
        initial = without_managed(current()) if current else _initial(app, call, template)
        return edited(app, call, initial, send, expects)
    return send(assigned(document, assignments))


def check_masks(document: Any, source: str) -> None:
    """Check that a document was not made from output in which secrets are masked.

    Args:
        document: The document.
        source: Where it is from, for the message.

    Raises:
        Failure: A member is masked. The server would take the mask as the new secret.
    """
    found = next(_masks(document, ""), None)
    if found is not None:
        raise Failure(
            f"Cannot send {source}: the value of {found} is masked. Get the document with --show-secrets, or remove the "
            f"member. If the value really is {MASK}, use --set.",
            USAGE,
        )


def _masks(value: Any, path: str) -> Iterator[str]:
    if value == MASK:
        yield path or "the document"
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _masks(item, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _masks(item, f"{path}[{position}]")


def _initial(
    app: App, call: Call, template: str | dict[str, Any] | list[Any] | Callable[[], str] | None
) -> str | dict[str, Any] | list[Any]:
    if template is None:
        from comodit_client.cli.inputs.templates import template_of

        return template_of(app, call)
    return template() if callable(template) else template
