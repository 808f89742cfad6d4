"""Generated views: a class per JSON object, used here as a program would."""

from __future__ import annotations

import ast
import sys

import pytest

TOY = {"$ref": "#/components/schemas/Toy"}
MOOD = {"$ref": "#/components/schemas/Mood"}


@pytest.fixture
def pets(schema, wire):
    """A module with one view that has a member of each kind; its toys live in another module."""
    schema.enum("Mood", ["calm", "wild"])
    schema.view("Toy", {"label": {"type": "string"}}, module="toys")
    members = {
        "name": {"type": "string"},
        "age": {"type": "integer", "readOnly": True},
        "mood": MOOD,
        "first": TOY,
        "toys": {"type": "array", "items": TOY},
        "words": {"type": ["array", "null"], "items": {"type": "string"}},
        "tags": {"type": "array", "items": TOY, "x-in-place": True},
        "data": {"type": "object"},
        "free": {},
        "pin": {"type": "string", "format": "password"},
    }
    schema.view("Pet", members, required=["name"])
    return wire("pets")


def test_a_view_shows_the_object_that_it_was_given(pets) -> None:
    document = {"name": "Rex", "unknown": [1]}
    pet = pets.Pet(document)
    assert pet.name == "Rex"
    assert pet.get_json() is document


def test_setting_a_member_writes_the_object(pets) -> None:
    pet = pets.Pet({"name": "Rex", "unknown": [1]})
    pet.name = "Max"
    pet.free = {"x": 1}
    pet.data = {"y": 2}
    assert pet.get_json() == {"name": "Max", "unknown": [1], "free": {"x": 1}, "data": {"y": 2}}


def test_null_and_absent_are_kept_apart(pets) -> None:
    pet = pets.Pet({"name": "Rex"})
    assert pet.mood is None
    assert pet.get_json() == {"name": "Rex"}
    pet.mood = None
    assert pet.get_json() == {"name": "Rex", "mood": None}
    del pet.mood
    assert pet.get_json() == {"name": "Rex"}


def test_a_member_that_must_be_there_cannot_be_deleted(pets) -> None:
    with pytest.raises(AttributeError):
        del pets.Pet({"name": "Rex"}).name


def test_a_required_member_that_is_absent_reads_as_none(pets) -> None:
    assert pets.Pet({}).name is None


def test_a_member_that_only_the_server_writes_cannot_be_set(pets) -> None:
    with pytest.raises(AttributeError):
        pets.Pet({}).age = 3
    with pytest.raises(AttributeError):
        del pets.Pet({}).age


def test_a_list_that_is_changed_in_place_cannot_be_set(pets) -> None:
    pet = pets.Pet({})
    with pytest.raises(AttributeError):
        pet.tags = []
    pet.tags.append({"label": "ball"})
    assert pet.get_json() == {"tags": [{"label": "ball"}]}


def test_a_misspelt_member_cannot_be_set(pets) -> None:
    with pytest.raises(AttributeError):
        pets.Pet({}).naem = "Rex"


def test_a_value_that_no_enumeration_lists_is_passed_through(pets) -> None:
    pet = pets.Pet({"mood": "sleepy"})
    assert pet.mood == "sleepy"
    pet.mood = "odd"
    assert pet.get_json() == {"mood": "odd"}


def test_a_nested_object_is_a_view_that_writes_through(pets) -> None:
    pet = pets.Pet({"first": {"label": "ball"}})
    pet.first.label = "bone"
    assert pet.get_json() == {"first": {"label": "bone"}}


def test_a_view_given_to_a_member_becomes_its_object(pets, wire) -> None:
    toys = wire("toys")
    pet = pets.Pet({})
    pet.first = toys.Toy({"label": "ball"})
    pet.toys = (toy for toy in [toys.Toy({"label": "a"}), {"label": "b"}])
    assert pet.get_json() == {"first": {"label": "ball"}, "toys": [{"label": "a"}, {"label": "b"}]}


def test_a_list_of_views_writes_through(pets) -> None:
    pet = pets.Pet({"toys": [{"label": "ball"}]})
    pet.toys[0].label = "bone"
    pet.toys.append({"label": "ring"})
    assert pet.get_json() == {"toys": [{"label": "bone"}, {"label": "ring"}]}


