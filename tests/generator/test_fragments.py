"""A file of the schema is read strictly: what would be lost or misread is refused, with file and line."""

from __future__ import annotations

import pytest

from generator.errors import SchemaError
from generator.fragments import read_fragment
from generator.strict_yaml import read


def refusal(schema, text: str, reader=read_fragment) -> str:
    schema.text("pets.yaml", text)
    with pytest.raises(SchemaError) as caught:
        reader(schema.folder / "pets.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("on", "on"),
        ("200", "200"),
        ("yes", "yes"),
        ("null", "null"),
        ("1.5", "1.5"),
        ("2020-01-31", "2020-01-31"),
        ("=", "="),
    ],
)
def test_a_key_that_yaml_does_not_read_as_text_is_refused(schema, key: str, shown: str) -> None:
    assert (
        refusal(schema, f"tag:\n  {key}: 1\n") == f"pets.yaml:2: tag: the key {shown} is not text: put quotes around it"
    )


@pytest.mark.parametrize("key", ["'on'", '"200"', "'yes'"])
def test_a_key_in_quotes_is_taken(schema, key: str) -> None:
    schema.text("pets.yaml", f"{key}: 1\n")
    assert read(schema.folder / "pets.yaml") == {key.strip("'\""): 1}


def test_a_key_that_is_given_twice_is_refused(schema) -> None:
    assert refusal(schema, "paths:\n  /pets/: {}\n  /pets/: {}\n") == (
        "pets.yaml:3: paths: the key '/pets/' is given twice: remove one of the two"
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


def test_an_alias_is_a_copy(schema) -> None:
    schema.text("pets.yaml", "a: &it {x: [1]}\nb: *it\n")
    content = read(schema.folder / "pets.yaml")
    content["b"]["x"].append(2)
    assert content["a"] == {"x": [1]}


BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: &a [*a]\n", ":1: a > 0: the alias refers to a part that holds it: write the part out"),
        ("a: &a {b: {c: *a}}\n", ":1: a > b > c: the alias refers to a part that holds it: write the part out"),
        ("a: &a {x: 1}\nb: {<<: *a}\n", ":2: b: merge keys (<<) are not supported: write the members out"),
        ("a: {<<: {x: 1}}\n", ":1: a: merge keys (<<) are not supported: write the members out"),
        ("a: !!python/name:os.abort ''\n", ":1: a: the tag !!python/name:os.abort is not supported: remove it"),
        ("a: !!python/object:os.X {}\n", ":1: a: the tag !!python/object:os.X is not supported: remove it"),
        ("a: !x 1\n", ":1: a: the tag !x is not supported: remove it"),
        ("a: !!binary aGk=\n", ":1: a: the tag !!binary is not supported: remove it"),
        ("a: !!set {b, c}\n", ":1: a: the tag !!set is not supported: remove it"),
        ("a: !!int '1'\n", ":1: a: the tag !!int is not supported: remove it"),
        ("a: .nan\n", ":1: a: .nan is not a number of JSON: put quotes around it"),
        ("a: [-.inf]\n", ":1: a > 0: -.inf is not a number of JSON: put quotes around it"),
        ("a: 0b_\n", ":1: a: 0b_ cannot be read as a value: put quotes around it"),
        (f"a: {'9' * 5000}\n", f":1: a: {'9' * 40} cannot be read as a value: put quotes around it"),
        ("a: =\n", ":1: a: = cannot be read as a value: put quotes around it"),
        (
            'a: "\\ud800"\n',
            ":1: while parsing a quoted scalar, found invalid Unicode character escape code: correct the YAML",
        ),
        ('a: ["\\0"]\n', ":1: a > 0: the text holds the unprintable character U+0000: remove it"),
        ('"\\x07": 1\n', ":1: the text holds the unprintable character U+0007: remove it"),
        ("a: 1\nb: \x07\n", ":2: the text holds the unprintable character U+0007: remove it"),
        ("? [a]\n: 1\n", ":1: a key is a list or a mapping: use text"),
        ("? {a: b}\n: 1\n", ":1: a key is a list or a mapping: use text"),
        ("a: 1\n---\nb: 2\n", ":2: expected a single document in the stream, but found another document: correct"),
        ("a: *b\n", ":1: found undefined alias: correct the YAML"),
        ("a: [1\n", ":2: while parsing a flow sequence, did not find expected ',' or ']': correct the YAML"),
        ("a: '\n", ":2: while scanning a quoted scalar, found unexpected end of stream: correct the YAML"),
        (
            "\ta: 1\n",
            ":1: while scanning for the next token, found character that cannot start any token: correct",
        ),
        (f"a: {'[' * 60}{']' * 60}\n", ": the content is nested more than 40 levels deep: move parts to named schemas"),
        (f"a: {'[' * 9000}\n", ":1: while increasing flow level, exceeded maximum nesting depth: correct the YAML"),
        (BOMB, ": the aliases make more than 100000 parts: write fewer of them"),
        ("null\n", ": the file is not a YAML mapping: write `key: value` lines"),
        ("# nothing\n", ": the file is not a YAML mapping: write `key: value` lines"),
    ],
)
def test_what_is_no_json_is_refused_with_its_line_and_path(schema, text: str, told: str) -> None:
    found = refusal(schema, text, read)
    assert found.startswith("pets.yaml:")
    assert told in found
    assert len(found.splitlines()) == 1


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(schema) -> None:
    file = schema.folder / "pets.yaml"
    file.write_bytes("tag:\n  name: größe\n".encode("latin-1"))
    with pytest.raises(SchemaError) as caught:
        read(file)
    assert str(caught.value) == "pets.yaml:2: byte 15 is not UTF-8: save the file in UTF-8"


