"""Settings by key and value, whole lists of settings, and the properties of packages and RPM modules."""

from __future__ import annotations

import json
from typing import Any

import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run
from tests.cli.inputs.conftest import Editor
from tests.sandbox.world import World

ORG = ("organizations", "settings")
PACKAGE = "_application[App].package[httpd].release"
MODULE = "_application[App].rpmModule[php].release"
#: The words of each owner of properties, and its names.
OWNERS = {
    "organization": (ORG, ("OOO",)),
    "environment": (("environments", "settings"), ("OOO", "Default")),
    "host": (("hosts", "settings"), ("OOO", "Default", "web")),
    "host group": (("organizations", "hostgroups", "settings"), ("OOO", "webs")),
}


def add(cli: Run, **settings: Any) -> None:
    for key, value in settings.items():
        assert cli(*ORG, "add", "OOO", "-j", json.dumps({"key": key, "value": value})).status == 0


def values(cli: Run) -> dict[str, Any]:
    return {one["key"]: one["value"] for one in cli(*ORG, "list", "OOO", "--raw").json}


@pytest.mark.parametrize("value", ["8080", "é ü", "", "{}", "true", "***"])
def test_a_value_is_a_text(cli: Run, value: str) -> None:
    add(cli, port="80")
    result = cli(*ORG, "update", "OOO", "port", value, "--raw", "--show-secrets")
    assert (result.json["value"], result.err) == (value, "")
    assert values(cli) == {"port": value}


def test_a_value_may_begin_with_a_dash(cli: Run) -> None:
    add(cli, port="80")
    assert cli(*ORG, "update", "OOO", "port", "--raw", "--", "-1").json["value"] == "-1"


@pytest.mark.parametrize(
    ("option", "value"), [("--set", "value=81"), ("-j", '{"key": "port", "value": 81}')], ids=["set", "json"]
)
def test_a_number_is_a_number(cli: Run, option: str, value: str) -> None:
    add(cli, port=80)
    assert cli(*ORG, "update", "OOO", "port", option, value, "--raw").json["value"] == 81


def test_a_text_instead_of_a_number_is_noted(cli: Run) -> None:
    add(cli, port=80)
    result = cli(*ORG, "update", "OOO", "port", "81")
    assert result.status == 0
    assert "--set value=JSON" in result.err


def test_a_link_becomes_a_text(cli: Run) -> None:
    add(cli, target="x")
    cli(*ORG, "add", "OOO", "-j", '{"key": "port", "link": "organizations/OOO/settings/target"}')
    result = cli(*ORG, "update", "OOO", "port", "81", "--raw")
    assert (result.json["value"], result.json.get("link")) == ("81", None)
    assert "The setting was a link to 'organizations/OOO/settings/target'." in result.err


def test_the_force_of_an_update_is_sent(cli: Run) -> None:
    add(cli, port="80")
    sent = cli(*ORG, "update", "OOO", "port", "81", "--force", "--non-handler", "--dry-run", "--raw").json
    assert sent["query"] == {
        "force": True,
        "trigger_orchestration_handler": False,
        "trigger_application_handler": False,
    }


def test_a_missing_setting_is_not_created(cli: Run) -> None:
    assert cli(*ORG, "update", "OOO", "port", "81").status == 3


@pytest.mark.parametrize("option", [("--stdin",), ("-f", "x"), ("-j", "{}"), ("--set", "a=1")])
def test_a_value_excludes_a_document(run: Run, option: tuple[str, ...]) -> None:
    result = run(*ORG, "update", "OOO", "port", "81", *option)
    assert result.status == 2
    assert "Cannot use VALUE together" in result.err


def test_a_setting_is_edited(cli: Run, editor: Editor) -> None:
    add(cli, port="80")
    editor.plan(["replace", "'80'", "[80, 81]"])
    assert cli(*ORG, "update", "OOO", "port").status == 0
    assert values(cli) == {"port": [80, 81]}


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize(("key", "member"), [(PACKAGE, "packageName"), (MODULE, "rpmModule")])
def test_properties_are_settings_with_long_keys(world: World, run: Run, owner: str, key: str, member: str) -> None:
    words, names = OWNERS[owner]
    shown = run(*words, "show", *names, key, "--raw").json
    assert (shown["id"], shown["value"]) == (key, "1")
    assert run(*words, "update", *names, key, "2", "--raw").json["value"] == "2"
    assert run(*words, "update", *names, key, "--set", 'value="3"', "--raw").json["value"] == "3"
    assert "packageResources" in run(*words, "impact", *names, key, "--raw").json
    assert run(*words, "delete", *names, key, "--yes").status == 0
    assert run(*words, "show", *names, key).status == 3
    made = run(*words, "add", *names, "-j", json.dumps({"key": key, "value": "4"}), "--raw").json
    assert (made["id"], made["key"], made["value"]) == (key, "release", "4")
    assert made[member] == key.partition("[")[2].partition("[")[2].partition("]")[0]


