"""A name is one segment of a path, whatever characters it has."""

from __future__ import annotations

import enum
import string
from urllib.parse import quote, unquote

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comodit_client.wire import request
from comodit_client.wire.errors import InvalidName
from comodit_client.wire.request import segment, segments

NAMES = {
    "web-1": "web-1",
    "web_1.example~x": "web_1.example~x",
    "a/b": "a%2Fb",
    "100%": "100%25",
    "a%2Fb": "a%252Fb",
    "what?": "what%3F",
    "no#1": "no%231",
    "DB Master": "DB%20Master",
    "café": "caf%C3%A9",
    "日本": "%E6%97%A5%E6%9C%AC",
    "None": "None",
    "True": "True",
    "...": "...",
    ".hidden": ".hidden",
    "../../x": "..%2F..%2Fx",
    "a\\b": "a%5Cb",
    " ": "%20",
    "\n": "%0A",
    "\x00": "%00",
    "a;b=c,d@e:f&g+h": "a%3Bb%3Dc%2Cd%40e%3Af%26g%2Bh",
}


class Names(enum.StrEnum):
    WEB = "web 1"


@pytest.mark.parametrize(("name", "encoded"), NAMES.items(), ids=map(repr, NAMES))
def test_a_name_is_encoded_once(name, encoded):
    assert segment("host", name) == encoded


def test_a_name_without_special_characters_is_used_as_it_is(monkeypatch):
    monkeypatch.setattr(request, "quote", None)
    for name in ("web-1", "db_2.example~x", ".hidden", "x.", "...x", string.ascii_letters + string.digits):
        assert segment("host", name) is name


@given(st.text(alphabet=f"{string.punctuation} \naZ9é", min_size=3))
def test_the_encoding_is_that_of_the_standard_library(name):
    assert segment("host", name) == quote(name, safe="")


@pytest.mark.parametrize(("name", "encoded"), [(5, "5"), (0, "0"), (-1, "-1"), (10**20, "1" + "0" * 20)])
def test_a_whole_number_is_its_digits(name, encoded):
    assert segment("change", name) == encoded


def test_text_of_another_class_is_text():
    assert segment("host", Names.WEB) == "web%201"


@pytest.mark.parametrize(
    "name", ["", ".", "..", None, True, False, 1.5, b"web-1", [], ["web-1"], {}, object(), "\ud800", "a\udcff"]
)
def test_what_is_no_name_is_refused(name):
    with pytest.raises(InvalidName) as raised:
        segment("host_group", name)
    assert raised.value.what == "host group"
    assert isinstance(raised.value, ValueError)
    assert repr(name) in str(raised.value)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_name_arrives_as_it_is_and_as_one_segment(name):
    if name in (".", ".."):
        return
    path = f"/api/organizations/{segment('organization', name)}/hosts/"
    sent = httpx.URL("http://h" + path).raw_path.decode()
    assert sent == path
    assert [unquote(part) for part in sent.split("/")] == ["", "api", "organizations", name, "hosts", ""]


@pytest.mark.parametrize(
    ("path", "encoded"),
    [("a", "a"), ("a/b/c", "a/b/c"), ("DB Master/100%/é", "DB%20Master/100%25/%C3%A9"), ("a%2Fb/c?", "a%252Fb/c%3F")],
)
def test_the_slashes_of_a_path_stay_and_its_parts_are_encoded(path, encoded):
    assert segments("resource_path", path) == encoded


@pytest.mark.parametrize("path", ["", "/", "/a", "a/", "a//b", ".", "a/../b", "a/.", None, 5, b"a", ["a"], "a/\ud800"])
def test_a_path_with_a_part_that_is_no_name_is_refused(path):
    with pytest.raises(InvalidName) as raised:
        segments("resource_path", path)
    assert raised.value.what == "resource path"
