"""`on_drift` is called once for each difference between a response and the schema, and costs nothing when not given."""

from __future__ import annotations

import copy
import io
import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from importlib import import_module

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.drift_watch import DriftWatch
from comodit_client.rest.exceptions import (
    EntityNotFoundException,
    InvalidArgument,
    InvalidResponse,
    ServerError,
    WrongType,
)
from comodit_client.rest.received import ReceivedResponse
from comodit_client.sandbox import Sandbox
from comodit_client.wire.drift import Drift, DriftReport
from comodit_client.wire.request import Request, identity

SECRET = "hush-4711"
HOST = "/organizations/OOO/environments/Default/hosts/web"
READ = wire.organizations.get("A")
PATH = "/organizations/A"


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


class Changed:
    """A transport to a sandbox whose responses are changed on the way."""

    def __init__(self, sandbox):
        self.root = sandbox.url
        self.changes = {}
        self.requests = []

    def on(self, method, path, change=None, status=None):
        """Change the JSON of a response with a function, or its status."""
        self.changes[method, path] = change or (lambda document: None), status

    def __call__(self, request):
        response = httpx.request(request.method, request.url, headers=request.headers, content=request.content)
        path = request.url.path.removeprefix("/api")
        self.requests.append(path)
        change, status = self.changes.get((request.method, path), (None, None))
        if change is None:
            return httpx.Response(response.status_code, headers=response.headers, content=response.content)
        document = response.json()
        change(document)
        return httpx.Response(status or response.status_code, json=document)


@pytest.fixture
def changed(sandbox):
    sandbox.reset()
    return Changed(sandbox)


@pytest.fixture
def report():
    return DriftReport()


@pytest.fixture
def client(make_client, changed, report):
    return make_client(changed.root, "UUU", "PPP", transport=httpx.MockTransport(changed), on_drift=report)


@pytest.fixture
def hosts(client, run):
    hosts = client.hosts("OOO", "Default")
    run(hosts.create("web", "", "Demo Platform", "Demo Distribution"))
    return hosts


def places(report):
    return [(drift.kind, drift.operation, drift.schema, drift.place, drift.found) for drift in report]


def test_both_apis_export_it(colour):
    package = import_module(f"comodit_client.{colour.package}")
    assert (package.DriftReport, package.Drift) == (DriftReport, Drift)


def test_an_unchanged_server_has_no_drift(client, hosts, run, colour, report):
    assert run(hosts.get("web")).state == "DEFINED"
    assert colour.each(hosts)
    run(client.ping())
    assert list(report) == []


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"colour": [SECRET]}, ("unknown member", "Host", "$.colour", "array of string")),
        ({"description": {"text": SECRET}}, ("other type", "Host", "$.description", "object")),
        ({"settings": [{"key": "k", "unit": 1}]}, ("unknown member", "Setting", "$.settings[].unit", "integer")),
        ({"state": "HIBERNATED"}, ("unknown value", "HostState", "$.state", "HIBERNATED")),
        ({"state": SECRET}, ("unknown value", "HostState", "$.state", "string")),
        ({"settings": [{"value": 1}]}, ("missing member", "Setting", "$.settings[].key", "")),
    ],
)
def test_a_changed_member_is_reported(hosts, run, changed, report, change, wanted):
    changed.on("GET", HOST, lambda document: document.update(change))
    with suppress(InvalidResponse):  # the facade cannot read all of them, and reports them all the same
        run(hosts.get("web"))
    kind, schema, place, found = wanted
    assert places(report) == [(kind, "hosts.get", schema, place, found)]


def test_an_unknown_status_is_reported(hosts, run, changed, report):
    changed.on("GET", HOST, status=203)
    run(hosts.get("web"))
    assert places(report) == [("unknown status", "hosts.get", "", "", "203")]


def test_an_error_is_compared_too(hosts, run, changed, report):
    changed.on("GET", HOST, lambda document: (document.clear(), document.update(error=[7], trace=SECRET)), 503)
    with pytest.raises(ServerError):
        run(hosts.get("web"))
    found = [("unknown member", "$.trace", "string"), ("other type", "$.error[]", "integer")]
    assert sorted((d.kind, d.place, d.found) for d in report) == sorted(found)


