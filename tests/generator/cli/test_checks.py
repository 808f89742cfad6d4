"""Mistakes in the files of the command line are reported with their file, their command and a fix."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from generator.cli.build import command_line
from generator.cli.read import read_sources
from generator.errors import SchemaError
from tests.generator.cli.conftest import Zoo

SHOW = "cli/pets.yaml: command pets show: "
INDEX = "cli/index.yaml: "


def option(*flags: str, **more: Any) -> dict[str, Any]:
    return {"flags": list(flags), "description": "It."} | more


def show(**more: Any) -> Callable[[Zoo], None]:
    return lambda zoo: zoo.commands.update(show={"operation": "pets.get", **more})


def add_option(**options: dict[str, Any]) -> Callable[[Zoo], None]:
    return lambda zoo: zoo.options.update(options)


def index(**more: Any) -> Callable[[Zoo], None]:
    return lambda zoo: zoo.index.update(more)


PLANTS: dict[str, tuple[Callable[[Zoo], None], list[str]]] = {
    "an operation without a command": (
        lambda zoo: zoo.commands.pop("show"),
        [f"{INDEX}the operation pets.get has no command: add one, or list it under without_command"],
    ),
    "an operation that does not exist": (
        lambda zoo: zoo.commands.update(feed="pets.feed"),
        ["cli/pets.yaml: command pets feed: the operation pets.feed does not exist: correct its name"],
    ),
    "an excuse for an operation that does not exist": (
        index(without_command={"pets.feed": "Dangerous."}),
        [f"{INDEX}without_command: the operation pets.feed does not exist: remove it or correct its name"],
    ),
    "an excuse for an operation that has a command": (
        index(without_command={"pets.get": "Dangerous."}),
        [f"{INDEX}without_command: a command sends the operation pets.get: remove it"],
    ),
    "a function without a summary": (
        index(commands={"wash": {"run": "zoo.wash"}}),
        [f"{INDEX.replace(': ', '')}: command wash: without an operation, it has no summary: add one"],
    ),
    "neither a function nor an operation": (
        index(commands={"wash": {"summary": "Wash."}}),
        [f"{INDEX}command wash: it has neither an operation nor a function: add operation or run"],
    ),
    "an unknown argument": (
        show(arguments=["zoo", "pte"]),
        [f"{SHOW}the argument pte is unknown: use a parameter of the operation, or describe it in index.yaml"],
    ),
    "an argument twice": (
        show(arguments=["zoo", "pet", "zoo"]),
        [f"{SHOW}the argument zoo is given twice: remove one of the two"],
    ),
    "an optional argument before a repeated one": (
        show(arguments=["zoo"], optional=["pet"], repeated="zoo"),
        [
            f"{SHOW}the argument zoo is given twice: remove one of the two",
            f"{SHOW}an optional argument before a repeated one cannot be left out: make one of them an option",
        ],
    ),
    "an argument that no command has": (
        index(arguments={"folder": {"description": "Where."}}),
        [f"{INDEX}arguments: no command has the argument folder: remove it"],
    ),
    "an unknown option": (
        show(options=["wet"]),
        [f"{SHOW}the option wet is unknown: describe it in index.yaml"],
    ),
    "an option that no command has": (
        add_option(wet=option("--wet")),
        [f"{INDEX}options: no command has the option wet: remove it, or name the commands that have it"],
    ),
    "an option of an unknown trait": (
        add_option(wet=option("--wet", **{"for": ["all", "wetness"], "hidden": ["dry"]})),
        [
            f"{INDEX}options: wet: for: no command has the trait wetness: remove it or correct its name",
            f"{INDEX}options: wet: hidden: no command has the trait dry: remove it or correct its name",
        ],
    ),
    "an unknown trait": (
        show(traits=["waits"]),
        [f"{SHOW}the trait waits is unknown: correct its name, or give it options in index.yaml"],
    ),
    "a flag twice in a command": (
        add_option(row=option("--row", "--raw", **{"for": ["show"]})),
        [f"{SHOW}--raw is written twice, by raw and row: give the command one of the two, or rename one"],
    ),
    "a flag that is that of help": (
        add_option(host=option("-h", value="HOST", **{"for": ["show"]})),
        [f"{SHOW}-h is written twice, by host: give the command one of the two, or rename one"],
    ),
    "a flag with a value and without": (
        add_option(raw2=option("--raw", value="FORMAT", hidden=["show"])),
        [f"{INDEX}options: --raw has a value in raw2 and none in raw: give it a value in both or in none"],
    ),
    "an option that sends what the operation lacks": (
        lambda zoo: (add_option(wet=option("--wet", query={"wet": True}))(zoo), show(options=["wet"])(zoo)),
        [f"{SHOW}the option wet sends wet, which pets.get does not have: remove it"],
    ),
    "a fixed value that the operation lacks": (
        show(query={"wet": True}),
        [f"{SHOW}query: the operation pets.get has no parameter wet: correct its name"],
    ),
    "an option that completes with what is no list": (
        add_option(pet=option("--pet", value="PET", completes="pets.get", **{"for": ["all"]})),
        [
            f"{INDEX}options: pet: pets.get does not list anything: "
            "use columns, file, folder, profile, or a list operation such as hosts.list"
        ],
    ),
    "an argument that completes with what does not exist": (
        lambda zoo: (
            index(arguments={"twin": {"description": "Another.", "completes": "pets.twins"}})(zoo),
            show(optional=["twin"])(zoo),
        ),
        [
            f"{INDEX}arguments: twin: pets.twins does not list anything: "
            "use columns, file, folder, profile, or a list operation such as hosts.list"
        ],
    ),
    "a command that completes with what is no list": (
        show(completes={"pet": "pets.get"}),
        [f"{SHOW}completes: pet: pets.get does not list anything: name a list operation"],
    ),
    "a command that completes an argument that it lacks": (
        show(completes={"pat": "pets.list"}),
        [f"{SHOW}completes: it has no argument pat: correct the name"],
    ),
    "a label of an unknown member": (
        index(labels={"Pet": "nmae", "Pat": "name"}),
        [
            f"{INDEX}labels: Pet has no member nmae: correct the name",
            f"{INDEX}labels: Pat has no member name: correct the name",
        ],
    ),
    "an object without a label": (
        lambda zoo: zoo.schema.fragments["pets"]["components"]["schemas"]["Pet"].pop("required"),
        [f"{INDEX}labels: arguments name objects Pet, and none of its members is required: add the one that they name"],
    ),
    "columns of an unknown object": (
        index(columns={"Pat": ["name"]}),
        [f"{INDEX}columns: the object Pat does not exist: correct its name"],
    ),
    "columns of unknown members": (
        index(columns={"Pet": ["nmae", "owner.fax", {"member": "toys.0.x", "title": "toy"}, "owner.phone"]}),
        [
            f"{INDEX}columns: Pet: Pet has no member nmae: use name, mood, owner, toys, born",
            f"{INDEX}columns: Pet: Pet.owner has no member fax: use name, phone",
        ],
    ),
    "columns of a command with unknown members": (
        show(columns=["nmae"]),
        [f"{SHOW}columns: Pet has no member nmae: use name, mood, owner, toys, born"],
    ),
    "a template of an unknown object": (
        index(templates={"Pat": {"required": ["name"]}}),
        [f"{INDEX}templates: the object Pat does not exist, or has no members: correct its name"],
    ),
    "a template with unknown and read-only members": (
        index(templates={"Pet": {"required": ["nmae"], "optional": ["born"]}}),
        [
            f"{INDEX}templates: Pet: it has no member nmae: use name, mood, owner, toys, born",
            f"{INDEX}templates: Pet: the member born is read-only: remove it",
        ],
    ),
    "a command and a group with the same word": (
        lambda zoo: zoo.group.update(groups={"list": {"summary": "Lists"}}),
        ["cli/pets.yaml: pets list: a command and a group have this word: rename one of the two"],
    ),
    "a command that is that of help": (
        lambda zoo: zoo.commands.update(help="pets.get"),
        ["cli/pets.yaml: pets help: every group has a command of this name: choose another word"],
    ),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_a_mistake_is_reported(zoo: Zoo, plant: str) -> None:
    change, expected = PLANTS[plant]
    change(zoo)
    assert zoo.refused() == expected


def test_without_a_mistake_nothing_is_reported(zoo: Zoo) -> None:
    assert zoo.line().name == "zoo"


def test_all_mistakes_are_reported_at_once(zoo: Zoo) -> None:
    zoo.commands.update(show="pets.gte", list={"operation": "pets.list", "options": ["wet"]})
    assert len(zoo.refused()) == 2


def test_a_group_cannot_have_the_name_of_another_module(zoo: Zoo) -> None:
    sources = zoo.sources()
    groups = sources.groups | {"templates": {"summary": "Templates"}}
    with pytest.raises(SchemaError) as caught:
        command_line(evolve(sources, groups=groups), *zoo.document())
    assert caught.value.findings == [
        "cli/templates.yaml: templates: the table of commands has a module of this name: choose another word"
    ]


def test_an_object_of_a_command_may_have_columns(zoo: Zoo) -> None:
    show(result="Look")(zoo)
    index(columns={"Look": ["anything"]})(zoo)
    assert [one.member for one in zoo.line().columns["Look"]] == ["anything"]


def test_an_excused_operation_needs_no_command(zoo: Zoo) -> None:
    del zoo.commands["show"]
    index(without_command={"pets.get": "Nobody looks."})(zoo)
    assert zoo.line().name == "zoo"


class TestFiles:
    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            (index(groups=["pets", "cages"]), "cli/index.yaml: groups: cages has no file: write cages.yaml"),
            (index(groups=[]), "cli/pets.yaml: index.yaml does not list this group: add it"),
            (index(colour="red"), "cli/index.yaml: the key 'colour' is not supported here: "),
            (show(kind="shew"), "cli/pets.yaml: commands > show > kind: 'shew' is not supported: use "),
            (
                add_option(wet=option("wet")),
                "cli/index.yaml: options > wet > flags > 0: 'wet' is not valid: write an option",
            ),
            (
                add_option(wet=option("--wet", completes="towel")),
                "cli/index.yaml: options > wet > completes: 'towel' is not valid: use columns, file, folder, profile, ",
            ),
        ],
    )
    def test_a_mistake_in_a_file_is_reported(self, zoo: Zoo, change: Callable[[Zoo], None], expected: str) -> None:
        change(zoo)
        with pytest.raises(SchemaError) as caught:
            zoo.sources()
        (finding,) = caught.value.findings
        assert finding.startswith(expected)

    def test_a_file_that_is_not_yaml_is_named_with_its_folder(self, zoo: Zoo) -> None:
        folder = zoo.folder()
        (folder / "pets.yaml").write_text("summary: [")
        with pytest.raises(SchemaError, match=r"^cli/pets\.yaml:"):
            read_sources(folder)
