# Made by `python -m generator` from handwritten/comodit_client/aio/_fleet/diagnoses.py.
# Do not edit: change that, then run `make generate`.
"""Reads why the first failed hosts are in ERROR, and whether the machines of the first late ones are stopped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.api._fleet import failing
from comodit_client.api._host import stopped_machine
from comodit_client.api._host.diagnosing import diagnose_briefly
from comodit_client.api._shared.wait_time import GRACE
from comodit_client.rest import _sync_io
from comodit_client.rest.deadline import Deadline
from comodit_client.rest.exceptions import WaitTimeout

if TYPE_CHECKING:
    from comodit_client.api._fleet.lanes import Lanes
    from comodit_client.api._fleet.run import Run
    from comodit_client.api._fleet.task import Task
    from comodit_client.api.diagnosis import Diagnosis


class Diagnoses:
    """The diagnoses of a run.

    Args:
        run: The run, which lists the hosts to diagnose.
        lanes: Where requests run.
    """

    def __init__(self, run: Run, lanes: Lanes) -> None:
        self._run = run
        self._lanes = lanes

    def start_next(self) -> bool:
        """Start the next diagnosis.

        Returns:
            False if there is nothing to diagnose now.
        """
        if not self._run.to_diagnose:
            return False
        task = self._run.to_diagnose.popleft()
        if isinstance(task.exception, WaitTimeout):
            self._lanes.start(partial(_machine_advice, task), partial(self._advise, task))
        else:
            self._lanes.start(partial(diagnose_briefly, task.host.client, task.names), partial(self._read, task))
        return True

    def _advise(self, task: Task, advice: str) -> None:
        task.exception = failing.timed_out(task, self._run.action, self._run.options.timeout, advice)
        task.error = failing.reason(task, task.exception)

    def _read(self, task: Task, diagnosis: Diagnosis) -> None:
        task.diagnosis = diagnosis
        task.error = "; ".join(diagnosis.lines())
        task.exception = failing.in_error(task, diagnosis)


def _machine_advice(task: Task) -> str:
    with Deadline(_sync_io.monotonic, GRACE).active():
        return stopped_machine.advice(task.host.client, task.names)