@pytest.mark.parametrize("owner", OWNERS)
def test_a_list_has_settings_and_properties(world: World, run: Run, owner: str) -> None:
    words, names = OWNERS[owner]
    listed = run(*words, "list", *names, "--raw").json
    assert [one.get("id") or one["key"] for one in listed] == ["port", PACKAGE, MODULE]
    assert [one["key"] for one in listed] == ["port", "release", "release"]
    assert sorted(run(*words, "list", *names, "-o", "name").out.split()) == sorted(["port", PACKAGE, MODULE])
    assert PACKAGE in run(*words, "list", *names).out
    assert [one["key"] for one in run(*words, "list", *names, "--key", "port", "--raw").json] == ["port"]
    assert run(*words, "list", *names, "--secret", "--raw").json == []


def test_other_owners_have_no_properties(world: World, run: Run) -> None:
    words = ("hosts", "applications", "settings", "update", "OOO", "Default", "web", "App")
    assert run(*words, "port", "81", "--raw").json["value"] == "81"
    assert run(*words, PACKAGE, "81").status == 3


def test_a_change_shows_the_differences(cli: Run) -> None:
    add(cli, a=1, b=2, c=3, d=4)
    new = [{"key": key, "value": value} for key, value in {"e": "hidden", "c": 33, "a": 1, "b": True}.items()]
    refused = cli(*ORG, "change", "OOO", "-j", json.dumps(new))
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.splitlines()[:-1] == ["- add e", "- update c", "- update b", "- delete d"]
    assert "hidden" not in refused.err
    assert values(cli) == {"a": 1, "b": 2, "c": 3, "d": 4}
    assert cli(*ORG, "change", "OOO", "-j", json.dumps(new), "--yes").status == 0
    assert values(cli) == {"a": 1, "b": True, "c": 33, "e": "hidden"}


def test_a_change_can_keep_settings(cli: Run, comodit_sandbox: Sandbox) -> None:
    add(cli, a=1, b=2)
    result = cli(*ORG, "change", "OOO", "--no-delete", "--force", "-j", '[{"key": "a", "value": 3}]')
    assert (result.status, result.err) == (0, "- update a\n")
    assert values(cli) == {"a": 3, "b": 2}


def test_a_change_is_one_request(cli: Run) -> None:
    add(cli, a=1, b=2)
    sent = cli(*ORG, "change", "OOO", "-j", '[{"key": "a", "value": 3}]', "--dry-run", "--raw").json
    assert (sent["method"], sent["path"], sent["query"]) == (
        "PUT",
        "/organizations/OOO/settings/",
        {"no_delete": False},
    )
    assert sent["body"] == {"newOrUpdatedSettings": [{"key": "a", "value": 3}]}


def test_the_same_settings_are_no_change(cli: Run) -> None:
    add(cli, a=1)
    result = cli(*ORG, "change", "OOO", "-j", '[{"key": "a", "value": 1, "schema": {"type": "x"}, "link": null}]')
    assert (result.status, result.out) == (0, "")
    assert "Nothing was changed" in result.err


def test_one_setting_of_the_list_is_set(cli: Run) -> None:
    add(cli, a=1, b=2)
    assert cli(*ORG, "change", "OOO", "--set", "[1].value=3", "--yes").err == "- update b\n"
    assert values(cli) == {"a": 1, "b": 3}


def test_the_list_is_edited(cli: Run, editor: Editor) -> None:
    add(cli, a=1, b=2)
    editor.plan(["replace", "key: b", "key: c"])
    result = cli(*ORG, "change", "OOO", stdin="y\n")
    assert result.status == 0
    assert result.err.startswith("- add c\n- delete b\nMake these 2 changes to the settings of OOO? [y/N]: ")
    assert values(cli) == {"a": 1, "c": 2}


@pytest.mark.parametrize(
    ("document", "hint"),
    [
        ("{}", "it is an object, but the command needs an array"),
        ("[1]", "[0] is not an object with a key"),
        ('[{"value": 1}]', "[0] is not an object with a key"),
        ('[{"key": "a"}, {"key": "a"}]', "'a' is there twice"),
        ('[{"key": "a", "value": "***"}]', "the value of [0].value is masked"),
    ],
)
def test_invalid_lists_are_usage_errors(cli: Run, document: str, hint: str) -> None:
    result = cli(*ORG, "change", "OOO", "-j", document, "--yes")
    assert (result.status, result.out) == (2, "")
    assert hint in result.err
