"""No format shows a secret unless the user wants it."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.output.conftest import Show

STYLES = ["table", "json", "yaml", "csv", "name"]
SECRET = "planted-secret"
RESULTS: list[tuple[str, Any]] = [
    ("OrganizationAccess", {"accessKey": "public", "secretKey": SECRET}),
    ("Organization", {"name": "public", "access": {"accessKey": "a", "secretKey": SECRET}}),
    ("ApplicationKey", [{"name": "public", "token": SECRET, "secretKey": SECRET}]),
    ("Notification", {"name": "public", "value": SECRET}),
    ("Webhook", {"name": "public", "headers": [{"name": "h", "value": SECRET, "secret": False}]}),
    ("Application", {"name": "public", "users": [{"name": "u", "password": SECRET}]}),
    ("Setting", {"key": "public", "value": SECRET, "schema": {"secret": True}}),
    ("Setting", [{"key": "public_password", "value": SECRET}]),
    ("Setting", {"key": "public", "value": {"a": {"api_key": SECRET}}}),
    ("Setting", [{"key": "public", "value": SECRET}, {"key": "public", "value": "x", "schema": {"secret": True}}]),
    (
        "Setting",
        {"key": "public", "value": [{"a": SECRET}], "schema": {"items": {"properties": {"a": {"secret": True}}}}},
    ),
    ("", {"name": "public", "unknown": {"refreshToken": SECRET}}),
]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("result", "value"), RESULTS)
def test_secrets_are_masked(show: Show, style: str, result: str, value: Any) -> None:
    shown = show(value, result=result, output=style)
    assert SECRET not in shown.out + shown.err
    assert "public" in shown.out


@pytest.mark.parametrize("style", ["json", "yaml"])
@pytest.mark.parametrize(("result", "value"), RESULTS)
def test_one_hint_unless_quiet(show: Show, style: str, result: str, value: Any) -> None:
    assert show(value, result=result, output=style).err == "Secrets are masked; use --show-secrets.\n"
    assert show(value, result=result, output=style, quiet=True).err == ""


@pytest.mark.parametrize("style", ["json", "yaml"])
@pytest.mark.parametrize(("result", "value"), RESULTS)
def test_secrets_are_shown_when_wanted(show: Show, style: str, result: str, value: Any) -> None:
    shown = show(value, result=result, output=style, show_secrets=True)
    assert SECRET in shown.out
    assert shown.err == ""


def test_what_is_not_secret_stays(show: Show) -> None:
    value = {"accessKey": "a", "secret": True, "key": "name", "name": "n", "nothing": "", "password": None}
    shown = show(value, result="OrganizationAccess", output="json")
    assert (shown.json, shown.err) == (value, "")


def test_the_key_of_a_secret_setting_hides_no_member(show: Show) -> None:
    value = {"settings": [{"key": "name", "value": SECRET, "schema": {"secret": True}}], "name": "web"}
    assert show(value, result="Host", output="json").json["name"] == "web"


def test_no_hint_when_no_mask_is_shown(show: Show) -> None:
    organizations = [{"name": "O", "access": {"secretKey": SECRET}}]
    assert show(organizations, result="Organization").err == ""
    assert show(organizations, result="Organization", output="json", query="[].name").err == ""


def test_a_query_finds_no_secret(show: Show) -> None:
    assert show({"secretKey": SECRET}, result="OrganizationAccess", query=f"secretKey == '{SECRET}'").out == "no\n"


def test_a_command_that_renews_a_secret_says_where_it_is(cli: Run) -> None:
    new = cli("organizations", "reset-secret", "OOO", "-o", "json")
    assert new.json["secretKey"] == "***"
    assert "run: comodit organizations show-secret OOO --show-secrets\n" in new.err
    shown = cli("organizations", "show-secret", "OOO", "-o", "json", "--show-secrets").json
    assert len(shown["secretKey"]) > 10
    renewed = cli("organizations", "reset-secret", "OOO", "-o", "json", "--show-secrets").json
    assert renewed["secretKey"] not in ("***", shown["secretKey"])


def test_a_new_key_says_where_it_is(cli: Run) -> None:
    keys = ("organizations", "application-keys")
    added = cli(*keys, "add", "OOO", "-j", '{"name": "my key", "method": "TOKEN"}', "-o", "json")
    assert added.json["token"] == "***"
    assert "run: comodit organizations application-keys show OOO APPLICATION_KEY --show-secrets\n" in added.err
    again = cli(*keys, "reset", "OOO", "my key", "-o", "json")
    assert "run: comodit organizations application-keys show OOO 'my key' --show-secrets\n" in again.err
    shown = cli(*keys, "show", "OOO", "my key", "--show-secrets", "-o", "json")
    assert shown.json["token"] not in (None, "***")
    assert shown.err == ""


def test_a_secret_of_what_a_command_names_is_shown_by_a_complete_command(cli: Run) -> None:
    host = '{"name": "web-1", "platform": "Demo Platform", "distribution": "Demo Distribution"}'
    assert cli("hosts", "add", "OOO", "Default", "-j", host).status == 0
    words = ("hosts", "applications", "install", "OOO", "Default", "web-1", "Wordpress")
    installed = cli(*words, "--setting", "wp_admin_password=x")
    assert "run: comodit hosts applications show OOO Default web-1 Wordpress --show-secrets\n" in installed.err


def test_the_schema_is_not_loaded(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "comodit_client.cassettes.secret_members", raising=False)
    assert "***" in cli("organizations", "show", "OOO").out
    assert "comodit_client.cassettes.secret_members" not in sys.modules
