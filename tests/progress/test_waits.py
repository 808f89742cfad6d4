"""Each wait of both APIs, each export and import reports to a display, and ends it."""

from __future__ import annotations

import io
import warnings

import pytest

from comodit_client.progress import live
from comodit_client.rest.exceptions import ChangeFailed, ExecutionFailed, HostFailed, WaitTimeout
from tests.progress.conftest import Terminal

H = "/organizations/A/environments/E/hosts/"
C = f"{H}h/changes/"
X = "/organizations/A/orchestrations/o/contexts/u"


@pytest.fixture
def shown(clock, monkeypatch):
    """Return the file of a display, and its lines without the time."""
    file = io.StringIO()
    return file, lambda: [line.partition(" ")[2] for line in file.getvalue().splitlines()]


def hosts(**states):
    return {"items": [{"name": name, "state": state} for name, state in states.items()]}


def changes(*statuses):
    tasks = [{"orderNum": 0, "description": "add x", "status": status} for status in statuses]
    return {"items": [{"orderNum": 3, "key": "k", "description": "Install", "tasks": tasks}] if tasks else []}


def test_hosts(client, server, run, shown):
    file, lines = shown
    server.on("GET", H, hosts(a="UPDATING", b="READY"), hosts(a="READY", b="READY"))
    run(client.hosts("A", "E").wait_for_state("READY", progress=live(file)))
    assert lines() == [
        "Waiting for the hosts of A/E to be READY",
        "a: UPDATING",
        "b: READY",
        "a: READY",
        "done",
    ]


def test_hosts_that_fail(client, server, run, shown):
    file, lines = shown
    server.on("GET", H, hosts(a="UPDATING"), hosts(a="ERROR"))
    with pytest.raises(HostFailed):
        run(client.hosts("A", "E").wait_for_state("READY", ["a"], progress=live(file)))
    assert lines()[1:] == ["a: UPDATING", "a: ERROR", "failed"]


def test_a_host(client, server, run, shown):
    file, lines = shown
    server.on("GET", f"{H}h", {"name": "h", "state": "UPDATING"}, {"name": "h", "state": "READY"})
    host = run(client.get_host("A", "E", "h"))
    run(host.wait_for_state("READY", progress=live(file)))
    assert lines() == ["Waiting for the host A/E/h to be READY", "READY", "done"]


def test_pending_changes_and_their_tasks(client, server, run, shown):
    file, lines = shown
    server.on("GET", C, changes("PENDING"), changes(), changes("OK"))
    run(client.hosts("A", "E").new("h").wait_for_pending_changes(progress=live(file)))
    assert lines()[1:] == ["3 - Install", "3 - Install: 0. add x: PENDING", "done"]


def test_a_change_that_fails(client, server, run, shown):
    file, lines = shown
    server.on("GET", C, changes("PENDING"), changes("ERROR"))
    with pytest.raises(ChangeFailed):
        run(client.hosts("A", "E").new("h").wait_for_change_terminated("k", progress=live(file)))
    assert lines()[1:] == ["3 - Install", "3 - Install: 0. add x: PENDING", "3 - Install: 0. add x: ERROR", "failed"]


def execution(status, *queues):
    return {
        "uuid": "u",
        "status": status,
        "hostQueues": [{"canonicalName": f"A/E/{number}", "status": one} for number, one in enumerate(queues)],
    }


def test_an_orchestration_and_its_hosts(client, server, run, shown):
    file, lines = shown
    server.on("GET", X, execution("RUNNING", "RUNNING", None), execution("ERROR", "FINISHED", "ERROR"))
    context = client.orchestration_contexts("A", "o").new({"uuid": "u"})
    with pytest.raises(ExecutionFailed):
        run(context.wait_finished(progress=live(file)))
    assert lines()[1:] == [
        "RUNNING",
        "A/E/0: RUNNING",
        "A/E/1: not started",
        "ERROR",
        "A/E/1: ERROR",
        "failed",
    ]


def test_a_pipeline_and_its_steps(client, server, run, shown):
    file, lines = shown
    stages = [{"name": "s", "steps": [{"name": "t", "status": "FINISHED"}, {"name": "w"}]}]
    server.on("GET", "/organizations/A/pipelines/p/contexts/u", {"uuid": "u", "status": "FINISHED", "stages": stages})
    run(client.pipeline_contexts("A", "p").new({"uuid": "u"}).wait(progress=live(file)))
    assert lines()[1:] == ["FINISHED", "s/t: FINISHED", "s/w: not started", "done"]


@pytest.mark.parametrize("interrupted", [False, True])
def test_a_terminal_is_given_back_although_the_display_is_kept(client, server, run, clock, terminal, interrupted):
    def interrupt(_):
        raise KeyboardInterrupt

    server.on("GET", H, hosts(a="UPDATING"), interrupt if interrupted else hosts(a="UPDATING"))
    display = live(terminal)
    with pytest.raises(KeyboardInterrupt if interrupted else WaitTimeout):
        run(client.hosts("A", "E").wait_for_state("READY", timeout=5, progress=display))
    assert terminal.is_released
    assert ("interrupted" if interrupted else "timed out") in terminal.getvalue()


def test_an_export_and_an_import(comodit_sandbox, colour, run, tmp_path):
    client = colour.module("client").Client(comodit_sandbox.url, "UUU", "PPP")
    application = run(client.applications("OOO").get("Wordpress"))
    for file in (io.StringIO(), Terminal()):
        export = colour.module("exporter").Export(force=True, progress=live(file))
        run(export.export_application(application, tmp_path / "app"))
        importer = colour.module("importer").Import(update_existing=True, progress=live(file))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            run(importer.import_application(run(client.get_organization("OOO")), tmp_path / "app"))
        text = file.getvalue()
        assert "Exporting organizations/OOO/applications/Wordpress" in text
        assert "Applying the changes" in text
        assert text.count("done") == 2
    run(client.close())
