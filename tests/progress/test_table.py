"""On a terminal, the table shows what needs attention first, and at most what fits."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from comodit_client.progress.snapshot import Snapshot, after_error, snapshot_of
from comodit_client.progress.table import Screen
from comodit_client.rest.exceptions import HostFailed
from comodit_client.rest.progress import Count
from tests.progress.conftest import Result, Time


def drawn(screen: Screen, height: int = 12) -> list[str]:
    """Return the lines that a terminal shows."""
    console = Console(file=io.StringIO(), width=60, height=height, color_system=None)
    console.print(screen)
    file = console.file
    assert isinstance(file, io.StringIO)
    return [line.rstrip() for line in file.getvalue().splitlines()]


def test_failed_and_late_hosts_come_first(time: Time) -> None:
    screen = Screen(time, "Waiting for 10000 hosts")
    states: dict[str, str | None] = {f"web-{number:05}": "READY" for number in range(10_000)}
    states |= {"web-09000": "ERROR", "web-08000": "PROVISIONING", "web-07000": None}
    screen.update(snapshot_of(Result(False, states, states, ["web-07000", "web-09000"], ["web-08000"])))
    time.now += 61
    assert drawn(screen, height=9) == [
        "| 1:01 Waiting for 10000 hosts",
        "  1 ERROR, 1 PROVISIONING, 1 not found, 9997 READY",
        "  web-07000  not found     1:01",
        "  web-09000  ERROR         1:01",
        "  web-08000  PROVISIONING  1:01",
        "  web-00000  READY         1:01",
        "  web-00001  READY         1:01",
        "  and 9995 more",
    ]


def test_states_are_counted_once_a_poll_however_often_they_are_drawn(
    time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[Snapshot] = []
    counts = Snapshot.counts
    monkeypatch.setattr(Snapshot, "counts", lambda snapshot: counted.append(snapshot) or counts(snapshot))
    screen = Screen(time, "Waiting")
    screen.update(snapshot_of(Result(False, {"a": "UPDATING", "b": "READY"})))
    for _ in range(5):
        assert drawn(screen)[1] == "  1 READY, 1 UPDATING"
    assert len(counted) == 1


def test_the_time_in_a_state_starts_with_the_state(time: Time) -> None:
    screen = Screen(time, "Waiting")
    screen.update(snapshot_of(Result(False, {"a": "UPDATING", "b": "UPDATING"})))
    time.now += 5
    screen.update(snapshot_of(Result(False, {"a": "READY", "b": "UPDATING"})))
    time.now += 2
    assert drawn(screen)[2:] == ["  a  READY     0:02", "  b  UPDATING  0:07"]


def test_the_clock_stops_at_the_end(time: Time) -> None:
    screen = Screen(time, "Waiting for a host with a name that does not fit on one line")
    screen.update(snapshot_of(Result(True, "READY")))
    time.now += 3
    screen.close("done")
    time.now += 3
    assert drawn(screen) == ["done 0:03 Waiting for a host with a name that does not fit …", "  READY"]


def test_an_execution_has_its_state_and_its_hosts(time: Time) -> None:
    screen = Screen(time, "Waiting")
    parts = {"A/E/a": "FINISHED", "A/E/b": "RUNNING"}
    screen.update(snapshot_of(Result(False, "RUNNING", parts, [], ["A/E/b"])))
    assert drawn(screen)[1:] == [
        "  RUNNING - 1 FINISHED, 1 RUNNING",
        "  A/E/b  RUNNING   0:00",
        "  A/E/a  FINISHED  0:00",
    ]


def test_an_import_has_a_bar(time: Time) -> None:
    screen = Screen(time, "Applying the changes")
    screen.count(Count(3, 12, "create host web\x1b[2J"))
    line = drawn(screen)[1]
    assert line.endswith("3/12 create host web\\x1b[2J")
    assert line.startswith("━")


def test_names_are_not_markup(time: Time) -> None:
    screen = Screen(time, "[bold]Waiting")
    screen.update(snapshot_of(Result(False, {"[red]a": "READY"})))
    assert drawn(screen)[0] == "| 0:00 [bold]Waiting"
    assert drawn(screen)[2] == "  [red]a  READY  0:00"


class Name(str):
    """A name that counts its comparisons."""

    compared = 0
    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Name.compared += 1
        return super().__eq__(other)


def test_failed_and_late_hosts_are_not_compared_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Name, "compared", 0)
    failed = [Name(f"failed-{number}") for number in range(100)]
    late = [Name(f"late-{number}") for number in range(100)]
    states: dict[str, str | None] = {**dict.fromkeys(failed, "ERROR"), **dict.fromkeys(late, "UPDATING")}
    shown = after_error(Snapshot(), HostFailed("", last=states, failed=failed, late=late))
    assert (len(shown.failed), len(shown.late)) == (100, 100)
    assert Name.compared < 1000
