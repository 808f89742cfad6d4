"""How executions of orchestrations and pipelines are waited for and steered."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime

import httpx
import pytest

from comodit_client.rest.exceptions import (
    Conflict,
    EntityNotFoundException,
    ExecutionFailed,
    InvalidDate,
    InvalidName,
    InvalidResponse,
    UnknownState,
    UnsupportedOperation,
    WaitException,
    WaitTimeout,
)
from comodit_client.rest.failed_part import FailedPart

ORCHESTRATION = "/organizations/A/orchestrations/o"
PIPELINE = "/organizations/A/pipelines/p"


@pytest.fixture(params=["orchestration", "pipeline"])
def what(request):
    return request.param


@pytest.fixture
def path(what):
    return f"{ORCHESTRATION if what == 'orchestration' else PIPELINE}/contexts/u"


@pytest.fixture
def execution(what, client, clock):
    """An execution that nothing has been asked of yet."""
    orchestrations, pipelines = client.orchestration_contexts("A", "o"), client.pipeline_contexts("A", "p")
    return (orchestrations if what == "orchestration" else pipelines).new({"uuid": "u"})


@pytest.fixture
def orchestrated(client, clock):
    return client.orchestration_contexts("A", "o").new({"uuid": "u"})


@pytest.fixture
def piped(client, clock):
    return client.pipeline_contexts("A", "p").new({"uuid": "u"})


def seen(status, **members):
    return {"uuid": "u", "status": status, **members}


RUNNING = seen("RUNNING", started="2022-05-06T10:00:01.000+0200", finished=None)
FINISHED = seen("FINISHED", started="2022-05-06T10:00:01.000+0200", finished="2022-05-06T10:01:00.000+0200")


def test_an_execution_prints_as_its_identifier_what_is_run_and_its_state(execution, what):
    assert repr(execution) == f"{type(execution).__name__}('u')"
    execution.set_json({"uuid": "u", what: "deploy", "status": "RUNNING"})
    assert repr(execution) == f"{type(execution).__name__}('u', {what}='deploy', status='RUNNING')"


def test_its_times_have_a_time_zone(execution):
    execution.set_json({"uuid": "u", "started": "2022-05-06T10:00:01.000+0200", "finished": None})
    assert execution.started_at == datetime(2022, 5, 6, 8, 0, 1, tzinfo=UTC)
    assert (execution.started, execution.finished_at) == ("2022-05-06T10:00:01.000+0200", None)
    execution.set_json({"uuid": "u", "created": "2022-05-06T08:00:00Z", "started": None, "finished": "soon"})
    assert (execution.created_at, execution.started_at) == (datetime(2022, 5, 6, 8, tzinfo=UTC), None)
    with pytest.raises(InvalidDate, match=r"Cannot read 'finished' of .*Context as a date: 'soon'"):
        _ = execution.finished_at


class TestWaiting:
    def test_it_reads_the_execution_until_it_is_finished(self, execution, path, server, run, clock):
        server.on("GET", path, RUNNING, RUNNING, FINISHED)
        assert run(execution.wait_finished()) is None
        assert execution.status == "FINISHED"
        assert server.lines == [f"GET {path}"] * 3
        assert len(clock.slept) == 2

    def test_one_that_is_finished_costs_one_look(self, execution, path, server, run, clock):
        server.on("GET", path, FINISHED)
        run(execution.wait_finished(60))
        assert len(server.asked) == 1
        assert clock.slept == []

    @pytest.mark.parametrize(
        "early",
        [
            {"uuid": "u", "created": "2022-05-06T10:00:00.000+0200"},
            seen(None, started=None, finished=None),
            seen("CREATED", finished=None),
            seen("FINISHING", started="2022-05-06T10:00:01.000+0200"),
        ],
    )
    def test_one_that_has_not_started_is_waited_for(self, execution, path, server, run, early):
        server.on("GET", path, early, RUNNING, FINISHED)
        run(execution.wait_finished())
        assert len(server.asked) == 3

    @pytest.mark.parametrize("state", ["OK", "SUCCESS", None])
    def test_a_state_that_nobody_knows_is_an_end_when_there_is_a_date_for_it(self, execution, path, server, run, state):
        server.on("GET", path, seen(state, finished=None), seen(state, finished="2022-05-06T10:01:00.000+0200"))
        run(execution.wait_finished())
        assert len(server.asked) == 2

    @pytest.mark.parametrize("state", ["RUNNING", "PAUSED"])
    def test_what_still_goes_on_is_no_end_whatever_the_dates_say(self, execution, path, server, run, state):
        server.on("GET", path, seen(state, finished="2022-05-06T10:01:00.000+0200"), FINISHED)
        run(execution.wait_finished(failures=()))
        assert len(server.asked) == 2

    @pytest.mark.parametrize("state", ["ERROR", "PAUSED", "STOPPED", "CANCELLED", "CANCELED"])
    def test_other_ends_than_a_good_one_raise(self, execution, path, server, run, state, what):
        server.on("GET", path, RUNNING, seen(state))
        with pytest.raises(ExecutionFailed, match=f"the {what} A/{what[0]} \\(u\\) to finish: it is {state}") as raised:
            run(execution.wait_finished())
        assert isinstance(raised.value, WaitException)
        assert (raised.value.entity, raised.value.last, raised.value.failed) == (execution, state, [])
        assert len(server.asked) == 2

    @pytest.mark.parametrize(("state", "way_out"), [("ERROR", "restart"), ("PAUSED", "resume")])
    def test_the_text_tells_how_it_can_go_on(self, execution, path, server, run, state, way_out):
        server.on("GET", path, seen(state))
        with pytest.raises(ExecutionFailed, match=f"Call `{way_out}` to continue."):
            run(execution.wait_finished())

    def test_a_pause_can_be_waited_out(self, execution, path, server, run):
        server.on("GET", path, seen("PAUSED"), RUNNING, FINISHED)
        run(execution.wait_finished(failures="ERROR"))
        assert len(server.asked) == 3

    def test_any_end_can_be_a_good_one(self, execution, path, server, run):
        server.on("GET", path, seen("STOPPED"), seen("STOPPED", finished="2022-05-06T10:01:00.000+0200"))
        run(execution.wait_finished(failures=()))
        assert len(server.asked) == 2

    def test_a_time_out_tells_the_last_state(self, execution, path, server, run):
        server.on("GET", path, RUNNING)
        with pytest.raises(WaitTimeout, match=r"after 3 s waiting for .* to finish\. Last state: RUNNING\.") as raised:
            run(execution.wait_finished(3))
        assert raised.value.last == "RUNNING"

    def test_a_time_out_before_the_start_says_so(self, execution, path, server, run):
        server.on("GET", path, {"uuid": "u"})
        with pytest.raises(WaitTimeout, match="Last state: not started"):
            run(execution.wait_finished(3))

    def test_an_end_in_the_last_look_counts(self, execution, path, server, run, clock):
        server.on("GET", path, lambda request: httpx.Response(200, json=RUNNING if clock.now < 103 else FINISHED))
        run(execution.wait_finished(3))
        assert clock.now == 103

    def test_faults_that_pass_are_ridden_out(self, execution, path, server, run):
        server.on("GET", path, (503, {}), httpx.ConnectError("x"), RUNNING, (429, {}), FINISHED)
        run(execution.wait_finished())
        assert len(server.asked) == 5

    def test_one_that_does_not_exist_ends_the_wait(self, execution, path, server, run, clock):
        with pytest.raises(EntityNotFoundException):
            run(execution.wait_finished(60))
        assert server.lines == [f"GET {path}"]
        assert clock.slept == []

    def test_an_answer_that_is_empty_ends_the_wait(self, execution, path, server, run):
        server.on("GET", path, httpx.Response(200))
        with pytest.raises(InvalidResponse):
            run(execution.wait_finished(60))

    def test_one_without_identifier_asks_nothing(self, client, server, run, clock):
        with pytest.raises(InvalidName, match="context"):
            run(client.orchestration_contexts("A", "o").new({}).wait_finished())
        assert server.asked == []

    def test_a_failure_state_that_the_schema_does_not_know_warns(self, execution, path, server, run):
        server.on("GET", path, RUNNING)
        with pytest.warns(UnknownState, match="did you mean 'PAUSED'") as warned, pytest.raises(WaitTimeout) as raised:
            run(execution.wait_finished(3, failures=["PAUSD", "CANCELED"]))
        assert len(warned) == 1
        assert "The schema does not know 'PAUSD'" in str(raised.value)

    def test_progress_is_told_after_each_look(self, execution, path, server, run):
        told = []
        server.on("GET", path, {"uuid": "u"}, RUNNING, FINISHED)
        run(execution.wait_finished(0, False, told.append))
        assert [look.state for look in told] == ["not started", "RUNNING", "FINISHED"]

    @pytest.mark.parametrize("progress", [True, False])
    def test_the_progress_of_old_scripts_shows_nothing(self, execution, path, server, run, capsys, progress):
        server.on("GET", path, RUNNING, FINISHED)
        run(execution.wait_finished(60, progress=progress))
        assert capsys.readouterr() == ("", "")

    def test_show_prints_each_look(self, execution, path, server, run, capsys):
        server.on("GET", path, RUNNING, FINISHED)
        run(execution.wait_finished(show=True))
        printed = capsys.readouterr().out
        assert printed.count('"status": "RUNNING"') == 1
        assert printed.endswith(execution.get_real_json() + "\n")


class TestFailures:
    def test_every_host_that_failed_is_named_with_its_reason(self, orchestrated, server, run):
        queues = [
            {"position": 0, "canonicalName": "A/E/one", "status": "FINISHED", "error": None},
            {"position": 1, "canonicalName": "A/E/two", "status": "ERROR", "error": "no disk"},
            {"position": 2, "organization": "A", "environment": "E", "host": "three", "status": "ERROR"},
        ]
        server.on("GET", f"{ORCHESTRATION}/contexts/u", seen("ERROR", hostQueues=queues))
        with pytest.raises(ExecutionFailed, match="A/E/two: no disk; A/E/three: no reason was given") as raised:
            run(orchestrated.wait_finished())
        assert raised.value.failed == [FailedPart(host="A/E/two", error="no disk"), FailedPart(host="A/E/three")]

    def test_every_step_that_failed_is_named_whatever_its_stage_says(self, piped, server, run):
        stages = [
            {
                "position": 0,
                "name": "Build",
                "status": "FINISHED",
                "steps": [
                    {"name": "Compile", "status": "FINISHED"},
                    {"name": "Call", "status": "ERROR", "webhook": "w", "orchestration": None},
                ],
            },
            {
                "position": 1,
                "name": "Deploy",
                "status": "ERROR",
                "steps": [{"name": "Go", "status": "ERROR", "orchestration": "o", "orchestrationContext": "u2"}],
            },
            {"position": 2, "name": "Check", "status": "ERROR"},
        ]
        server.on("GET", f"{PIPELINE}/contexts/u", seen("ERROR", stages=stages))
        with pytest.raises(ExecutionFailed) as raised:
            run(piped.wait_finished())
        assert raised.value.failed == [
            FailedPart(stage="Build", step="Call", webhook="w"),
            FailedPart(stage="Deploy", step="Go", orchestration="o", context="u2"),
            FailedPart(stage="Check"),
        ]
        assert str(raised.value).endswith(
            "stage Build, step Call, webhook w; stage Deploy, step Go, orchestration o (execution u2); stage Check."
            " Call `restart` to continue."
        )
        assert server.lines == [f"GET {PIPELINE}/contexts/u"], "nothing more is asked"

    def test_the_text_names_some_of_many_and_the_exception_all(self, orchestrated, server, run):
        queues = [{"canonicalName": f"host-{number}", "status": "ERROR", "error": "x"} for number in range(500)]
        server.on("GET", f"{ORCHESTRATION}/contexts/u", seen("ERROR", hostQueues=queues))
        with pytest.raises(ExecutionFailed, match=r"host-19: x; and 480 more\. Call `restart`") as raised:
            run(orchestrated.wait_finished())
        assert "host-20" not in str(raised.value)
        assert len(raised.value.failed) == 500

    @pytest.mark.parametrize("odd", [{}, {"hostQueues": None}, {"stages": None}])
    def test_an_error_without_parts_is_one_all_the_same(self, execution, path, server, run, odd):
        server.on("GET", path, seen("ERROR", **odd))
        with pytest.raises(ExecutionFailed) as raised:
            run(execution.wait_finished())
        assert raised.value.failed == []

    @pytest.mark.parametrize("odd", ["x", {}, ["x"], [None], [{"status": 5}]])
    def test_parts_of_another_form_end_the_wait(self, execution, path, server, run, odd):
        server.on("GET", path, seen("ERROR", hostQueues=odd, stages=odd))
        with pytest.raises(InvalidResponse, match=r"(hostQueues|stages)(\[0\](\.status)?)? is not"):
            run(execution.wait_finished())

    def test_it_can_leave_its_process(self, orchestrated, server, run):
        queues = [{"canonicalName": "A/E/two", "status": "ERROR", "error": "no disk"}]
        server.on("GET", f"{ORCHESTRATION}/contexts/u", seen("ERROR", hostQueues=queues))
        with pytest.raises(ExecutionFailed) as raised:
            run(orchestrated.wait_finished())
        copy = pickle.loads(pickle.dumps(raised.value))
        assert (str(copy), copy.last, copy.failed) == (str(raised.value), "ERROR", raised.value.failed)
        assert copy.entity is None


VERBS = [
    ("pause", {}, None),
    ("resume", {}, None),
    ("cancel", {}, None),
    ("restart", {}, {"skipError": False}),
    ("restart", {"skip_error": True}, {"skipError": True}),
]


class TestSteering:
    @pytest.mark.parametrize(("verb", "arguments", "body"), VERBS)
    def test_a_verb_leaves_the_answer_here(self, execution, path, server, run, verb, arguments, body):
        server.on("PUT", f"{path}/_{verb}", seen("PAUSED", hostQueues=[], stages=[]))
        assert run(getattr(execution, verb)(**arguments)) is execution
        assert execution.status == "PAUSED"
        assert server.lines == [f"PUT {path}/_{verb}"]
        assert server.last.query == {}
        assert (server.last.json if body else server.last.content) == (body or b"")

    @pytest.mark.parametrize(("verb", "arguments", "body"), VERBS)
    def test_after_an_empty_answer_the_execution_is_read(self, execution, path, server, run, verb, arguments, body):
        server.on("PUT", f"{path}/_{verb}", httpx.Response(202))
        server.on("GET", path, seen("STOPPED"))
        run(getattr(execution, verb)(**arguments))
        assert execution.status == "STOPPED"
        assert server.lines == [f"PUT {path}/_{verb}", f"GET {path}"]

    @pytest.mark.parametrize("verb", ["pause", "resume", "cancel", "restart"])
    def test_a_refusal_changes_nothing(self, execution, path, server, run, verb):
        server.on("PUT", f"{path}/_{verb}", (409, {"error": ["it is not running"]}))
        execution.set_json(FINISHED)
        with pytest.raises(Conflict, match="it is not running"):
            run(getattr(execution, verb)())
        assert execution.get_json() == FINISHED

    def test_skip_error_is_the_first_argument(self, execution, path, server, run):
        server.on("PUT", f"{path}/_restart", RUNNING)
        run(execution.restart(True))
        assert server.last.json == {"skipError": True}

    def test_it_is_deleted(self, execution, path, server, run):
        server.on("DELETE", path, (204, None))
        run(execution.delete())
        assert server.lines == [f"DELETE {path}"]

    @pytest.mark.parametrize("verb", ["create", "update"])
    def test_it_is_made_by_a_run_alone(self, execution, server, run, verb):
        with pytest.raises(UnsupportedOperation):
            run(getattr(execution, verb)())
        assert server.asked == []


def test_its_members_can_be_read_as_old_scripts_read_them(execution):
    execution.set_json(RUNNING)
    assert execution["uuid"] == execution.uuid == execution.identifier == execution.name == "u"
    with pytest.raises(KeyError):
        execution["nothing"]


def test_it_is_identified_in_a_line(execution, capsys):
    execution.show_identifier()
    execution.set_json(RUNNING)
    execution.show_identifier()
    assert capsys.readouterr().out == "not started (id: u)\n2022-05-06T10:00:01.000+0200 (id: u) RUNNING\n"


def test_the_old_names_are_those_of_one_host_stage_and_step(colour):
    orchestrations, pipelines = colour.module("orchestration_context"), colour.module("pipeline_context")
    assert orchestrations.HostQueues is orchestrations.HostQueue
    assert (pipelines.StageContexts, pipelines.StepContexts) == (pipelines.StageContext, pipelines.StepContext)
