"""The pages of the Python modules, made from small packages."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from generator.config import ModulePages, read_config
from generator.model import Module
from generator.module_pages import module_pages
from generator.output import Tree
from generator.paths import CONFIG

HOMES = {
    "Pet": "zoo.{api}.pets",
    "Dog": "zoo.{api}.pets",
    "Options": "zoo.{api}._client.options",
    "PetDict": "zoo.wire.dicts.pets",
    "Limits": "zoo.rest.limits",
}


def table(api: str) -> str:
    return f"HOMES = { ({name: home.format(api=api) for name, home in HOMES.items()})!r}\n"


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Tree]:
    """Return the pages by the name of their folder."""
    facade = tmp_path / "aio"
    (facade / "_client").mkdir(parents=True)
    (facade / "pets.py").write_text('"""Pets | animals. They eat."""\n', encoding="utf-8")
    (facade / "_client" / "options.py").write_text('"""Options."""\n', encoding="utf-8")
    tree = {
        "_exports/api.py": table("api"),
        "_exports/aio.py": table("aio"),
        "api/pets.py": '"""Pets of the blocking API."""\n',
        "api/_client/options.py": "",
        "wire/request.py": '"""Requests."""\nclass Request: ...\nclass _Part: ...\n',
    }
    own = read_config(CONFIG)
    assert own.facade is not None
    config = evolve(
        own,
        package="zoo",
        facade=evolve(own.facade, folder=facade),
        module_pages=ModulePages(tmp_path / "docs", ("request",)),
    )
    modules = [Module("pets", "pets.yaml", "Animals. They have names."), Module("owners", "owners.yaml", "People.")]
    return {folder.name: found for folder, found in module_pages(tree, modules, config).items()}


def test_each_module_has_a_page(pages: dict[str, Tree]) -> None:
    assert {name: sorted(tree) for name, tree in pages.items()} == {
        "api": ["index.md", "options.md", "pets.md"],
        "aio": ["index.md", "options.md", "pets.md"],
        "wire": ["index.md", "owners.md", "pets.md", "request.md"],
    }


def test_a_page_names_the_public_members(pages: dict[str, Tree]) -> None:
    assert pages["api"]["pets.md"] == (
        "---\n"
        "# Made by `python -m generator` from zoo.api.pets. Do not edit: change that, then run `make generate`.\n"
        'description: "Pets of the blocking API."\n'
        "---\n\n"
        "# api.pets\n\n"
        "The same module in the other API: [aio.pets](../aio/pets.md).\n\n"
        "::: zoo.api.pets\n"
        "    options:\n"
        "      members:\n"
        "        - Pet\n"
        "        - Dog\n"
    )


def test_a_page_of_the_wire_layer_has_the_types_of_json_objects(pages: dict[str, Tree]) -> None:
    assert (
        "::: zoo.wire.dicts.pets\n    options:\n      heading_level: 3\n      members:\n        - PetDict\n"
        in (pages["wire"]["pets.md"])
    )
    assert "JSON objects" not in pages["wire"]["owners.md"]


def test_a_page_of_the_runtime_has_the_public_classes(pages: dict[str, Tree]) -> None:
    assert pages["wire"]["request.md"].endswith("      members:\n        - Request\n")


def test_a_search_finds_the_blocking_api_only(pages: dict[str, Tree]) -> None:
    excluded = {name for name in pages if "search:\n  exclude: true\n" in pages[name]["pets.md"]}
    assert excluded == {"aio", "wire"}


def test_an_index_has_the_modules_with_their_first_sentence(pages: dict[str, Tree]) -> None:
    rows = [line for line in pages["aio"]["index.md"].splitlines() if line.startswith("| [")]
    assert rows == [
        "| [options](options.md) | [Options](options.md#zoo.aio._client.options.Options) | Options. |",
        "| [pets](pets.md) | [Pet](pets.md#zoo.aio.pets.Pet), [Dog](pets.md#zoo.aio.pets.Dog) | Pets \\| animals. |",
    ]
    assert "| [pets](pets.md) |  | Animals. |" in pages["wire"]["index.md"]


def test_a_package_without_a_facade_has_the_wire_layer_only(tmp_path: Path) -> None:
    config = evolve(read_config(CONFIG), facade=None, module_pages=ModulePages(tmp_path))
    assert [folder.name for folder in module_pages({}, [], config)] == ["wire"]
