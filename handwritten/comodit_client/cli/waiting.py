"""Waits for what a command started, as --wait, --timeout and --progress ask for."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, get_args

import click

from comodit_client.cli.exits import USAGE, Failure

if TYPE_CHECKING:
    from comodit_client.api._shared.execution import Execution
    from comodit_client.api.host import Host
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call
    from comodit_client.progress import Display

DURATION = re.compile(r"(\d+(?:\.\d+)?)([smh]?)", re.ASCII)
SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600}
#: The formats that can have several documents, one after the other. The others are one document.
SEVERAL = ("table", "name")
#: The words of the command that continues an execution after an error.
CONTINUE = "organizations {kind}s actions continue"


def timeout_of(call: Call) -> float | None:
    """Return the value of --timeout in seconds.

    Args:
        call: The command.

    Returns:
        The seconds; None for no limit, which is also what 0 means.

    Raises:
        click.UsageError: The value is not a duration.
    """
    text = call.option("timeout")
    if text is None:
        return None
    found = DURATION.fullmatch(text)
    if found is None:
        raise click.UsageError(f"Invalid value for --timeout: {text!r} is not a duration such as 90, 90s, 10m or 1h.")
    return float(found[1]) * SECONDS[found[2]] or None


def progress_of(call: Call) -> Display | None:
    """Return what shows the progress of a wait on standard error.

    Args:
        call: The command.

    Returns:
        The callback; None if the user wants none: with -q, or without --progress if standard error is not a terminal.
    """
    if call.option("quiet") or not (call.option("progress") or sys.stderr.isatty()):
        return None
    from comodit_client.progress import live

    return live()


def wait_for_changes(app: App, call: Call, where: tuple[str, str, str]) -> None:
    """Wait until a host has no pending changes.

    Args:
        app: The client.
        call: The command.
        where: The names of the organization, the environment and the host.

    Raises:
        ChangeFailed: A task failed.
        WaitTimeout: The timeout passed.
    """
    _host(app, where).wait_for_pending_changes(timeout_of(call), progress=progress_of(call))


def wait_for_state(
    app: App, call: Call, where: tuple[str, str, str], state: str, failures: Iterable[str] = ("ERROR",)
) -> None:
    """Wait until a host is in a state.

    Args:
        app: The client.
        call: The command.
        where: The names of the organization, the environment and the host.
        state: The state.
        failures: The states that end the wait with an error.

    Raises:
        HostFailed: The host is in one of the failure states.
        WaitTimeout: The timeout passed.
    """
    wanted: Any = state
    failed: Any = tuple(failures)
    _host(app, where).wait_for_state(wanted, timeout_of(call), failures=failed, progress=progress_of(call))


def wait_for_change(app: App, call: Call, where: tuple[str, str, str], key: str) -> None:
    """Wait until a change of a host is completed.

    Args:
        app: The client.
        call: The command.
        where: The names of the organization, the environment and the host.
        key: The key of the change.

    Raises:
        ChangeFailed: A task failed.
        WaitTimeout: The timeout passed.
        WaitException: The host has no such change.
    """
    progress: Any = progress_of(call) or False
    _host(app, where).wait_for_change_terminated(key, timeout_of(call), progress)


def execution_of(app: App, kind: str, organization: str, name: str, uuid: str) -> Execution:
    """Return an execution. Sends no request.

    Args:
        app: The client.
        kind: "orchestration" or "pipeline".
        organization: The name of the organization.
        name: The name of the orchestration or pipeline.
        uuid: The id of the execution.
    """
    collection = app.client.pipeline_contexts if kind == "pipeline" else app.client.orchestration_contexts
    return collection(organization, name).new({"uuid": uuid})


def finish(app: App, call: Call, execution: Execution) -> None:
    """Wait until an execution has finished with success; if it failed, name the command that continues it.

    Args:
        app: The client.
        call: The command.
        execution: The execution.

    Raises:
        ExecutionFailed: The execution failed, was paused, or was stopped.
        WaitTimeout: The timeout passed.
    """
    try:
        execution.wait(timeout_of(call), progress=progress_of(call))
    finally:
        if execution.status == "ERROR":
            from shlex import join

            words = [*CONTINUE.format(kind=execution.KIND).split(), *execution.collection.where, execution.identifier]
            app.note(f"To continue it: comodit {join(map(str, words))}")


def show_started(
    app: App, call: Call, started: Any, result: str, wait: Callable[[], object], latest: Callable[[], Any]
) -> None:
    """Show what a command started, and wait for it with --wait.

    Tables and names are shown before the wait. The other formats are one document, which is shown at the end of the
    wait, also if it fails or is interrupted; the id is then a message.

    Args:
        app: The client and the output.
        call: The command.
        started: The JSON object of what was started. Its first member is the id.
        result: The name of the object in the schema; empty if it has none.
        wait: Waits for it.
        latest: Returns the JSON object as it was last read. It sends no request.
    """
    if not call.option("wait"):
        app.show(started, result)
    elif is_shown_first(call):
        app.show(started, result)
        sys.stdout.flush()
        wait()
    else:
        app.note(f"Started {next(iter(started.values()))}.")
        try:
            wait()
        finally:
            app.show(latest(), result)


def is_shown_first(call: Call) -> bool:
    """Return whether a command with --wait shows what it started before it waits.

    Args:
        call: The command.
    """
    return call.style in SEVERAL


def _host(app: App, where: tuple[str, str, str]) -> Host:
    organization, environment, host = where
    return app.client.hosts(organization, environment).new(host)


def known_state(name: str) -> str:
    """Return the state of hosts that a user means, in any case.

    Args:
        name: What the user wrote.

    Raises:
        Failure: Hosts do not have such a state.
    """
    from comodit_client.wire.hosts import HostState

    states: tuple[str, ...] = get_args(HostState)
    if name.upper() in states:
        return name.upper()
    raise Failure(f"Cannot wait for {name!r}: hosts have no such state. Use one of {', '.join(states)}.", USAGE)
