# Made by `python -m generator` from handwritten/comodit_client/aio/_fleet/failing.py.
# Do not edit: change that, then run `make generate`.
"""Why hosts failed: exceptions, and the diagnoses of the first ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.api._fleet.action import ERROR
from comodit_client.rest.exceptions import HostFailed, WaitTimeout

if TYPE_CHECKING:
    from comodit_client.api._fleet.action import Action
    from comodit_client.api._fleet.task import Task
    from comodit_client.api.diagnosis import Diagnosis

ADVICE = "Fix the cause, then call retry() of the report."
WAIT_LONGER = "Call retry() of the report, or use a longer timeout."


def missing(task: Task) -> HostFailed:
    """Return the exception for a host that does not exist.

    Args:
        task: The host.
    """
    return HostFailed(f"{task.path} does not exist. Check the names.", entity=task.host)


def in_error(task: Task, diagnosis: Diagnosis | None = None) -> HostFailed:
    """Return the exception for a host that is in ERROR.

    Args:
        task: The host.
        diagnosis: Why it is; None if that was not read.
    """
    reasons = "" if diagnosis is None else f": {'; '.join(diagnosis.lines())}"
    diagnoses = {} if diagnosis is None else {task.host.name: diagnosis}
    message = f"{task.path} is {task.state}{reasons}. {ADVICE}"
    return HostFailed(message, entity=task.host, last=task.state, diagnoses=diagnoses)


def timed_out(task: Task, action: Action, timeout: float | None, advice: str = "") -> WaitTimeout:
    """Return the exception for a host that did not reach the goal in time.

    Args:
        task: The host.
        action: The action.
        timeout: The timeout.
        advice: What to do; empty if only more time helps.
    """
    message = (
        f"Timed out after {timeout} s waiting for {task.path} to be {action.goal}. Last state: {task.state}. "
        f"{advice or WAIT_LONGER}"
    )
    return WaitTimeout(message, entity=task.host, last=task.state)


def reason(task: Task, error: Exception) -> str:
    """Return why a host failed, as the text of its result, which also has the state.

    Args:
        task: The host.
        error: The exception.
    """
    if isinstance(error, HostFailed):
        return "the host is in ERROR" if task.state == ERROR else "the host does not exist"
    return str(error) or type(error).__name__
