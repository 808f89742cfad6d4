"""A report is saved as its run goes on, and another process goes on with it."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import textwrap
import time
from collections import Counter

import httpx
import pytest

from comodit_client.rest.exceptions import InvalidArgument, UnusableFile, WrongType
from tests.fleet.conftest import asked, carried_out, names

PROGRAM = """
    import sys
    {start}
    from comodit_client.{package} import Client, fleet
    from comodit_client.rest.options import Polling

    {define} main():
        client = Client(sys.argv[1], "UUU", "PPP", polling=Polling(0.01, 1, 0.01))
        {call}(client.hosts("OOO", "Default"), {arguments}parallel={parallel}, save_to=sys.argv[2])

    {run}
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "report.json"


def load(fleet, path, *clients):
    return fleet.FleetReport.load(path, *clients)


def test_a_report_is_saved_and_loaded(fleet, make_hosts, live, sandbox, run, path):
    sandbox.fail("500", method="POST", path="*/host-00001/instance/", times=0)
    report = run(fleet.provision(make_hosts(3), save_to=path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    loaded = load(fleet, path, live)
    assert str(loaded) == str(report)
    assert [(one.path, one.state) for one in loaded.done] == [(one.path, one.state) for one in report.done]
    assert loaded.failed[0].error == report.failed[0].error
    sandbox.end_faults()
    assert run(loaded.retry()).ok
    assert load(fleet, path, live).ok
    assert carried_out(sandbox, "POST", "/instance") == Counter(f"host-0000{number}" for number in range(3))


def test_save_writes_what_load_reads(fleet, make_hosts, live, run, path):
    report = run(fleet.provision(make_hosts(2)))
    report.save(path)
    loaded = load(fleet, path, live)
    assert loaded.ok
    assert names(loaded.done) == names(report.done)
    assert loaded.durations == pytest.approx(report.durations, abs=0.001)


def test_the_report_of_a_wait_goes_on_with_the_same_wait(fleet, make_hosts, live, sandbox, run, path):
    report = run(fleet.wait(make_hosts(2), timeout=0.05, save_to=path))
    assert len(report.failed) == 2
    run(fleet.provision(live.hosts("OOO", "Default")))
    loaded = load(fleet, path, live)
    assert loaded.action == "wait"
    again = run(loaded.retry(timeout=30))
    assert [one.state for one in again.done] == ["READY", "READY"]


def test_hosts_are_marked_before_their_action_is_sent(fleet, client, clock, server, run, path):
    home = "/organizations/A/environments/E/hosts/"
    marked = []

    def accept(request):
        name = request.url.path.split("/")[-3]
        hosts = json.loads(path.read_text())["hosts"]
        marked.extend(host["status"] for host in hosts if host["name"] == name)
        return httpx.Response(200, json={})

    server.on("GET", home, {"items": [{"name": name, "state": "DEFINED"} for name in "abcde"]})
    for name in "abcde":
        server.on("POST", f"{home}{name}/instance/", accept)
    hosts = [client.hosts("A", "E").new(name) for name in "abcde"]
    assert run(fleet.provision(hosts, parallel=2, wait=False, save_to=path)).ok
    assert marked == ["started"] * 5


@pytest.mark.parametrize("kind", [KeyboardInterrupt, ZeroDivisionError])
def test_the_file_is_current_after_an_interruption(fleet, make_hosts, live, sandbox, run, path, kind):
    def interrupt(poll):
        if len(poll.late) <= 2:
            raise kind

    with pytest.raises(kind):
        run(fleet.provision(make_hosts(4), parallel=1, save_to=path, wait=False, progress=interrupt))
    loaded = load(fleet, path, live)
    assert [result.name for result in loaded.done] == ["host-00000", "host-00001"]
    assert run(loaded.retry()).ok
    assert set(carried_out(sandbox, "POST", "/instance").values()) == {1}


def test_the_number_of_writes_does_not_grow_with_the_hosts(fleet, client, clock, server, run, path, monkeypatch):
    saving = sys.modules[f"{fleet.__name__.rpartition('.')[0]}._fleet.saving"]
    writes = []
    save = saving.save
    monkeypatch.setattr(saving, "save", lambda *arguments: (writes.append(1), save(*arguments)))
    home = "/organizations/A/environments/E/hosts/"
    found = [f"a{number}" for number in range(300)]
    server.on("GET", home, {"items": [{"name": name, "state": "DEFINED"} for name in found]})
    for name in found:
        server.on("POST", f"{home}{name}/instance/", {})
    hosts = [client.hosts("A", "E").new(name) for name in found]
    assert run(fleet.provision(hosts, parallel=2, wait=False, save_to=path)).ok
    assert len(writes) <= 50 + 3


def test_a_file_that_exists_is_kept(fleet, make_hosts, sandbox, run, path):
    path.write_text("mine")
    with pytest.raises(UnusableFile, match=r"load\(path, client\), then retry"):
        run(fleet.provision(make_hosts(1), save_to=path))
    assert path.read_text() == "mine"
    assert sandbox.stats()["total"] == 0


def test_a_file_that_cannot_be_written_is_found_before_any_action(fleet, make_hosts, sandbox, run, tmp_path):
    with pytest.raises(UnusableFile, match="Cannot write"):
        run(fleet.provision(make_hosts(1), save_to=tmp_path / "missing" / "report.json"))
    assert asked(sandbox, "POST", "/instance") == 0


#: How requests fail. With these seeds, each kind occurs once: the first three before the kill, the others after it.
FAILING = [
    {"kind": "reset-after-serving", "seed": 11},
    {"kind": "500", "served": True, "seed": 47},
    {"kind": "reset-before-reading", "seed": 74},
    {"kind": "504", "served": True, "seed": 3},
    {"kind": "500", "seed": 45},
]
DAMAGED = {
    "not JSON": "{",
    "not text": b"\xff\xfe",
    "another format": "[]",
    "another document": "{}",
    "another version": '{"format": "comodit fleet report", "version": 9}',
    "no hosts": '{"format": "comodit fleet report", "version": 1}',
    "unknown action": '{"format": "comodit fleet report", "version": 1, "action": "explode", "arguments": {}}',
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_not_used(fleet, client, path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnusableFile, match="Cannot read"):
        load(fleet, path, client)


def test_a_truncated_file_is_not_used(fleet, make_hosts, live, run, path):
    run(fleet.provision(make_hosts(1), save_to=path))
    document = json.loads(path.read_text())
    for member in document["hosts"][0]:
        broken = json.loads(path.read_text())
        del broken["hosts"][0][member]
        (path.parent / "broken.json").write_text(json.dumps(broken))
        with pytest.raises(UnusableFile, match=member):
            load(fleet, path.parent / "broken.json", live)


def test_a_missing_file_is_reported(fleet, client, path):
    with pytest.raises(UnusableFile, match="No such file"):
        load(fleet, path, client)


def test_a_client_of_another_server_cannot_go_on(fleet, make_hosts, client, live, run, path):
    run(fleet.provision(make_hosts(1), save_to=path))
    with pytest.raises(InvalidArgument, match="Pass a client of that server"):
        load(fleet, path, client)
    assert load(fleet, path, client, live).ok


def test_values_of_settings_are_not_saved(fleet, make_hosts, live, sandbox, run, path):
    hosts = make_hosts(2, provisioned=True)
    sandbox.fail("500", method="POST", path="*/host-00001/applications/", times=0)
    report = run(fleet.install(hosts, "Wordpress", {"wp_admin_password": "s3cret"}, save_to=path))
    assert not report.ok
    assert "s3cret" not in path.read_text() + str(report) + repr(report)
    sandbox.end_faults()
    loaded = load(fleet, path, live)
    with pytest.raises(InvalidArgument, match=r"wp_admin_password.*settings="):
        run(loaded.retry())
    assert run(loaded.retry(settings={"wp_admin_password": "s3cret"})).ok
    assert "s3cret" not in path.read_text()
    context = run(hosts[1].get_application("Wordpress"))
    assert context.settings_f[0].key == "wp_admin_password"


def test_a_loaded_report_can_be_saved_again(fleet, make_hosts, live, sandbox, run, path, tmp_path):
    sandbox.fail("500", method="PUT", path="*/settings/", times=0)
    run(fleet.configure(make_hosts(1), {"zone": "x"}, save_to=path))
    load(fleet, path, live).save(tmp_path / "copy.json")
    with pytest.raises(InvalidArgument, match="zone"):
        run(load(fleet, tmp_path / "copy.json", live).retry())


def test_retry_has_the_options_of_the_run(fleet, make_hosts, run):
    report = run(fleet.provision(make_hosts(1)))
    with pytest.raises(WrongType, match="does not exist"):
        run(report.retry(paralell=2))
    with pytest.raises(WrongType, match="settings"):
        run(report.retry(settings={}))
    with pytest.raises(InvalidArgument, match="parallel"):
        run(report.retry(parallel=0))


def test_retry_of_a_report_that_is_done_sends_nothing(fleet, make_hosts, sandbox, run):
    report = run(fleet.provision(make_hosts(1)))
    before = sandbox.stats()["total"]
    assert run(report.retry()).ok
    assert sandbox.stats()["total"] == before


def test_an_interrupted_handler_is_looked_up(fleet, make_hosts, live, sandbox, run, path):
    hosts = make_hosts(2, provisioned=True, applications=["Wordpress"])
    run(fleet.run_handler(hosts, "Wordpress", "Restart", save_to=path))
    document = json.loads(path.read_text())
    # As if the process had been killed before it received a response, and before the second request.
    run(hosts[1].changes().clear())
    for host in document["hosts"]:
        host["status"], host["is_unknown"] = "started", True
    path.write_text(json.dumps(document))
    loaded = load(fleet, path, live)
    assert [result.error for result in loaded.failed] == ["the run was interrupted, and the outcome is unknown"] * 2
    assert run(loaded.retry()).ok
    assert carried_out(sandbox, "PUT", "/_run") == {"host-00000": 1, "host-00001": 2}


def killed(colour, sandbox, path, action, arguments, parallel, is_reached):
    """Run an action on all hosts in a process, and kill it."""
    text = {
        "package": colour.package,
        "start": "import asyncio" if colour.is_async else "",
        "define": "async def" if colour.is_async else "def",
        "call": f"{'await ' if colour.is_async else ''}fleet.{action}",
        "arguments": arguments,
        "parallel": parallel,
        "run": "asyncio.run(main())" if colour.is_async else "main()",
    }
    program = textwrap.dedent(PROGRAM).format(**text)
    process = subprocess.Popen([sys.executable, "-c", program, sandbox.url, path], env=os.environ)
    deadline = time.monotonic() + 30
    while not is_reached():
        assert process.poll() is None, "the run ended too early"
        assert time.monotonic() < deadline
        time.sleep(0.005)
    process.kill()
    process.wait()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("action", "arguments", "method", "ending"),
    [("provision", "", "POST", "/instance"), ("run_handler", '"Wordpress", "Restart", ', "PUT", "/_run")],
)
def test_a_killed_run_is_resumed_by_another_process(
    fleet, colour, make_hosts, live, sandbox, run, path, action, arguments, method, ending
):
    count = 12
    make_hosts(count, provisioned=action != "provision", applications=["Wordpress"])
    sandbox.fail("latency", method=method, path=f"*{ending}*", seconds=0.05, times=0)
    killed(colour, sandbox, path, action, arguments, 2, lambda: len(carried_out(sandbox, method, ending)) >= 3)
    sandbox.end_faults()
    loaded = load(fleet, path, live)
    assert not loaded.ok
    assert run(loaded.retry()).ok
    assert carried_out(sandbox, method, ending) == dict.fromkeys((f"host-{number:05}" for number in range(count)), 1)


@pytest.mark.slow
def test_a_large_run_survives_failing_requests_and_a_kill(fleet, colour, make_hosts, live, sandbox, run, path):
    """One request in a hundred fails."""
    hosts = make_hosts(300)
    for fault in FAILING:
        sandbox.fail(**fault, probability=0.01 / len(FAILING), times=0)
    killed(colour, sandbox, path, "provision", "", 8, lambda: len(carried_out(sandbox, "POST", "/instance")) >= 150)
    loaded = load(fleet, path, live)
    assert loaded.not_attempted
    report = run(loaded.retry())
    assert all(fault["applied"] for fault in sandbox.faults())
    sandbox.end_faults()
    assert report.ok, report
    assert {host.state for host in run(live.hosts("OOO", "Default").list())} == {"READY"}
    assert carried_out(sandbox, "POST", "/instance") == Counter(host.name for host in hosts)
