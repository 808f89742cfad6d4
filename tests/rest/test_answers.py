"""An answer that is a success becomes data, or a clear exception when it is not what was promised."""

from __future__ import annotations

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import InvalidResponse
from comodit_client.rest.responses import EXCERPT
from comodit_client.wire.request import Request, identity

PATH = "/organizations/Acme"
ODD_OBJECTS = {
    "empty": b"",
    "blank": b" \n",
    "null": b"null",
    "list": b'[{"name": "Acme"}]',
    "text": b'"Acme"',
    "number": b"5",
    "truth": b"true",
    "html": b"<html><body>Log in</body></html>",
    "cut": b'{"name": "Ac',
    "no utf-8": b'{"name": "\xff"}',
    "deep": b"[" * 100_000,
    "long number": b"1" * 10_000,
}


@pytest.mark.parametrize("body", ODD_OBJECTS.values(), ids=ODD_OBJECTS.keys())
@pytest.mark.parametrize("code", [200, 201, 202])
def test_what_is_no_object_where_one_is_needed_is_told(client, server, run, body, code):
    server.on("GET", PATH, httpx.Response(code, content=body, headers={"Content-Type": "text/html"}))
    with pytest.raises(InvalidResponse) as raised:
        run(client.get_organization("Acme"))
    error = raised.value
    assert error.code == code
    assert error.url.endswith(PATH)
    assert "text/html" in str(error)
    assert len(error.body) <= EXCERPT
    assert len(str(error)) < EXCERPT


def test_an_empty_answer_is_called_empty(client, server, run):
    server.on("GET", PATH, httpx.Response(204))
    with pytest.raises(InvalidResponse, match="is empty"):
        run(client.get_organization("Acme"))


def test_any_success_is_a_success(client, server, run):
    for code in (200, 201, 202, 203, 206, 299):
        server.on("GET", PATH, (code, {"name": "Acme"}))
        assert run(client.get_organization("Acme")).name == "Acme"


@pytest.mark.parametrize("body", ODD_OBJECTS.values(), ids=ODD_OBJECTS.keys())
def test_an_answer_that_is_not_needed_is_not_read(client, server, run, body):
    server.on("DELETE", PATH, httpx.Response(202, content=body))
    assert run(client.organizations().delete("Acme")) is None


def test_a_web_page_is_no_sign_that_something_was_done(client, server, run):
    server.on("DELETE", PATH, httpx.Response(200, html="<p>Log in</p>"))
    with pytest.raises(InvalidResponse, match="web page"):
        run(client.organizations().delete("Acme"))


@pytest.mark.parametrize("body", [b"", b" ", b"null", b"{}", b" {}\n"])
@pytest.mark.parametrize("code", [200, 202, 204])
def test_what_was_sent_stays_when_the_answer_tells_nothing(client, server, run, body, code):
    server.on("POST", "/organizations/", httpx.Response(code, content=body))
    server.on("PUT", PATH, httpx.Response(code, content=body))
    organization = run(client.organizations().create("Acme"))
    assert organization.get_json() == {"name": "Acme"}
    organization.description = "changed"
    run(organization.update())
    assert organization.get_json() == {"name": "Acme", "description": "changed"}
    server.on("PUT", PATH, httpx.Response(code, content=body))
    run(organization.rename("Ajax"))
    assert organization.get_json() == {"name": "Ajax", "description": "changed"}


@pytest.mark.parametrize("name", ["html", "list", "cut", "text"])
def test_an_answer_to_a_change_that_is_no_object_is_told(client, server, run, name):
    server.on("POST", "/organizations/", httpx.Response(200, content=ODD_OBJECTS[name]))
    with pytest.raises(InvalidResponse):
        run(client.organizations().create("Acme"))


@pytest.mark.parametrize(
    ("items", "names"),
    [
        ({"items": [{"name": "a"}, {"name": "b"}], "count": "2"}, ["a", "b"]),
        ({"count": 0}, []),
        ({"items": None}, []),
        ({"items": []}, []),
        ({}, []),
        ({"items": {"name": "lone"}}, ["lone"]),
    ],
)
def test_a_list_is_read_whatever_it_leaves_out(client, server, run, colour, items, names):
    server.on("GET", "/organizations/", items)
    organizations = client.organizations()
    assert [organization.name for organization in run(organizations.list())] == names
    assert [organization.name for organization in colour.each(organizations)] == names
    assert run(organizations.count()) == len(names)


@pytest.mark.parametrize("items", [["text"], [5], "text", 5, [[]]])
def test_a_list_of_what_is_no_object_is_told(client, server, run, items):
    server.on("GET", "/organizations/", {"items": items})
    with pytest.raises(InvalidResponse, match=r"items(\[0\])? is not an? (object|list)") as raised:
        run(client.organizations().list())
    assert (raised.value.code, raised.value.method) == (200, "GET")
    assert raised.value.url.endswith("/organizations/")


@pytest.mark.parametrize(
    ("answer", "body", "value"),
    [
        ("array", b"[1, 2]", [1, 2]),
        ("value", b"null", None),
        ("value", b'"x"', "x"),
        ("text", "é".encode(), "é"),
        ("text", b"", ""),
        ("bytes", b"\xff\x00", b"\xff\x00"),
        ("nothing", b"anything", None),
    ],
)
def test_an_operation_reads_its_kind_of_answer(client, server, run, answer, body, value):
    server.on("GET", "/x", body)
    assert run(client.run(Request("x.get", "GET", "/x", answer, identity))) == value


@pytest.mark.parametrize(("answer", "body"), [("array", b"{}"), ("array", b""), ("value", b""), ("text", b"\xff")])
def test_another_kind_of_answer_is_told(client, server, run, answer, body):
    server.on("GET", "/x", body)
    with pytest.raises(InvalidResponse):
        run(client.run(Request("x.get", "GET", "/x", answer, identity)))


def test_a_request_of_the_wire_layer_gives_its_view(client, server, run):
    server.on("GET", "/organizations/Acme/environments/E/hosts/h", {"name": "h", "state": "READY"})
    host = run(client.run(wire.hosts.get("Acme", "E", "h")))
    assert isinstance(host, wire.hosts.Host)
    assert host.state == "READY"


def test_unknown_members_and_their_order_come_through(client, server, run):
    body = b'{"zebra": 1, "name": "Acme", "alpha": {"y": null, "x": [1.50, "\\u00e9"]}}'
    server.on("GET", PATH, body)
    assert list(run(client.get_organization("Acme")).get_json().items()) == [
        ("zebra", 1),
        ("name", "Acme"),
        ("alpha", {"y": None, "x": [1.5, "é"]}),
    ]
