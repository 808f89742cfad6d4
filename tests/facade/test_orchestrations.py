"""Orchestrations, their handlers, and running them."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import BadRequest, Conflict, EntityNotFoundException, InvalidResponse
from comodit_client.wire.setting_impacts import ApplicationOperation

BASE = "/organizations/A/orchestrations"
CONTEXT = {"uuid": "u", "status": "RUNNING", "orchestration": "o"}
STOP = {"application": "nginx", "handler": None, "serviceAction": {"name": "nginx", "action": "STOP"}, "position": 0}
RELOAD = {"application": "nginx", "handler": "reload", "serviceAction": None, "position": 1}
GROUPS = [
    {"position": 1, "hostGroup": {"name": "Back"}},
    {"position": 0, "hostGroup": {"name": "Front", "hosts": [{"canonicalName": "A/E/web-1"}]}},
]


@pytest.fixture
def orchestration(client):
    return client.organizations().new("A").orchestrations().new("o")


class TestOperations:
    def test_they_are_given_as_views_or_objects_and_sent(self, orchestration, server, run):
        server.on("POST", f"{BASE}/", {"name": "o", "version": 1})
        orchestration.application_operations = [ApplicationOperation(dict(STOP)), RELOAD]
        run(orchestration.create())
        assert server.last.json == {"name": "o", "description": "", "applicationsOperations": [STOP, RELOAD]}
        assert orchestration.get_json() == {"name": "o", "version": 1}

    def test_they_are_changed_in_place(self, orchestration, server, run):
        server.on("PUT", f"{BASE}/o", lambda request: httpx.Response(200, content=request.content))
        orchestration.set_json({"name": "o", "applicationsOperations": [STOP], "novel": 1})
        orchestration.application_operations[0].service_action.action = "RESTART"
        orchestration.application_operations.append(RELOAD)
        run(orchestration.update())
        restart = {**STOP, "serviceAction": {"name": "nginx", "action": "RESTART"}}
        assert server.last.json == {"name": "o", "applicationsOperations": [restart, RELOAD], "novel": 1}

    def test_they_are_shown_in_their_order(self, orchestration, capsys):
        orchestration.set_json({"name": "o", "applicationsOperations": [RELOAD, STOP], "orderedHostGroup": GROUPS})
        orchestration.show()
        shown = capsys.readouterr().out
        assert shown.index("STOP") < shown.index("reload")
        assert shown.index("Front") < shown.index("Back")
        assert orchestration.get_json()["applicationsOperations"] == [RELOAD, STOP], "showing changes nothing"

    def test_the_steps_are_shown_without_host_groups(self, orchestration, capsys):
        orchestration.set_json({"name": "o", "applicationsOperations": [RELOAD, STOP], "orderedHostGroup": GROUPS})
        orchestration.show_steps(3)
        shown = capsys.readouterr().out
        assert "reload" in shown
        assert "Front" not in shown
        assert all(line.startswith("    ") for line in shown.splitlines())

    @pytest.mark.parametrize("odd", [None, [], ["x"], {"position": 1}, [{}, {"position": None}, {"position": "2"}]])
    def test_odd_lists_are_shown_as_they_are(self, orchestration, odd, capsys):
        orchestration.set_json({"name": "o", "applicationsOperations": odd, "orderedHostGroup": odd})
        orchestration.show()
        assert "Name: o" in capsys.readouterr().out


class TestHostGroups:
    @pytest.mark.parametrize("member", ["orderedHostGroup", "orderedHostGroups"])
    def test_both_spellings_are_read_and_kept(self, orchestration, member):
        orchestration.set_json({"name": "o", member: [GROUPS[0]]})
        orchestration.ordered_hostgroups.append(GROUPS[1])
        assert [group.position for group in orchestration.ordered_hostgroups] == [1, 0]
        assert orchestration.get_json() == {"name": "o", member: GROUPS}
        del orchestration.ordered_hostgroups
        assert orchestration.get_json() == {"name": "o"}

    def test_a_group_tells_its_name_and_hosts(self, orchestration):
        orchestration.set_json({"name": "o", "orderedHostGroup": GROUPS})
        front = orchestration.ordered_hostgroups[1].hostgroup
        assert front.name == "Front"
        assert [host.canonical_name for host in front.ordered_host] == ["A/E/web-1"]
        assert list(orchestration.ordered_hostgroups[0].hostgroup.ordered_host) == []

    def test_new_ones_get_the_usual_spelling(self, orchestration):
        orchestration.ordered_hostgroups = [{"position": 0, "hostGroup": {"name": "Front"}}]
        assert orchestration.get_json()["orderedHostGroup"] == [{"position": 0, "hostGroup": {"name": "Front"}}]
        orchestration.ordered_hostgroups = None
        assert orchestration.get_json()["orderedHostGroup"] is None
        assert list(orchestration.ordered_hostgroups) == []

    def test_of_both_spellings_the_usual_one_counts(self, orchestration):
        orchestration.set_json({"name": "o", "orderedHostGroups": [], "orderedHostGroup": GROUPS})
        assert len(orchestration.ordered_hostgroups) == 2


class TestRunning:
    def test_the_execution_can_be_waited_for(self, orchestration, server, run, clock):
        server.on("PUT", f"{BASE}/o/_run", CONTEXT)
        server.on("GET", f"{BASE}/o/contexts/u", CONTEXT, {**CONTEXT, "status": "FINISHED"})
        context = run(orchestration.run())
        assert type(context).__name__ == "OrchestrationContext"
        assert context["uuid"] == "u"
        run(context.wait_finished())
        assert server.lines == [f"PUT {BASE}/o/_run", *[f"GET {BASE}/o/contexts/u"] * 2]

    def test_a_host_runs_one_for_itself(self, client, server, run):
        host = client.hosts("A", "E").new("h")
        server.on("PUT", "/organizations/A/environments/E/hosts/h/orchestrations/o/_run", CONTEXT)
        context = run(host.run_orchestration("o"))
        assert context.url == "organizations/A/orchestrations/o/contexts/u/"
        assert context.status == "RUNNING"

    def test_an_empty_answer_is_no_execution(self, orchestration, client, server, run):
        server.on("PUT", f"{BASE}/o/_run", httpx.Response(200))
        server.on("PUT", "/organizations/A/environments/E/hosts/h/orchestrations/o/_run", httpx.Response(200))
        with pytest.raises(InvalidResponse):
            run(orchestration.run())
        with pytest.raises(InvalidResponse):
            run(client.hosts("A", "E").new("h").run_orchestration("o"))

    def test_a_refusal_is_told(self, orchestration, server, run):
        server.on("PUT", f"{BASE}/o/_run", (400, {"error": ["No hostgroup defined"]}))
        with pytest.raises(BadRequest, match="No hostgroup defined"):
            run(orchestration.run())

    def test_executions_are_listed_and_got(self, orchestration, server, run):
        server.on("GET", f"{BASE}/o/contexts/", {"items": [CONTEXT, {"uuid": "v", "status": "ERROR"}]})
        server.on("GET", f"{BASE}/o/contexts/u", CONTEXT)
        assert [context.uuid for context in run(orchestration.contexts().list())] == ["u", "v"]
        assert run(orchestration.get_context("u")).orchestration == "o"
        with pytest.raises(EntityNotFoundException):
            run(orchestration.get_context("gone"))


def test_a_copy_is_made(orchestration, server, run):
    server.on("PUT", f"{BASE}/o/_clone", {"name": "copy", "version": 0}, httpx.Response(200), (409, {"error": ["no"]}))
    assert run(orchestration.clone("copy")).version == 0
    assert server.last.query == {"name": "copy"}
    assert run(orchestration.clone("copy")).url == "organizations/A/orchestrations/copy/"
    with pytest.raises(Conflict):
        run(orchestration.clone("o"))


class TestHandlers:
    def test_one_is_made_of_a_document(self, orchestration, server, run):
        server.on("POST", f"{BASE}/o/handlers/", {"name": "h", "uuid": "U"})
        handler = orchestration.handlers().new({"name": "h"})
        handler.triggers = ["port"]
        handler.add_trigger("host")
        run(handler.create())
        assert server.last.json == {"name": "h", "triggers": ["port", "host"]}
        assert handler.uuid == "U"

    @pytest.mark.parametrize("triggers", ["port", ["port"], ("port",)])
    def test_one_is_made_of_its_parts(self, orchestration, server, run, triggers):
        server.on("POST", f"{BASE}/o/handlers/", (201, {"name": "h", "triggers": ["port"]}))
        assert list(run(orchestration.handlers().create("h", triggers)).triggers) == ["port"]
        assert server.last.json == {"name": "h", "triggers": ["port"]}

    @pytest.mark.parametrize("arguments", [{"orchestration_name": "o"}, {"env_name": "o"}])
    def test_a_client_takes_the_old_name_of_the_argument(self, client, arguments):
        assert client.orchestration_handlers("A", **arguments).url == "organizations/A/orchestrations/o/handlers/"


class TestOfAHost:
    def test_those_that_can_run_there_belong_to_the_organization(self, client, server, run):
        path = "/organizations/A/environments/E/hosts/h/orchestrations/"
        server.on("GET", path, {"items": [{"name": "o"}]})
        found = client.hosts("A", "E").new("h").get_orchestrations()
        assert found.url == path[1:]
        (orchestration,) = run(found.list())
        assert orchestration.url == "organizations/A/orchestrations/o/"

    def test_one_of_them_is_got(self, client, server, run):
        path = "/organizations/A/environments/E/hosts/h/orchestrations"
        server.on("GET", f"{path}/o", {"name": "o"})
        assert run(client.hosts("A", "E").new("h").get_orchestrations().get("o")).name == "o"


@pytest.mark.parametrize(
    ("reach", "path"),
    [
        (lambda c: c.orchestration("A", "a/b"), "/organizations/A/orchestrations/a%2Fb"),
        (lambda c: c.orchestrationContext("A", "50%", "u"), "/organizations/A/orchestrations/50%25/contexts/u"),
        (lambda c: c.orchestration_handlers("A", "o").get("é?"), f"{BASE}/o/handlers/%C3%A9%3F"),
        (lambda c: c.pipelineContext("A", "a b", "u"), "/organizations/A/pipelines/a%20b/contexts/u"),
    ],
)
def test_names_arrive_as_they_are_by_one_request(client, server, run, reach, path):
    server.on("GET", path, {"name": "x", "uuid": "u"})
    run(reach(client))
    assert server.lines == [f"GET {path}"]
