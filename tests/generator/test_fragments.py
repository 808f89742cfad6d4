"""A file of the schema is read strictly: what would be lost or misread is refused, with file and line."""

from __future__ import annotations

import pytest

from generator.errors import SchemaError
from generator.fragments import read, read_fragment


def refusal(schema, text: str, reader=read_fragment) -> str:
    schema.text("pets.yaml", text)
    with pytest.raises(SchemaError) as caught:
        reader(schema.folder / "pets.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("key", "shown"),
    [("on", "on"), ("200", "200"), ("yes", "yes"), ("null", "null"), ("1.5", "1.5"), ("? [a]\n  ", "['a']")],
)
def test_a_key_that_yaml_does_not_read_as_text_is_refused(schema, key: str, shown: str) -> None:
    assert refusal(schema, f"tag:\n  {key}: 1\n") == f"pets.yaml:2: the key {shown} is not text: put quotes around it"


@pytest.mark.parametrize("key", ["'on'", '"200"', "'yes'"])
def test_a_key_in_quotes_is_taken(schema, key: str) -> None:
    schema.text("pets.yaml", f"{key}: 1\n")
    assert read(schema.folder / "pets.yaml") == {key.strip("'\""): 1}


def test_a_key_that_is_given_twice_is_refused(schema) -> None:
    assert refusal(schema, "paths:\n  /pets/: {}\n  /pets/: {}\n") == (
        "pets.yaml:3: the key '/pets/' is given twice: remove one of the two"
    )


def test_a_key_that_is_given_twice_deep_inside_is_refused(schema) -> None:
    assert "'a' is given twice" in refusal(schema, "paths: [{b: {a: 1, a: 2}}]\n")


def test_what_is_no_yaml_is_refused_with_its_line(schema) -> None:
    assert refusal(schema, "tag: {name: pets\npaths: ]\n").startswith("pets.yaml:2:")


def test_what_is_no_mapping_is_refused(schema) -> None:
    assert refusal(schema, "- tag\n") == "pets.yaml: the file is not a YAML mapping: write `key: value` lines"


def test_an_empty_file_is_refused(schema) -> None:
    assert refusal(schema, "") == "pets.yaml: the file is not a YAML mapping: write `key: value` lines"


def test_a_tag_of_python_is_refused(schema) -> None:
    assert refusal(schema, "tag: !!python/object/apply:os.getcwd []\n").startswith("pets.yaml:1:")


def test_a_date_stays_a_text(schema) -> None:
    schema.text("pets.yaml", "a: 2020-01-31\nb: 2020-01-31T10:00:00Z\n")
    assert read(schema.folder / "pets.yaml") == {"a": "2020-01-31", "b": "2020-01-31T10:00:00Z"}


def test_an_alias_is_followed(schema) -> None:
    schema.text("pets.yaml", "a: &it {x: 1}\nb: *it\n")
    assert read(schema.folder / "pets.yaml")["b"] == {"x": 1}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("path: {}\n", "unknown part 'path': use components, paths, tag, x-mounts"),
        ("components: {parameters: {}}\n", "components may only hold schemas: move shared parts to openapi.yaml"),
        ("components: []\n", "components is not a mapping of schemas: write `components: {schemas: {…}}`"),
        ("components: {schemas: []}\n", "components is not a mapping of schemas: write `components: {schemas: {…}}`"),
        ("tag: {name: pets}\n", "the tag has no name or no description: add it"),
        ("tag: pets\n", "the tag has no name or no description: add it"),
        ("paths: {/pets/: {}}\n", "the paths have neither a tag nor x-mounts: add one of them"),
        (
            "paths:\ntag: {name: a, description: b}\n",
            "paths is not a mapping of paths to operations: write `/path/: {get: …}`",
        ),
        ("paths: {/pets/: null}\n", "paths is not a mapping of paths to operations: write `/path/: {get: …}`"),
        ("x-mounts: [{tag: a, owner: /b}]\n", "a mount must have of, owner, tag: complete "),
    ],
)
def test_a_part_that_would_be_lost_is_refused(schema, text: str, told: str) -> None:
    assert f"pets.yaml: {told}" in refusal(schema, text)


def test_everything_wrong_with_a_fragment_is_told_at_once(schema) -> None:
    assert len(refusal(schema, "path: {}\ncomponents: []\ntag: {}\n").splitlines()) == 3
