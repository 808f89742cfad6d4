"""The quick start under faults: it reaches its goal or raises one of our exceptions, and does nothing twice."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comodit_client.rest import exceptions
from comodit_client.rest.exceptions import ApiException, PythonApiException, RequestTimeout, TransportError
from comodit_client.rest.http import NETWORK_ERRORS, TimeoutException
from comodit_client.rest.options import RetryPolicy
from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.faults.kinds import KINDS
from tests.scenarios.chaos import IMPATIENT, QuickStart, promised

TABLE = promised()
#: The steps that stand for a column of the table.
STEPS = [("organization",), ("describe",), ("instance", "delete"), ("create", "install")]
#: The steps in which a fault of hosts applies, in place of the last column's steps.
WORK = {"task": ["install"], "provision": ["provision"], "boot": ["provision"], "agent": ["install"]}
#: The faults that apply once to a host that is ready.
READY = ("describe", "instance", "install")
ROWS = [
    pytest.param(kind, step, cells[column], id=f"{kind}-{step}")
    for kind, cells in TABLE.items()
    for column, steps in enumerate(STEPS)
    for step in (WORK.get(kind, steps) if column == len(STEPS) - 1 else steps)
]
#: Bytes that come steadily, and an answer that comes when nobody listens any more.
SECONDS = {"latency": 60, "endless": 0.01}


@pytest.fixture(scope="module")
def server() -> Iterator[Sandbox]:
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(server: Sandbox) -> Iterator[Sandbox]:
    server.reset()
    yield server
    server.end_faults()


@pytest.fixture
def start(colour: Any, sandbox: Sandbox) -> Iterator[Callable[..., QuickStart]]:
    """Make a quick start."""
    made: list[QuickStart] = []

    def make(**options: Any) -> QuickStart:
        made.append(QuickStart(colour, sandbox, **options))
        return made[-1]

    yield make
    for script in made:
        script.close()


@pytest.fixture(autouse=True)
def _nothing_hangs() -> Iterator[None]:
    faulthandler.dump_traceback_later(120, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


def check_cause(error: PythonApiException) -> None:
    """What the network reported is the cause; of an answer that is a refusal, its status tells."""
    if isinstance(error, TransportError):
        assert isinstance(error.__cause__, NETWORK_ERRORS)
        assert isinstance(error, RequestTimeout) == isinstance(error.__cause__, TimeoutException)
    elif isinstance(error, ApiException):
        assert error.method
        assert str(error.code) in str(error)


def run_with(script: QuickStart, caplog: pytest.LogCaptureFixture, step: str, **fault: Any) -> str:
    """Run the script with a fault before one step; return what came of it, in the words of the table."""
    caplog.set_level("DEBUG", "comodit_client")
    try:
        script.run(step, **fault)
    except PythonApiException as error:
        check_cause(error)
        return type(error).__name__
    script.check_goal()
    if fault["kind"].startswith("redirect"):
        return "followed"
    return "sent again" if "(attempt 2)" in caplog.text else "no harm"


def test_the_table_names_each_fault_and_what_comes_of_it() -> None:
    assert list(TABLE) == list(KINDS)
    assert {len(cells) for cells in TABLE.values()} == {len(STEPS) + 1}
    words = {cell for cells in TABLE.values() for cell in cells}
    assert words <= {"sent again", "no harm", "followed", *exceptions.__all__}


@pytest.mark.parametrize(("kind", "step", "promise"), ROWS)
def test_a_step_is_struck(
    start: Callable[..., QuickStart], caplog: pytest.LogCaptureFixture, kind: str, step: str, promise: str
) -> None:
    script = start(kept=kind != "refuse")
    assert run_with(script, caplog, step, kind=kind, seconds=SECONDS.get(kind, 1.0)) == promise
    applies = step in READY if kind == "agent" else step in WORK.get(kind, [step])
    assert script.applied == int(applies)
    script.check_once()
    assert set(script.hosts()) <= {"my-new-host"}


@pytest.mark.parametrize(("kind", "promise"), [(kind, cells[-1]) for kind, cells in TABLE.items()])
def test_a_fault_goes_on(
    start: Callable[..., QuickStart], caplog: pytest.LogCaptureFixture, kind: str, promise: str
) -> None:
    script = start(kept=kind != "refuse")
    times = 99 if kind == "refuse" else 0
    assert run_with(script, caplog, "organization", kind=kind, times=times, seconds=SECONDS.get(kind, 1.0)) == promise
    often = RetryPolicy().attempts if TABLE[kind][0] == "sent again" else 1
    assert script.applied == {**dict.fromkeys(WORK, 0), "redirect-here": 6}.get(kind, often)


@pytest.mark.parametrize("kind", ["503", "reset-after-serving", "refuse"])
def test_a_wait_rides_out_what_passes(start: Callable[..., QuickStart], kind: str) -> None:
    """Without repetition of single requests, too: looking again is what a wait does."""
    script = start(kept=kind != "refuse", retries=RetryPolicy(attempts=1))

    def provision_and_fail() -> None:
        script.colour.run(script.host.provision())
        script.sandbox.fail(kind, times=3)
        script.colour.run(script.host.wait_for_state("READY"))

    script.steps["provision"] = provision_and_fail
    script.run()
    script.check_goal()
    assert script.sandbox.faults()[0]["applied"] == 3
    assert script.executions_of("POST") == [1, 1, 1]


def test_a_server_that_is_not_there_yet(colour: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its port is taken, but nobody listens: what was never sent is sent again, whatever it does."""
    pauses: list[float] = []
    with ExitStack() as stack:
        sandbox = Sandbox(provision_time=0, change_time=0)
        stack.callback(sandbox.close)
        script = QuickStart(colour, sandbox)
        stack.callback(script.close)
        script.organization = script.client.organizations().new("OOO")

        def pause(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 2:
                sandbox.start()

        async def pause_async(seconds: float) -> None:
            pause(seconds)

        monkeypatch.setattr(colour.clocks, "sleep", pause_async if colour.is_async else pause)
        script.steps["create"]()
        assert len(pauses) == 2
        assert script.executions_of("POST") == [1]


@pytest.mark.parametrize("as_date", [False, True])
def test_retry_after_is_heeded(colour: Any, sandbox: Sandbox, clock: Any, as_date: bool) -> None:
    script = QuickStart(colour, sandbox, retries=RetryPolicy(base=0, cap=30))
    try:
        sandbox.fail("429", retry_after=20, as_date=as_date)
        sandbox.fail("503", retry_after=3600, as_date=as_date)
        script.steps["organization"]()
    finally:
        script.close()
    assert 15 < clock.slept[0] <= 20
    assert clock.slept[1:] == [30]


@pytest.mark.parametrize("step", ["organization", "create", "describe", "delete"])
def test_nothing_is_sent_to_another_server(start: Callable[..., QuickStart], step: str) -> None:
    script = start()
    with Sandbox() as other:
        with pytest.raises(ApiException, match="does not receive the credentials"):
            script.run(step, kind="redirect-away", to=other.base_url)
        assert other.stats()["total"] == 0


FAULT = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(
            sorted(KINDS.keys() - {"latency", "endless", "boot", "agent"}) * 3 + ["latency", "endless"]
        ),
        "times": st.integers(1, 3),
        "probability": st.sampled_from([0.1, 0.3, 1.0]),
        "seed": st.integers(0, 9),
    }
)


@pytest.mark.slow
@settings(derandomize=True, max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(faults=st.lists(FAULT, min_size=1, max_size=6), carried_out=st.booleans(), kept=st.booleans())
def test_sequences_of_faults(
    colour: Any, server: Sandbox, faults: list[dict[str, Any]], carried_out: bool, kept: bool
) -> None:
    server.reset()
    script = QuickStart(colour, server, kept=kept, timeout=IMPATIENT)
    try:
        for fault in faults:
            kind = fault["kind"]
            more = {"served": carried_out} if kind.isdigit() else {}
            server.fail(**fault, **more, seconds=SECONDS.get(kind, 1.0))
        try:
            script.run()
        except PythonApiException as error:
            check_cause(error)
        else:
            script.check_goal()
        server.end_faults()
        script.check_once()
        assert set(script.hosts()) <= {"my-new-host"}
    finally:
        script.close()
