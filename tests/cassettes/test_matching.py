"""A request matches a recorded one if it differs in nothing but masks, boundaries, and the order of members."""

from __future__ import annotations

import pytest
from vcr.request import Request

from comodit_client.cassettes.matching import fits, same_request

URL = "http://comodit.invalid/api"
FORM = {"content-type": "multipart/form-data; boundary={}"}


@pytest.mark.parametrize(
    ("text", "recorded", "same"),
    [
        ("abc", "abc", True),
        ("abc", "abd", False),
        ("", "***", True),
        ("a b", "a***", True),
        ("xa b", "a***", False),
        ("1 a 2 b 3", "***a***b***", True),
        ("1 b 2 a 3", "***a***b***", False),
        ("aba", "ab***ba", False),
        ("ab", "***a", False),
        ("a=1;b=2;c", "a=***;b=***;c", True),
        ("a=1;c", "a=***;b=***;c", False),
    ],
)
def test_a_mask_stands_for_any_text(text: str, recorded: str, same: bool) -> None:
    assert fits(text, recorded) is same


def test_many_masks_are_compared_in_linear_time() -> None:
    assert not fits("a" * 100_000, "a***" * 1_000 + "b")


def request(uri: str = URL, body: str | bytes = "", method: str = "GET", boundary: str = "") -> Request:
    headers = {name: value.format(boundary) for name, value in FORM.items()} if boundary else {}
    return Request(method, uri, body, headers)


SAME = [
    (request(f"{URL}?b=2&a=1"), request(f"{URL}?a=1&b=2")),
    (request(f"{URL}?a=1%2C+2"), request(f"{URL}?a=1,%202")),
    (request("http://user:password@comodit.invalid/api"), request()),
    (request(f"{URL}/a%22b"), request(f"{URL}/a***")),
    (request(body='{"a": 1, "b": [true, null]}'), request(body='{"b":[true,null],"a":1}')),
    (request(body='{"a": {"b": 1}}'), request(body='{"a":"***"}')),
    (request(body='["x-1-y", 2]'), request(body='["x***y","***"]')),
    (request(body=b"--abc\r\n1\r\n--abc--", boundary="abc"), request(body=b"--x\r\n1\r\n--x--", boundary="x")),
    (request(body=b"\xff1"), request(body=b"\xff1")),
]
DIFFERENT = [
    (request(method="PUT"), request(method="POST")),
    (request(), request("https://comodit.invalid/api")),
    (request(), request("http://comodit.invalid:81/api")),
    (request(f"{URL}/a"), request(f"{URL}/b")),
    (request(f"{URL}?a=1"), request(f"{URL}?a=2")),
    (request(f"{URL}?a=1"), request(f"{URL}?a=1&a=1")),
    (request(f"{URL}?a=1"), request(f"{URL}?b=1")),
    (request(body='{"a": 1}'), request(body='{"a":2}')),
    (request(body='{"a": 1}'), request(body='{"a":1,"b":null}')),
    (request(body='{"a": 1}'), request(body='["a"]')),
    (request(body="[1]"), request(body="[1,2]")),
    (request(body="[1]"), request(body='["1"]')),
    (request(body="[[1]]"), request(body='[{"a":1}]')),
    (request(body=b"--abc\r\n1\r\n--abc--", boundary="abc"), request(body=b"--abc\r\n2\r\n--abc--", boundary="abc")),
    (request(body=b"\xff1"), request(body=b"\xfe1")),
    (request(body='{"a"'), request(body='{"a":1}')),
]


def test_requests_that_are_the_same() -> None:
    assert [pair for pair in SAME if not same_request(*pair)] == []


def test_requests_that_are_different() -> None:
    assert [pair for pair in DIFFERENT if same_request(*pair)] == []
