"""Values and variables of YAML files."""

from __future__ import annotations

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comodit_client.disk.desired_nodes import LARGEST
from comodit_client.disk.desired_values import documents
from comodit_client.disk.desired_variables import Variables, read_variables
from comodit_client.disk.place import Place
from comodit_client.disk.yaml_format import to_yaml
from comodit_client.rest.exceptions import UnusableFile


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("values")


def read(folder, text, **variables):
    """Return the members of the documents in a text."""
    (folder / "x.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    values = Variables(variables)
    found = documents(Place.at(folder) / "x.yaml", values)
    values.check()
    return [document.members for document in found]


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t\x85\u2028"), max_size=20
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=10,
)


@given(members=st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4))
def test_a_json_object_is_read_as_it_was(folder, members):
    escaped = json.loads(json.dumps(members).replace("${var.", "$${var."))
    assert read(folder, to_yaml(escaped)) == [members]


@given(value=TEXTS)
def test_a_variable_in_a_text_is_text(folder, value):
    assert read(folder, "a: 'x${var.v}y'\nb: \"${var.v}\"", v=value) == [{"a": f"x{value}y", "b": value}]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("80", 80),
        ("0644", "0644"),
        ("1.5", 1.5),
        ("true", True),
        ("on", "on"),
        ("null", None),
        ("", None),
        ("text", "text"),
        ("[1]", "[1]"),
        ("${var.v}", "${var.v}"),
        ("2026-01-31", "2026-01-31"),
        ("<<", "<<"),
    ],
)
def test_a_variable_without_quotes_is_a_scalar(folder, value, expected):
    found = read(folder, "a: ${var.v}\nb: '${var.v}'\nc: $${var.v}\nd: x ${var.v}", v=value)
    assert found == [{"a": expected, "b": value, "c": "${var.v}", "d": f"x {value}"}]


def test_other_expressions_stay(folder):
    text = "a: ${v} ${var.} ${var.a b} $$ ${host.var.v}\n${var.v}: ${var.v}"
    assert read(folder, text, v="x") == [{"a": "${v} ${var.} ${var.a b} $$ ${host.var.v}", "${var.v}": "x"}]


def test_variables_without_a_value_are_all_named(folder):
    with pytest.raises(UnusableFile) as error:
        read(folder, "a: ${var.x}\nb:\n- '${var.y} ${var.v}'", v="secret")
    said = str(error.value)
    assert f"'x' in '{folder / 'x.yaml'}', line 1; 'y' in '{folder / 'x.yaml'}', line 3" in said
    assert "--var x=VALUE" in said
    assert "COMODIT_VAR_x" in said
    assert "secret" not in said
    assert "secret" not in repr(Variables({"v": "secret"}))


def test_documents_that_are_empty_are_skipped(folder):
    assert read(folder, "---\n# nothing\n---\na: 1\n---\n") == [{"a": 1}]
    assert read(folder, "") == []


def test_plain_values_are_those_of_json(folder):
    text = "on: yes\nmode: 0644\nday: 2026-01-31\nnone: ~\nsize: 1_000"
    assert read(folder, text) == [{"on": "yes", "mode": "0644", "day": "2026-01-31", "none": None, "size": "1_000"}]


def test_aliases_and_merges(folder):
    text = "a: &a {x: 1, y: 2}\nb: {y: 3, <<: *a}\nc: {<<: [*a, {y: 5, z: 6}]}\nd: *a"
    assert read(folder, text) == [
        {"a": {"x": 1, "y": 2}, "b": {"x": 1, "y": 3}, "c": {"x": 1, "y": 2, "z": 6}, "d": {"x": 1, "y": 2}}
    ]


BOMB = "\n".join(
    ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    + [f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
)
MERGE_BOMB = "\n".join(
    ["a: &a {}"]
    + [f"{b}: &{b} {{<<: [{', '.join([f'*{a}'] * 10)}]}}" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
)
MISTAKES = {
    "a: 1\nb: 2\na: 3": "line 3: 'a' is given twice",
    "- a": "line 1: the document is not a mapping",
    "text": "not a mapping",
    "a: 1\n  b: 2": "line 2: mapping values are not allowed here",
    "a: [1": "line 1: expected ',' or ']'",
    "a: *b": "undefined alias 'b'",
    "a: &a [*a]": "an alias refers to a part that contains it",
    "a: &a {<<: *a}": "<< needs an alias of another mapping",
    "a: {<<: text}": "<< needs an alias of another mapping",
    "1: a": "line 1: the name 1 is not text",
    "? [a]\n: b": "a name is a list or a mapping",
    "a: !!binary aGVsbG8=": "of type !!binary has no form in JSON",
    "a: !!timestamp 2026-01-31": "!!timestamp has no form",
    "a: !!set {b: null}": "!!set has no form",
    "a: !!float .inf": "!!float has no form",
    "a: !!int x": "!!int has no form",
    "a: !!python/name:os.system x": "has no form in JSON",
    "a: \x01": "line 1: it contains the control character U+0001",
    b"a: 1\nb: \xff": "line 2: it is not UTF-8",
    "a: " + "[" * 120 + "]" * 120: "nested more than 100 deep",
    "a: " + "[" * 20_000: "nested too deep",
    BOMB: "has more than 1000000 values",
    MERGE_BOMB: "has more than 1000000 values",
    "#" * (LARGEST + 1): "larger than 16 MiB",
}


@pytest.mark.parametrize("text", MISTAKES, ids=list(map(str, range(len(MISTAKES)))))
def test_mistakes(folder, text):
    with pytest.raises(UnusableFile) as error:
        read(folder, text)
    assert "x.yaml" in str(error.value)
    assert MISTAKES[text] in str(error.value)


def test_a_file_of_variables(tmp_path):
    file = tmp_path / "prod.yaml"
    file.write_text("port: 80\nmode: 0644\nflag: true\ntext: 'null'\nempty: ''\n")
    assert read_variables(file) == {"port": "80", "mode": "0644", "flag": "true", "text": "null", "empty": ""}
    file.write_text("# none\n")
    assert read_variables(str(file)) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a", "line 1: it is not a mapping"),
        ("a: [1]", "line 1: it is not a name with one value"),
        ("a:", "it is not a name with one value"),
        ("[a]: b", "it is not a name with one value"),
        ("a: 1\na: 2", "line 2: the variable 'a' is set twice"),
        ("a: 1\n---\nb: 2", "but found another document"),
    ],
)
def test_mistakes_in_a_file_of_variables(tmp_path, text, said):
    file = tmp_path / "prod.yaml"
    file.write_text(text)
    with pytest.raises(UnusableFile, match=r"prod\.yaml") as error:
        read_variables(file)
    assert said in str(error.value)


def test_a_file_of_variables_that_is_missing(tmp_path):
    with pytest.raises(UnusableFile, match="No such file"):
        read_variables(tmp_path / "missing.yaml")


@given(name=st.text(string.ascii_letters + string.digits + "_-", min_size=1))
def test_names_of_variables(folder, name):
    assert read(folder, f"a: '${{var.{name}}}'", **{name: "v"}) == [{"a": "v"}]
