"""Requests as httpx gets them: their URLs, headers and bodies."""

import asyncio

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comodit_client.rest.http import ApiRoot, EmptyBody
from comodit_client.rest.outgoing import RequestBuilder
from comodit_client.wire import hosts, organizations
from comodit_client.wire.request import Request, identity

ROOTS = [
    "http://h/api",
    "https://my.comodit.com/api",
    "http://127.0.0.1:8000",
    "https://[::1]:8443/a/b",
    "http://h:80/x%20y",
]


def builder(root="http://h/api", given=None):
    return RequestBuilder.of_client(root, "", {"Authorization": "Basic x"}, given or {})


@given(
    st.sampled_from(ROOTS),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=3, max_size=3),
)
def test_a_url_below_the_root_is_what_httpx_makes_of_the_text(root, names):
    try:
        path = hosts.get(*names).path
    except ValueError:  # "." and ".." are no names
        return
    made, parsed = ApiRoot(root).below(path), httpx.URL(root + path)
    assert made == parsed
    assert (made.raw_path, made.raw_host, made.port, made.raw_scheme) == (
        parsed.raw_path,
        parsed.raw_host,
        parsed.port,
        parsed.raw_scheme,
    )
    assert str(made) == str(parsed)


@pytest.mark.parametrize("path", ["/a/./b", "/a/../b", "/a b", "/a%zz", "/é", "/a?b=c", "/a#b", "/" + "a" * 2000])
@pytest.mark.parametrize("root", ROOTS)
def test_other_paths_are_left_to_httpx(root, path):
    assert str(ApiRoot(root).below(path)) == str(httpx.URL(root + path))


@pytest.mark.parametrize("root", ROOTS)
def test_a_query_is_added(root):
    assert str(ApiRoot(root).below("/a", "?x=1+2")) == f"{httpx.URL(root)}/a?x=1+2"


def test_a_request_without_body_has_the_headers_of_the_client():
    made = builder().build(organizations.get("A"), None, {})
    assert made.headers.raw[0] == (b"Host", b"h")
    assert set(made.headers) == {"host", "accept", "accept-encoding", "user-agent", "authorization"}
    assert made.content == b""


@pytest.mark.parametrize(("body", "length"), [({"name": "A"}, "13"), (None, "4")])
def test_a_body_has_a_type_and_a_length(body, length):
    request = Request("organizations.create", "POST", "/organizations", "object", identity, body=body)
    made = builder().build(request, None, {})
    assert (made.headers["Content-Type"], made.headers["Content-Length"]) == ("application/json", length)
    assert len(made.content) == int(length)


@pytest.mark.parametrize(("method", "length"), [("POST", "0"), ("PUT", "0"), ("GET", None), ("DELETE", None)])
def test_an_empty_body_has_a_length_where_one_is_expected(method, length):
    made = builder().build(Request("hosts.clone", method, "/x", "nothing", identity), None, {})
    assert made.headers.get("Content-Length") == length


def test_the_headers_of_a_request_stay_with_it():
    made = builder()
    first = made.build(Request("hosts.get", "GET", "/x", "object", identity, headers={"If-Match": "1"}), None, {})
    second = made.build(Request("hosts.get", "GET", "/x", "object", identity), None, {})
    second.headers["X-Other"] = "1"
    assert first.headers["If-Match"] == "1"
    assert "If-Match" not in second.headers
    assert "X-Other" not in made.build(Request("hosts.get", "GET", "/x", "object", identity), None, {}).headers


def test_the_headers_of_a_given_client_are_sent_and_ours_prevail():
    made = builder(given={"X-Team": "web", "accept": "text/html"}).build(organizations.get("A"), None, {})
    assert made.headers["X-Team"] == "web"
    assert made.headers.get_list("accept") == ["application/json, */*"]


def test_headers_that_a_given_client_gets_later_are_sent(make_client, server, run, colour):
    server.on("GET", "/organizations/", {})
    kind = httpx.AsyncClient if colour.is_async else httpx.Client
    given = kind(transport=httpx.MockTransport(server))
    client = make_client(http_client=given)
    run(client.organizations().list())
    given.headers["X-Team"] = "web"
    run(client.organizations().list())
    assert [request.headers.get("X-Team") for request in server.asked] == [None, "web"]


def test_an_empty_body_has_no_parts():
    async def parts():
        return [part async for part in EmptyBody()]

    assert list(EmptyBody()) == asyncio.run(parts()) == []
