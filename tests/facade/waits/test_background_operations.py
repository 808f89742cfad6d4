"""What starts work on the server returns an object to wait for that work with."""

from __future__ import annotations

import copy
import pickle
import time

import pytest

from comodit_client.rest.exceptions import (
    ChangeFailed,
    ExecutionFailed,
    HostFailed,
    InvalidArgument,
    WaitException,
    WaitTimeout,
)
from comodit_client.sandbox import Sandbox

HOST = "/organizations/A/environments/E/hosts/h"
HANDLER = {"do": [{"action": "restart", "resource": "service://httpd"}], "on": [], "name": "Restart"}
REASON = "no mirror responds"


@pytest.fixture(scope="module")
def server_with_state():
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(server_with_state):
    server_with_state.reset()
    return server_with_state


@pytest.fixture
def live(colour, sandbox, run):
    client = colour.module("client").Client(sandbox.url, "UUU", "PPP")
    yield client
    run(client.close())


@pytest.fixture
def defined(live, run):
    return run(live.hosts("OOO", "Default").create("web", "", "Demo Platform", "Demo Distribution"))


@pytest.fixture
def ready(defined, run):
    run(run(defined.provision()).wait(timeout=30))
    return defined


@pytest.fixture
def application(live, run):
    app = run(live.applications("OOO").create("Web"))
    app.set_json({**app.get_json(), "packages": [{"name": "httpd"}], "services": [{"name": "httpd", "enabled": True}]})
    app.handlers.append(HANDLER)
    run(app.update())
    return app


