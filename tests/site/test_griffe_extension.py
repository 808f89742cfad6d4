"""What the extension of Griffe adds to a class."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import griffe
import pytest

from website.griffe_extension import CompleteClasses

BASES = """
class Animal:
    def name(self): ...
    def sound(self): ...

class View:
    def raw(self): ...
"""
PRIVATE = """
from zoo.bases import Animal, View

class Fed(Animal):
    def __init__(self, food: str): ...
    def feed(self): ...
    def sound(self): ...
    def _digest(self): ...

class Shown(View):
    def weight(self): ...
"""
PETS = """
from zoo._private import Fed, Shown
from zoo.bases import Animal

class Dog(Fed, Shown):
    def bark(self): ...

class Puppy(Dog):
    def play(self): ...
"""


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Any]:
    """Return a function that reads the package `zoo` with these modules."""

    def load(**modules: str) -> Any:
        (tmp_path / "zoo").mkdir()
        for name, text in {"__init__": "", **modules}.items():
            (tmp_path / "zoo" / f"{name}.py").write_text(text, encoding="utf-8")
        extensions = griffe.load_extensions(CompleteClasses(packages=["zoo"], linked=["zoo.bases.View"]))
        return griffe.load("zoo", search_paths=[tmp_path], extensions=extensions, allow_inspection=False)

    return load


def signature(class_: Any) -> list[tuple[str, str | None, str]]:
    parameters = list(class_.members["__init__"].parameters)[1:]
    return [(one.name, None if one.default is None else str(one.default), one.kind.value) for one in parameters]


class TestMembers:
    @pytest.fixture
    def pets(self, load: Callable[..., Any]) -> Any:
        return load(bases=BASES, _private=PRIVATE, pets=PETS)["pets"]

    def test_of_private_bases_are_shown(self, pets: Any) -> None:
        assert {*pets["Dog"].members} == {"bark", "__init__", "feed", "sound", "weight"}
        assert pets["Dog"].members["feed"].path == "zoo.pets.Dog.feed"
        assert [one.name for one in pets["Dog"].members["__init__"].parameters] == ["self", "food"]

    def test_follow_those_of_the_class_in_the_order_of_the_bases(self, pets: Any) -> None:
        members = sorted(pets["Dog"].members.values(), key=lambda member: member.lineno)
        assert [member.name for member in members] == ["bark", "__init__", "feed", "sound", "weight"]

    def test_of_public_bases_are_not_repeated(self, pets: Any) -> None:
        assert {*pets["Puppy"].members} == {"play"}

    def test_of_the_private_base_stay(self, pets: Any) -> None:
        assert pets.parent["_private.Fed"].members["feed"].path == "zoo._private.Fed.feed"

    def test_the_nearest_public_bases_are_named(self, pets: Any) -> None:
        assert [str(base) for base in pets["Dog"].bases] == ["Animal", "View"]
        assert [str(base) for base in pets["Puppy"].bases] == ["Dog"]


class TestConstructor:
    def test_of_a_frozen_class(self, load: Callable[..., Any]) -> None:
        text = """
import attrs
from typing import ClassVar

@attrs.frozen
class Pet:
    kind: ClassVar[str] = "pet"
    name: str
    age: int = 1
    tags: list[str] = attrs.field(factory=list)
    weight: float = attrs.field(default=2.5, kw_only=True)
    type: str = attrs.field(alias="pet_type")
    _owner: str = "Ann"
    cached: int = attrs.field(init=False)

    @property
    def label(self) -> str: ...
"""
        assert signature(load(pets=text)["pets.Pet"]) == [
            ("name", None, "positional or keyword"),
            ("age", "1", "positional or keyword"),
            ("tags", "...", "positional or keyword"),
            ("weight", "2.5", "keyword-only"),
            ("pet_type", None, "positional or keyword"),
            ("owner", "'Ann'", "positional or keyword"),
        ]

    def test_has_the_fields_of_bases_first(self, load: Callable[..., Any]) -> None:
        text = """
from attrs import define, frozen

@define
class Pet:
    name: str

@frozen(kw_only=True)
class Dog(Pet):
    breed: str
"""
        assert signature(load(pets=text)["pets.Dog"]) == [
            ("name", None, "positional or keyword"),
            ("breed", None, "keyword-only"),
        ]

    def test_of_another_class_is_its_own(self, load: Callable[..., Any]) -> None:
        text = """
from attrs import frozen

@frozen
class Pet:
    name: str

    def __init__(self, tag: int): ...

class Plain:
    name: str
"""
        module = load(pets=text)["pets"]
        assert signature(module["Pet"]) == [("tag", None, "positional or keyword")]
        assert "__init__" not in module["Plain"].members


def test_deprecated_overloads_are_left_out(load: Callable[..., Any]) -> None:
    text = """
from typing import overload
from warnings import deprecated

class Pet:
    @overload
    def feed(self, food: str): ...
    @overload
    @deprecated("Use food=.")
    def feed(self, *, meal: str): ...
    def feed(self, food=None, meal=None): ...
"""
    overloads = load(pets=text)["pets.Pet"].members["feed"].overloads
    assert [[one.name for one in overload.parameters] for overload in overloads] == [["self", "food"]]


def test_the_comment_of_a_module_attribute_is_its_docstring(load: Callable[..., Any]) -> None:
    text = """
#: The kinds of pets,
#: by their size.
Kind = str
Plain = str
# Not for readers.
Other = str
#: Not this.
Own = str
'''Its own.'''
"""
    members = load(pets=text)["pets"].members
    texts = {name: None if one.docstring is None else one.docstring.value for name, one in members.items()}
    assert texts == {"Kind": "The kinds of pets,\nby their size.", "Plain": None, "Other": None, "Own": "Its own."}
