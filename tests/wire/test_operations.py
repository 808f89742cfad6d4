"""Every generated operation, called with odd names, asks for what the schema says and for nothing else."""

from __future__ import annotations

import inspect
import json
from importlib import resources
from urllib.parse import unquote

import pytest

from comodit_client.wire.errors import InvalidName
from comodit_client.wire.request import NO_BODY, Request, Upload, drop_none, identity
from tests.each import each
from tests.wire.reflection import OPERATIONS

ODD = ["a/b", "100%", "what?", "no#1", "DB Master", "café", "..x", "../..", "None", "True", "a%2Fb"]
SCHEMA = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text("utf-8"))
CONTENTS = {"body": {}, "upload": Upload(b"x", "x.txt")}
TEMPLATES = {
    operation["operationId"]: (method.upper(), path)
    for path, item in SCHEMA["paths"].items()
    for method, operation in item.items()
    if isinstance(operation, dict) and "operationId" in operation
}
#: The parameters whose slashes stay in the path.
WITH_SLASHES = {name for name, one in SCHEMA["components"]["parameters"].items() if one.get("x-slashes")}


def parameters(operation):
    """Return the names of an operation's arguments: those of its path, of its content, and required keywords."""
    found = inspect.signature(operation).parameters.values()
    places = [p.name for p in found if p.kind is not p.KEYWORD_ONLY and p.name not in CONTENTS]
    needed = [p.name for p in found if p.kind is p.KEYWORD_ONLY and p.default is p.empty]
    return places, [p.name for p in found if p.name in CONTENTS], needed


def call(operation, names):
    places, carried, needed = parameters(operation)
    contents = {name: CONTENTS[name] for name in carried}
    return operation(**dict(zip(places, names, strict=True)), **contents, **dict.fromkeys(needed, "x"))


def test_every_operation_of_the_schema_is_a_function_and_no_other():
    from comodit_client import wire

    made = set()
    for name in wire.__all__:
        if name[0].islower():
            module = getattr(wire, name)
            for member in vars(module).values():
                if inspect.isfunction(member) and member.__module__ == module.__name__:
                    made.add(call(member, ["x"] * len(parameters(member)[0])).operation)
    assert made == set(TEMPLATES)


@each("operation", OPERATIONS)
def test_odd_names_stay_in_their_segments(operation):
    places, _, _ = parameters(operation)
    for first in range(len(ODD)):
        names = [ODD[(first + place) % len(ODD)] for place in range(len(places))]
        # In a path of names, ".." is refused.
        names = [
            name.replace("..", "..x") if place in WITH_SLASHES else name
            for place, name in zip(places, names, strict=True)
        ]
        request = call(operation, names)
        method, template = TEMPLATES[request.operation]
        assert request.method == method
        left = iter(names)
        wanted = []
        for part in template.split("/"):
            name = next(left) if part.startswith("{") else part
            wanted += name.split("/") if part[1:-1] in WITH_SLASHES else [name]
        assert [unquote(part) for part in request.path.split("/")] == wanted
        assert list(left) == []


@each("operation", OPERATIONS)
def test_no_operation_takes_what_is_no_name(operation):
    places, _, _ = parameters(operation)
    for place in range(len(places)):
        for name in ("", ".", "..", None, True, b"x"):
            with pytest.raises(InvalidName):
                call(operation, ["x"] * place + [name] + ["x"] * (len(places) - place - 1))


@each("operation", OPERATIONS)
def test_a_query_holds_only_what_was_given(operation):
    places, _, needed = parameters(operation)
    request = call(operation, ["x"] * len(places))
    assert set(request.query.values()) | set(request.headers.values()) <= {"x"}
    assert len(request.query) + len(request.headers) == len(needed)


@each("operation", OPERATIONS)
def test_an_operation_carries_what_it_takes(operation):
    places, carried, _ = parameters(operation)
    request = call(operation, ["x"] * len(places))
    assert (request.body is not NO_BODY) == ("body" in carried)
    assert list(request.parts.values()) == [CONTENTS[name] for name in carried if name == "upload"]
    assert request.method != "GET" or not carried


@each("operation", OPERATIONS)
def test_making_a_request_is_repeatable_and_a_request_does_not_show_secrets(operation):
    places, _, _ = parameters(operation)
    names = ["x"] * len(places)
    assert call(operation, names) == call(operation, names)
    assert "body" not in repr(call(operation, names))
    assert "headers" not in repr(call(operation, names))


def test_a_query_is_added_to_and_the_request_stays_as_it_was():
    request = Request("x.get", "GET", "/x", "object", identity, query={"a": 1, "b": 2})
    more = request.with_query({"b": 3, "c": None})
    assert more.query == {"a": 1, "b": 3, "c": None}
    assert request.query == {"a": 1, "b": 2}
    assert request.with_query(None) is request
    assert request.with_query({}) is request


def test_a_request_cannot_be_changed():
    request = Request("x.get", "GET", "/x", "object", identity)
    with pytest.raises(AttributeError):
        request.path = "/y"


def test_null_is_a_body_and_no_body_is_none():
    assert Request("x.put", "PUT", "/x", "nothing", identity, body=None).body is None
    assert Request("x.put", "PUT", "/x", "nothing", identity).body is NO_BODY
    assert repr(NO_BODY) == "NO_BODY"


def test_what_was_not_given_is_left_out_and_false_is_given():
    assert drop_none({"a": None, "b": False, "c": 0, "d": ""}) == {"b": False, "c": 0, "d": ""}
