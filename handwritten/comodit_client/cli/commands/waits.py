"""Commands that wait for what is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.cli import waiting

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def hosts(app: App, call: Call) -> None:
    """Wait until hosts are in a state, with one list request per poll, and show them.

    Args:
        app: The client and the output.
        call: The command.
    """
    state: Any = waiting.known_state(call.option("state") or "READY")
    collection = app.client.hosts(call.argument("organization"), call.argument("environment"))
    found = collection.wait_for_state(
        state,
        call.repeated("names") or None,
        timeout=waiting.timeout_of(call),
        progress=waiting.progress_of(call),
    )
    app.show([host.get_json() for host in found], "Host")


def changes(app: App, call: Call) -> None:
    """Wait until a host has no pending changes, and show those that are pending: none.

    Args:
        app: The client and the output.
        call: The command.
    """
    waiting.wait_for_changes(
        app, call, (call.argument("organization"), call.argument("environment"), call.argument("host"))
    )
    app.show([], "Change")


def orchestration(app: App, call: Call) -> None:
    """Wait until an execution of an orchestration has finished, and show it.

    Args:
        app: The client and the output.
        call: The command.
    """
    _execution(app, call, "orchestration", "OrchestrationContext")


def pipeline(app: App, call: Call) -> None:
    """Wait until an execution of a pipeline has finished, and show it.

    Args:
        app: The client and the output.
        call: The command.
    """
    _execution(app, call, "pipeline", "PipelineContext")


def _execution(app: App, call: Call, kind: str, result: str) -> None:
    execution = waiting.execution_of(
        app, kind, call.argument("organization"), call.argument(kind), call.argument("context")
    )
    waiting.finish(app, call, execution)
    app.show(execution.get_json(), result)
