"""What the sandbox does with the examples of the schema: responses of operations without a handler, and error texts."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest

from comodit_client.sandbox.control import Control
from comodit_client.sandbox.dispatcher import Dispatcher, IncomingRequest
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.faults.active import Faults
from comodit_client.sandbox.http.responses import ApiResponse
from comodit_client.sandbox.http.uploads import Upload
from comodit_client.sandbox.http.validation import Validator
from comodit_client.sandbox.journal.journal import Journal
from comodit_client.sandbox.state.clock import ManualClock
from comodit_client.sandbox.state.store import Store
from comodit_client.sandbox.state.world import World


@pytest.fixture
def world() -> Iterator[World]:
    world = World(Store(":memory:"), ManualClock(), "u", "p", "key", "o", 0, 0, False, Faults())
    Control(world, Journal(world, {"paths": {}})).begin()
    yield world
    world.store.close()


@pytest.fixture
def send(world: World) -> Any:
    """Return a function that sends a request to an operation that has no handler."""

    def send(content: Any = None, *, method: str = "GET", status: str = "200", **operation: Any) -> ApiResponse:
        response = {"description": "Done."} | ({} if content is None else {"content": content})
        operation |= {"operationId": "new.verb", "responses": {"404": {"content": JSON}, status: response}}
        document = {"paths": {"/new/": {method.lower(): operation}}}
        incoming = IncomingRequest(method, b"/new/", {}, {"X-ComodIT-AppKey": "key"}, Upload(world.store.contents), "")
        return asyncio.run(Dispatcher(world, document).dispatch(incoming))

    return send


JSON = {"application/json": {"schema": {}, "example": {"name": "web-1"}}}


class TestAnOperationWithoutAHandler:
    def test_returns_the_example_when_it_reads(self, send: Any, caplog: pytest.LogCaptureFixture) -> None:
        response = send(JSON, status="203")
        assert (response.status, json.loads(response.content)) == (203, {"name": "web-1"})
        assert response.media_type == "application/json"
        assert response.headers == {"X-Sandbox-Example": "true"}
        assert [record.getMessage() for record in caplog.records] == [
            "The sandbox does not implement new.verb: it returns the schema's example"
        ]

    @pytest.mark.parametrize("value", [[], 0, None, False, "é"])
    def test_returns_any_json_value(self, send: Any, value: Any) -> None:
        assert json.loads(send({"application/json": {"example": value}}).content) == value

    @pytest.mark.parametrize("media_type", ["text/plain", "application/octet-stream"])
    def test_returns_the_bytes_of_a_text(self, send: Any, media_type: str) -> None:
        response = send({media_type: {"example": "é\n"}})
        assert (response.content, response.media_type) == ("é\n".encode(), media_type)

    @pytest.mark.parametrize("content", [None, {"application/json": {}}, {"application/octet-stream": {"schema": {}}}])
    def test_returns_501_without_an_example(self, send: Any, content: Any) -> None:
        response = send(content)
        assert response.status == 501
        assert json.loads(response.content) == {"error": ["The sandbox does not implement new.verb"]}
        assert response.headers == {}

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
    def test_returns_501_when_it_changes_something(self, send: Any, method: str) -> None:
        assert send(JSON, method=method).status == 501

    def test_checks_the_query_like_any_other(self, send: Any) -> None:
        parameter = {"name": "path", "in": "query", "required": True, "schema": {"type": "string"}}
        assert send(JSON, parameters=[parameter]).status == 400


TEXT = {"type": "string", "examples": ["web-1", "web-2"]}
TEXTS = {"type": "array", "items": {"type": "string"}, "examples": [["a", "b"]]}
PORT = {"$ref": "#/components/schemas/Port", "examples": [{"number": 80}]}
SECRET = {"type": "string", "format": "password", "examples": ["s3cret"]}
DOCUMENT: dict[str, Any] = {
    "components": {
        "schemas": {
            "Named": TEXT,
            "Key": SECRET,
            "Port": {"type": "object", "required": ["number"], "properties": {"number": {"type": "integer"}}},
        }
    }
}


def errors(member: dict[str, Any], value: Any, **schema: Any) -> list[str]:
    """Return the errors of a body whose member m has a schema and a value."""
    body = {"type": "object", "properties": {"m": member}, **schema}
    with pytest.raises(ApiError) as caught:
        Validator(DOCUMENT).check_body(
            {"requestBody": {"content": {"application/json": {"schema": body}}}}, {} if value is ... else {"m": value}
        )
    assert caught.value.status == 400
    return list(caught.value.texts)


class TestAnErrorNamesAnExample:
    @pytest.mark.parametrize(
        ("member", "value", "text"),
        [
            (TEXT, 5, 'm must be text, for example "web-1"'),
            ({"$ref": "#/components/schemas/Named"}, 5, 'm must be text, for example "web-1"'),
            ({"$ref": "#/components/schemas/Named", "examples": ["db"]}, 5, 'm must be text, for example "db"'),
            ({"type": ["string", "null"], "examples": ["é"]}, [], 'm must be text or null, for example "é"'),
            ({"anyOf": [{"type": "integer"}, {"type": "null"}], "examples": [8080]}, "x", "for example 8080"),
            ({"type": "boolean", "examples": [False]}, "x", "m must be a boolean, for example false"),
            ({"type": "integer", "examples": [0]}, "x", "m must be an integer, for example 0"),
            ({"type": "array", "items": TEXT}, [5], 'm[0] must be text, for example "web-1"'),
            (TEXTS, ["x", 5], 'm[1] must be text, for example "a"'),
            (TEXTS, 5, 'm must be a list, for example ["a", "b"]'),
            (PORT, {"number": "x"}, "m.number must be an integer, for example 80"),
            (PORT, {}, "'m.number' is missing or empty: give a value such as 80"),
        ],
    )
    def test_of_a_valid_value(self, member: dict[str, Any], value: Any, text: str) -> None:
        (error,) = errors(member, value)
        assert error.endswith(text)

    def test_of_a_missing_member(self) -> None:
        assert errors(TEXT, ..., required=["m"]) == ["'m' is missing or empty: give a value such as \"web-1\""]
        assert errors(TEXT, "", required=["m"]) == ["'m' is missing or empty: give a value such as \"web-1\""]

    def test_of_a_missing_query_parameter(self) -> None:
        parameter = {"name": "name", "in": "query", "required": True, "schema": {}, "example": "web-2"}
        with pytest.raises(ApiError) as caught:
            Validator(DOCUMENT).check_query({"parameters": [parameter]}, {})
        assert caught.value.texts == ("The query parameter 'name' is missing: give a value such as \"web-2\"",)


class TestAnErrorNamesNoExample:
    @pytest.mark.parametrize(
        "member",
        [
            SECRET,
            {"$ref": "#/components/schemas/Key"},
            {"type": "string", "format": "password"},
            {"anyOf": [SECRET, {"type": "null"}], "format": "password"},  # the bundler marks the member
        ],
    )
    def test_of_a_secret(self, member: dict[str, Any]) -> None:
        example = [{"m": "s3cret"}]
        assert errors(member, 5, examples=example) == ["m must be text"]
        assert errors(member, ..., required=["m"], examples=example) == ["'m' is missing or empty"]

    def test_of_a_part_of_a_secret(self) -> None:
        member = {"type": "array", "format": "password", "items": {"type": "string", "examples": ["s3cret"]}}
        assert errors(member, [5]) == ["m[0] must be text"]

    def test_of_an_object_which_may_hold_secrets(self) -> None:
        assert errors(PORT, 5) == ["m must be an object"]
        assert errors({"type": "array", "examples": [[{"number": 80}]]}, 5) == ["m must be a list"]

    def test_that_is_long_empty_or_absent(self) -> None:
        assert errors({"type": "string", "examples": ["x" * 100]}, 5) == ["m must be text"]
        assert errors({"type": "string", "examples": [""]}, 5) == ["m must be text"]
        assert errors({"type": "string"}, 5) == ["m must be text"]


def test_a_body_needs_no_member_that_only_the_server_sets() -> None:
    name = {"type": "string", "readOnly": True}
    other = {"type": "string"}
    body = {"type": "object", "required": ["name", "other"], "properties": {"name": name, "other": other}}
    operation = {"requestBody": {"content": {"application/json": {"schema": body}}}}
    with pytest.raises(ApiError) as caught:
        Validator(DOCUMENT).check_body(operation, {})
    assert caught.value.texts == ("'other' is missing or empty",)
