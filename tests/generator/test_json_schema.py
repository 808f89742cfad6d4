"""The JSON Schemas with which editors complete and check the files of schema/."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.errors import SchemaError
from generator.json_schema import check_modelines, json_schemas, modeline
from generator.paths import ROOT
from generator.strict_yaml import read

SCHEMA = ROOT / "schema"

MODELINE = "# yaml-language-server: $schema="
FILES = sorted([*SCHEMA.glob("*.yaml"), *SCHEMA.glob("examples/*.yaml"), *SCHEMA.glob("cli/*.yaml")])
WRITTEN = {name: json.loads(text) for name, text in json_schemas().items()}


def named_schema(file: Path) -> Path:
    """Return the JSON Schema that an editor uses for a file."""
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith(MODELINE), file
    return file.parent / first.removeprefix(MODELINE)


def problems(name: str, content: Any) -> list[str]:
    validator = Draft202012Validator(WRITTEN[name])
    return sorted("/".join(map(str, error.absolute_path)) for error in validator.iter_errors(content))


def mappings(rules: Any) -> Iterator[dict[str, Any]]:
    """Iterate over the `properties` in a JSON Schema, at any depth."""
    if isinstance(rules, dict):
        if isinstance(rules.get("properties"), dict) and rules["properties"].get("type") != "object":
            yield rules["properties"]
        rules = list(rules.values())
    if isinstance(rules, list):
        for item in rules:
            yield from mappings(item)


def test_every_file_passes_the_schema_that_it_names() -> None:
    assert len(FILES) > 100
    assert {"command-line.json", "commands.json"} <= {named_schema(file).name for file in FILES}
    for file in FILES:
        rules = json.loads(named_schema(file).read_text(encoding="utf-8"))
        assert list(Draft202012Validator(rules).iter_errors(read(file))) == [], file


@pytest.mark.parametrize("name", WRITTEN)
def test_the_head_names_the_source_and_the_format(name: str) -> None:
    written = WRITTEN[name]
    Draft202012Validator.check_schema(written)
    assert next(iter(written)) == "$comment"
    folder = "generator/cli" if name.startswith("command") else "generator"
    assert f"from {folder}/grammar.py." in written["$comment"]
    assert written["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert written["title"]


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("fragment.json", 100),
        ("openapi.json", 60),
        ("examples.json", 2),
        ("command-line.json", 40),
        ("commands.json", 20),
    ],
)
def test_every_key_has_a_description(name: str, least: int) -> None:
    keys = [(key, rule) for properties in mappings(WRITTEN[name]) for key, rule in properties.items()]
    assert len(keys) >= least
    assert [key for key, rule in keys if not rule.get("description", "").endswith(".")] == []


def fragment() -> dict[str, Any]:
    return copy.deepcopy(read(SCHEMA / "flavors.yaml"))


def front() -> dict[str, Any]:
    return copy.deepcopy(read(SCHEMA / "openapi.yaml"))


GET = "/flavors/"
PLANTS: dict[str, tuple[str, Callable[[dict[str, Any]], Any]]] = {
    "an unknown key at the top": ("", lambda it: it.update(path={})),
    "an unknown key of an operation": (f"paths/{GET}/get", lambda it: it["paths"][GET]["get"].update(colour="red")),
    "a missing summary": (f"paths/{GET}/get", lambda it: it["paths"][GET]["get"].pop("summary")),
    "a method that does not exist": (f"paths/{GET}", lambda it: it["paths"][GET].update(fetch={})),
    "a path without a slash": ("paths", lambda it: it["paths"].update(flavors={})),
    "a status that does not exist": (
        f"paths/{GET}/get/responses",
        lambda it: it["paths"][GET]["get"]["responses"].update({"20": {"description": "Done."}}),
    ),
    "a reference to nothing": (
        f"paths/{GET}/get/responses/404/$ref",
        lambda it: it["paths"][GET]["get"]["responses"].update({"404": {"$ref": "NotFound"}}),
    ),
    "an unknown timeout class": (
        f"paths/{GET}/get/x-timeout-class",
        lambda it: it["paths"][GET]["get"].update({"x-timeout-class": "forever"}),
    ),
    "an unknown type of a member": (
        "components/schemas/Flavor/properties/name/type",
        lambda it: it["components"]["schemas"]["Flavor"]["properties"]["name"].update(type="text"),
    ),
    "a constraint on a member": (
        "components/schemas/Flavor/properties/name",
        lambda it: it["components"]["schemas"]["Flavor"]["properties"]["name"].update(pattern="x"),
    ),
    "an object inside an object": (
        "components/schemas/Flavor/properties/name",
        lambda it: it["components"]["schemas"]["Flavor"]["properties"]["name"].update(properties={}),
    ),
    "a list of another kind": (
        "components/schemas/FlavorList",
        lambda it: it["components"]["schemas"]["FlavorList"].update(description="Flavors."),
    ),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_a_mistake_in_a_fragment_is_reported_where_it_is(plant: str) -> None:
    place, change = PLANTS[plant]
    content = fragment()
    assert problems("fragment.json", content) == []
    change(content)
    assert problems("fragment.json", content) == [place]


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ("", lambda it: it.update(paths={})),
        ("openapi", lambda it: it.update(openapi="3.0.3")),
        ("components/responses", lambda it: it["components"]["responses"].pop("Failure")),
        ("components/parameters/host/in", lambda it: it["components"]["parameters"]["host"].update({"in": "cookie"})),
        ("components/securitySchemes/jwt/in", lambda it: it["components"]["securitySchemes"]["jwt"].update({"in": ""})),
    ],
)
def test_a_mistake_in_the_shared_parts_is_reported_where_it_is(place: str, change: Callable[..., Any]) -> None:
    content = front()
    assert problems("openapi.json", content) == []
    change(content)
    assert problems("openapi.json", content) == [place]


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ("commands/show", lambda it: it["commands"].update(show="flavors")),
        ("commands/show", lambda it: it["commands"].update(show={"operation": "flavors.get", "verb": "GET"})),
        ("commands/show/kind", lambda it: it["commands"].update(show={"kind": "get"})),
        ("commands/show/run", lambda it: it["commands"].update(show={"run": "show"})),
        ("commands", lambda it: it["commands"].update({"Show it": "flavors.get"})),
        ("", lambda it: it.pop("summary")),
        ("groups/more", lambda it: it.update(groups={"more": {"commands": {}}})),
        ("commands/show/columns/0", lambda it: it["commands"].update(show={"columns": [{"title": "x"}]})),
    ],
)
def test_a_mistake_in_commands_is_reported_where_it_is(place: str, change: Callable[..., Any]) -> None:
    content = copy.deepcopy(read(SCHEMA / "cli" / "flavors.yaml"))
    assert problems("commands.json", content) == []
    change(content)
    assert problems("commands.json", content) == [place]


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ("", lambda it: it.pop("name")),
        ("groups/0", lambda it: it.update(groups=["No word"])),
        ("options/raw/flags/0", lambda it: it["options"]["raw"].update(flags=["raw"])),
        ("options/raw/flags", lambda it: it["options"]["raw"].update(flags=[])),
        ("options/raw", lambda it: it["options"]["raw"].update(default="x")),
        ("options/file/completes", lambda it: it["options"]["file"].update(completes="files")),
        ("exit_statuses", lambda it: it.update(exit_statuses={"none": "Done."})),
        ("templates/Host", lambda it: it["templates"].update(Host={"members": ["name"]})),
        ("columns/Host/0/format", lambda it: it["columns"].update(Host=[{"member": "name", "format": "bold"}])),
    ],
)
def test_a_mistake_in_what_all_commands_share_is_reported_where_it_is(place: str, change: Callable[..., Any]) -> None:
    content = copy.deepcopy(read(SCHEMA / "cli" / "index.yaml"))
    assert problems("command-line.json", content) == []
    change(content)
    assert problems("command-line.json", content) == [place]


def test_examples_have_a_request_and_a_response_of_any_json() -> None:
    assert problems("examples.json", {"hosts.get": {"response": {"name": "web-1"}}, "hosts.list": {"request": 1}}) == []
    assert problems("examples.json", {"hosts": {}}) == [""]
    assert problems("examples.json", {"hosts.get": {"answer": 1}}) == ["hosts.get"]


def test_a_file_must_begin_with_its_modeline(tmp_path: Path) -> None:
    files = ["a.yaml", "b.yaml", "openapi.yaml", "examples/c.yaml", "examples/d.yaml"]
    files += ["cli/index.yaml", "cli/e.yaml", "cli/f.yaml"]
    (tmp_path / "examples").mkdir()
    (tmp_path / "cli").mkdir()
    for name in files:
        (tmp_path / name).write_text(f"{modeline(name)}\nx: 1\n")
    check_modelines(tmp_path)
    (tmp_path / "b.yaml").write_text("x: 1\n")
    (tmp_path / "openapi.yaml").write_text(f"{modeline('a.yaml')}\n")
    (tmp_path / "examples" / "d.yaml").write_text(f"\n{modeline('examples/d.yaml')}\n")
    (tmp_path / "cli" / "index.yaml").write_text(f"{modeline('cli/e.yaml')}\n")
    (tmp_path / "cli" / "e.yaml").write_text(f"{modeline('cli/index.yaml')}\n")
    with pytest.raises(SchemaError) as caught:
        check_modelines(tmp_path)
    text = ":1: the file does not name its JSON Schema: begin it with `# yaml-language-server: $schema="
    assert caught.value.findings == [
        f"b.yaml{text}json-schema/fragment.json`",
        f"cli/e.yaml{text}../json-schema/commands.json`",
        f"cli/index.yaml{text}../json-schema/command-line.json`",
        f"examples/d.yaml{text}../json-schema/examples.json`",
        f"openapi.yaml{text}json-schema/openapi.json`",
    ]
