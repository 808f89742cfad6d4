"""What is sent: bodies as they are, their headers, queries."""

from __future__ import annotations

import json

import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import InvalidBody, TransportError
from comodit_client.wire.request import NO_BODY, Request, identity

LOOP: dict = {}
LOOP["self"] = LOOP
DEEP: list = []
for _ in range(100_000):
    DEEP = [DEEP]


def request(method="PUT", body=NO_BODY, **options):
    return Request("x.put", method, "/x", "nothing", identity, body=body, **options)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_a_change_without_body_says_that_it_is_empty(client, server, run, method):
    server.on(method, "/x", {})
    run(client.run(request(method)))
    assert server.last.headers["Content-Length"] == "0"
    assert "Transfer-Encoding" not in server.last.headers
    assert "Content-Type" not in server.last.headers
    assert server.last.content == b""


def test_the_verbs_of_an_instance_say_that_they_are_empty(client, server, run):
    instance = client.hosts("A", "E").new("h").instance().new()
    for verb, path in {"start": "_start", "pause": "_pause", "shutdown": "_stop", "poweroff": "_off"}.items():
        server.on("PUT", f"/organizations/A/environments/E/hosts/h/instance/{path}", {})
        run(getattr(instance, verb)())
        assert server.last.headers["Content-Length"] == "0"


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_a_request_that_needs_no_body_has_none(client, server, run, method):
    server.on(method, "/x", {})
    run(client.run(request(method)))
    assert "Content-Length" not in server.last.headers
    assert "Content-Type" not in server.last.headers


@pytest.mark.parametrize("body", [{}, {"b": 1, "a": [None, True, 1.5, "é"]}, [], None, "text", 0, False])
def test_a_body_is_json_and_says_so(client, server, run, body):
    server.on("PUT", "/x", {})
    run(client.run(request(body=body)))
    assert server.last.headers["Content-Type"] == "application/json"
    assert server.last.headers["Content-Length"] == str(len(server.last.content))
    assert server.last.content == json.dumps(body).encode("ascii")


def test_order_and_unknown_members_are_sent_as_they_came(client, server, run):
    body = b'{"zebra": 1, "name": "A", "own": {"y": null, "x": []}, "description": null}'
    server.on("GET", "/organizations/A", body)
    server.on("PUT", "/organizations/A", {"name": "A"})
    organization = run(client.get_organization("A"))
    organization.description = "é"
    run(organization.update())
    assert server.last.content == body.replace(b'"description": null', b'"description": "\\u00e9"')


@pytest.mark.parametrize(
    "body",
    [float("nan"), float("inf"), [float("-inf")], {"x": object()}, {"x": {1, 2}}, {"x": b""}, {(1, 2): 3}, LOOP, DEEP],
    ids=["nan", "infinity", "minus infinity", "object", "set", "bytes", "odd key", "loop", "deep"],
)
def test_what_is_no_json_is_told_and_nothing_is_sent(client, server, run, body):
    server.on("PUT", "/x", {})
    with pytest.raises(InvalidBody, match=r"Cannot write the body of x\.put as JSON: ") as raised:
        run(client.run(request(body=body)))
    assert isinstance(raised.value, ValueError)
    assert server.asked == []


def test_a_setting_that_is_no_json_is_told(client, server, run):
    with pytest.raises(InvalidBody):
        run(client.organizations().new("A").settings().create("k", object()))
    assert server.asked == []


def test_half_a_character_is_sent_as_json_can(client, server, run):
    server.on("PUT", "/x", {})
    run(client.run(request(body="\ud800")))
    assert server.last.content == b'"\\ud800"'


@pytest.mark.parametrize(
    ("value", "sent"),
    [(True, "true"), (False, "false"), (5, "5"), ("a b&c=d/é", "a b&c=d/é"), ("", ""), ("True", "True")],
)
def test_values_of_a_query_are_sent_as_text(client, server, run, value, sent):
    server.on("GET", "/organizations/", {})
    run(client.organizations().list({"x": value}))
    assert server.last.query == {"x": sent}


def test_a_query_that_is_no_text_is_a_fault_of_ours(client, server, run):
    with pytest.raises(TransportError):
        run(client.organizations().list({"x": "\udcff"}))
    assert server.asked == []


def test_json_is_asked_for(client, server, run):
    server.on("GET", "/organizations/", {})
    run(client.organizations().list())
    assert server.last.headers["Accept"].startswith("application/json")


def test_headers_of_an_operation_are_sent(client, server, run):
    server.on("GET", "/account/_verify", {})
    run(client.run(wire.account.verify(totp_token="123456")))
    assert server.last.headers["X-ComodIT-TotpToken"] == "123456"


@pytest.mark.parametrize("name", ["a/b", "100%", "a?b", "a#b", "a b", "é", "a%2Fb", "..x", "a;b"])
def test_a_name_reaches_the_server_as_one_segment(client, server, run, name):
    from urllib.parse import quote

    path = f"/organizations/{quote(name, safe='')}"
    server.on("GET", path, {"name": name})
    assert run(client.get_organization(name)).name == name
    assert server.lines == [f"GET {path}"]
