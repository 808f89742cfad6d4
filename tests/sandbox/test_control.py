"""The control endpoints, a restart, the pytest fixture, the command line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

import comodit_client.sandbox
from comodit_client.sandbox import ManualClock, Sandbox, WallClock
from comodit_client.sandbox.__main__ import main
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse
from comodit_client.sandbox.http.routing import HANDLERS
from comodit_client.sandbox.http.validation import Validator


def post(sandbox: Sandbox, command: str, body: object = None, status: int = 200):
    response = httpx.post(f"{sandbox.base_url}/sandbox/{command}", json={} if body is None else body)
    assert response.status_code == status, response.text
    assert status == 200 or response.json()["error"]
    return response.json()


def test_commands_by_http(api) -> None:
    sandbox, place = api.sandbox, ["OOO", "Default", "web"]
    post(sandbox, "alert", {"host": place}, 404)
    host = api.host()
    post(sandbox, "alert", {"host": place}, 409)
    api("POST", f"{host}/instance/", {})
    post(sandbox, "advance", {"seconds": 10})
    assert api.state(host) == "READY"
    post(sandbox, "fail", {"host": place, "task": "add package httpd", "error": "gone"})
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    post(sandbox, "advance", {"seconds": 4.5})
    assert api("GET", f"{host}/changes/0")["tasks"][0]["error"] == "gone"
    alert = post(sandbox, "alert", {"host": place, "level": "normal"})
    assert api.items(f"{host}/instance/alerts/") == [alert]
    assert "host" not in alert
    assert post(sandbox, "hosts", {"count": 2, "prefix": "x", "provisioned": True}) == {"hosts": ["x00000", "x00001"]}
    assert api.state(f"{api.E}/hosts/x00001") == "READY"
    post(sandbox, "reset")
    assert api.items(f"{api.E}/hosts/") == []


@pytest.mark.parametrize(
    ("command", "body", "status"),
    [
        ("nope", {}, 400),
        ("fail", {}, 400),
        ("fail", {"host": ["OOO", "Default"], "task": "t", "error": "e"}, 400),
        ("fail", {"host": "OOO", "task": "t", "error": "e"}, 400),
        ("lose-agent", {"host": ["OOO", "Default", "x"]}, 404),
        ("restore-agent", {"host": ["OOO", "Default", "x"]}, 404),
        ("fail-provisioning", {"at": "x"}, 400),
        ("fail", {"host": ["OOO", "Default", 5], "task": "t", "error": "e"}, 400),
        ("fail", {"host": ["OOO", "Default", "x"], "error": "e"}, 400),
        ("advance", {}, 400),
        ("advance", {"seconds": -1}, 400),
        ("advance", {"seconds": True}, 400),
        ("hosts", {"count": "x"}, 400),
        ("hosts", {"count": 1, "environment": "Nope"}, 404),
        ("hosts", {"count": 1, "applications": ["Nope"]}, 400),
        ("reset", [], 400),
        ("alert", {"host": ["OOO", "Default", "x"], "timestamp": "now"}, 404),
    ],
)
def test_invalid_commands(sandbox, command: str, body: object, status: int) -> None:
    post(sandbox, command, body, status)


def test_requests_are_counted(api) -> None:
    assert api.sandbox.stats() == {"total": 0, "requests": {}}
    for _ in range(2):
        api("GET", f"{api.O}/platforms/Demo%20Platform", max=1)
    api("DELETE", f"{api.O}/platforms/X", status=404)
    wanted = {
        "total": 3,
        "requests": {
            "GET /api/organizations/OOO/platforms/Demo%20Platform": 2,
            "DELETE /api/organizations/OOO/platforms/X": 1,
        },
    }
    assert api.sandbox.stats() == wanted
    assert httpx.get(f"{api.sandbox.base_url}/sandbox/stats").json() == wanted


def test_responses_are_not_delayed(api) -> None:
    """Without TCP_NODELAY, each response on a kept connection waits 40 ms for the client's ACK."""
    times = sorted(api.client.get("/flavors/").elapsed.total_seconds() for _ in range(9))
    assert times[4] < 0.03


