"""What is sent: bodies as they are, their headers, queries."""

from __future__ import annotations

import enum
import json

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import InvalidArgument, InvalidBody, InvalidDocument
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


class Kind(enum.StrEnum):
    OPEN = "open"


class Mixed(str, enum.Enum):  # noqa: UP042 - as old code writes them
    OPEN = "open"


class Number(int, enum.Enum):
    ONE = 1


#: Queries, and what is sent.
QUERIES = [
    ({"x": None}, ""),
    ({"x": None, "y": 1}, "y=1"),
    ({}, ""),
    ({"x": []}, ""),
    ({"x": ["a", "b"], "y": (1, True, None)}, "x=a&x=b&y=1&y=true"),
    ({"x": "None"}, "x=None"),
    ({"x": 0, "y": False, "z": ""}, "x=0&y=false&z="),
    ({"x": 1.5, "y": -2}, "x=1.5&y=-2"),
    ({"x": Kind.OPEN, "y": Mixed.OPEN, "z": Number.ONE}, "x=open&y=open&z=1"),
    ({"a b": "ü/&=\x00"}, "a+b=%C3%BC%2F%26%3D%00"),
]


@pytest.mark.parametrize(("query", "sent"), QUERIES)
@pytest.mark.parametrize("where", ["facade", "wire"])
def test_none_is_left_out_of_a_query_and_a_list_repeats_its_name(make_client, colour, run, query, sent, where):
    urls = []

    def respond(got):
        urls.append(got.url)
        return httpx.Response(200, json={"items": []})

    client = make_client(transport=httpx.MockTransport(respond))
    run(client.organizations().list(query) if where == "facade" else client.run(request("GET", query=query)))
    assert [url.query.decode() for url in urls] == [sent]


class Odd:
    def __str__(self):
        return "hush"


#: Values that cannot be sent in a query.
NO_VALUES = ["\udcff", b"hush", Odd(), {"hush": 1}, {"hush"}, [["hush"]], ["a", b"hush"], float("nan"), [float("inf")]]
NO_VALUES += [10**5000, 1j, object, len, iter(["hush"])]


@pytest.mark.parametrize("value", NO_VALUES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("where", ["facade", "wire"])
def test_a_query_that_cannot_be_sent_is_an_error_that_does_not_quote_it(client, server, run, value, where):
    with pytest.raises(InvalidArgument, match=r"Cannot send the query of ") as raised:
        run(client.organizations().list({"x": value}) if where == "facade" else client.run(request(query={"x": value})))
    assert isinstance(raised.value, ValueError)
    assert "hush" not in str(raised.value)
    assert server.asked == []


@pytest.mark.parametrize("query", [{5: "a"}, {None: "a"}, {b"x": "a"}, {"\ud800": "a"}])
def test_the_names_of_a_query_are_text(client, server, run, query):
    with pytest.raises(InvalidArgument, match=r"Cannot send the query of organizations\.list"):
        run(client.organizations().list(query))
    assert server.asked == []


@pytest.mark.parametrize("query", ["x=1", [("x", 1)], 5, {"x"}, b"x=1"])
def test_a_query_is_a_dict(client, server, run, query):
    with pytest.raises(InvalidDocument, match="Cannot create a query from a value of type"):
        run(client.organizations().list(query))
    with pytest.raises(InvalidArgument, match=r"Cannot send the query of x\.put: it is of type"):
        run(client.run(request(query=query)))
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
