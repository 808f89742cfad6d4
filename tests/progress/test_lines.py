"""Without a terminal, each change is one line."""

from __future__ import annotations

import io

import pytest

from comodit_client.progress.display import Display
from comodit_client.rest.exceptions import HostFailed, WaitTimeout
from comodit_client.rest.progress import Count
from tests.progress.conftest import Result, Time


@pytest.fixture
def shown(time: Time) -> tuple[Display, io.StringIO]:
    file = io.StringIO()
    return Display(file, time), file


def test_a_state_is_written_when_it_changes(shown: tuple[Display, io.StringIO], time: Time) -> None:
    display, file = shown
    display.started("Waiting for web")
    for state, seconds in (("PROVISIONING", 1), ("PROVISIONING", 64), ("READY", 3600)):
        display(Result(state == "READY", state))
        time.now += seconds
    assert file.getvalue().splitlines() == [
        "0:00 Waiting for web",
        "0:00 PROVISIONING",
        "1:05 READY",
        "1:05 done",
    ]


def test_each_host_of_a_few_has_its_lines(shown: tuple[Display, io.StringIO]) -> None:
    display, file = shown
    display(Result(False, {"a": "UPDATING", "b": "READY"}))
    display(Result(False, {"a": "UPDATING", "b": "READY"}))
    display(Result(True, {"a": "READY", "b": "READY"}))
    assert file.getvalue().splitlines() == ["0:00 a: UPDATING", "0:00 b: READY", "0:00 a: READY", "0:00 done"]


def test_many_changes_are_counted_and_failed_hosts_named(shown: tuple[Display, io.StringIO]) -> None:
    display, file = shown
    states: dict[str, str | None] = {f"web-{number}": "PROVISIONING" for number in range(10_000)}
    display(Result(False, states))
    display(Result(False, states | {f"web-{number}": "READY" for number in range(20)} | {"web-7": "ERROR"}))
    assert file.getvalue().splitlines() == [
        "0:00 10000 PROVISIONING",
        "0:00 1 ERROR, 19 READY, 9980 PROVISIONING",
        "0:00 web-7: ERROR",
    ]


def test_the_states_of_an_exception_are_written(shown: tuple[Display, io.StringIO]) -> None:
    display, file = shown
    display(Result(False, {"a": "UPDATING", "b": "READY"}, late=["a"]))
    display.ended(HostFailed("it failed", last={"a": "ERROR", "b": "READY", "c": None}, failed=["a", "c"]))
    assert file.getvalue().splitlines()[2:] == ["0:00 a: ERROR", "0:00 c: not found", "0:00 failed"]


@pytest.mark.parametrize(
    ("error", "outcome"),
    [(WaitTimeout("late"), "timed out"), (KeyboardInterrupt(), "interrupted"), (OSError(), "failed")],
)
def test_the_last_line_is_the_outcome(shown: tuple[Display, io.StringIO], error: BaseException, outcome: str) -> None:
    display, file = shown
    display(Result(False, "UPDATING"))
    display.ended(error)
    display.ended(None)
    assert file.getvalue().splitlines() == ["0:00 UPDATING", f"0:00 {outcome}"]


def test_counts_are_written_every_few_seconds_and_at_the_end(shown: tuple[Display, io.StringIO], time: Time) -> None:
    display, file = shown
    display.started("Exporting")
    for done in range(1, 13):
        display(Count(done, 12, f"item {done}"))
        time.now += 1
    display.ended(None)
    assert file.getvalue().splitlines() == [
        "0:00 Exporting",
        "0:00 1/12 item 1",
        "0:05 6/12 item 6",
        "0:10 11/12 item 11",
        "0:12 12/12 item 12",
        "0:12 done",
    ]


def test_pending_changes_are_listed(shown: tuple[Display, io.StringIO]) -> None:
    display, file = shown
    display(Result(False, ["0 - Install A", "1 - Install B"]))
    display(Result(False, ["1 - Install B"]))
    display(Result(True, []))
    assert file.getvalue().splitlines() == [
        "0:00 0 - Install A; 1 - Install B",
        "0:00 1 - Install B",
        "0:00 done",
    ]


def test_names_cannot_act_on_a_terminal(shown: tuple[Display, io.StringIO]) -> None:
    display, file = shown
    display(Result(False, {"a\x1b[2J\nb": "\x1b]0;x"}))
    assert file.getvalue().splitlines() == ["0:00 a\\x1b[2J\\nb: \\x1b]0;x"]


def test_a_file_of_another_encoding_gets_escapes() -> None:
    content = io.BytesIO()
    display = Display(io.TextIOWrapper(content, encoding="ascii"))
    display(Result(False, {"hôte-é": "READY"}))
    assert content.getvalue() == b"0:00 h\\xf4te-\\xe9: READY\n"


def test_a_closed_file_does_not_end_the_wait() -> None:
    file = io.StringIO()
    display = Display(file)
    display(Result(False, "UPDATING"))
    file.close()
    display(Result(False, "READY"))
    display.ended(None)


def test_one_display_shows_several_waits(shown: tuple[Display, io.StringIO]) -> None:
    display, file = shown
    for title in ("Waiting for a", "Waiting for b"):
        display.started(title)
        display(Result(True, "READY"))
        display.ended(None)
    assert file.getvalue().splitlines() == [
        *("0:00 Waiting for a", "0:00 READY", "0:00 done"),
        *("0:00 Waiting for b", "0:00 READY", "0:00 done"),
    ]
