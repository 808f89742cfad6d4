"""Validation of values against the schemas of parameters."""

from __future__ import annotations

import pytest

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.operations.schemas import check_value

SERVERS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "host": {"type": "string", "required": True, "pattern": "[a-z]+"},
            "port": {"type": "integer", "required": False},
        },
    },
}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (None, 1),
        ({}, [1, "x", None]),
        ({"type": "text of a later version"}, 1),
        ({"type": None, "enum": None, "pattern": None}, "x"),
        ({"type": "integer"}, 3.0),
        ({"type": "number"}, 1.5),
        ({"type": "boolean"}, False),
        ({"type": "string", "enum": ["a", "b"]}, "a"),
        ({"type": "string", "pattern": "a|bc"}, "bc"),
        ({"type": "string", "pattern": "\\p{Alpha}+["}, "x"),
        (SERVERS, []),
        (SERVERS, [{"host": "web", "port": 80, "more": {}}, {"host": "db", "port": None}]),
        ({"type": "array", "items": None}, [1]),
        ({"type": "object", "properties": {"a": None}}, {"a": 1}),
    ],
)
def test_valid_values(schema, value) -> None:
    check_value(schema, value, "x")


@pytest.mark.parametrize(
    ("schema", "value", "words"),
    [
        ({"type": "integer"}, "3", "x must be an integer"),
        ({"type": "integer"}, 3.5, "x must be an integer"),
        ({"type": "integer"}, True, "x must be an integer"),
        ({"type": "number"}, [], "x must be a number"),
        ({"type": "string"}, 3, "x must be text"),
        ({"type": "boolean"}, 1, "x must be a boolean"),
        ({"type": "array"}, {}, "x must be a list"),
        ({"type": "object"}, [], "x must be an object"),
        ({"enum": ["a", "b"]}, "c", "x must be one of a, b"),
        ({"pattern": "a|bc"}, "abc", "x must match a|bc"),
        (SERVERS, [{"host": "web"}, {"host": "WEB"}], "x[1].host must match [a-z]+"),
        (SERVERS, [{"port": 80}], "x[0].host is missing"),
        (SERVERS, [{"host": "web", "port": "80"}], "x[0].port must be an integer"),
    ],
)
def test_invalid_values(schema, value, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        check_value(schema, value, "x")
    assert caught.value.status == 400
    assert caught.value.texts == (words,)


def test_the_number_of_error_texts_is_limited() -> None:
    with pytest.raises(ApiError) as caught:
        check_value({"items": {"type": "string"}}, list(range(100)), "x")
    assert len(caught.value.texts) == 5
