"""Pipelines, their stages and steps, and running them."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import BadRequest, Conflict, EntityNotFoundException, InvalidResponse

BASE = "/organizations/A/pipelines"
CONTEXT = {"uuid": "u", "status": "RUNNING", "pipeline": "p"}


@pytest.fixture
def pipeline(client):
    return client.organizations().new("A").pipelines().new("p", "Weekly")


class TestRunning:
    def test_the_execution_can_be_waited_for(self, pipeline, server, run, clock):
        server.on("PUT", f"{BASE}/p/_run", CONTEXT)
        server.on("GET", f"{BASE}/p/contexts/u", CONTEXT, {**CONTEXT, "status": "FINISHED"})
        context = run(pipeline.run())
        assert type(context).__name__ == "PipelineContext"
        assert context["uuid"] == "u"
        run(context.wait_finished())
        assert server.lines == [f"PUT {BASE}/p/_run", *[f"GET {BASE}/p/contexts/u"] * 2]

    def test_a_pipeline_without_stage_is_refused(self, pipeline, server, run):
        server.on("PUT", f"{BASE}/p/_run", (400, {"error": ["The pipeline has no stage"]}))
        with pytest.raises(BadRequest, match="The pipeline has no stage"):
            run(pipeline.run())

    def test_an_execution_without_stages_can_be_read(self, pipeline, server, run, clock):
        server.on("PUT", f"{BASE}/p/_run", {"uuid": "u"})
        server.on("GET", f"{BASE}/p/contexts/u", {"uuid": "u", "stages": None}, {**CONTEXT, "status": "FINISHED"})
        context = run(pipeline.run())
        run(context.wait_finished())
        assert list(context.stages) == context.failed_parts() == []

    def test_an_empty_answer_is_no_execution(self, pipeline, server, run):
        server.on("PUT", f"{BASE}/p/_run", httpx.Response(200))
        with pytest.raises(InvalidResponse):
            run(pipeline.run())

    def test_executions_are_listed_and_got(self, pipeline, server, run):
        server.on("GET", f"{BASE}/p/contexts/", {"items": [CONTEXT]})
        server.on("GET", f"{BASE}/p/contexts/u", CONTEXT)
        assert [context.uuid for context in run(pipeline.contexts().list())] == ["u"]
        assert run(pipeline.get_context("u")).pipeline == "p"
        with pytest.raises(EntityNotFoundException):
            run(pipeline.get_context("gone"))


def test_the_parts_of_an_execution_are_typed(client):
    step = {"position": 0, "name": "Go", "status": "RUNNING", "orchestration": "o", "orchestrationContext": "u2"}
    context = client.pipelineContexts("A", "p").new(
        {**CONTEXT, "stages": [{"position": 1, "name": "D", "steps": [step]}]}
    )
    (stage,) = context.stages
    (found,) = stage.steps
    assert (stage.order, stage.name, stage.status) == (1, "D", None)
    assert (found.order, found.webhook, found.orchestration, found.orchestration_context) == (0, None, "o", "u2")


def test_a_copy_is_a_pipeline(pipeline, server, run):
    server.on("PUT", f"{BASE}/p/_clone", {"name": "copy"}, httpx.Response(200), (409, {"error": ["no"]}))
    copy = run(pipeline.clone("copy"))
    assert type(copy) is type(pipeline)
    assert server.last.query == {"name": "copy"}
    assert run(pipeline.clone("copy")).url == "organizations/A/pipelines/copy/"
    with pytest.raises(Conflict):
        run(pipeline.clone("p"))


class TestStagesAndSteps:
    def test_they_are_made_one_below_the_other(self, pipeline, server, run):
        server.on("POST", f"{BASE}/p/stages/", {"name": "Deploy", "order": 0})
        server.on("POST", f"{BASE}/p/stages/Deploy/steps/", {"name": "Go", "order": 0, "stage": "Deploy"})
        stage = run(pipeline.stages.create("Deploy"))
        step = stage.steps.new("Go", "Restart all")
        step.orchestration = "o"
        step.ordered_hostgroups = [{"position": 0, "hostGroup": {"name": "Front"}}]
        run(step.create())
        assert server.last.json == {
            "name": "Go",
            "description": "Restart all",
            "orchestration": "o",
            "orderedHostGroups": [{"position": 0, "hostGroup": {"name": "Front"}}],
        }
        assert (step.order, step.stage) == (0, "Deploy")

    def test_the_order_of_a_stage_can_be_changed(self, client, server, run):
        server.on("PUT", f"{BASE}/p/stages/Deploy", lambda request: httpx.Response(200, content=request.content))
        stage = client.stages("A", "p").new("Deploy")
        stage.order = 2
        run(stage.update())
        assert server.last.json == {"name": "Deploy", "description": "", "order": 2}

    @pytest.mark.parametrize("member", ["orderedHostGroup", "orderedHostGroups"])
    def test_both_spellings_of_host_groups_are_kept(self, client, member, capsys):
        groups = [{"position": 1, "hostGroup": {"name": "Back"}}, {"position": 0, "hostGroup": {"name": "Front"}}]
        step = client.steps("A", "p", "Deploy").wrap({"name": "Go", member: groups})
        assert [group.position for group in step.ordered_hostgroups] == [1, 0]
        step.ordered_hostgroups[0].position = 5
        assert step.get_json()[member][0]["position"] == 5

    def test_host_groups_are_shown_in_their_order(self, client, capsys):
        groups = [{"position": 1, "hostGroup": {"name": "Back"}}, {"position": 0, "hostGroup": {"name": "Front"}}]
        client.steps("A", "p", "Deploy").wrap({"name": "Go", "orderedHostGroups": groups}).show()
        shown = capsys.readouterr().out
        assert shown.index("Front") < shown.index("Back")

    @pytest.mark.parametrize(
        ("reach", "path"),
        [
            (lambda c: c.stage("A", "p", "Deploy"), f"{BASE}/p/stages/Deploy"),
            (lambda c: c.steps("A", "p", "Deploy").get("Go"), f"{BASE}/p/stages/Deploy/steps/Go"),
            (lambda c: c.stages("A", "p").new("É 1/2").steps.get("50%"), f"{BASE}/p/stages/%C3%89%201%2F2/steps/50%25"),
        ],
    )
    def test_reaching_one_costs_one_request(self, client, server, run, reach, path):
        server.on("GET", path, {"name": "x"})
        run(reach(client))
        assert server.lines == [f"GET {path}"]
