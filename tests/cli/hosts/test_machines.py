"""Provisioning, power, locks, and what the machine reports."""

from __future__ import annotations

import json

import pytest

from comodit_client.api import Client
from comodit_client.sandbox import Sandbox
from comodit_client.wire import platforms
from tests.cli.conftest import Run
from tests.cli.hosts.conftest import HOST, PLACE, World
from tests.cli.terminal import Terminal


@pytest.mark.parametrize("more", [(), ("--wait", "--timeout", "1m")])
def test_provisioning_shows_the_instance(world: World, more: tuple[str, ...]) -> None:
    found = world.done("hosts provision", *more)
    assert (found["host"], found["environment"], found["state"]) == (HOST, "Default", "RUNNING")
    assert world.done("hosts show")["state"] == "READY"


def test_provisioning_in_a_table(world: World) -> None:
    result = world("hosts provision")
    assert HOST in result.out
    assert "RUNNING" in result.out
    assert world("hosts provision").status == 5


@pytest.mark.parametrize(
    "document",
    [
        [{"key": "ip.eth0", "value": "192.0.2.7"}, {"key": "cpus", "value": "2"}],
        {"ip.eth0": "192.0.2.7", "cpus": 2},
        {"ip": {"eth0": "192.0.2.7"}, "cpus": 2},
    ],
)
def test_a_document_attaches_a_machine(world: World, document: object) -> None:
    world.done("hosts provision", "-j", json.dumps(document), "--wait")
    found = {one["key"]: one["value"] for one in world.done("hosts instance properties")}
    assert found == {"ip.eth0": "192.0.2.7", "cpus": "2"}


@pytest.mark.parametrize("document", ["5", '["x"]', '[{"value": "x"}]'])
def test_properties_that_are_none(world: World, document: str) -> None:
    sent = world.changing(lambda: world("hosts provision", "-j", document))
    assert (world("hosts provision", "-j", document).status, sent) == (2, [])


