"""Edits of a YAML text change the lines that they concern, and nothing else."""

from __future__ import annotations

import difflib
import random

import pytest
import yaml

from generator.learn.yaml_text import YamlText
from generator.paths import ROOT

BLOCK = """\
# The pets.
Pet:
  type: object  # open
  required: [name, size]
  properties:
    name:
      type: string
      description: |
        Its name.

    # It grows.
    size: {type: integer, description: Its size.}

# How they feel.
Mood:
  enum:
    - GLAD
    - SAD # often

Size: {enum: [S, M], description: "How big, in words."}
"""


def edited(before: str, text: YamlText) -> list[str]:
    """Return the lines that an edit removes and adds."""
    lines = difflib.ndiff(before.splitlines(), text.text.splitlines())
    return [line for line in lines if line.startswith(("+", "-"))]


class TestAddKey:
    def test_it_stands_after_the_last_key_of_a_block(self) -> None:
        text = YamlText(BLOCK)
        text.add_key(("Pet", "properties"), "age", {"type": "integer", "description": "Its age."})
        assert edited(BLOCK, text) == ["+     age:", "+       type: integer", "+       description: Its age."]
        assert text.text.index("size: {") < text.text.index("age:") < text.text.index("# How they feel")

    def test_it_stands_after_a_given_key(self) -> None:
        text = YamlText(BLOCK)
        text.add_key((), "Food", {"type": "string"}, after="Mood")
        assert edited(BLOCK, text) == ["+ Food: {type: string}"]
        assert text.text.index("- SAD") < text.text.index("Food:") < text.text.index("Size:")

    def test_it_follows_a_text_of_several_lines(self) -> None:
        text = YamlText(BLOCK)
        text.add_key(("Pet", "properties", "name"), "readOnly", True)
        assert edited(BLOCK, text) == ["+       readOnly: true"]
        assert text.value(("Pet", "properties", "name")) == {
            "type": "string",
            "description": "Its name.\n",
            "readOnly": True,
        }

    def test_it_is_added_to_a_mapping_in_flow_style(self) -> None:
        text = YamlText(BLOCK)
        text.add_key(("Pet", "properties", "size"), "readOnly", True)
        assert "    size: {type: integer, description: Its size., readOnly: true}\n" in text.text

    def test_a_line_that_would_be_too_long_is_continued(self) -> None:
        text = YamlText(BLOCK)
        text.add_key(("Size",), "note", "x " * 40 + "y")
        assert max(map(len, text.text.splitlines())) <= 120
        assert text.value(("Size", "note")) == "x " * 40 + "y"

    @pytest.mark.parametrize("before", ["a: {}\n", "a: {}", "a:\n  b: 1", "a: {b: 1}"])
    def test_an_empty_mapping_and_a_text_without_a_last_newline(self, before) -> None:
        text = YamlText(before)
        text.add_key(("a",), "c", 2)
        assert text.value(("a", "c")) == 2

    def test_the_mapping_is_made_if_there_is_none(self) -> None:
        text = YamlText("tag: {name: pets}\n")
        text.add_below(("components", "schemas"), "Pet", {"type": "object", "description": "A pet."})
        assert text.text == (
            "tag: {name: pets}\ncomponents:\n  schemas:\n    Pet:\n      type: object\n      description: A pet.\n"
        )


class TestAddItem:
    def test_to_a_list_in_block_style(self) -> None:
        text = YamlText(BLOCK)
        text.add_item(("Mood", "enum"), "on")
        assert edited(BLOCK, text) == ["+     - 'on'"]
        assert text.value(("Mood", "enum")) == ["GLAD", "SAD", "on"]

    def test_to_a_list_in_flow_style(self) -> None:
        text = YamlText(BLOCK)
        text.add_item(("Size", "enum"), "L")
        assert "Size: {enum: [S, M, L], desc" in text.text

    @pytest.mark.parametrize("end", ["", ","])
    def test_to_a_list_with_one_item_a_line(self, end) -> None:
        text = YamlText(f"a: [\n  x,\n  y{end} # last\n]\n")
        text.add_item(("a",), "z")
        assert text.value(("a",)) == ["x", "y", "z"]
        assert "# last" in text.text

    def test_to_a_list_whose_line_is_full(self) -> None:
        text = YamlText(f"a: [{'x' * 110}]\n")
        text.add_item(("a",), "y" * 20)
        assert text.text == f"a: [{'x' * 110},\n  {'y' * 20}]\n"


class TestReplaceAndRemove:
    def test_an_entry_in_block_style_is_replaced(self) -> None:
        text = YamlText(BLOCK)
        text.replace_entry(("Pet", "properties", "name"), "type", "type", ["string", "null"])
        assert edited(BLOCK, text) == ["-       type: string", "+       type: [string, 'null']"]

    def test_an_entry_in_flow_style_is_replaced(self) -> None:
        text = YamlText("a: {$ref: '#/x', b: 1}\n")
        text.replace_entry(("a",), "$ref", "anyOf", [{"$ref": "#/x"}, {"type": "null"}])
        assert text.text == "a: {anyOf: [{$ref: '#/x'}, {type: 'null'}], b: 1}\n"

    @pytest.mark.parametrize(("index", "left"), [(0, "[size]"), (1, "[name]")])
    def test_an_item_is_removed(self, index, left) -> None:
        text = YamlText(BLOCK)
        text.remove(("Pet", "required", index))
        assert edited(BLOCK, text) == ["-   required: [name, size]", f"+   required: {left}"]

    def test_what_would_be_empty_is_removed_too(self) -> None:
        text = YamlText(BLOCK)
        text.remove(("Pet", "required", 0))
        text.remove(("Pet", "required", 0))
        assert edited(BLOCK, text) == ["-   required: [name, size]"]

    def test_an_item_and_an_entry_of_a_block_are_removed(self) -> None:
        text = YamlText(BLOCK)
        text.remove(("Mood", "enum", 1))
        text.remove(("Pet", "properties", "name"))
        assert text.value(("Mood",)) == {"enum": ["GLAD"]}
        assert list(text.value(("Pet", "properties"))) == ["size"]


def test_windows_newlines_stay() -> None:
    text = YamlText(BLOCK.replace("\n", "\r\n"))
    text.add_key(("Pet", "properties"), "age", {"type": "integer", "description": "Its age."})
    text.add_item(("Mood", "enum"), "CALM")
    assert text.text.count("\n") == text.text.count("\r\n") == BLOCK.count("\n") + 4


def test_any_edit_of_the_real_schema_is_that_edit_of_its_values() -> None:
    chance = random.Random(20)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for file in sorted((ROOT / "schema").glob("*.yaml")):
        text = YamlText(file.read_text(encoding="utf-8"))
        value = text.value(())
        for path in chance.sample(list(_containers(value, ())), 4):
            node = text.value(path)
            if isinstance(node, dict):
                text.add_key(path, "x new: key", {"a": ["b: c", None, 1.5], "description": "# d"})
                node = {**node, "x new: key": {"a": ["b: c", None, 1.5], "description": "# d"}}
            else:
                text.add_item(path, {"$ref": "#/x"})
                node = [*node, {"$ref": "#/x"}]
            value = _with(value, path, node)
            assert yaml.load(text.text, Loader=loader) == value, (file.name, path)


def _containers(value, path):
    if isinstance(value, (dict, list)):
        yield path
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _containers(item, (*path, key))


def _with(value, path, new):
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = _with(copy[path[0]], path[1:], new)
    return copy
