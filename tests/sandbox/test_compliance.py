"""Deviations of a machine are compliance errors until they are repaired or deleted."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from comodit_client.sandbox.errors import ApiError

CHANGE = 4.0


@pytest.fixture
def host(api) -> str:
    path = api.ready_host(applications=["Wordpress"])
    api("DELETE", f"{path}/changes/", processed_only=False)
    return path


def deviate(api, kind: str = "services", name: str = "httpd") -> dict[str, Any]:
    return api.sandbox.deviate("OOO", "Default", "web", application="Wordpress", kind=kind, name=name)


def test_a_stopped_service(api, host: str) -> None:
    error = deviate(api)
    assert error == {
        "application": "Wordpress",
        "type": "serviceResource",
        "name": "httpd",
        "currentState": {"running": False, "enabled": True},
        "expectedState": {"running": True, "enabled": True},
    }
    assert api.items(f"{host}/compliance/") == [error]
    assert api("GET", f"{host}/compliance/applications/Wordpress/services/httpd") == error
    assert api.state(host) == "ERROR"
    assert [item["state"] for item in api.items(f"{api.E}/hosts/")] == ["ERROR"]


def test_deleting_it_brings_the_host_back(api, host: str) -> None:
    deviate(api)
    deviate(api, "packages", "php")
    api("DELETE", f"{host}/compliance/applications/Wordpress/services/httpd")
    assert api.state(host) == "ERROR"
    api("DELETE", f"{host}/compliance/applications/Wordpress/services/httpd", status=404)
    api("DELETE", f"{host}/compliance/")
    assert api.state(host) == "READY"
    assert api.items(f"{host}/compliance/") == []


def test_a_rebuild_repairs_it(api, host: str) -> None:
    for kind, name in (("services", "httpd"), ("packages", "php"), ("files", "wp-config.php")):
        deviate(api, kind, name)
    api("PUT", f"{host}/compliance/_rebuild", status=202)
    assert api.state(host) == "UPDATING"
    assert len(api.items(f"{host}/compliance/")) == 3
    api.sandbox.advance(CHANGE / 3)
    assert len(api.items(f"{host}/compliance/")) == 2
    api.sandbox.advance(CHANGE)
    assert api.items(f"{host}/compliance/") == []
    assert api.state(host) == "READY"
    assert api.tasks(host) == [["restart service httpd", "add package php", "update file wp-config.php"]]


def test_a_failed_rebuild_repairs_nothing(api, host: str) -> None:
    deviate(api)
    api.sandbox.fail_task("OOO", "Default", "web", task="restart service httpd", error="masked")
    api("PUT", f"{host}/compliance/_rebuild")
    api.sandbox.advance(CHANGE)
    assert len(api.items(f"{host}/compliance/")) == 1
    assert api.state(host) == "ERROR"


def test_a_live_action_repairs_it(api, host: str) -> None:
    """S83: a deviation is repaired through the application context."""
    deviate(api)
    api("PUT", f"{host}/applications/Wordpress/services/httpd/_restart")
    api.sandbox.advance(CHANGE)
    assert api.state(host) == "READY"


def test_a_file_shows_its_expected_state(api, host: str) -> None:
    error = deviate(api, "files", "wp-config.php")
    assert error["currentState"]["present"] is False
    assert error["expectedState"]["path"] == "/etc/wordpress/wp-config.php"
    assert error["expectedState"]["creationTime"]


@pytest.mark.parametrize("gone", ["instance/", "applications/Wordpress"])
def test_an_error_is_removed_with_its_machine_or_application(api, host: str, gone: str) -> None:
    deviate(api)
    api("DELETE", f"{host}/{gone}")
    assert api.items(f"{host}/compliance/") == []


def test_errors_are_logged_and_notified(api, host: str) -> None:
    views = [{"actionType": event, "active": True} for event in ("compError", "compOk")]
    api("POST", f"{api.O}/notifications/", {"name": "ops", "channel": "Email", "notifiableViews": views})
    deviate(api)
    api("PUT", f"{host}/compliance/_rebuild")
    api.sandbox.advance(CHANGE)
    wanted = ["web: service httpd of Wordpress is not compliant", "web: service httpd of Wordpress is compliant again"]
    assert [entry["message"] for entry in api.items(f"{host}/notification/")] == [f"ops: {text}" for text in wanted]
    assert set(wanted) <= {entry["message"] for entry in api.items(f"{host}/agent/")}


def test_invalid_deviations(api, host: str) -> None:
    for kind, name in (("services", "nope"), ("moods", "bad")):
        with pytest.raises(ApiError):
            deviate(api, kind, name)
    deviate(api)
    with pytest.raises(ApiError):
        deviate(api)
    api("DELETE", f"{host}/instance/")
    api("GET", host)
    with pytest.raises(ApiError, match="no instance"):
        deviate(api)


def test_by_http(api, host: str) -> None:
    body = {"host": ["OOO", "Default", "web"], "application": "Wordpress", "kind": "services", "name": "httpd"}
    response = httpx.post(f"{api.sandbox.base_url}/sandbox/deviate", json=body)
    assert response.json()["name"] == "httpd"
    assert api.state(host) == "ERROR"