def test_a_provisioning_that_takes_long(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    body = json.dumps({"name": HOST, "platform": "Demo Platform", "distribution": "Demo Distribution"})
    with Sandbox(provision_time=3600) as sandbox:
        monkeypatch.setenv("COMODIT_API", sandbox.url)
        assert cli("hosts", "add", "OOO", "Default", "-j", body).status == 0
        result = cli("hosts", "provision", *PLACE, "--wait", "--timeout", "0.05")
        assert (result.status, result.out) == (6, "")
        assert cli("hosts", "show", *PLACE, "--raw").json["state"] == "PROVISIONING"


@pytest.mark.parametrize(
    ("words", "states"),
    [
        (("pause", "resume"), ("PAUSED", "RUNNING")),
        (("shutdown", "start"), ("STOPPED", "RUNNING")),
        (("poweroff", "start"), ("STOPPED", "RUNNING")),
    ],
)
@pytest.mark.parametrize("more", [(), ("--wait",)])
def test_power(ready: World, words: tuple[str, ...], states: tuple[str, ...], more: tuple[str, ...]) -> None:
    found = [ready.done(f"hosts instance {word}", *more) for word in words]
    assert [(one["host"], one["state"]) for one in found] == [(HOST, state) for state in states]
    assert ready("hosts instance start").status == 5


def test_the_wait_for_a_machine_shows_its_states(ready: World) -> None:
    result = ready("hosts instance pause", "--wait", "--progress", "-q")
    assert (result.status, result.err) == (0, "")
    result = ready("hosts instance resume", "--wait", "--progress")
    assert "RUNNING" in result.err


@pytest.mark.parametrize("word", ["start", "pause", "resume", "shutdown", "poweroff", "forget", "delete", "lock"])
def test_a_host_without_an_instance(world: World, word: str) -> None:
    result = world(f"hosts instance {word}", *(["--yes"] if word == "delete" else []))
    assert (result.status, result.out) == (3, "")


@pytest.mark.parametrize("word", ["properties", "get_status", "show_file", "unlock", "show"])
def test_reading_without_an_instance(world: World, word: str) -> None:
    more = {"get_status": ("hosts", "hostname"), "show_file": ("/etc/hosts",)}.get(word, ())
    assert world(f"hosts instance {word}", *more).status == 3


@pytest.mark.parametrize("command", ["hosts provision", "hosts instance start", "hosts instance forget"])
def test_a_bad_timeout_is_found_before_anything_is_sent(world: World, command: str) -> None:
    before = world.sandbox.stats()["total"]
    assert world(command, "--wait", "--timeout", "soon").status == 2
    assert world.sandbox.stats()["total"] == before


@pytest.mark.parametrize("more", [(), ("--wait",)])
def test_forgetting_shows_the_host(ready: World, more: tuple[str, ...]) -> None:
    found = ready.done("hosts instance forget", *more)
    assert (found["name"], found["state"]) == (HOST, "DEFINED")


def test_deleting_asks(ready: World) -> None:
    assert ready("hosts instance delete").status == 2
    assert ready.done("hosts show")["state"] == "READY"
    assert ready("hosts instance delete", "--force").status == 0
    assert ready.done("hosts show")["state"] == "DEFINED"


def test_the_server_deletes_by_force_only_with_an_option_of_its_own(ready: World) -> None:
    ready.sandbox.fail("task", times=0, task="stop machine *", error="the driver does not respond")
    assert ready("hosts instance delete", "--force").status == 5
    assert ready("hosts instance delete", "--yes", "--force-stop").status == 0


def test_locks(ready: World) -> None:
    result = ready("hosts instance unlock")
    assert (result.status, "not locked" in result.err) == (0, True)
    assert ready("hosts instance lock").status == 0
    assert ready("hosts instance poweroff").status == 5
    assert ready("hosts instance unlock").status == 2
    assert ready("hosts instance unlock", "--yes").status == 0
    assert ready.done("hosts instance poweroff")["state"] == "STOPPED"


@pytest.mark.parametrize("kind", ["applications", "distributions"])
def test_locks_of_definitions(world: World, kind: str) -> None:
    names = ("OOO", {"applications": "Wordpress", "distributions": "Demo Distribution"}[kind])
    assert world.run(kind, "unlock", *names).status == 0
    assert world.run(kind, "lock", *names).status == 0
    assert world.run(kind, "unlock", *names).status == 2
    with Terminal(kind, "unlock", *names) as terminal:
        terminal.send("y\n")
        assert terminal.wait() == 0
    assert world.run(kind, "show", *names, "--raw").json["locked"] is False


def test_properties_are_rows(ready: World) -> None:
    lines = ready("hosts instance properties").out.splitlines()
    assert lines[0].split() == ["KEY", "VALUE"]
    assert any(line.startswith("ip.eth0 ") for line in lines)
    assert {"key", "value"} == ready.done("hosts instance properties")[0].keys()


def test_sensors(ready: World) -> None:
    hostname = ready.done("hosts instance show")["hostname"]
    assert ready("hosts instance get_status", "hosts", "hostname").out == f"{hostname}\n"
    assert ready.done("hosts instance get_status", "hosts", "hostname") == {"status": {"hostname": hostname}}
    assert ready("hosts instance get_status", "hosts", "nope").status == 3


def test_files_arrive_unchanged(ready: World) -> None:
    text = "Grüße\r\n\x00end without a newline"
    ready.sandbox.put_file(*PLACE, "/tmp/ü x", text)
    assert ready("hosts instance show_file", "/tmp/ü x").out == text
    assert ready.done("hosts instance show_file", "/tmp/ü x") == text
    result = ready("hosts instance show_file", "/nope")
    assert (result.status, result.out) == (3, "")


@pytest.mark.parametrize(
    ("more", "name"), [((), HOST), (("-j", '{"name": "golden", "createDistribution": false}'), "golden")]
)
def test_images(ready: World, more: tuple[str, ...], name: str) -> None:
    assert ready("hosts instance create_image", *more).status == 0
    with Client(ready.sandbox.url, "UUU", "PPP") as client:
        images = client.run_list(platforms.list_images("OOO", "Demo Platform"))
    assert [image["name"] for image in images] == [name]


def test_an_image_needs_a_platform(world: World) -> None:
    assert world("hosts platform delete", "--yes").status == 0
    result = world("hosts instance create_image")
    assert (result.status, "no platform" in result.err) == (1, True)


@pytest.mark.parametrize(
    "line",
    [
        "hosts instance pause",
        "hosts instance forget",
        "hosts instance delete",
        "hosts instance lock",
        "hosts instance create_image",
    ],
)
def test_a_dry_run_changes_nothing(ready: World, line: str) -> None:
    result = ready(line, "--dry-run")
    assert ready.changing(lambda: ready(line, "--dry-run")) == []
    assert (result.status, "/instance/" in result.out) == (0, True)


@pytest.mark.parametrize("more", [(), ("-j", '{"ip.eth0": "192.0.2.7"}')])
def test_a_dry_run_provisions_nothing(world: World, more: tuple[str, ...]) -> None:
    assert world.changing(lambda: world("hosts provision", "--wait", "--dry-run", *more)) == []
    assert "POST" in world("hosts provision", "--dry-run", *more).out


def test_clones(world: World) -> None:
    assert world.done("hosts clone")["name"] == f"{HOST} (1)"
    assert world("hosts clone", "-o", "name").out == f"{HOST} (2)\n"
    assert world.changing(lambda: world("hosts clone", "--dry-run")) == []


def test_other_readings_of_settings(world: World) -> None:
    assert world("hosts settings add", "-j", '{"key": "a/ü", "value": "1"}').status == 0
    assert "a/ü" in json.dumps(world.done("hosts settings tree"), ensure_ascii=False)
    assert world("hosts settings impact", "a/ü").status == 0
