"""The API root: what is one, what is none, and how it meets the paths."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comodit_client.rest.endpoint import api_root, shown
from comodit_client.rest.exceptions import InvalidEndpoint


@pytest.mark.parametrize(
    ("endpoint", "url"),
    [
        ("http://comodit.test/api", "http://comodit.test/api/organizations/"),
        ("http://comodit.test/api/", "http://comodit.test/api/organizations/"),
        ("http://comodit.test/api///", "http://comodit.test/api/organizations/"),
        ("http://comodit.test", "http://comodit.test/organizations/"),
        ("https://comodit.test:8443/a/b", "https://comodit.test:8443/a/b/organizations/"),
        ("HTTPS://comodit.test/api", "https://comodit.test/api/organizations/"),
        ("http://[::1]:8000/api", "http://[::1]:8000/api/organizations/"),
        ("http://café.test/api", "http://xn--caf-dma.test/api/organizations/"),
    ],
)
def test_paths_are_added_to_the_root(make_client, run, endpoint, url):
    import httpx

    asked = []

    def answer(request):
        asked.append(request.url)
        return httpx.Response(200, json={})

    client = make_client(endpoint, transport=httpx.MockTransport(answer))
    run(client.organizations().list())
    (only,) = asked
    assert f"{only.scheme}://{only.netloc.decode()}{only.raw_path.decode()}" == url
    assert client.endpoint == endpoint.rstrip("/")


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "comodit.test/api",
        "/api",
        "ftp://comodit.test/api",
        "file:///etc/passwd",
        "http://",
        "http:///api",
        "https:comodit.test",
        " http://comodit.test",
        "http://comodit.test/api\n",
        "http://comodit.test/api ",
        "http://comodit.test/my api",
        "http://comodit .test/api",
        "http://comodit.test/api\u00a0",
        "http://comodit.test/api\x00",
        "http://comodit.test/api\x1b[2J",
        "http://comodit.test:port/api",
        "http://comodit.test:99999/api",
        "http://comodit.test:0/api",
        "http://[::1/api",
        "http://xn--/api",
        "http://\u2028/api",
        "http://comodit.test/api?x=1",
        "http://comodit.test/api?",
        "http://comodit.test/api#top",
        "http://" + "a" * 70_000,
        None,
        5,
        b"http://comodit.test/api",
        ["http://comodit.test/api"],
        10**5000,
    ],
    ids=lambda endpoint: repr(endpoint)[:40] if isinstance(endpoint, str) else type(endpoint).__name__,
)
def test_what_is_no_root_is_refused_before_anything_is_sent(make_client, endpoint):
    with pytest.raises(InvalidEndpoint, match=r"Cannot use .* as the API root: ") as raised:
        make_client(endpoint)
    assert isinstance(raised.value, ValueError)


@pytest.mark.parametrize(
    "endpoint",
    ["http://joe:hush@h:port/", "http://joe:hu/sh@h:1/x?y", "ftp://joe:hush@h/", "joe:hush//joe:hush@h", "joe:hush@h"],
)
def test_a_password_in_what_is_no_root_is_not_told(make_client, endpoint):
    with pytest.raises(InvalidEndpoint) as raised:
        make_client(endpoint)
    assert "hush" not in str(raised.value)
    assert "hu/sh" not in str(raised.value)
    assert raised.value.__cause__ is None


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("http://h/x", "http://h/x"),
        ("http://joe@h/x", "http://h/x"),
        ("http://joe:pw@h/x", "http://h/x"),
        ("http://joe:p@w@h:1/x?y#z", "http://h:1/x?y#z"),
        ("http://joe:p/w@h/x", "http://h/x"),
        ("joe:pw@h/x", "h/x"),
        ("http:/joe:pw@h/x", "h/x"),
        ("//joe:pw@h/x", "h/x"),
        ("joe:pw//joe:pw@h", "h"),
        ("no url", "no url"),
        ("", ""),
    ],
)
def test_credentials_are_left_out_of_what_is_shown(url, wanted):
    assert shown(url) == wanted


#: The pieces that endpoints go wrong with.
PIECES = [
    "http://",
    "https://",
    "h",
    "h.test",
    "1.2.3.4",
    "1.2.3.400",
    "[::1]",
    "[::g]",
    "[v1.x]",
    "[",
    "]",
    ":",
    ":80",
]
PIECES += [
    "@",
    "/",
    "//",
    "/api",
    "%41",
    "%",
    "\\",
    "\t",
    "\x7f",
    "é",
    "xn--",
    "xn--caf-dma",
    "\u2028",
    "-",
    ".",
    "..",
    "*",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
@settings(max_examples=500, deadline=None)
def test_httpx_can_send_to_any_root_that_is_accepted(text):
    import httpx

    try:
        root = api_root(f"http://{text}")
    except InvalidEndpoint:
        return
    assert httpx.URL(root).host
