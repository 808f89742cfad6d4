"""Parameters: defaults and argument specifications."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from hypothesis import given
from hypothesis import strategies as st

from comodit_client.ansible.roles import argument_specs
from tests.ansible.playbooks.running import write_archive
from tests.ansible.roles.exports import Roles, convert

Shop = Callable[..., Roles]


def parameter(key: str, value: Any = None, **schema: Any) -> dict[str, Any]:
    return {"name": key.title(), "key": key, "value": value, **({"schema": schema} if schema else {})}


def options(roles: Roles) -> dict[str, Any]:
    found: dict[str, Any] = roles.yaml("shop/meta/argument_specs.yml")["argument_specs"]["main"]["options"]
    return found


def test_defaults(shop: Shop) -> None:
    first = {**parameter("http.port", 8080), "description": "TCP port\nof the \x07 shop"}
    roles = shop(parameters=[first, parameter("none"), parameter("tags", ["a", "{{ b }}"]), parameter("on", False)])
    assert roles.yaml("shop/defaults/main.yml") == {"http_port": 8080, "tags_": ["a", "!unsafe {{ b }}"], "on": False}
    lines = roles.text("shop/defaults/main.yml").splitlines()
    assert lines[1:4] == ["# Http.Port: TCP port", "# of the shop", "http_port: 8080"]
    assert not roles.losses
    assert not roles.unread


def test_last_default_of_a_key_counts(shop: Shop) -> None:
    roles = shop(parameters=[parameter("size", 1), parameter("size", 2), parameter("size")])
    assert roles.yaml("shop/defaults/main.yml") == {"size": 2}
    assert roles.losses == {"parameters.0.value": "a later parameter has the same key, and its value is used"}


def test_parameter_without_a_key(shop: Shop) -> None:
    roles = shop(parameters=[{"name": "Port", "value": 1}])
    assert roles.losses == {"parameters.0": "it has no key"}


@pytest.mark.parametrize("mark", ["secret", "password"])
def test_secret_default(shop: Shop, password_file: Path, mark: str) -> None:
    secret = parameter("pw", "{{ s3cret }}", type="string", **{mark: True})
    roles = shop(parameters=[secret], options={"vault_password_file": password_file})
    assert roles.yaml("shop/defaults/main.yml") == {"pw": "{{ vault_shop_pw }}"}
    assert roles.project.vault.secrets == {"inventory/group_vars/all": {"vault_shop_pw": "{{ s3cret }}"}}
    assert options(roles)["pw"]["no_log"] is True
    assert not any("s3cret" in text for text in roles.project.output.files.values() if isinstance(text, str))


def test_secret_default_is_left_out_without_a_vault(shop: Shop) -> None:
    """Its template then has a fallback, as the server leaves the source of a missing value in the file."""
    secret = parameter("pw", "s3cret", type="string", secret=True, required=True)
    conf = {"name": "c", "path": "/c"}
    roles = shop({"c": "${pw}"}, parameters=[secret], files=[conf])
    assert "define pw in inventory/group_vars/all" in roles.losses["parameters.0.value"]
    assert "shop/defaults/main.yml" not in roles
    assert "required" not in options(roles)["pw"]
    assert "${pw}" in roles.text("shop/templates/c.j2")


def test_secrets_that_a_play_passes_are_not_checked_if_left_out(tmp_path: Path, password_file: Path) -> None:
    schema = {"type": "string", "secret": True}
    host = "environments/Prod/hosts/web"
    documents: dict[str, Any] = {
        "environments/Prod/definition": {"name": "Prod"},
        f"{host}/definition": {"name": "web", "applications": ["Shop", "Mail"]},
    }
    for name in ("Shop", "Mail"):
        secrets = [{"key": "pw", "value": f"of {name}"}]
        documents[f"applications/{name}/definition"] = {
            "name": name,
            "parameters": [parameter("pw", **schema), parameter("pin", **schema)],
        }
        documents[f"{host}/applications/{name}"] = {"application": name, "settings": secrets}
    folder = write_archive(tmp_path / "export", documents)
    assert set(options(convert(folder))) == {"pin"}
    assert set(options(convert(folder, vault_password_file=password_file))) == {"pin", "pw"}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, {"type": "str"}),
        ({"type": "integer"}, {"type": "int"}),
        ({"type": "number"}, {"type": "float"}),
        ({"type": "boolean"}, {"type": "bool"}),
        ({"type": "array"}, {"type": "list"}),
        ({"type": "array", "items": {"type": "integer"}}, {"type": "list", "elements": "int"}),
        ({"type": "object"}, {"type": "dict"}),
        ({"type": "integer", "enum": ["1", "2"]}, {"type": "str", "choices": ["1", "2"]}),
        (
            {"type": "array", "items": {"type": "string", "enum": ["a"]}},
            {"type": "list", "elements": "str", "choices": ["a"]},
        ),
        (
            {"type": "object", "properties": {"login": {"type": "string", "required": True}, "pw": {"secret": True}}},
            {
                "type": "dict",
                "options": {"login": {"type": "str", "required": True}, "pw": {"type": "raw", "no_log": True}},
            },
        ),
    ],
)
def test_types(shop: Shop, schema: dict[str, Any], expected: dict[str, Any]) -> None:
    found = options(shop(parameters=[parameter("x", None, **schema)]))["x"]
    found.pop("no_log", None)  # a secret member makes the whole secret
    assert found == {"type": expected["type"], "description": ["X"]} | expected


def test_required_only_with_a_default(shop: Shop) -> None:
    parameters = [parameter("a", 1, type="integer", required=True), parameter("b", None, type="integer", required=True)]
    found = options(shop(parameters=parameters))
    assert found["a"]["required"] is True
    assert found["b"] == {"type": "int", "description": ["B", "ComodIT requires a value."]}


def test_members_that_a_specification_cannot_hold(shop: Shop) -> None:
    schema = {
        "type": "string",
        "pattern": "^{{",
        "pretty": "Nice",
        "description": "What it is",
        "advanced": True,
        "index": True,
        "multiline": False,
        "default": "x",
    }
    roles = shop(parameters=[parameter("x", None, **schema)])
    assert options(roles)["x"]["description"] == ["X", "Nice", "What it is", "!unsafe Pattern: ^{{"]
    assert set(roles.losses) == {f"parameters.0.schema.{member}" for member in ("advanced", "index", "default")}
    assert not roles.unread


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        ("many", {"type": "integer"}),
        (1.5, {"type": "integer"}),
        ("1e999999999", {"type": "boolean"}),
        ({"a": 1}, {"type": "string"}),
        ("huge", {"type": "string", "enum": ["small"]}),
        ("a,b", {"type": "array"}),
        ([1, "x"], {"type": "array", "items": {"type": "integer"}}),
        ({"a": 1, "b": 2}, {"type": "object", "properties": {"a": {"type": "integer"}}}),
        ({}, {"type": "object", "properties": {"a": {"type": "integer", "required": True}}}),
    ],
)
def test_value_that_does_not_match_its_schema(shop: Shop, value: Any, schema: dict[str, Any]) -> None:
    roles = shop(parameters=[parameter("x", value, **schema)])
    assert options(roles)["x"]["type"] == "raw"
    assert "parameters.0.schema.type" in roles.losses


def test_key_without_a_value_somewhere_is_not_checked(shop: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "export" / "Linux"
    folder.mkdir(parents=True)
    (folder / "definition.json").write_text('{"name": "Linux", "settings": [{"key": "x"}]}')
    roles = shop(parameters=[parameter("x", 1, type="integer"), parameter("y", 1, type="integer")])
    assert list(options(roles)) == ["y"]
    assert "some hosts may have no value" in roles.losses["parameters.0.schema"]


_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4)
_VALUES = st.recursive(
    _SCALARS | st.sampled_from(["1", "2.0", "yes", "a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=6,
)
_KINDS = st.sampled_from(["str", "int", "float", "bool", "list", "dict", "raw"])
_LEAVES = st.builds(dict, type=_KINDS) | st.just({"type": "str", "choices": ["1", "a"]})
_LISTS = st.builds(dict, type=st.just("list"), elements=st.sampled_from(["str", "int", "bool", "raw"]))
_OPTIONS = st.dictionaries(st.sampled_from("ab"), _LEAVES | st.just({"type": "int", "required": True}), max_size=2)
_DICTS = st.builds(dict, type=st.just("dict"), options=_OPTIONS)


@given(value=_VALUES.filter(lambda value: value is not None), option=_LEAVES | _LISTS | _DICTS)
def test_accepted_values_pass_in_ansible(value: Any, option: dict[str, Any]) -> None:
    """A schema is written only if its values match; those must then pass Ansible's own check."""
    if argument_specs._fits(value, option):
        validated = ArgumentSpecValidator({"x": option}).validate({"x": value}, validate_role_argument_spec=True)
        assert not validated.error_messages