def test_a_list_of_values_writes_through(pets) -> None:
    pet = pets.Pet({"words": None})
    pet.words.append("sit")
    assert pet.get_json() == {"words": ["sit"]}
    pet.words = None
    assert pet.get_json() == {"words": None}


def test_a_class_tells_its_members_in_the_order_of_the_schema(pets) -> None:
    assert list(pets.Pet.MEMBERS.items()) == [
        (name, name) for name in ["name", "age", "mood", "first", "toys", "words", "tags", "data", "free", "pin"]
    ]


def test_properties_stand_in_the_order_of_the_schema_and_not_the_required_first(schema) -> None:
    schema.view("Pet", {"b": {"type": "string"}, "a": {"type": "string"}}, required=["a"])
    text = schema.rendered()["pets.py"]
    view = next(node for node in ast.parse(text).body if isinstance(node, ast.ClassDef))
    getters = [node.name for node in view.body if isinstance(node, ast.FunctionDef)]
    assert list(dict.fromkeys(getters)) == ["b", "a"]


def test_a_class_tells_what_identifies_its_objects(pets, wire) -> None:
    assert pets.Pet.IDENTITY == "name"
    assert wire("toys").Toy.IDENTITY is None


def test_a_class_tells_its_secrets(pets, wire, capsys) -> None:
    assert {"pin"} == pets.Pet.SECRETS
    assert frozenset() == wire("toys").Toy.SECRETS
    pets.Pet({"name": "Rex", "pin": "1234"}).show()
    assert "1234" not in capsys.readouterr().out


def test_every_class_and_property_is_documented(pets) -> None:
    assert pets.Pet.__doc__ == "A Pet."
    assert {name: getattr(pets.Pet, name).__doc__ for name in pets.Pet.MEMBERS} == {
        name: f"Its {name}." for name in pets.Pet.MEMBERS
    }


def test_a_class_has_no_dictionary(pets) -> None:
    assert not hasattr(pets.Pet({}), "__dict__")


def test_an_enumeration_names_its_values_and_its_members_take_any_other_text(schema) -> None:
    schema.enum("Mood", ["wild", "calm"])
    schema.view("Pet", {"mood": MOOD, "moods": {"type": "array", "items": MOOD}})
    text = schema.rendered()["pets.py"]
    assert 'Mood: TypeAlias = Literal["wild", "calm"]\n' in text
    assert "def mood(self) -> Mood | str | None:" in text
    assert "def moods(self) -> BoundList[Mood | str]:" in text


def test_a_module_of_views_loads_those_of_others_when_they_are_read(pets) -> None:
    assert "comodit_client.wire.toys" not in sys.modules
    assert pets.Pet({"first": {"label": "ball"}}).first.label == "ball"
    assert "comodit_client.wire.toys" in sys.modules


def test_modules_may_use_each_other(schema, wire) -> None:
    schema.view("Cat", {"prey": {"$ref": "#/components/schemas/Mouse"}}, module="cats")
    schema.view("Mouse", {"fear": {"$ref": "#/components/schemas/Cat"}}, module="mice")
    cat = wire("cats").Cat({"prey": {"fear": {"prey": {}}}})
    assert type(cat.prey.fear.prey).__name__ == "Mouse"


def test_a_member_named_as_its_own_module_s_other_names_works(schema, wire) -> None:
    schema.view("Pet", {"items": TOY, "list": {"type": "array", "items": TOY}, "value": {}, "self": {}})
    schema.view("Toy", {"label": {"type": "string"}}, module="toys")
    pet = wire("pets").Pet({})
    pet.list = [{"label": "ball"}]
    pet.value = 1
    assert pet.get_json() == {"list": [{"label": "ball"}], "value": 1}


def test_a_schema_without_members_makes_no_class(schema) -> None:
    schema.view("Free", {})
    schema.view("Pet", {"free": {"$ref": "#/components/schemas/Free"}})
    assert [view.name for view in schema.module().views] == ["Pet"]
