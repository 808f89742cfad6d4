"""The file of a report. It is replaced as a whole, so a killed process leaves the last complete one."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from comodit_client.aio._fleet.task import Before, Status
from comodit_client.rest import _async_io
from comodit_client.rest.exceptions import UnusableFile
from comodit_client.wire.writing import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from comodit_client.aio._fleet.action import Action
    from comodit_client.aio._fleet.options import Options
    from comodit_client.aio._fleet.run import Run
    from comodit_client.aio._fleet.task import Task

FORMAT = "comodit fleet report"
VERSION = 1
#: Seconds between two writes that no group of actions needs.
INTERVAL = 5.0
#: The largest part of the time that writing may take.
LARGEST_SHARE = 0.05
#: A report names hosts, and nobody else needs to read it.
MODE = 0o600


class Saver:
    """Writes the report of a run as the run goes on. Only hosts that changed since the last time are encoded again.

    Args:
        run: The run.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._next = 0.0
        self._texts: dict[Task, tuple[tuple[object, ...], str]] = {}

    def save(self) -> None:
        """Write the report, if it is to be saved."""
        path = self._run.options.save_to
        if path is None:
            return
        start = _async_io.monotonic()
        run = self._run
        save(path, header(run.action, run.options, run.stopped_by), map(self._text, run.tasks))
        end = _async_io.monotonic()
        self._next = end + max(INTERVAL, (end - start) / LARGEST_SHARE)

    def save_if_old(self) -> None:
        """Write the report, if the last time is long ago."""
        if _async_io.monotonic() >= self._next:
            self.save()

    def _text(self, task: Task) -> str:
        values = (task.status, task.state, task.error, task.duration, task.before, task.is_unknown)
        known = self._texts.get(task)
        if known is None or known[0] != values:
            known = self._texts[task] = values, host_text(task)
        return known[1]


def header(action: Action, options: Options, stopped_by: str) -> dict[str, Any]:
    """Return a report as JSON, without the hosts.

    Args:
        action: The action.
        options: The options.
        stopped_by: Why the run stopped early.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "action": action.NAME,
        "arguments": action.arguments(),
        "options": options.saved(),
        "saved": datetime.now(UTC).isoformat(timespec="seconds"),
        "stopped_by": stopped_by,
    }


def save(path: str | os.PathLike[str], members: Mapping[str, Any], hosts: Iterable[str]) -> None:
    """Write a report.

    Args:
        path: The file.
        members: The report as JSON, without the hosts.
        hosts: The hosts as JSON texts.

    Raises:
        UnusableFile: The file cannot be written.
    """
    text = f'{json.dumps(members)[:-1]}, "hosts": [{", ".join(hosts)}]}}'
    with written(path, MODE) as file:
        file.write(text.encode("ascii"))


def check_new(path: str | os.PathLike[str]) -> None:
    """Check that a file does not exist yet.

    Args:
        path: The file.

    Raises:
        UnusableFile: It exists.
    """
    if os.path.lexists(path):
        raise UnusableFile(
            f"Cannot save the report to {os.fspath(path)!r}: the file exists. To go on with its run, call "
            "FleetReport.load(path, client), then retry(). Otherwise remove the file, or save to another one."
        )


def read(path: str | os.PathLike[str]) -> dict[str, Any]:
    """Read a report.

    Args:
        path: The file.

    Returns:
        The report as JSON.

    Raises:
        UnusableFile: The file cannot be read, or does not hold a report.
    """
    name = os.fspath(path)
    try:
        report = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise UnusableFile(f"Cannot read {name!r}: {error.strerror or error}. Check the path.") from error
    except ValueError as error:
        raise UnusableFile(f"Cannot read {name!r}: it is damaged, or is not a report ({error}).") from error
    if not isinstance(report, dict) or report.get("format") != FORMAT:
        raise UnusableFile(f"Cannot read {name!r}: it is not a fleet report. Give a file that `save_to` named.")
    if report.get("version") != VERSION:
        raise UnusableFile(
            f"Cannot read {name!r}: this release reads version {VERSION}, not {report.get('version')!r}. "
            "Use the release that wrote it."
        )
    return report


def host_text(task: Task) -> str:
    """Return a host as a JSON text.

    Args:
        task: The host.
    """
    organization, environment, name = task.names
    members = {
        "endpoint": task.host.client.endpoint,
        "organization": organization,
        "environment": environment,
        "name": name,
        "status": task.status.value,
        "state": task.state,
        "error": task.error,
        "seconds": round(task.duration, 3),
        "before": None if task.before is None else {"state": task.before.state, "newest": task.before.newest},
        "is_unknown": task.is_unknown or task.status == Status.STARTED,
    }
    return json.dumps(members)


@attrs.frozen
class SavedHost:
    """A host in a file.

    Args:
        endpoint: The API root of its server.
        names: The names of the organization, the environment and the host.
        status: The progress.
        state: The state that was seen last.
        error: Why it failed.
        seconds: The duration.
        before: The host before its action.
        is_unknown: Whether the action may have been carried out.
    """

    endpoint: str
    names: tuple[str, str, str]
    status: Status
    state: str | None
    error: str
    seconds: float
    before: Before | None
    is_unknown: bool

    @classmethod
    def of(cls, saved: Mapping[str, Any]) -> SavedHost:
        """Return a host from its JSON object.

        Args:
            saved: The JSON object.

        Raises:
            KeyError: A member is missing.
            ValueError: A member is invalid.
            TypeError: A member has the wrong type.
        """
        before = saved["before"]
        return cls(
            str(saved["endpoint"]),
            (str(saved["organization"]), str(saved["environment"]), str(saved["name"])),
            Status(saved["status"]),
            None if saved["state"] is None else str(saved["state"]),
            str(saved["error"]),
            float(saved["seconds"]),
            None if before is None else Before(before["state"], before["newest"]),
            bool(saved["is_unknown"]),
        )

    def restored(self, task: Task) -> Task:
        """Set the state of a host to this one.

        Args:
            task: The host.

        Returns:
            The host.
        """
        task.status, task.state, task.error, task.duration = self.status, self.state, self.error, self.seconds
        task.before, task.is_unknown = self.before, self.is_unknown
        return task
