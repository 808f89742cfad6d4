"""What the sandbox keeps of the requests that it received."""

from __future__ import annotations

import threading

import httpx
import pytest

from comodit_client.sandbox import ManualClock, RecordedRequest, Sandbox
from comodit_client.sandbox.endpoints import requests
from comodit_client.sandbox.journal import journal

HOSTS = "/organizations/OOO/environments/Default/hosts/"
AUTH = ("UUU", "PPP")


def test_a_request_is_recorded_with_its_operation_its_members_and_its_result(api, sandbox) -> None:
    sandbox.advance(5)
    api("POST", HOSTS, {"name": "web-1", "tags": [1]}, populate="true")
    (request,) = sandbox.requests
    assert isinstance(request, RecordedRequest)
    assert (request.operation, request.method, request.path) == ("hosts.create", "POST", f"/api{HOSTS}")
    assert request.names == {"organization": "OOO", "environment": "Default"}
    assert (request.query, request.body) == ({"populate": "true"}, {"name": "web-1", "tags": [1]})
    assert (request.status, request.served, request.error, request.fault) == (200, 200, (), None)
    assert (request.at, request.caller) == (sandbox.now(), "UUU")
    assert request.seconds > 0


def test_names_are_decoded(api, sandbox) -> None:
    api("GET", f"{HOSTS}a%2Fb", status=404)
    assert sandbox.requests[0].names["host"] == "a/b"
    assert sandbox.requests[0].path.endswith("/a%2Fb")


def test_an_error_is_recorded_with_its_texts(api, sandbox) -> None:
    api("GET", f"{HOSTS}web-1", status=404)
    (request,) = sandbox.requests
    assert (request.status, request.error) == (404, ("Host web-1 does not exist",))


def test_a_path_that_does_not_exist_has_no_operation(api, sandbox) -> None:
    api("GET", "/nothing", status=404)
    (request,) = sandbox.requests
    assert (request.operation, request.names, request.status) == (None, {}, 404)


def test_wrong_credentials_have_an_operation_and_no_caller(api, sandbox) -> None:
    api.client.get("/organizations/OOO", auth=("UUU", "wrong"))
    (request,) = sandbox.requests
    assert (request.operation, request.names) == ("organizations.get", {"organization": "OOO"})
    assert (request.caller, request.status) == (None, 401)


def test_a_body_that_is_not_json_is_left_out(api, sandbox) -> None:
    headers = {"Content-Type": "application/json"}
    assert api.client.post(HOSTS, content=b"{", headers=headers).status_code == 400
    (request,) = sandbox.requests
    assert (request.body, request.served, request.is_valid) == (None, 400, False)


def test_a_body_is_as_it_was_sent_and_cannot_be_changed(api, sandbox) -> None:
    api("POST", HOSTS, {"name": "web-1", "state": "READY", "description": None})
    sandbox.requests[0].body["name"] = "other"
    assert sandbox.requests[0].body == {"name": "web-1", "state": "READY", "description": None}


def test_an_upload_has_no_body(api, sandbox) -> None:
    application = f"{api.O}/applications/Wordpress"
    api("POST", f"{application}/files/", {"name": "f", "path": "/f"})
    api.upload(f"{application}/files/f/content", b'{"name": "a file"}')
    request = sandbox.requests[-1]
    assert (request.operation, request.body, request.changed_something) == ("application_files.set_content", None, True)


def test_a_fault_that_prevents_the_handling(api, sandbox) -> None:
    sandbox.fail("503")
    assert api.client.post(HOSTS, json={"name": "web-1"}).status_code == 503
    (request,) = sandbox.requests
    assert (request.operation, request.names["environment"]) == ("hosts.create", "Default")
    assert (request.status, request.served, request.fault) == (503, 0, "503")
    assert (request.error, request.body, request.changed_something) == ((), None, False)


def test_a_fault_with_an_error_of_the_api_has_its_text(api, sandbox) -> None:
    sandbox.fail("500")
    api("GET", HOSTS, status=500)
    assert sandbox.requests[0].error == ("Internal error",)


def test_a_fault_that_breaks_the_connection_after_the_handling(api, sandbox) -> None:
    sandbox.fail("reset-after-serving")
    with pytest.raises(httpx.HTTPError):
        api.client.post(HOSTS, json={"name": "web-1"})
    (request,) = sandbox.requests
    assert (request.status, request.served, request.changed_something) == (0, 200, True)


