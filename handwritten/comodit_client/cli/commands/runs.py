"""Commands that start executions and handlers, continue them, and list them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.cli import waiting

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call

#: The characters around a change's key in the response to running a handler.
KEY_QUOTES = '" \r\n'
ORCHESTRATION, PIPELINE = "orchestration", "pipeline"


def orchestration(app: App, call: Call) -> None:
    """Run an orchestration.

    Args:
        app: The client and the output.
        call: The command.
    """
    _execute(app, call, ORCHESTRATION, call.argument("organization"), call.argument(ORCHESTRATION))


def pipeline(app: App, call: Call) -> None:
    """Run a pipeline.

    Args:
        app: The client and the output.
        call: The command.
    """
    _execute(app, call, PIPELINE, call.argument("organization"), call.argument(PIPELINE))


def resume(app: App, call: Call) -> None:
    """Continue a paused execution.

    Args:
        app: The client and the output.
        call: The command.
    """
    _continue(app, call)


def restart(app: App, call: Call) -> None:
    """Continue an execution after an error.

    Args:
        app: The client and the output.
        call: The command.
    """
    _continue(app, call, {"skipError": bool(call.option("skip-error"))})


def executions(app: App, call: Call) -> None:
    """List executions, with --status only those with a status.

    Args:
        app: The client and the output.
        call: The command.
    """
    wanted = (call.option("status") or "").upper()
    found = app.read_list(call.request())
    app.show([one for one in found if not wanted or str(one.get("status") or "").upper() == wanted])


def handler(app: App, call: Call) -> None:
    """Run a handler of an application on a host.

    Args:
        app: The client and the output.
        call: The command.
    """
    text: str | None = app.write(call.request())
    if app.is_dry_run:
        return
    key = (text or "").strip(KEY_QUOTES)
    organization, environment, host, application, name = call.names
    started: dict[str, Any] = {"key": key, "host": host, "application": application, "handler": name}
    latest = started

    def wait() -> None:
        from comodit_client.rest.exceptions import ChangeFailed

        nonlocal latest
        try:
            waiting.wait_for_change(app, call, (organization, environment, host), key)
        except ChangeFailed as error:
            latest = error.changes[0].get_json()
            raise
        if not waiting.is_shown_first(call):
            changes = app.client.hosts(organization, environment).new(host).all_changes()
            latest = next((change.get_json() for change in changes if change.change_id == key), started)

    waiting.show_started(app, call, started, "", wait, lambda: latest)


def _continue(app: App, call: Call, *body: object) -> None:
    organization, name, _ = call.names
    kind = PIPELINE if call.words[1].startswith(PIPELINE) else ORCHESTRATION
    _execute(app, call, kind, organization, name, *body)


def _execute(app: App, call: Call, kind: str, organization: str, name: str, *body: object) -> None:
    result = app.write(call.request(*body))
    if result is None:  # it was not sent, or the server sent nothing to show
        return
    document = result.get_json()
    # The id comes first in tables, wherever the server writes it.
    started = {"uuid": document.get("uuid"), **document}
    execution = waiting.execution_of(app, kind, organization, name, str(started["uuid"]))
    execution.set_json(started)
    waiting.show_started(
        app,
        call,
        started,
        call.spec.get("result", ""),
        lambda: waiting.finish(app, call, execution),
        execution.get_json,
    )
