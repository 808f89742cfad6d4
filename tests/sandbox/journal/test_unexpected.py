"""Which requests are unexpected."""

from __future__ import annotations

import pytest

from comodit_client.sandbox.http.routing import HANDLERS

HOSTS = "/organizations/OOO/environments/Default/hosts/"
HOST = f"{HOSTS}web-1"


def test_usual_failures_and_faults_are_expected(api, sandbox) -> None:
    api("POST", HOSTS, {"name": "web-1"})
    api("POST", HOSTS, {"name": "web-1"}, status=409)
    api("POST", HOSTS, {"name": "web-2", "platform": "none"}, status=400)
    api("GET", f"{HOSTS}web-3", status=404)
    assert api.client.get("/organizations/", auth=("UUU", "wrong")).status_code == 401
    for kind in ("500", "503"):
        sandbox.fail(kind)
        api.client.get(HOSTS)
    sandbox.fail("500", served=True)
    api.client.get(HOSTS)
    sandbox.assert_no_unexpected()


@pytest.mark.parametrize(
    ("method", "path", "options", "reason"),
    [
        ("GET", "/nothing", {}, "no such operation"),
        ("PATCH", HOST, {}, "no such operation"),
        ("GET", "/organizations/%FF", {}, "no such operation"),
        ("POST", HOSTS, {"json": {}}, "the query or the body is invalid"),
        ("POST", HOSTS, {"content": b"{"}, "the query or the body is invalid"),
        ("GET", f"{HOST}/changes/?show_processed=maybe", {}, "the query or the body is invalid"),
        (
            "POST",
            "/organizations/OOO/applications/Wordpress/thumb",
            {"content": b"x", "headers": {"Content-Type": "multipart/form-data"}},
            "the query or the body is invalid",
        ),
    ],
)
@pytest.mark.parametrize("fault", [None, "latency"])
def test_unexpected_requests(api, sandbox, method: str, path: str, options, reason: str, fault: str | None) -> None:
    if fault:
        sandbox.fail(fault, seconds=0)
    assert api.client.request(method, path, **options).status_code >= 400
    with pytest.raises(AssertionError, match=reason):
        sandbox.assert_no_unexpected()


def test_an_operation_without_a_handler_is_unexpected(api, sandbox, monkeypatch) -> None:
    monkeypatch.delitem(HANDLERS, "hosts.create")
    api("POST", HOSTS, {"name": "web-1"}, status=501)
    with pytest.raises(AssertionError, match=r"hosts\.create .* \(not implemented by the sandbox\)"):
        sandbox.assert_no_unexpected()


def test_a_defect_of_the_sandbox_is_unexpected_even_if_a_fault_hides_it(api, sandbox, monkeypatch) -> None:
    monkeypatch.setitem(HANDLERS, "hosts.list", lambda call: 1 / 0)
    sandbox.fail("503", served=True)
    assert api.client.get(HOSTS).status_code == 503
    with pytest.raises(AssertionError, match=r"defect of the sandbox"):
        sandbox.assert_no_unexpected()
