"""Fault injection: the effects on clients, how often and where faults apply, and which requests were handled."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from email.utils import parsedate_to_datetime

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.__main__ import main
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.faults.kinds import HOST_KINDS, KINDS, fault_from_text

HOSTS = "/organizations/OOO/environments/Default/hosts/"
STATUSES = sorted(kind for kind in KINDS if kind.isdigit())
#: The kinds without a response, each with the resulting exception of httpx.
BROKEN = {
    "refuse": httpx.TransportError,
    "reset-before-reading": httpx.TransportError,  # raised while sending or while reading
    "reset-after-reading": httpx.ReadError,
    "reset-after-serving": httpx.ReadError,
    "cut": httpx.RemoteProtocolError,
    "latency": httpx.ReadTimeout,
}
SERVED = {"latency", "reset-after-serving", "cut", "wrong-length", "not-utf8"}


@pytest.fixture
def fresh(sandbox):
    """Return a client without kept connections and with a short timeout."""
    with httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP"), timeout=0.2) as client:
        yield client


def create(client: httpx.Client) -> httpx.Response:
    return client.post(HOSTS, json={"name": "web"})


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {*HOST_KINDS, "endless"}))
def test_a_fault_applies_once(sandbox, fresh, kind: str) -> None:
    sandbox.fail(kind, seconds=60)
    if kind in BROKEN:
        with pytest.raises(BROKEN[kind]):
            create(fresh)
    else:
        create(fresh)
    assert [fault["applied"] for fault in sandbox.faults()] == [1]
    there = [host["name"] for host in fresh.get(HOSTS).json()["items"]]
    assert there == (["web"] if kind in SERVED else [])
    assert [done["times"] for done in sandbox.executions()] == [1] * (kind in SERVED)
    sandbox.end_faults()
    assert sandbox.faults() == []


@pytest.mark.parametrize("kind", STATUSES)
def test_statuses(sandbox, fresh, kind: str) -> None:
    sandbox.fail(kind, retry_after=7)
    response = create(fresh)
    assert (response.status_code, response.headers["Retry-After"]) == (int(kind), "7")
    sandbox.fail(kind, served=True)
    response = create(fresh)
    assert response.status_code == int(kind)
    assert "Retry-After" not in response.headers
    assert len(sandbox.executions()) == 1


def test_retry_after_as_a_date(sandbox, fresh) -> None:
    before = int(time.time())
    sandbox.fail("429", retry_after=3600, as_date=True)
    status_with_key = parsedate_to_datetime(create(fresh).headers["Retry-After"]).timestamp() - before
    assert 3600 <= status_with_key < 3630


def test_invalid_responses(sandbox, fresh) -> None:
    sandbox.fail("html")
    page = fresh.get(HOSTS)
    assert (page.status_code, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    sandbox.fail("not-utf8")
    with pytest.raises(UnicodeDecodeError):
        fresh.get(HOSTS).content.decode()
    sandbox.fail("wrong-length")
    with pytest.raises(json.JSONDecodeError):
        fresh.get(HOSTS).json()
    sandbox.fail("redirect-here")
    here = fresh.get(HOSTS, params={"a": "b c"})
    # httpx 0.27 writes the blank as %20, 0.28 as +.
    assert (here.status_code, here.headers["Location"]) == (307, here.request.url.raw_path.decode())
    sandbox.fail("redirect-away", to="http://other.example:81")
    away = fresh.get(HOSTS)
    assert (away.status_code, away.headers["Location"]) == (302, f"http://other.example:81/api{HOSTS}")


def test_a_response_without_a_body_is_cut_as_well(api, fresh) -> None:
    host = api.host()
    api.sandbox.fail("cut")
    with pytest.raises(httpx.RemoteProtocolError):
        fresh.delete(host)
    assert api.items(HOSTS) == []


def test_an_endless_response_ends_with_the_fault(sandbox, fresh) -> None:
    sandbox.fail("endless", seconds=0)
    with fresh.stream("GET", HOSTS) as response:
        pieces = response.iter_bytes()
        assert {next(pieces) for _ in range(20)} <= {b" " * count for count in range(1, 100)}
        sandbox.end_faults()
        with pytest.raises(httpx.TransportError):
            list(pieces)


def test_a_delayed_response_is_sent_when_the_faults_end(sandbox, fresh) -> None:
    sandbox.fail("latency", seconds=3600)
    responses = []
    asking = threading.Thread(target=lambda: responses.append(fresh.post(HOSTS, json={"name": "web"}, timeout=30)))
    asking.start()
    while not sandbox.executions():
        time.sleep(0.001)
    assert responses == []
    sandbox.end_faults()
    asking.join()
    assert responses[0].json()["name"] == "web"


@pytest.mark.parametrize("kind", ["latency", "endless"])
def test_the_sandbox_closes_while_a_response_is_delayed(kind: str, capfd) -> None:
    with Sandbox(faults=[f"{kind},seconds=3600"]) as sandbox:
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(sandbox.url + HOSTS, auth=("UUU", "PPP"), timeout=0.1)
        assert httpx.get(sandbox.url + HOSTS, auth=("UUU", "PPP")).status_code == 200
    assert capfd.readouterr().err == ""


def test_where_and_how_often(sandbox, fresh) -> None:
    sandbox.fail("503", times=2, method="GET", path="/api/*/hosts/?*")
    seen = [
        fresh.request(*status_with_key).status_code for status_with_key in [("GET", HOSTS), ("DELETE", f"{HOSTS}x")]
    ]
    assert seen == [200, 404]
    assert [fresh.get(f"{HOSTS}x").status_code for _ in range(3)] == [503, 503, 404]
    sandbox.fail("500", times=0)
    assert {fresh.get(HOSTS).status_code for _ in range(9)} == {500}


def test_the_seed_determines_the_sequence(sandbox, fresh) -> None:
    def drawn(seed: int) -> list[int]:
        sandbox.end_faults()
        sandbox.fail("503", times=0, probability=0.5, seed=seed)
        return [fresh.get(HOSTS).status_code for _ in range(20)]

    assert drawn(1) == drawn(1) != drawn(2)
    assert set(drawn(1)) == {200, 503}
    sandbox.end_faults()
    sandbox.fail("503", probability=0.0)
    assert fresh.get(HOSTS).status_code == 200


def test_the_first_of_several_faults_applies(sandbox, fresh) -> None:
    for kind in ("500", "503", "500"):
        sandbox.fail(kind)
    assert [fresh.get(HOSTS).status_code for _ in range(4)] == [500, 503, 500, 200]


def test_tasks_of_any_host_fail(api) -> None:
    hosts = [api.ready_host(), api.ready_host("db")]
    api.sandbox.fail("task", times=2, task="add package *", error="disk full")
    for host in hosts:
        api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api.sandbox.advance(4)
    errors = [[task.get("error") for task in api("GET", f"{host}/changes/0")["tasks"]] for host in hosts]
    assert [found.count("disk full") for found in errors] == [2, 0]
    assert set(errors[1]) == {None}


def test_executions_are_counted_by_body(api) -> None:
    host = api.host()
    body = {"name": "web", "description": "one"}
    for _ in range(2):
        api("PUT", host, body)
    api("PUT", host, {**body, "description": "two"})
    api("POST", f"{api.E}/hosts/", {"name": "web"}, status=409)
    api("DELETE", f"{host}-2", status=404)
    done = api.sandbox.executions()
    assert [(each["method"], each["path"], each["times"]) for each in done] == [
        ("POST", f"/api{HOSTS}", 1),
        ("PUT", f"/api{HOSTS}web", 2),
        ("PUT", f"/api{HOSTS}web", 1),
    ]
    sent = httpx.Request("PUT", "http://x", json=body).content
    assert done[1]["digest"] == hashlib.sha256(sent).hexdigest()
    assert httpx.get(f"{api.sandbox.base_url}/sandbox/executions").json() == {"executions": done}
    api.sandbox.reset()
    assert api.sandbox.executions() == []


def test_by_http(sandbox, fresh) -> None:
    url = f"{sandbox.base_url}/sandbox/faults"
    told = httpx.post(url, json={"kind": "503", "times": 2}).json()["faults"]
    assert [(fault["kind"], fault["times"], fault["applied"]) for fault in told] == [("503", 2, 0)]
    assert fresh.get(HOSTS).status_code == 503
    assert httpx.get(url).json()["faults"] == sandbox.faults()
    assert sandbox.faults()[0]["applied"] == 1
    assert httpx.delete(url).json() == {"faults": []}
    assert fresh.get(HOSTS).status_code == 200


def test_a_reset_restores_the_initial_faults() -> None:
    with Sandbox(faults=["503", "task,task=add *"]) as sandbox:
        sandbox.end_faults()
        sandbox.fail("500")
        sandbox.reset()
        assert [fault["kind"] for fault in sandbox.faults()] == ["503", "task"]


def test_a_fault_as_text() -> None:
    fault = fault_from_text("503,times=0,path=*/hosts/*,probability=1,retry_after=2,as_date=true,served=false")
    assert (fault.kind, fault.times, fault.path, fault.probability) == ("503", 0, "*/hosts/*", 1.0)
    assert (fault.retry_after, fault.as_date, fault.is_served) == (2, True, False)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "'kind' must be one of latency, "),
        ("teapot", "'kind' must be one of latency, "),
        ("503,nope=1", "Unknown fault option 'nope'"),
        ("503,times", "'times' must be an integer"),
        ("503,times=x", "'times' must be an integer"),
        ("503,times=-1", "'times' must be finite and 0 or more"),
        ("latency,seconds=inf", "'seconds' must be finite"),
        ("latency,seconds=nan", "'seconds' must be finite"),
        ("503,served=perhaps", "'served' must be true or false"),
        ("503,probability=2", "'probability' must be between 0 and 1"),
        ("503,probability=nan", "'probability' must be between 0 and 1"),
        ("latency,served=false", "'served' does not apply to latency"),
        ("refuse,path=x", "'method' and 'path' do not apply to refuse"),
        ("refuse,times=0", "'times' must be 1 or more"),
    ],
)
def test_invalid_faults(text: str, complaint: str, capsys) -> None:
    with pytest.raises(ApiError) as caught:
        fault_from_text(text)
    assert complaint in caught.value.texts[0]
    assert main(["--port", "0", "--fault", text]) == 1
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize(
    "body", [{}, {"kind": "503", "times": True}, {"kind": ["503"]}, [], {"kind": "503", "seed": 1.5}]
)
def test_invalid_bodies(sandbox, body: object) -> None:
    response = httpx.post(f"{sandbox.base_url}/sandbox/faults", json=body)
    assert response.status_code == 400
    assert " must be " in response.json()["error"][0]
    assert sandbox.faults() == []
