"""Dates: a member with `format: date-time` has a second property, which reads it as a datetime."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

DATE = {"type": "string", "format": "date-time"}
PLACE = "pets.yaml: components > schemas > Pet > properties >"
HINT = "set another name with x-python-datetime"


@pytest.mark.parametrize(
    "member",
    [
        DATE,
        {"type": ["string", "null"], "format": "date-time"},
        {"type": ["null", "string"], "format": "date-time"},
        {"anyOf": [DATE, {"type": "null"}]},
        {"oneOf": [{"type": "null"}, DATE]},
        {"$ref": "#/components/schemas/Moment"},
        {"anyOf": [{"$ref": "#/components/schemas/Moment"}, {"type": "null"}]},
        DATE | {"readOnly": True},
        DATE | {"writeOnly": True},
    ],
)
def test_the_default_name_ends_in_at(schema, wire, member) -> None:
    schema.component("Moment", DATE | {"description": "A moment."})
    schema.view("Pet", {"bornOn": member})
    pet = wire().Pet({"bornOn": "2022-01-01T00:00:00Z"})
    assert (pet.born_on, pet.born_on_at) == ("2022-01-01T00:00:00Z", datetime(2022, 1, 1, tzinfo=UTC))
    assert pet.MEMBERS == {"bornOn": "born_on"}


@pytest.mark.parametrize(
    "member",
    [
        {"type": "string"},
        {"type": "string", "format": "date"},
        {"type": "string", "format": "uuid"},
        {"type": "integer"},
        {"anyOf": [DATE, {"type": "integer"}]},
        {"type": "array", "items": DATE},
        {"type": "object", "additionalProperties": DATE},
        {},
    ],
)
def test_other_values_have_no_datetime(schema, member) -> None:
    schema.view("Pet", {"born": member})
    assert schema.member("Pet", "born").date_name is None
    assert "datetime" not in schema.rendered()["pets.py"]


def test_x_python_datetime_names_it(schema, wire) -> None:
    schema.view("Pet", {"timestamp": DATE | {"x-python-datetime": "time"}})
    pet = wire().Pet({"timestamp": "2022-01-01T00:00:00Z"})
    assert pet.time == datetime(2022, 1, 1, tzinfo=UTC)
    assert not hasattr(pet, "timestamp_at")


def test_x_python_name_is_the_base_of_the_default(schema) -> None:
    schema.view("Pet", {"from": DATE | {"x-python-name": "since"}})
    assert schema.member("Pet", "from").date_name == "since_at"


@pytest.mark.parametrize(
    ("more", "fset", "fdel"), [({}, True, True), ({"readOnly": True}, False, False), ({"x-required": 1}, True, False)]
)
def test_the_text_is_set_and_deleted_as_any_other(schema, wire, more, fset, fdel) -> None:
    required = ["born"] if more.pop("x-required", 0) else ["name"]
    schema.view("Pet", {"name": {"type": "string"}, "born": DATE | more}, required=required)
    text, moment = wire().Pet.born, wire().Pet.born_at
    assert (text.fset is not None, text.fdel is not None) == (fset, fdel)
    assert (moment.fset, moment.fdel) == (None, None)


def test_the_setter_takes_a_datetime(schema, wire) -> None:
    schema.view("Pet", {"born": DATE | {"x-python-alias": "birth"}})
    pet = wire().Pet()
    pet.born = datetime(2022, 1, 1, tzinfo=UTC)
    assert pet.get_json() == {"born": "2022-01-01T00:00:00.000+0000"}
    pet.birth = datetime(2023, 1, 1, tzinfo=UTC)
    assert (pet.birth, pet.born_at.year) == ("2023-01-01T00:00:00.000+0000", 2023)


@pytest.mark.parametrize("required", [True, False])
def test_the_types_of_a_date(schema, required) -> None:
    schema.view("Pet", {"name": {"type": "string"}, "born": DATE}, required=["name", *(["born"] if required else [])])
    member = schema.member("Pet", "born")
    assert (member.returns, member.accepts) == (
        ("str", "str | datetime") if required else ("str | None", "str | datetime | None")
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("show", "is reserved"),
        ("property", "is reserved"),
        ("datetime", "is reserved"),
        ("born", "is reserved"),
        ("birth", "is reserved"),
        ("age", "is reserved"),
        ("a b", "is not a valid"),
        ("_born", "is not a valid"),
        ("class", "is not a valid"),
    ],
)
def test_a_name_that_cannot_be_had_is_an_error(schema, name: str, reason: str) -> None:
    born = DATE | {"x-python-alias": "birth", "x-python-datetime": name}
    schema.view("Pet", {"born": born, "age": {"type": "integer"}})
    found = schema.refused()
    assert found.startswith(f"{PLACE} born: the name {name!r} {reason}")
    assert found.endswith(HINT)


def test_a_default_name_that_is_taken_is_an_error(schema) -> None:
    schema.view("Pet", {"born": DATE, "bornAt": {"type": "string"}})
    assert schema.refused() == f"{PLACE} born: the name 'born_at' is reserved for generated code: {HINT}"


def test_two_dates_with_one_name_are_an_error(schema) -> None:
    schema.view("Pet", {"a": DATE | {"x-python-datetime": "time"}, "b": DATE | {"x-python-datetime": "time"}})
    assert schema.refused() == f"{PLACE} b: the name 'time' is used twice: {HINT}"


@pytest.mark.parametrize(
    "member", [{"type": "string"}, {"type": "integer"}, {"type": "array", "items": DATE}, {"format": "date-time"}]
)
def test_a_name_for_what_is_no_date_is_an_error(schema, member) -> None:
    schema.view("Pet", {"born": member | {"x-python-datetime": "time"}})
    assert schema.refused() == (
        f"{PLACE} born: x-python-datetime needs the type string and format: date-time: add the format"
    )


def test_a_parameter_and_a_response_stay_text(schema) -> None:
    schema.call("pets.get", parameters=[schema.query("since", schema=DATE)], answer=DATE)
    operation = schema.operation("pets.get")
    assert ([parameter.text for parameter in operation.query], operation.result_text) == (["str"], "str")
