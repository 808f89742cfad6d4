"""Requests: immutable values that can be copied, pickled and compared."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from typing import Any

import attrs
import pytest

from comodit_client import wire
from comodit_client.wire.request import NO_BODY, Request, Upload

REQUESTS = {
    "without body": wire.hosts.get("O", "E", "h", obfuscate=True),
    "with body": wire.hosts.create("O", "E", {"name": "h"}),
    "with more of a query": wire.organizations.get("O").with_query({"a": 1}),
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
@pytest.mark.parametrize("clone", [lambda request: pickle.loads(pickle.dumps(request)), copy.copy, copy.deepcopy])
def test_a_request_survives_pickling_and_copying(request_: Request[Any], clone) -> None:
    made = clone(request_)
    assert made == request_
    assert made.read is request_.read
    assert (made.body is NO_BODY) == (request_.body is NO_BODY)


def test_a_request_and_an_upload_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        wire.organizations.list().path = "/"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Upload(b"x", "x.txt").filename = "y.txt"


def test_a_request_is_made_with_its_type_as_well() -> None:
    made = Request[str]("x.get", "GET", "/x", "text", str)
    assert (made, type(made)) == (Request("x.get", "GET", "/x", "text", str), Request)


def test_requests_are_equal_whatever_reads_them() -> None:
    assert Request("x.get", "GET", "/x", "text", str) == Request("x.get", "GET", "/x", "text", repr)
    assert Request("x.get", "GET", "/x", "text", str) != Request("x.get", "GET", "/y", "text", str)


def test_no_content_and_no_body_are_in_a_repr() -> None:
    text = repr(attrs.evolve(REQUESTS["with body"], parts={"file": Upload(b"planted", "x")}, headers={"X-Key": "key"}))
    assert "planted" not in text
    assert "'h'" not in text
    assert "key" not in text


def test_a_request_has_no_attributes_of_its_own() -> None:
    assert not hasattr(REQUESTS["with body"], "__dict__")
    assert not hasattr(Upload(b"x", "x.txt"), "__dict__")


def test_the_import_loads_no_dataclasses() -> None:
    code = "import sys, comodit_client.wire.request; sys.exit('dataclasses' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
