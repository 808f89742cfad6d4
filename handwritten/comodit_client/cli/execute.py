"""Runs a command: sends its operation, or calls its function."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from comodit_client.cli.app import App
from comodit_client.cli.inputs.questions import question
from comodit_client.cli.near import near_names
from comodit_client.cli.output.check import check_options
from comodit_client.cli.verbose import logged

if TYPE_CHECKING:
    from collections.abc import Callable

    from comodit_client.cli.call import Call


def execute(call: Call) -> None:
    """Run a command.

    Args:
        call: The command.
    """
    check_options(call)
    if call.option("timeout"):
        from comodit_client.cli.waiting import timeout_of

        timeout_of(call)  # an invalid value is reported before anything is sent
    with logged(call), App(call) as app, near_names(app, call):
        _function(call)(app, call)


def _function(call: Call) -> Callable[[App, Call], None]:
    name = call.spec.get("run")
    if not name:
        return KINDS[call.kind]
    module, _, function = name.partition(".")
    found: Callable[[App, Call], None] = getattr(import_module(f"comodit_client.cli.commands.{module}"), function)
    return found


def list_(app: App, call: Call) -> None:
    """Show a list.

    Args:
        app: The client and the output.
        call: The command.
    """
    request = call.request()
    # Some lists are plain arrays.
    found = app.read(request) if request.response_kind == "array" else app.read_list(request)
    app.show(plain(found))


def show(app: App, call: Call) -> None:
    """Show an object or a value.

    Args:
        app: The client and the output.
        call: The command.
    """
    app.show(plain(app.read(call.request())))


def content(app: App, call: Call) -> None:
    """Show a text or bytes.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.cli.output.content import write_content

    write_content(app.read(call.request()), call)


def create(app: App, call: Call) -> None:
    """Create an object from a document and show it.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.cli.inputs.documents import send_document

    send_document(app, call, None)


def update(app: App, call: Call) -> None:
    """Update an object from a document and show it.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.cli.inputs.documents import send_document

    current = call.spec.get("current")
    send_document(app, call, (lambda: app.read(call.request(operation=current))) if current else None)


def upload(app: App, call: Call) -> None:
    """Upload a file.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.cli.inputs.files import opened

    with opened(call.argument("path")) as part:
        shown(app, app.write(call.request(part)))


def action(app: App, call: Call) -> None:
    """Ask, if the command has a question, then send a request without a document and show what it returns.

    Args:
        app: The client and the output.
        call: The command.
    """
    if "question" in call.spec:
        app.confirm(lambda: question(call, app))
    shown(app, app.write(call.request()))


def shown(app: App, result: Any) -> None:
    """Show what a request returned, unless it was not sent.

    Args:
        app: The client and the output.
        result: The result.
    """
    if not app.is_dry_run:
        app.show(plain(result))


def plain(value: Any) -> Any:
    """Return a result as a JSON value.

    Args:
        value: A view, a list of views, or a JSON value.
    """
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.get_json() if hasattr(value, "get_json") else value


KINDS = {
    "list": list_,
    "show": show,
    "value": show,
    "content": content,
    "create": create,
    "update": update,
    "send": create,
    "upload": upload,
    "delete": action,
    "action": action,
}
