"""Clocks: each kind can be advanced, set and replaced, and the time of a sandbox does not go backwards."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from comodit_client.sandbox import ApiError, ManualClock, Sandbox, SteppingClock, WallClock
from comodit_client.sandbox.state.clock import LAST, Clock
from comodit_client.sandbox.state.clock_options import clock_from_document, clock_from_text

START = 1_767_225_600.0  # 2026-01-01


class OnlyNow:
    """A clock of a user."""

    def __init__(self, moment: float = 2_000_000_000.0) -> None:
        self.moment = moment

    def now(self) -> float:
        return self.moment


def control(sandbox: Sandbox, command: str, body: Any = None, status: int = 200) -> Any:
    """Send a control command: a GET without a body."""
    url = f"{sandbox.base_url}/sandbox/{command}"
    response = httpx.get(url) if body is None else httpx.post(url, json=body)
    assert response.status_code == status, response.text
    return response.json()


@pytest.fixture
def running():
    with Sandbox() as sandbox:
        yield sandbox


@pytest.mark.parametrize("clock", [WallClock(), WallClock(60, 3600), ManualClock(), SteppingClock(5)])
def test_all_kinds_can_be_advanced(clock: Clock) -> None:
    sandbox = Sandbox(clock=clock)
    before = sandbox.now()
    sandbox.advance(1000)
    assert before + 1000 <= sandbox.now() < before + 2000
    assert sandbox.clock is clock
    sandbox.close()


def test_a_running_clock_has_a_factor_and_an_offset(monkeypatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1000.0)
    monkeypatch.setattr("time.monotonic", lambda: 5.0)
    clock = WallClock(factor=60, offset=-100)
    assert clock.now() == 900
    monkeypatch.setattr("time.monotonic", lambda: 7.0)
    assert clock.now() == 900 + 120
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert clock.now() == 1020  # The time of the machine was set back.
    clock.restart()
    assert clock.now() == -100


def test_a_clock_with_only_now_cannot_be_advanced() -> None:
    sandbox = Sandbox(clock=OnlyNow())
    with pytest.raises(ApiError, match="no method advance") as caught:
        sandbox.advance(1)
    assert caught.value.status == 409
    assert sandbox.now() == 2_000_000_000
    sandbox.reset()
    sandbox.restore(sandbox.snapshot())
    sandbox.close()


@pytest.mark.parametrize("seconds", [-1, float("nan"), float("inf"), 10**400, LAST])
def test_an_invalid_advance(seconds: float) -> None:
    for clock in (ManualClock(), WallClock(), SteppingClock()):
        sandbox = Sandbox(clock=clock)
        before = sandbox.now()
        with pytest.raises(ApiError):
            sandbox.advance(seconds)
        assert before <= sandbox.now() < before + 60
        sandbox.close()


def test_a_read_moves_a_clock_per_read() -> None:
    with Sandbox(clock="per-read,step=5,start=0") as sandbox, httpx.Client(base_url=sandbox.url) as client:
        client.get("/flavors/", auth=("UUU", "PPP"))
        client.get("/flavors/")  # 401: a poll as well
        client.post("/organizations/", json={"name": "x"}, auth=("UUU", "PPP")).raise_for_status()
        control(sandbox, "clock")
        assert sandbox.now() == 10


def test_polls_reach_the_end_of_a_provisioning() -> None:
    with Sandbox(provision_time=90, clock="per-read,step=30") as sandbox:
        sandbox.make_hosts(1)
        path = f"{sandbox.url}/organizations/OOO/environments/Default/hosts/host-00000"
        with httpx.Client(auth=("UUU", "PPP")) as client:
            client.post(f"{path}/instance/", json={}).raise_for_status()
            states = [client.get(path).json()["state"] for _ in range(3)]
    assert states == ["PROVISIONING", "PROVISIONING", "READY"]


def test_the_clock_by_http(running: Sandbox) -> None:
    assert control(running, "clock")["kind"] == "running"
    assert control(running, "clock")["factor"] == 1
    present = running.now()
    frozen = control(running, "clock", {"kind": "frozen"})
    assert frozen["kind"] == "frozen"
    assert present <= frozen["now"] < present + 60
    control(running, "advance", {"seconds": 10})
    assert control(running, "clock")["now"] == frozen["now"] + 10
    late = {"kind": "per-read", "step": 2, "start": "2100-01-01T00:00:00Z"}
    assert control(running, "clock", late) == {
        "kind": "per-read",
        "now": 4102444800.0,
        "time": "2100-01-01T00:00:00.000+0000",
        "step": 2.0,
    }
    assert control(running, "clock", {"kind": "running", "factor": 60})["now"] >= 4102444800.0
    running.set_clock(OnlyNow(5_000_000_000))
    assert control(running, "clock") == {
        "kind": "custom",
        "now": 5_000_000_000,
        "time": "2128-06-11T08:53:20.000+0000",
    }
    control(running, "advance", {"seconds": 1}, 409)


def test_the_time_does_not_go_backwards() -> None:
    sandbox = Sandbox(clock="frozen,start=2026-01-01T00:00:00Z")
    assert sandbox.now() == START
    for clock in ("frozen,start=5", "running,offset=-100000000", "per-read,start=5", OnlyNow(5)):
        with pytest.raises(ApiError, match="set it back") as caught:
            sandbox.set_clock(clock)
        assert caught.value.status == 409
    sandbox.set_clock("running")
    assert START <= sandbox.now() < START + 60
    sandbox.set_clock(ManualClock())
    assert START <= sandbox.now() < START + 60
    sandbox.reset()
    assert sandbox.now() == START
    sandbox.close()


def test_a_reset_returns_to_the_initial_clock() -> None:
    clock = ManualClock(START)
    clock.advance(5)
    sandbox = Sandbox(clock=clock)
    sandbox.advance(7)
    sandbox.set_clock("per-read,step=9")
    sandbox.reset()
    assert (sandbox.clock, sandbox.now()) == (clock, START + 5)
    sandbox.close()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("stopped", "one of running, frozen, per-read"),
        ("", "one of"),
        ("frozen,step=1", "no option 'step'; use start"),
        ("frozen,start=soon", "not a date"),
        ("frozen,start=-1", "1970"),
        ("frozen,start=1e300", "1970"),
        ("frozen,start=nan", "1970"),
        ("running,factor=0", "positive"),
        ("running,factor=fast", "'factor' must be a number"),
        ("running,offset=-1e12", "1970"),
        ("per-read,step=-1", "0 or more"),
        ("per-read,step", "'step' must be a number"),
    ],
)
def test_an_invalid_clock(text: str, words: str) -> None:
    with pytest.raises(ApiError, match=words) as caught:
        clock_from_text(text)
    assert caught.value.status == 400


def test_invalid_clocks_by_http(running: Sandbox) -> None:
    for body in ({}, {"kind": []}, {"kind": "frozen", "start": True}, {"kind": "frozen", "start": 10**400}):
        control(running, "clock", body, 400)
    assert isinstance(clock_from_document({"kind": "running", "offset": 0}), WallClock)


def test_the_time_of_a_database_does_not_go_backwards(tmp_path) -> None:
    db = str(tmp_path / "db")
    for wanted in (10, 20, 30):
        sandbox = Sandbox(db=db, clock="frozen")
        sandbox.advance(10)
        assert sandbox.now() == ManualClock().now() + wanted
        sandbox.close()
    sandbox = Sandbox(db=db, clock="frozen,start=7")
    assert sandbox.now() == 7
    sandbox.close()