def test_a_request_of_the_caller_is_compared(client, run, report, changed):
    ask = Request("mine", "GET", f"/organizations/OOO/gizmos/{SECRET}", "value", identity)
    with pytest.raises(EntityNotFoundException):
        run(client.run(ask))
    run(client.run(Request("mine", "GET", "/flavors/", "value", identity)))
    changed.on("GET", "/flavors/", lambda document: document.update(next="x"))
    run(client.run(Request("mine", "GET", "/flavors/", "value", identity)))
    assert [(drift.kind, drift.path, drift.place) for drift in report] == [
        ("unknown member", "/flavors/", "$.next"),
        ("unknown operation", "/organizations/{organization}/gizmos/{gizmo}", ""),
    ]


def test_each_page_of_a_list_is_compared(make_client, server, run, report):
    def page(request):
        offset = int(request.url.params.get("offset", 0))
        item = {"name": f"f{offset}"} | ({"new": 1} if offset == 2 else {})
        return httpx.Response(200, json={"count": 1, "offset": offset, "total": 3, "items": [item]})

    server.on("GET", "/flavors/", page)
    found = run(make_client(on_drift=report).flavors().list())
    assert [flavor.name for flavor in found] == ["f0", "f1", "f2"]
    assert places(report) == [("unknown member", "flavors.list", "Flavor", "$.items[].new", "integer")]


def test_a_saved_file_has_only_its_status_compared(make_client, server, run, report):
    path = "/organizations/A/applications/B/files/C/content"
    server.on("GET", path, (200, {"x": SECRET}), (203, {"x": SECRET}))
    client = make_client(on_drift=report)
    for _ in range(2):
        file = io.BytesIO()
        run(client.save(wire.application_files.get_content("A", "B", "C"), file))
        assert json.loads(file.getvalue()) == {"x": SECRET}
    assert places(report) == [("unknown status", "application_files.get_content", "", "", "203")]


def test_an_attempt_that_is_retried_is_compared(make_client, server, run, report):
    server.on("GET", PATH, (503, {"busy": True}), {"name": "A"})
    assert run(make_client(on_drift=report).run(READ)).name == "A"
    assert places(report) == [("unknown member", "organizations.get", "Failure", "$.busy", "boolean")]


def test_a_redirect_that_is_followed_is_not_compared(make_client, server, run, report):
    server.on("GET", PATH, httpx.Response(302, headers={"Location": "/api/organizations/B"}))
    server.on("GET", "/organizations/B", {"name": "B", "new": 1})
    assert run(make_client(on_drift=report).run(READ)).name == "B"
    assert places(report) == [("unknown member", "organizations.get", "Organization", "$.new", "integer")]


def test_a_login_is_compared(make_client, server, run, report):
    server.on("GET", "/account/_verify", {"jwtToken": SECRET, "expires": 3})
    server.on("GET", PATH, {"name": "A"})
    run(make_client(mfa="123456", on_drift=report).run(READ))
    assert places(report) == [("unknown member", "account.verify", "Verification", "$.expires", "integer")]


DEEP = b'{"name": "A", "settings": [{"key": "k", "schema": ' + b'{"items": ' * 900 + b"3" + b"}" * 900 + b"}]}"


@pytest.mark.parametrize("body", [b"<html>Busy</html>", b"", b"\xff\xfe", b"[" * 100_000, DEEP])
def test_a_body_that_cannot_be_compared_is_ignored(make_client, server, run, report, body):
    server.on("GET", PATH, body)
    with pytest.raises(InvalidResponse):
        run(make_client(on_drift=report).run(READ))
    assert list(report) == []


def test_no_secret_enters_a_report(client, hosts, run, changed, report, tmp_path):
    def plant(document):
        document.update(dict.fromkeys(("state", "uuid", "token", "description"), SECRET))
        document.update(version=SECRET, organization={SECRET: 1}, settings=[SECRET], extra={"password": SECRET})
        document.update({f"{SECRET} as a key": SECRET})

    changed.on("GET", HOST, plant)
    with pytest.raises(InvalidResponse):
        run(hosts.get("web"))
    report.write(tmp_path / "drift.json")
    written = (tmp_path / "drift.json").read_text(encoding="utf-8")
    assert len(report) >= 6
    assert not any(secret in written + f"{[*report]}{report}" for secret in (SECRET, "PPP", "web", "OOO"))
    assert list(DriftReport.read(tmp_path / "drift.json")) == list(report)