def test_time_passes_across_a_restart(tmp_path: Path) -> None:
    """The state depends on the clock, so it advances while no server runs."""
    db, clock = str(tmp_path / "sandbox.db"), ManualClock()
    options = {"db": db, "clock": clock, "provision_time": 10, "change_time": 4, "port": 0}
    hosts = "/organizations/OOO/environments/Default/hosts/"
    body = {"name": "web", "platform": "Demo Platform", "distribution": "Demo Distribution"}
    with Sandbox(**options) as sandbox, httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client:
        client.post(hosts, json=body)
        client.post(f"{hosts}web/instance/", json={})
        client.post(f"{hosts}web/applications/", json={"application": "Wordpress"})
        keys = client.get("/organizations/OOO/access").json()
        token = client.get("/account/_verify").json()["jwtToken"]
    for seconds, state in [(0, "PROVISIONING"), (10.5, "UPDATING"), (4, "READY")]:
        clock.advance(seconds)
        headers = {"X-ComodIT-JwtToken": token}
        with Sandbox(**options) as sandbox, httpx.Client(base_url=sandbox.url, headers=headers) as client:
            assert client.get(f"{hosts}web").json()["state"] == state
            assert client.get("/organizations/OOO/access").json() == keys
            assert len(client.get(f"{hosts}web/changes/?show_processed=true").json()["items"]) == 1


def test_wall_time() -> None:
    clock = WallClock()
    assert clock.now() <= clock.now()
    assert clock.now() > 1_700_000_000


def test_everything_takes_no_time() -> None:
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        hosts = "/organizations/OOO/environments/Default/hosts/"
        with httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client:
            body = {"name": "web", "platform": "Demo Platform", "distribution": "Demo Distribution"}
            client.post(hosts, json=body)
            instance = client.post(f"{hosts}web/instance/", json={}).json()
            assert instance["state"] == "RUNNING"
            assert "ip.eth0" in {item["key"] for item in instance["properties"]}
            client.post(f"{hosts}web/applications/", json={"application": "Wordpress"})
            assert client.get(f"{hosts}web").json()["state"] == "READY"


def test_the_manual_clock_does_not_go_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        ManualClock().advance(-1)


