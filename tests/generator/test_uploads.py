"""File uploads: one argument, one field of a form."""

from __future__ import annotations

import inspect

import pytest

from comodit_client.wire.request import NO_BODY, Upload

ONE = "this form is not supported: describe exactly one field, required and of the format binary"
BINARY = {"type": "string", "format": "binary", "description": "The picture."}


def form(**changes):
    schema = {"type": "object", "required": ["file"], "properties": {"file": BINARY}} | changes
    return {"content": {"multipart/form-data": {"schema": schema}}}


def test_a_file_is_the_last_argument_and_a_part_of_the_form(schema, wire) -> None:
    schema.call("pets.paint", method="post", requestBody=form())
    picture = Upload(b"x", "a.png", "image/png")
    request = wire().paint("North", "Rex", picture)
    assert request.parts == {"file": picture}
    assert request.body is NO_BODY
    assert list(inspect.signature(wire().paint).parameters) == ["zoo", "pet", "upload"]
    assert "upload: The picture." in inspect.getdoc(wire().paint)


def test_an_operation_named_upload_calls_its_argument_file(schema, wire) -> None:
    schema.call("pets.upload", method="post", requestBody=form())
    picture = Upload(b"x", "a.png", "image/png")
    assert list(inspect.signature(wire().upload).parameters) == ["zoo", "pet", "file"]
    assert wire().upload("North", "Rex", file=picture).parts == {"file": picture}
    assert wire().Operations("North", "Rex").upload(picture).parts == {"file": picture}


def test_the_field_has_the_name_of_the_schema(schema, wire) -> None:
    schema.call(
        "pets.paint", method="post", requestBody=form(required=["thumb-nail"], properties={"thumb-nail": BINARY})
    )
    assert list(wire().paint("North", "Rex", Upload(b"", "a")).parts) == ["thumb-nail"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"required": []}, " > required: the list is empty: fill it or remove it"),
        ({"required": ["two"]}, " > required: 'two' is required but not defined"),
        ({"properties": {"file": {"type": "string", "description": "Text."}}}, " > file: the key 'format' is missing"),
        ({"properties": {"file": BINARY, "name": {"type": "string", "description": "Its name."}}}, " > name: the key"),
        ({"properties": {"file": BINARY | {"format": "password"}}}, " > file > format: 'password' is not supported"),
        ({"required": ["file", "two"], "properties": {"file": BINARY, "two": BINARY}}, f": {ONE}"),
        ({"properties": {}}, " > required: 'file' is required but not defined"),
    ],
)
def test_another_form_is_refused(schema, changes, told: str) -> None:
    schema.call("pets.paint", method="post", requestBody=form(**changes))
    found = schema.refused()
    assert found.startswith("pets.yaml: paths > /zoos/{zoo}/pets/{pet} > post")
    assert told in found


def test_a_form_beside_json_is_refused(schema) -> None:
    body = form()
    body["content"]["application/json"] = {"schema": {"type": "object"}}
    schema.call("pets.paint", method="post", requestBody=body)
    assert "this form is not supported" in schema.refused()