def test_each_difference_is_reported_once_to_a_client_and_its_copies(make_client, server, run):
    server.on("GET", PATH, {"name": "A", "new": 1})
    calls, others = [], []
    client = make_client(on_drift=calls.append)
    for one in (client, client, copy.copy(client), client.with_options(timeout=3)):
        run(one.run(READ))
    assert len(calls) == 1
    run(client.with_options(on_drift=others.append).run(READ))
    run(copy.deepcopy(client).run(READ))
    assert (len(calls), len(others)) == (2, 1), "a deep copy is a client of its own"


def test_threads_that_share_a_client_report_a_difference_once(make_client, server):
    calls = []
    watch = make_client(on_drift=calls.append).session.drift
    response = ReceivedResponse(None, 200, None, content=b'{"name": "A", "new": 1}')
    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(watch.check, READ, response) for _ in range(200)]:
            done.result()
    assert len(calls) == 1


def test_an_exception_of_the_callback_ends_the_call_and_retries_nothing(make_client, server, run):
    def stop(drift):
        raise OSError("the disk is full")

    server.on("GET", PATH, {"name": "A", "new": 1})
    client = make_client(on_drift=stop)
    with pytest.raises(OSError, match="the disk is full"):
        run(client.run(READ))
    assert server.lines == [f"GET {PATH}"]
    assert run(client.run(READ)).name == "A", "it was reported"


@pytest.mark.parametrize("value", [3, "print", [], True])
def test_only_a_function_can_be_the_callback(make_client, value):
    with pytest.raises(InvalidArgument, match=f"on_drift of type {type(value).__name__}: give an ordinary function"):
        make_client(on_drift=value)
    with pytest.raises(InvalidArgument, match="on_drift"):
        make_client().with_options(on_drift=value)


def test_an_async_function_cannot_be_the_callback(make_client):
    async def callback(drift):
        raise AssertionError

    with pytest.raises(InvalidArgument, match="on_drift of type function: give an ordinary function"):
        make_client(on_drift=callback)


def test_a_client_pickles_with_its_callback(colour):
    make = partial(colour.module("client").Client, "http://comodit.test/api", "U", "P")
    assert pickle.loads(pickle.dumps(make(on_drift=print))).session.drift.callback is print
    assert pickle.loads(pickle.dumps(make().with_options(on_drift=print))).session.drift.callback is print
    assert isinstance(pickle.loads(pickle.dumps(make(on_drift=DriftReport()))).session.drift.callback, DriftReport)
    with pytest.raises(WrongType, match="its on_drift is a function"):
        pickle.dumps(make(on_drift=lambda drift: None))


SCRIPT = """
import sys, httpx
from inspect import isawaitable
from comodit_client import wire
from comodit_client.{0} import Client
from tests.conftest import Colour

def respond(request):
    return httpx.Response(200, json={{"name": "A", "new": 1}})

def loaded():
    return [name for name in sys.modules if "comodit_client.wire.drift" in name]

run = Colour("{0}").run
make = lambda **options: Client("http://h/api", "U", "P", transport=httpx.MockTransport(respond), **options)
run(make().run(wire.organizations.get("A")))
print(loaded())
calls = []
client = make(on_drift=calls.append)
from comodit_client.rest.drift_watch import packaged
print(packaged.cache_info().currsize, len(calls))
run(client.run(wire.organizations.get("A")))
print(packaged.cache_info().currsize, len(calls))
"""


@pytest.mark.parametrize("package", ["api", "aio"])
def test_without_a_callback_nothing_is_loaded(package):
    done = subprocess.run([sys.executable, "-c", SCRIPT.format(package)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "0 0", "1 1"]


def test_without_a_callback_nothing_is_compared(make_client, server, run, monkeypatch):
    checks = []
    monkeypatch.setattr(DriftWatch, "check", lambda *arguments: checks.append(arguments))
    server.on("GET", PATH, {"name": "A", "new": 1})
    run(make_client().run(READ))
    assert (checks, server.lines) == ([], [f"GET {PATH}"])
    run(make_client(on_drift=print).run(READ))
    assert len(checks) == 1
