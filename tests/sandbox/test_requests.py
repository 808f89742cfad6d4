"""Rules for all requests: routes, names, bodies, queries, error responses."""

from __future__ import annotations

import re
import socket

import httpx
import pytest

from comodit_client.sandbox.http.routing import HANDLERS
from comodit_client.sandbox.schema import load_schema, schema_text

ODD_NAMES = [
    "a/b",
    "100%",
    "a%2Fb",
    "DB Master",
    "q?x=1",
    "été",
    "a#b",
    "a;b=c&d+e",
    "settings",
    "_clone",
    "{host}",
    "日本",
    "\n",
]


def quoted(name: str) -> str:
    return "".join(f"%{byte:02X}" for byte in name.encode())


def test_every_operation_of_the_schema_has_a_handler() -> None:
    methods = ("get", "put", "post", "delete")
    served = {
        item[method]["operationId"] for item in load_schema()["paths"].values() for method in methods if method in item
    }
    assert len(served) > 150
    assert HANDLERS.keys() == served


def test_the_schema_is_served(sandbox) -> None:
    response = httpx.get(f"{sandbox.base_url}/openapi.yaml")
    assert response.status_code == 200
    assert response.text == schema_text()
    assert "\nopenapi: 3.1" in response.text


def test_collections_have_an_envelope(api) -> None:
    api.host("a")
    api.host("b")
    response = api("GET", f"{api.E}/hosts/")
    assert [host["name"] for host in response.pop("items")] == ["a", "b"]
    assert response == {"count": 2, "offset": 0, "total": 2}


@pytest.mark.parametrize("name", ODD_NAMES)
def test_names_may_contain_any_character(api, name: str) -> None:
    path = f"{api.E}/hosts/{quoted(name)}"
    api("POST", f"{api.E}/hosts/", {"name": name})
    assert api("GET", path)["name"] == name
    api("POST", f"{path}/settings/", {"key": name if name[0] != "_" else "k", "value": 1})
    key = quoted(name if name[0] != "_" else "k")
    assert api("GET", f"{path}/settings/{key}")["value"] == 1
    api("DELETE", path)
    assert api.items(f"{api.E}/hosts/") == []


def test_a_name_of_dots_is_a_name(api, sandbox) -> None:
    """Clients resolve such paths before they send them, so this one is sent without a client."""
    api("POST", f"{api.E}/hosts/", {"name": ".."})
    request = f"GET /api{api.E}/hosts/.. HTTP/1.1\r\nHost: x\r\nX-ComodIT-AppKey: app-key\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", sandbox.port)) as connection:
        connection.sendall(request.encode())
        response = b"".join(iter(lambda: connection.recv(65536), b""))
    assert b'"name":".."' in response


@pytest.mark.parametrize("path", ["", "/", "//"])
def test_trailing_slashes_are_ignored(api, path: str) -> None:
    assert api("GET", f"{api.E}{path}")["name"] == "Default"
    assert api.items(f"{api.E}/hosts{path}") == []


def test_repeated_slashes_are_one(api) -> None:
    """S142: the original client runs a job with two slashes."""
    api("POST", f"{api.O}/jobs/", {"name": "a//b", "action": "DELETE_HOST", "enabled": False})
    assert "disabled" in api("PUT", f"{api.O}/jobs/a%2F%2Fb//_run", status=409)["error"][0]
    assert api("GET", "/organizations///OOO//environments//Default")["name"] == "Default"
    assert httpx.get(f"{api.sandbox.base_url}//api//flavors/", auth=("UUU", "PPP")).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/organizations//environments/",
        "/organizations/XXX",
        "/organizations/OOO/environments/XXX",
        "/organizations/OOO/environments/XXX/hosts/",
        "/organizations/OOO/environments/Default/hosts/XXX",
        "/organizations/OOO/environments/Default/hosts/XXX/instance/",
        "/organizations/OOO/applications/XXX",
        "/organizations/OOO/platforms/XXX",
        "/organizations/OOO/distributions/XXX",
        "/organizations/OOO/settings/XXX",
        "/flavors/XXX",
    ],
)
def test_missing_resources_return_404(api, path: str) -> None:
    api("GET", path, status=404)


@pytest.mark.parametrize("kind", ["environments", "applications", "platforms", "distributions", "settings"])
def test_deleting_a_missing_resource_returns_404(api, kind: str) -> None:
    api("DELETE", f"{api.O}/{kind}/XXX", status=404)


def test_a_path_that_is_not_utf8_is_rejected(api) -> None:
    api("GET", "/organizations/%FF", status=400)


def test_a_wrong_method_returns_405_with_the_allowed_ones(api) -> None:
    response = api.client.request("PATCH", f"{api.O}/access")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, POST"
    assert response.json()["error"]


