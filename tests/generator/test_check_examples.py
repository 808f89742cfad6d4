"""Examples fit their schemas, and have no member or value that these do not describe."""

from __future__ import annotations

import pytest

from generator.errors import SchemaError

JSON = "application/json"
PET = {"$ref": "#/components/schemas/Pet"}
NAME = {"type": "string", "examples": ["Rex"]}


def findings(schema):
    with pytest.raises(SchemaError) as caught:
        schema.checked()
    return caught.value.findings


@pytest.mark.parametrize(
    ("member", "text"),
    [
        ({"type": "integer", "examples": [3, "four"]}, " > examples > 1: 'four' is not of type 'integer'"),
        (
            {"$ref": "#/components/schemas/Mood", "examples": ["bored"]},
            " > examples > 0: 'bored' is not one of ['calm', 'wild']",
        ),
        (
            {"$ref": "#/components/schemas/Toy", "examples": [{"label": "ball", "size": 3, "age": 1}]},
            " > examples > 0: the schema does not describe 'age', 'size'",
        ),
        (
            {"$ref": "#/components/schemas/Toy", "examples": [{}]},
            " > examples > 0: 'label' is a required property",
        ),
        (
            {"type": "array", "items": {"$ref": "#/components/schemas/Toy"}, "examples": [[{"label": 3}]]},
            " > examples > 0 > 0 > label: 3 is not of type 'string'",
        ),
        (
            {"type": "array", "items": {"type": "string", "examples": [3]}, "examples": [["a"]]},
            " > items > examples > 0: 3 is not of type 'string'",
        ),
        (
            {"anyOf": [{"$ref": "#/components/schemas/Toy"}, {"type": "null"}], "examples": [{"label": 3}]},
            " > examples > 0 > label: 3 is not of type 'string'",
        ),
    ],
)
def test_a_member(schema, member, text) -> None:
    schema.enum("Mood", ["calm", "wild"])
    schema.view("Toy", {"label": {"type": "string"}}, required=["label"])
    schema.view("Pet", {"wrong": member})
    where = "pets.yaml: components > schemas > Pet > properties > wrong"
    assert findings(schema) == [f"{where}{text}: correct the example"]


@pytest.mark.parametrize(
    "good",
    ["2026-03-01T09:30:00.000+0000", "2026-03-01T09:30:00Z", "2026-03-01T09:30:00.000000+02:00"],
)
def test_a_date_has_the_form_of_the_server_or_of_rfc_3339(schema, good) -> None:
    schema.view("Pet", {"born": {"type": ["string", "null"], "format": "date-time", "examples": [good, None]}})
    assert schema.checked()["components"]["schemas"]["Pet"]["properties"]["born"]["examples"] == [good, None]


@pytest.mark.parametrize(
    ("format_", "value", "form"),
    [
        ("date-time", "2026-03-01", "2026-03-01T09:30:00.000+0000"),
        ("date-time", "1 March 2026", "2026-03-01T09:30:00.000+0000"),
        ("date-time", "2026-13-01T09:30:00.000+0000", "2026-03-01T09:30:00.000+0000"),
        ("date-time", "2026-03-01T09:30:00", "2026-03-01T09:30:00.000+0000"),
        ("date", "March", "2026-03-01"),
        ("uuid", "A0", "32 hexadecimal digits"),
    ],
)
def test_a_text_of_another_form(schema, format_, value, form) -> None:
    schema.view("Pet", {"born": {"type": "string", "format": format_, "examples": [value]}})
    where = "pets.yaml: components > schemas > Pet > properties > born > examples > 0"
    text = f"{value!r} is not a {format_} such as {form}: correct the example"
    assert findings(schema) == [f"{where}: {text}"]


def test_parameters_objects_and_bodies(schema) -> None:
    schema.path_parameter("pet", example=3)
    schema.view("Pet", {"name": NAME}, examples=[{"nom": "Rex"}])
    schema.call("pets.get", answer=PET | {"examples": [3]}, parameters=[schema.query("mood", example=4)])
    where = "pets.yaml: paths > /zoos/{zoo}/pets/{pet} > get"
    assert findings(schema) == [
        "pets.yaml: components > schemas > Pet > examples > 0: the schema does not describe 'nom': correct the example",
        f"{where} > responses > 200 > content > {JSON} > schema > examples > 0: 3 is not of type 'object': "
        "correct the example",
        "openapi.yaml: components > parameters > pet > example: 3 is not of type 'string': correct the example",
        f"{where} > parameters > 0 > example: 4 is not of type 'string': correct the example",
    ]
