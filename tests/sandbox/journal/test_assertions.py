"""Which requests satisfy an assertion, and which do not."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.sandbox import ApiError
from comodit_client.sandbox.http.routing import HANDLERS
from comodit_client.sandbox.journal import journal

HOSTS = "/organizations/OOO/environments/Default/hosts/"
HOST = f"{HOSTS}web-1"


@pytest.fixture
def host(api, sandbox):
    """Create a host with two requests."""
    api("POST", HOSTS, {"name": "web-1", "description": "d", "tags": [1, 2], "flavor": None})
    api("POST", HOSTS, {"name": "web-2"})
    return sandbox


@pytest.mark.parametrize(
    ("members", "times"),
    [
        ({}, 2),
        ({"name": "web-1"}, 1),
        ({"name": "web-3"}, 0),
        ({"organization": "OOO"}, 2),
        ({"organization": "OOO", "name": "web-2"}, 1),
        ({"organization": "other", "name": "web-2"}, 0),
        ({"name": lambda name: name.startswith("web")}, 2),
        ({"name": lambda name: name.endswith("1")}, 1),
        ({"status": 200}, 2),
        ({"status": 409}, 0),
        ({"status": lambda status: status < 300, "name": "web-1"}, 1),
        ({"description": None}, 1),
        ({"description": "d"}, 1),
        ({"flavor": None}, 2),
        ({"description": lambda text: True}, 1),
    ],
)
def test_members_match(host, members, times: int) -> None:
    host.assert_called("hosts.create", times=times, **members)
    for other in {0, 1, 2, 3} - {times}:
        with pytest.raises(AssertionError):
            host.assert_called("hosts.create", times=other, **members)
    called, not_called = (AssertionError, None) if times == 0 else (None, AssertionError)
    for assertion, error in ((host.assert_called, called), (host.assert_not_called, not_called)):
        if error is None:
            assertion("hosts.create", **members)
        else:
            with pytest.raises(error):
                assertion("hosts.create", **members)


def test_a_variable_of_the_path_comes_before_a_member_of_the_body(api, host) -> None:
    api("PUT", HOST, {"name": "web-9", "organization": "OOO"})
    host.assert_called("hosts.update", host="web-1", name="web-9")
    application = f"{HOSTS}web-9/applications/Wordpress"
    api("PUT", application, {"application": "Other", "settings": []}, status=404)
    host.assert_called("application_contexts.update", application="Wordpress")
    host.assert_not_called("application_contexts.update", application="Other")


@pytest.mark.parametrize(
    ("wanted", "matches"), [("True", True), (True, True), (False, False), ("true", False), (str.isalpha, True)]
)
def test_parameters_of_the_query_match(api, host, wanted, matches: bool) -> None:
    api("DELETE", f"{HOST}/changes/", processed_only="True")
    (host.assert_called if matches else host.assert_not_called)("changes.clear", processed_only=wanted)


def test_other_operations_do_not_match(host) -> None:
    host.assert_not_called("hosts.delete")
    with pytest.raises(AssertionError):
        host.assert_called("hosts.delete")


def test_attempts_that_a_fault_answered_are_calls(api, sandbox) -> None:
    sandbox.fail("503", times=2)
    for _ in range(3):
        api.client.post(HOSTS, json={"name": "web-1"})
    sandbox.assert_called("hosts.create", 3)
    sandbox.assert_called("hosts.create", 2, status=503)
    sandbox.assert_called("hosts.create", 1, name="web-1", status=200)


def test_each_operation_can_be_named(sandbox) -> None:
    assert len(HANDLERS) > 150
    for operation in HANDLERS:
        sandbox.assert_not_called(operation)


@pytest.mark.parametrize("name", ["assert_called", "assert_not_called"])
@pytest.mark.parametrize(
    ("operation", "members", "text"),
    [
        (
            "hosts.creat",
            {},
            "Unknown operation 'hosts.creat'; did you mean hosts.create, hosts.clear, hosts.get?",
        ),
        ("xyz", {}, "Unknown operation 'xyz'; the document at /openapi.yaml lists all operations"),
        (
            "hosts.delete",
            {"hots": "web-1"},
            "Requests of hosts.delete have no member 'hots'; did you mean host?",
        ),
        (
            "hosts.get",
            {"xyz": "red"},
            "Requests of hosts.get have no member 'xyz'; "
            "use environment, host, no_secret, obfuscate, organization, secret_only",
        ),
        ("flavors.list", {"name": "x"}, "Requests of flavors.list have no member 'name'; leave it out"),
    ],
)
def test_what_does_not_exist_is_an_error(sandbox, name: str, operation: str, members, text: str) -> None:
    with pytest.raises(ApiError) as caught:
        getattr(sandbox, name)(operation, **members)
    assert str(caught.value) == text


def test_nothing_changed(api, sandbox) -> None:
    api("GET", HOSTS)
    api("POST", HOSTS, {"name": ""}, status=400)
    api("DELETE", HOST, status=404)
    sandbox.fail("503")
    api.client.post(HOSTS, json={"name": "web-1"})
    sandbox.make_hosts(1)
    sandbox.assert_nothing_changed()
    sandbox.fail("reset-after-reading")
    with pytest.raises(httpx.HTTPError):
        api.client.post(HOSTS, json={"name": "web-1"})
    sandbox.assert_nothing_changed()


@pytest.mark.parametrize("fault", [None, "reset-after-serving", "cut"])
def test_something_changed(api, sandbox, fault: str | None) -> None:
    if fault is not None:
        sandbox.fail(fault)
        with pytest.raises(httpx.HTTPError):
            api.client.post(HOSTS, json={"name": "web-1"})
    else:
        api("POST", HOSTS, {"name": "web-1"})
    with pytest.raises(AssertionError, match="1 request changed something"):
        sandbox.assert_nothing_changed()


def test_an_upload_is_a_change(api, sandbox) -> None:
    assert api.client.post(f"{api.O}/applications/Wordpress/thumb", files={"file": b"x"}).status_code == 200
    with pytest.raises(AssertionError, match="set_thumbnail OOO/Wordpress 200"):
        sandbox.assert_nothing_changed()


def test_assertions_about_all_requests_need_all_requests(api, sandbox, monkeypatch) -> None:
    monkeypatch.setattr(journal, "MAX_REQUESTS", 2)
    for _ in range(3):
        api("GET", HOSTS)
    sandbox.assert_called("hosts.list")
    text = (
        r"Cannot check all requests: the sandbox dropped the oldest 1\. Call clear_requests\(\) before the part of the "
        r"test that the assertion is about\."
    )
    for assertion in (
        sandbox.assert_nothing_changed,
        sandbox.assert_no_unexpected,
        lambda: sandbox.assert_not_called("hosts.create"),
        lambda: sandbox.assert_called("hosts.create"),
        lambda: sandbox.assert_called("hosts.list", times=2),
    ):
        with pytest.raises(AssertionError, match=text):
            assertion()
    sandbox.clear_requests()
    sandbox.assert_nothing_changed()