def test_requests_outside_the_api_are_not_recorded(api, sandbox) -> None:
    for path in ("/openapi.yaml", "/sandbox/stats", "/sandbox/requests", "/nothing"):
        api.client.get(sandbox.base_url + path)
    assert sandbox.requests == []


def test_a_list_of_requests_is_a_copy(api, sandbox) -> None:
    api("GET", HOSTS)
    before = sandbox.requests
    api("GET", HOSTS)
    before.append(before[0])
    assert (len(before), len(sandbox.requests)) == (2, 2)


@pytest.mark.parametrize("empty", ["reset", "clear_requests"])
def test_the_requests_can_be_emptied(api, sandbox, empty: str) -> None:
    api("GET", HOSTS)
    getattr(sandbox, empty)()
    assert sandbox.requests == []
    api("GET", HOSTS)
    assert len(sandbox.requests) == 1


def test_clearing_the_requests_keeps_the_counts_and_the_state(api, sandbox) -> None:
    api("POST", HOSTS, {"name": "web-1"})
    sandbox.clear_requests()
    assert sandbox.stats()["total"] == 1
    assert len(sandbox.executions()) == 1
    assert api("GET", f"{HOSTS}web-1")["name"] == "web-1"


def test_a_request_in_progress_during_a_reset_is_not_recorded(api, sandbox) -> None:
    sandbox.fail("latency", seconds=60)
    thread = threading.Thread(target=lambda: api.client.get(HOSTS))
    thread.start()
    while not sandbox.stats()["total"]:
        pass
    sandbox.reset()
    thread.join(timeout=10)
    api("GET", "/flavors/")
    assert [request.operation for request in sandbox.requests] == ["flavors.list"]


def test_the_oldest_requests_are_dropped(api, sandbox, monkeypatch) -> None:
    monkeypatch.setattr(journal, "MAX_REQUESTS", 3)
    for number in range(5):
        api("GET", f"{HOSTS}{number}", status=404)
    assert [request.names["host"] for request in sandbox.requests] == ["2", "3", "4"]


def test_the_oldest_requests_are_dropped_for_large_bodies(api, sandbox, monkeypatch) -> None:
    monkeypatch.setattr(journal, "MAX_BYTES", 2500)
    for number in range(3):
        api("POST", HOSTS, {"name": f"web-{number}", "description": "x" * 1000})
    assert [request.body["name"] for request in sandbox.requests] == ["web-1", "web-2"]


def test_requests_of_many_threads_are_all_recorded(sandbox) -> None:
    def send(thread: int) -> None:
        with httpx.Client(base_url=sandbox.url, auth=AUTH) as client:
            for number in range(10):
                client.get(f"{HOSTS}{thread}-{number}")
                assert len(sandbox.requests) > number

    threads = [threading.Thread(target=send, args=[number]) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = {request.names["host"] for request in sandbox.requests}
    assert found == {f"{thread}-{number}" for thread in range(3) for number in range(10)}
    assert len(sandbox.requests) == 30


def test_the_requests_over_http(api, sandbox) -> None:
    api("POST", HOSTS, {"name": "web-1", "settings": [{"key": "db.password", "value": "hush"}]})
    response = api.client.get(f"{sandbox.base_url}/sandbox/requests")
    (document,) = response.json()["requests"]
    assert document == sandbox.requests[0].document()
    assert document["operation"] == "hosts.create"
    assert document["body"]["name"] == "web-1"
    assert "hush" not in response.text
    assert sandbox.requests[0].body["settings"][0]["value"] == "hush"
    assert api.client.delete(f"{sandbox.base_url}/sandbox/requests").json() == {}
    assert sandbox.requests == []


def test_the_last_requests_are_returned_over_http(api, sandbox, monkeypatch) -> None:
    assert requests._MAX_REQUESTS == 200
    monkeypatch.setattr(requests, "_MAX_REQUESTS", 2)
    for number in range(3):
        api("GET", f"{HOSTS}{number}", status=404)
    found = api.client.get(f"{sandbox.base_url}/sandbox/requests").json()["requests"]
    assert [request["names"]["host"] for request in found] == ["1", "2"]


def test_the_requests_are_readable_after_the_end_of_the_sandbox() -> None:
    with Sandbox(clock=ManualClock()) as sandbox:
        httpx.post(f"{sandbox.url}{HOSTS}", json={"name": "web-1"}, auth=AUTH)
    assert [request.operation for request in sandbox.requests] == ["hosts.create"]
    sandbox.assert_called("hosts.create", name="web-1")
    with pytest.raises(AssertionError, match="not called"):
        sandbox.assert_called("hosts.delete", host="web-1")