def test_errors_outside_the_api_have_the_same_form(sandbox) -> None:
    for method, path, status in [("GET", "/", 404), ("GET", "/api", 404), ("PUT", "/sandbox/fail", 405)]:
        response = httpx.request(method, f"{sandbox.base_url}{path}")
        assert response.status_code == status
        assert response.json()["error"]


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b"\xff", "JSON"),
        (b'{"name": NaN}', "NaN"),
        (b'{"name": "x", "size": 1e999}', "too large"),
        (b'{"name": "x", "size": ' + b"9" * 5000 + b"}", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"[]", "object"),
        (b"null", "object"),
        (b"{}", "name"),
        (b'{"name": ""}', "name"),
        (b'{"name": null}', "name"),
        (b'{"name": 5}', "name"),
        (b'{"name": "\\ud800"}', "surrogate"),
        (b'{"name": "x", "description": 5}', "description"),
        (b'{"name": "x", "settings": 5}', "settings"),
        (b'{"name": "x", "settings": [null]}', "settings[0]"),
        (b'{"name": "x", "settings": [{}]}', "settings[0].key"),
        (b'{"name": "x", "settings": [{"key": "_x"}]}', "underscore"),
        (b'{"name": "x", "applications": [5]}', "applications[0]"),
        (b'{"name": "x", "platform": {}}', "platform"),
    ],
)
def test_an_invalid_body_is_rejected_with_a_reason(api, body: bytes, word: str) -> None:
    response = api.client.post(f"{api.E}/hosts/", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 400
    assert word in " ".join(response.json()["error"])
    assert api.items(f"{api.E}/hosts/") == []


@pytest.mark.parametrize("media_type", [None, "text/plain", "application/x-www-form-urlencoded"])
def test_a_body_requires_its_content_type(api, media_type: str | None) -> None:
    headers = {"Content-Type": media_type} if media_type else {}
    response = api.client.post(f"{api.E}/hosts/", content=b'{"name": "x"}', headers=headers)
    assert response.status_code == 415
    assert api.items(f"{api.E}/hosts/") == []


def test_a_content_type_may_have_parameters(api) -> None:
    headers = {"Content-Type": "Application/JSON; charset=utf-8"}
    assert api.client.post(f"{api.E}/hosts/", content=b'{"name": "x"}', headers=headers).status_code == 200


def test_a_failed_request_changes_nothing(api) -> None:
    """The host is created before the second application is found to be missing."""
    body = {"name": "x", "platform": "Demo Platform", "applications": ["Wordpress", "Nope"]}
    error = api("POST", f"{api.E}/hosts/", body, status=400)
    assert "Nope" in error["error"][0]
    assert api.items(f"{api.E}/hosts/") == []


def test_unknown_query_members_are_ignored(api) -> None:
    assert api("GET", api.E, max=10, whatever="x")["name"] == "Default"


@pytest.mark.parametrize(("value", "count"), [("true", 1), ("True", 1), ("TRUE", 1), ("false", 0), ("False", 0)])
def test_booleans_are_read_without_regard_to_case(api, value: str, count: int) -> None:
    host = api.ready_host()
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api.sandbox.advance(100)
    assert len(api.items(f"{host}/changes/", show_processed=value)) == count


def test_other_values_of_a_boolean_are_rejected(api) -> None:
    host = api.host()
    assert "show_processed" in api("GET", f"{host}/changes/", show_processed="maybe", status=400)["error"][0]


def test_required_query_members_are_required(api) -> None:
    api("PUT", f"{api.O}/settings/", {"newOrUpdatedSettings": []}, status=400)
    api("PUT", f"{api.E}/_clone", status=400)
    api("PUT", f"{api.E}/_clone", name="", status=400)


def test_nulls_are_dropped_and_unknown_members_stored(api) -> None:
    sent = {"name": "x", "description": None, "colour": {"of": None}, "tags": [], "note": ""}
    host = api("POST", f"{api.E}/hosts/", sent)
    assert "description" not in host or host["description"] == ""
    assert host["colour"] == {"of": None}
    assert host["tags"] == []
    assert host["note"] == ""
    assert "platform" not in host
    assert api("GET", f"{api.E}/hosts/x") == host


def test_the_server_sets_identifiers_and_versions(api) -> None:
    host = api("POST", f"{api.E}/hosts/", {"name": "x", "uuid": "mine", "version": 99, "state": "READY"})
    assert re.fullmatch(r"[0-9A-F]{12}1[0-9A-F]{19}", host["uuid"]), "32 upper-case digits, time-based"
    assert host["version"] == 0
    assert host["state"] == "DEFINED"
    changed = api("PUT", f"{api.E}/hosts/x", {**host, "description": "d", "uuid": "mine", "version": 99})
    assert changed == {**host, "description": "d", "version": 1}


def test_put_replaces(api) -> None:
    api("POST", f"{api.E}/hosts/", {"name": "x", "description": "d", "colour": "red"})
    changed = api("PUT", f"{api.E}/hosts/x", {"name": "x"})
    assert "colour" not in changed
    assert "description" not in changed
