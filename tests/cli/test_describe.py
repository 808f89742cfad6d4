"""`comodit --describe`: the whole command line as JSON that explains itself."""

from __future__ import annotations

from typing import Any

import click

from comodit_client import wire
from comodit_client.cli.tree import Root
from tests.cli.conftest import Run


def described(run: Run) -> dict[str, Any]:
    result = run("--describe")
    assert (result.status, result.err) == (0, "")
    found: dict[str, Any] = result.json
    return found


def leaves(command: click.Command, words: tuple[str, ...] = ()) -> dict[tuple[str, ...], click.Command]:
    if not isinstance(command, click.Group):
        return {words: command}
    ctx = click.Context(command)
    found: dict[tuple[str, ...], click.Command] = {}
    for word in command.list_commands(ctx):
        below = command.get_command(ctx, word)
        assert below is not None
        found |= leaves(below, (*words, word))
    return found


def test_every_command_is_described_with_its_arguments_and_options(run: Run) -> None:
    found = described(run)
    made = leaves(Root())
    commands = {tuple(one["words"]): one for one in found["commands"]}
    assert commands.keys() == made.keys()
    assert len(commands) == len(found["commands"])
    for words, one in commands.items():
        parameters = made[words].params
        arguments = [each for each in parameters if isinstance(each, click.Argument)]
        assert [each["name"].upper() for each in one.get("arguments", [])] == [each.metavar for each in arguments]
        assert [each.get("required", False) for each in one.get("arguments", [])] == [
            each.required for each in arguments
        ]
        shown = {
            flag for each in parameters if isinstance(each, click.Option) and not each.hidden for flag in each.opts
        }
        common = found["common_options"][one["common"]]
        assert {flag for each in [*one.get("options", []), *common] for flag in each["flags"]} == shown


def test_a_command_names_its_request_its_result_and_its_document(run: Run) -> None:
    commands = {" ".join(one["words"]): one for one in described(run)["commands"]}
    add = commands["hosts add"]
    assert add["usage"] == "comodit hosts add [OPTIONS] ORGANIZATION ENVIRONMENT"
    assert add["request"] == {
        "method": "POST",
        "path": "/organizations/{organization}/environments/{environment}/hosts/",
        "operation": "hosts.create",
    }
    assert (add["result"], add["sends"]) == ("Host", "Host")
    assert add["arguments"][0] == {
        "name": "organization",
        "description": "Name of the organization.",
        "required": True,
        "completes": "organizations.list",
    }
    assert {"flags": ["-f", "--file"], "value": "FILE"}.items() <= add["options"][4].items()
    assert "asks" not in add
    assert commands["hosts delete"]["asks"] is True
    assert "request" not in commands["wait hosts"]
    assert commands["wait hosts"]["usage"].endswith("[NAMES]...")


def test_common_options_are_described_once_with_their_choices(run: Run) -> None:
    common = described(run)["common_options"]
    output = next(one for one in common["all"] if "--output" in one["flags"])
    assert output["choices"] == ["table", "json", "yaml", "csv", "name"]
    assert [one["flags"] for one in common["plain"]] == [
        one["flags"] for one in common["all"] if one in common["plain"]
    ]


def test_it_explains_its_members(run: Run) -> None:
    found = described(run)
    members = {key for one in found["commands"] for key in one} - {"summary", "description", "common"}
    assert members - {"words"} <= found["about"].keys()
    assert found["about"].keys() <= members | {"common_options", "commands", "completes"}


def test_the_order_is_stable(run: Run) -> None:
    first, second = run("--describe"), run("--describe")
    assert first.out == second.out
    words = [one["words"][0] for one in first.json["commands"]]
    assert list(dict.fromkeys(words))[:2] == ["organizations", "environments"]


def test_a_request_is_that_of_the_wire_layer(run: Run) -> None:
    show = next(one for one in described(run)["commands"] if one["words"] == ["flavors", "show"])
    request = wire.flavors.get("Debian")
    assert (show["request"]["method"], show["request"]["path"].format(flavor="Debian")) == (
        request.method,
        request.path,
    )