def test_a_byte_order_mark_is_accepted(schema) -> None:
    schema.text("pets.yaml", "\ufeffa: 1\n")
    assert read(schema.folder / "pets.yaml") == {"a": 1}


def test_a_folder_in_place_of_a_file_is_refused(schema) -> None:
    (schema.folder / "pets.yaml").mkdir()
    with pytest.raises(
        SchemaError, match=r"^pets\.yaml: the file cannot be read \(Is a directory\): correct the path$"
    ):
        read(schema.folder / "pets.yaml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "path: {}\n",
            "the key 'path' is not supported here: remove it, or use one of tag, paths, components, x-mounts",
        ),
        ("components: {parameters: {}}\n", "components: the key 'parameters' is not supported here: "),
        ("components: []\n", "components: [] is not a mapping: write a mapping"),
        ("components: {schemas: []}\n", "components > schemas: [] is not a mapping: write a mapping"),
        ("tag: {name: pets}\n", "tag: the key 'description' is missing: add it"),
        ("tag: {name: pets, description: ' '}\n", "tag > description: ' ' is not valid: write a text"),
        ("tag: pets\n", "tag: 'pets' is not a mapping: write a mapping"),
        ("paths: {/pets/: {}}\n", "the paths have neither a tag nor x-mounts: add one of them"),
        ("paths:\ntag: {name: a, description: b}\n", "paths: null is not a mapping: write a mapping"),
        ("paths: {/pets/: null}\n", "paths > /pets/: null is not a mapping: write a mapping"),
        ("paths: {pets/: {}}\n", "paths: 'pets/' is not valid: begin a path with / or {owner}/"),
        ("paths: {'/{pets/': {}}\n", "paths: '/{pets/' is not valid: begin a path with / or {owner}/"),
        ("x-mounts: [{tag: a, owner: /b}]\n", "x-mounts > 0: the key 'of' is missing: add it"),
        ("x-mounts: {tag: a}\n", "x-mounts: {'tag': 'a'} is not a list: write a list"),
        ("x-mounts: [{tag: a, owner: b, of: c}]\n", "x-mounts > 0 > owner: 'b' is not valid: write a path such as"),
        ("x-mounts: []\n", "x-mounts: the list is empty: fill it or remove it"),
    ],
)
def test_a_part_that_would_be_lost_is_refused(schema, text: str, told: str) -> None:
    assert f"pets.yaml: {told}" in refusal(schema, text)


def test_everything_wrong_with_a_fragment_is_told_at_once(schema) -> None:
    found = refusal(schema, "path: {}\ncomponents: []\ntag: {}\n").splitlines()
    assert len(found) == 4
    assert all(line.startswith("pets.yaml: ") for line in found)
