"""Keywords of constructors and TypedDicts, for names that are awkward in Python or clash with each other."""

from __future__ import annotations

import importlib
import re

import pytest

TEXT = {"type": "string"}
PET = "pets.yaml: components > schemas > Pet > properties"
HINT = "set another name with x-python-name"


def keywords(schema) -> dict[str, str]:
    """Return the keywords of the view Pet by the names of its members."""
    view = next(view for view in schema.module().views if view.name == "Pet")
    return {member.wire: member.keyword for member in view.members}


@pytest.mark.parametrize(
    ("wire_name", "more", "keyword"),
    [
        ("orderNum", {}, "order_num"),
        ("on", {"x-python-name": "triggers"}, "on"),
        ("from", {"x-python-name": "source"}, "from_"),
        ("class", {"x-python-name": "kind"}, "class_"),
        ("extra", {}, "extra_"),
        ("self", {}, "self_"),
        ("collection", {}, "collection_"),
        ("json_data", {}, "json_data_"),
        ("jsonData", {}, "json_data_"),
        ("3d", {"x-python-name": "three_d"}, "three_d"),
        ("größe", {"x-python-name": "size"}, "size"),
        ("-", {"x-python-name": "extra"}, "extra_"),
        ("list", {}, "list"),
        ("items", {}, "items"),
    ],
)
def test_a_member_is_set_with_its_keyword(schema, wire, wire_name, more, keyword) -> None:
    schema.view("Pet", {wire_name: TEXT | more, "name": TEXT})
    assert keywords(schema)[wire_name] == keyword
    pets = wire()
    assert pets.Pet(**{keyword: "a"}, extra={"x": 1}).get_json() == {wire_name: "a", "x": 1}
    dicts = importlib.import_module("comodit_client.wire.dicts.pets")
    assert dicts.PetDict.__annotations__.keys() == {wire_name, "name"}
    assert dicts.PetMembers.__annotations__.keys() == {keyword, "name", "extra"}


def test_keywords_that_coincide_are_the_names_of_the_properties(schema, wire) -> None:
    schema.view("Pet", {"itemCount": TEXT, "item_count": TEXT | {"x-python-name": "total"}})
    assert keywords(schema) == {"itemCount": "item_count", "item_count": "total"}
    assert wire().Pet(item_count="a", total="b").get_json() == {"itemCount": "a", "item_count": "b"}


def test_keywords_that_still_coincide_are_reported(schema) -> None:
    schema.view("Pet", {"extra": TEXT, "extra_": TEXT | {"x-python-name": "b"}})
    assert schema.refused() == f"{PET} > extra_: the name 'extra_' is used twice: {HINT}"


def test_read_only_members_have_no_keyword(schema, wire) -> None:
    schema.view("Pet", {"name": TEXT, "uuid": TEXT | {"readOnly": True}})
    assert wire().Pet.KEYWORDS == {"name": "name"}


@pytest.mark.parametrize("suffix", ["Dict", "Members", "Options"])
@pytest.mark.parametrize("module", ["pets", "toys"])
def test_a_schema_named_as_a_typed_dict_of_another_is_reported(schema, suffix, module) -> None:
    schema.view("Pet", {"name": TEXT})
    schema.view(f"Pet{suffix}", {"name": TEXT}, module=module)
    assert f"the name 'Pet{suffix}' is used twice: rename the schema" in schema.refused()


def test_a_schema_whose_typed_dict_is_named_as_what_its_module_uses_is_reported(schema) -> None:
    schema.view("Typed", {"name": TEXT})
    assert "the name 'TypedDict' is reserved for generated code: rename the schema" in schema.refused()


@pytest.mark.parametrize("name", ["dicts", "keywords", "iterables"])
def test_a_resource_named_as_a_module_of_the_wire_layer_is_reported(schema, name) -> None:
    schema.call(f"{name}.get")
    assert f"the name {name!r} is reserved" in schema.refused()


@pytest.mark.parametrize("name", ["str", "list", "Any", "Toy", "ToyDict", "class", "a-b", "__x"])
def test_a_member_of_any_name_has_a_key(schema, wire, name) -> None:
    schema.view("Toy", {"label": TEXT}, module="toys")
    toys = {"type": "array", "items": {"$ref": "#/components/schemas/Toy"}}
    schema.view("Pet", {name: TEXT | {"x-python-name": "x"}, "toys": toys, "free": {}})
    wire()
    dicts = importlib.import_module("comodit_client.wire.dicts.pets")
    assert dicts.PetDict.__annotations__.keys() == {name, "toys", "free"}


def test_options_are_for_what_an_operation_creates(schema) -> None:
    schema.view("Toy", {"name": TEXT, "description": TEXT, "label": TEXT}, module="toys")
    schema.view("Pet", {"name": TEXT})
    schema.call("pets.create", method="post", body={"$ref": "#/components/schemas/Toy"})
    files = schema.rendered()
    assert "class ToyOptions(TypedDict, total=False):" in files["dicts/toys.py"]
    assert "PetOptions" not in files["dicts/pets.py"]
    options = files["dicts/toys.py"].split("class ToyOptions")[1]
    assert "label: str | None" in options
    assert "extra: Mapping[str, Any]" in options
    assert not {"name:", "description:"} & set(options.split())


def test_options_lack_the_arguments_of_a_collection(schema) -> None:
    schema.view("User", dict.fromkeys(["username", "email", "password", "role", "description", "phone"], TEXT))
    schema.call("pets.create", method="post", body={"$ref": "#/components/schemas/User"})
    options = schema.rendered()["dicts/pets.py"].split("class UserOptions")[1]
    assert re.findall(r"^    (\w+):", options, re.M) == ["description", "phone", "extra"]


def test_no_module_imports_the_typed_dicts_at_run_time(schema, wire) -> None:
    import sys

    schema.view("Pet", {"name": TEXT})
    wire().Pet({"name": "x"})
    assert not [name for name in sys.modules if name.startswith("comodit_client.wire.dicts.pets")]