def clones(thing):
    pickled = [pickle.loads(pickle.dumps(thing, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    return [*pickled, copy.copy(thing), copy.deepcopy(thing)]


class TestProvision:
    def test_it_waits_until_the_host_is_ready(self, defined, run, colour):
        seen = []
        instance = run(defined.provision())
        assert isinstance(instance, colour.module("instance").Instance)
        assert run(instance.wait(timeout=30, progress=lambda result: seen.append(result.state))) is instance
        assert (instance.state, instance.error) == ("RUNNING", None)
        assert seen[-1] == "READY"
        assert run(defined.get_instance()) == instance

    def test_it_says_why_it_failed(self, host, server, run):
        server.on("POST", f"{HOST}/instance/", {"state": "PENDING"})
        server.on("GET", HOST, {"name": "h", "state": "PROVISIONING"}, {"name": "h", "state": "ERROR"})
        failed = {"orderNum": 0, "status": "ERROR", "description": "boot", "error": "no quota"}
        server.on(
            "GET", f"{HOST}/changes/", {"items": [{"orderNum": 1, "description": "Provision", "tasks": [failed]}]}
        )
        instance = run(host.provision())
        assert (instance.state, instance.error) == ("PENDING", None)
        with pytest.raises(HostFailed, match="no quota") as raised:
            run(instance.wait())
        assert raised.value.tasks[0].error == "no quota"
        assert instance.error == str(raised.value)
        for made in clones(instance):
            assert (made.state, made.error) == (instance.state, instance.error)
        server.on("GET", HOST, {"name": "h", "state": "READY"})
        server.on("GET", f"{HOST}/instance/", (404, {}), {"state": "RUNNING"})
        run(instance.wait())
        assert (instance.state, instance.error) == ("RUNNING", None)

    def test_a_timeout_is_no_failure(self, host, server, run):
        server.on("GET", HOST, {"name": "h", "state": "PROVISIONING"})
        instance = host.instance().new()
        with pytest.raises(WaitTimeout):
            run(instance.wait(timeout=3))
        assert instance.error is None
        with pytest.raises(InvalidArgument):
            run(instance.wait(timeout=-1))

    def test_an_instance_that_cannot_be_read_does_not_exceed_the_timeout(self, host, server, run, clock):
        began = clock.now
        server.on("GET", HOST, {"name": "h", "state": "READY"})
        with pytest.raises(WaitTimeout, match="instance of A/E/h to be read"):
            run(host.instance().new().wait(timeout=5))
        assert clock.now <= began + 6


class TestInstall:
    def test_it_waits_for_its_changes(self, ready, run, colour):
        seen = []
        context = run(ready.install("Wordpress", {"wp_admin_password": "XXX"}))
        assert isinstance(context, colour.module("contexts").ApplicationContext)
        assert (context.state, context.error) == ("PENDING", None)
        assert run(context.wait(timeout=30, progress=lambda result: seen.append(result.state))) is context
        assert (context.state, context.error) == ("OK", None)
        assert seen[-1] == []
        assert run(ready.get_application("Wordpress")) == context

    def test_it_says_why_it_failed(self, ready, sandbox, run):
        sandbox.fail_task("OOO", "Default", "web", task="add package httpd", error=REASON)
        context = run(ready.install("Wordpress", {"wp_admin_password": "XXX"}))
        with pytest.raises(ChangeFailed, match=REASON) as raised:
            run(context.wait(timeout=30))
        assert (context.state, context.error) == ("ERROR", str(raised.value))
        for made in clones(context):
            assert made == context or made.client is not context.client
            assert (made.state, made.error) == (context.state, context.error)
        with pytest.raises(HostFailed, match=REASON) as raised:
            run(ready.wait_for_state("READY", timeout=30))
        assert (raised.value.tasks[0].error, raised.value.instance_state) == (REASON, "RUNNING")
        assert run(ready.diagnose()).tasks[0].error == REASON

    def test_a_server_that_hangs_does_not_hold_up_the_failure(self, ready, sandbox, run):
        sandbox.fail_task("OOO", "Default", "web", task="add package httpd", error=REASON)
        with pytest.raises(ChangeFailed):
            run(run(ready.install("Wordpress")).wait(timeout=30))
        sandbox.fail("endless", path="*/changes/", times=0, seconds=0.1)
        began = time.monotonic()
        with pytest.raises(HostFailed, match="the changes could not be read") as raised:
            run(ready.wait_for_state("READY", timeout=1))
        assert time.monotonic() - began < 20
        assert raised.value.last == "ERROR"

    def test_on_a_host_without_a_machine_nothing_is_pending(self, defined, run):
        context = run(defined.install("Wordpress"))
        assert run(context.wait(timeout=30)).state == "OK"

    def test_a_context_that_was_read_has_no_outcome_until_it_is_waited_for(self, ready, run):
        run(run(ready.install("Wordpress")).wait(timeout=30))
        context = run(ready.get_application("Wordpress"))
        assert (context.state, context.error) == (None, None)
        assert run(context.wait(timeout=30)).state == "OK"

    def test_drift_is_told(self, ready, sandbox, application, run):
        run(run(ready.install("Web")).wait(timeout=30))
        sandbox.deviate("OOO", "Default", "web", application="Web", kind="services", name="httpd")
        with pytest.raises(
            HostFailed, match=r"compliance error applications/Web/services/httpd: running is false"
        ) as e:
            run(ready.wait_for_state("READY", timeout=30))
        assert [found.name for found in e.value.compliance_errors] == ["httpd"]


class TestRunHandler:
    @pytest.fixture
    def context(self, ready, application, run):
        return run(run(ready.install("Web")).wait(timeout=30))

    def test_it_waits_for_its_change(self, context, ready, run):
        seen = []
        key = run(context.run_handler("Restart"))
        assert isinstance(key, str)
        assert (key.state, key.error) == ("PENDING", None)
        assert run(key.wait(timeout=30, progress=lambda result: seen.append(result.reached))) is key
        assert (key.state, key.error) == ("OK", None)
        assert seen[-1] is True
        run(ready.wait_for_change_terminated(key, 30))

    def test_it_says_why_it_failed(self, context, sandbox, run):
        sandbox.fail_task("OOO", "Default", "web", task="restart service httpd", error=REASON)
        key = run(context.run_handler("Restart"))
        with pytest.raises(ChangeFailed, match=REASON) as raised:
            run(key.wait(timeout=30))
        assert (key.state, key.error) == ("ERROR", str(raised.value))

    def test_the_key_is_the_text_that_it_was(self, host, server, run, clock):
        server.on("PUT", f"{HOST}/applications/Web/handler/r/_run", b"4711-key")
        key = run(host.applications().new("Web").run_handler("r"))
        assert (key, repr(key), f"{key}") == ("4711-key", "'4711-key'", "4711-key")
        assert {"4711-key": 1}[key] == 1
        tasks = [{"orderNum": 0, "status": "OK"}]
        server.on("GET", f"{HOST}/changes/", {"items": [{"orderNum": 1, "key": "4711-key", "tasks": tasks}]})
        for made in clones(key)[-2:]:
            assert (type(made), made, made.state) == (type(key), key, "PENDING")
            assert run(made.wait()).state == "OK"

    def test_the_key_pickles(self, context, run):
        key = run(context.run_handler("Restart"))
        for made in clones(key):
            assert (type(made), made, made.state) == (type(key), key, "PENDING")

    def test_a_change_that_is_not_there_is_an_error(self, host, server, run, clock):
        server.on("PUT", f"{HOST}/applications/Web/handler/r/_run", b"k")
        server.on("GET", f"{HOST}/changes/", {"items": []})
        key = run(host.applications().new("Web").run_handler("r"))
        with pytest.raises(WaitException, match="no such change"):
            run(key.wait())
        assert (key.state, key.error) == ("PENDING", None)


class TestExecutions:
    @pytest.mark.parametrize("kind", ["orchestration", "host", "pipeline"])
    def test_it_waits_until_it_is_finished(self, client, server, run, clock, kind):
        path = {"pipeline": "/organizations/A/pipelines/o"}.get(kind, "/organizations/A/orchestrations/o")
        started, seen = {"uuid": "u", "status": "RUNNING"}, []
        server.on("POST", f"{path}/contexts/", started)
        for verb, place in (("PUT", f"{path}/_run"), ("PUT", f"{HOST}/orchestrations/o/_run")):
            server.on(verb, place, started)
        starts = {
            "orchestration": lambda: client.orchestrations("A").new("o").run(),
            "host": lambda: client.hosts("A", "E").new("h").run_orchestration("o"),
            "pipeline": lambda: client.pipelines("A").new("o").run(),
        }
        execution = run(starts[kind]())
        assert (execution.state, execution.error) == ("RUNNING", None)
        server.on("GET", f"{path}/contexts/u", started, {**started, "status": "FINISHED"})
        assert run(execution.wait(timeout=60, progress=lambda result: seen.append(result.state))) is execution
        assert (execution.state, execution.error, seen) == ("FINISHED", None, ["RUNNING", "FINISHED"])

    @pytest.mark.parametrize(("status", "failed"), [("ERROR", True), ("STOPPED", True), ("PAUSED", False)])
    def test_it_says_why_it_failed(self, client, server, run, clock, status, failed):
        execution = client.orchestration_contexts("A", "o").new({"uuid": "u"})
        queue = {"status": "ERROR", "canonicalName": "A/E/h", "error": "no disk"}
        answer = {"uuid": "u", "status": status, "hostQueues": [queue]}
        server.on("GET", "/organizations/A/orchestrations/o/contexts/u", answer)
        with pytest.raises(ExecutionFailed, match="no disk"):
            run(execution.wait())
        assert execution.error == (f"it is {status}; A/E/h: no disk" if failed else None)


def test_what_is_returned_fits_the_protocol(client, colour):
    protocol = colour.module("background_operation").BackgroundOperation
    host = client.hosts("A", "E").new("h")
    members = {name for name in vars(protocol) if not name.startswith("_")}
    assert members == {"error", "state", "wait"}
    kinds = [
        type(host.instance().new()),
        type(host.applications().new("Web")),
        colour.module("contexts").HandlerRun,
        type(client.orchestration_contexts("A", "o").new({})),
        type(client.pipeline_contexts("A", "p").new({})),
    ]
    for kind in kinds:
        assert members <= set(dir(kind)), kind


@pytest.fixture
def host(client, clock):
    return client.hosts("A", "E").new("h")