def test_concurrent_requests(api) -> None:
    """Requests come from several connections; each sees a consistent state."""

    def make(number: int) -> None:
        with httpx.Client(base_url=api.sandbox.url, auth=("UUU", "PPP")) as client:
            for place in range(10):
                assert client.post(f"{api.E}/hosts/", json={"name": f"{number}-{place}"}).status_code == 200

    threads = [threading.Thread(target=make, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(api.items(f"{api.E}/hosts/")) == 80


def test_free_json_and_open_types_are_not_checked() -> None:
    schema = {"type": "object", "properties": {"any": {}, "count": {"type": ["integer", "string"]}}}
    operation = {"requestBody": {"content": {"application/json": {"schema": schema}}}}
    validator = Validator({})
    validator.check_body(operation, {"any": [1, {"x": None}], "count": "5", "more": True})
    validator.check_body(operation, {"count": 5.0})
    with pytest.raises(ApiError) as caught:
        validator.check_body(operation, {"count": True})
    assert caught.value.texts == ("count must be an integer or text",)


def test_one_of_several_schemas() -> None:
    shape = {"anyOf": [{"type": "object", "required": ["name"]}, {"type": "null"}]}
    validator = Validator({})
    operation = {"requestBody": {"content": {"application/json": {"schema": shape}}}}
    validator.check_body(operation, {"name": "x"})
    validator.check_body(operation, None)
    with pytest.raises(ApiError):
        validator.check_body(operation, 5)


def test_an_unexpected_error_returns_500_and_changes_nothing(api, monkeypatch, caplog) -> None:
    """No such error is known, so the test provokes one."""

    def broken(call: Call) -> ApiResponse:
        call.world.store.add(0, "organizations", "Half", {})
        raise RuntimeError("planted")

    monkeypatch.setitem(HANDLERS, "organizations.create", broken)
    assert "Unexpected error" in api("POST", "/organizations/", {"name": "x"}, status=500)["error"][0]
    assert "planted" in caplog.text
    assert [organization["name"] for organization in api.items("/organizations/")] == ["OOO"]


def test_the_package_has_no_other_names() -> None:
    with pytest.raises(AttributeError):
        comodit_client.sandbox.Nothing  # noqa: B018


# ---- other processes


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def start(*options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "comodit_client.sandbox", "--port", "0", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_command(tmp_path: Path, number: int) -> None:
    options = [
        "--user",
        "me",
        "--password",
        "secret",
        "--organization",
        "Acme",
        "--db",
        str(tmp_path / "db"),
        "--token",
        "t",
        "--fault",
        "503,path=*/flavors/",
        "--fault",
        "502,path=*/flavors/",
        "--control-token",
        "c",
        "--control-host",
        "box",
    ]
    process = start(*options)
    assert process.stdout is not None
    line = process.stdout.readline()
    root = f"http://127.0.0.1:{line.split()[-1]}/api"
    assert root in line
    with httpx.Client(base_url=root, auth=("me", "secret")) as client:
        assert client.get("/organizations/Acme").status_code == 200
        assert client.get("/organizations/", headers={"X-ComodIT-AppKey": "t"}).status_code == 200
        assert [client.get("/flavors/").status_code for _ in range(3)] == [503, 502, 200]
        stats = root.replace("/api", "/sandbox/stats")
        allowed = {"Host": "box", "Authorization": "Bearer c"}
        assert client.get(stats, headers={"Host": "box"}, auth=None).status_code == 401
        assert client.get(stats, headers=allowed, auth=None).status_code == 200
        process.send_signal(number)
        out, err = process.communicate(timeout=5)
    assert process.returncode == 0
    assert (out, err) == ("", "")


def test_a_port_in_use(sandbox, capsys) -> None:
    assert main(["--port", str(sandbox.port)]) == 1
    assert str(sandbox.port) in capsys.readouterr().err


def test_an_invalid_secret_of_a_second_factor(capsys) -> None:
    assert main(["--port", "0", "--mfa-secret", "not base32!"]) == 1
    assert "base32" in capsys.readouterr().err


def test_a_file_that_is_not_a_database(tmp_path: Path, capsys) -> None:
    (tmp_path / "db").write_text("this is a text, and no database at all" * 100)
    assert main(["--port", "0", "--db", str(tmp_path / "db")]) == 1
    assert "db" in capsys.readouterr().err
    assert main(["--port", "0", "--db", str(tmp_path / "no" / "db")]) == 1


def test_the_plugin_does_not_import_the_server() -> None:
    code = (
        "import sys, comodit_client.sandbox.pytest_plugin\n"
        "print([name for name in ('starlette', 'uvicorn', 'sqlite3', 'httpx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert done.stdout.strip() == "[]"


def test_the_fixture(tmp_path: Path) -> None:
    """Two tests with the fixture: each finds a new sandbox, on one server."""
    (tmp_path / "test_it.py").write_text(
        "import urllib.request, json, pytest\n"
        "ports = set()\n"
        "@pytest.mark.parametrize('round', [1, 2])\n"
        "def test_it(comodit_sandbox, round):\n"
        "    ports.add(comodit_sandbox.port)\n"
        "    assert len(ports) == 1\n"
        "    assert comodit_sandbox.make_hosts(1) == ['host-00000']\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "comodit_client.sandbox.pytest_plugin", str(tmp_path)]
    # If installed, the plug-in would be loaded a second time by its entry point.
    alone = {**environment(), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=alone, cwd=tmp_path, check=False)
    assert "2 passed" in done.stdout, done.stdout + done.stderr


def test_the_sandbox_imports_nothing_of_the_client() -> None:
    code = (
        "import sys, comodit_client.sandbox.server, comodit_client.sandbox.application\n"
        "parts = {name.split('.')[1] for name in sys.modules if name.startswith('comodit_client.')}\n"
        "print(sorted(parts))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert done.stdout.strip() == "['freemarker', 'sandbox']"
