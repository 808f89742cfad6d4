"""The command that prints an inventory of Ansible."""

from __future__ import annotations

import pytest

from comodit_client.api import Client
from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def host(comodit_sandbox: Sandbox) -> None:
    """Create a host with a setting."""
    with Client(comodit_sandbox.url, "UUU", "PPP") as client:
        host = client.hosts("OOO", "Default").create("web", "a host")
        host.settings().create("rack", 7)


def test_list(cli: Run) -> None:
    done = cli("inventory", "OOO", "--list")
    assert done.status == 0
    assert done.json["_meta"]["hostvars"]["web"]["rack"] == 7
    assert done.json["environment_Default"]["hosts"] == ["web"]


@pytest.mark.parametrize("style", ["table", "csv", "json"])
def test_output_is_json_in_every_style(cli: Run, style: str) -> None:
    assert cli("inventory", "OOO", "--host", "web", "-o", style).json["comodit_description"] == "a host"


def test_organization_from_the_environment(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMODIT_ORGANIZATION", "OOO")
    assert "web" in cli("inventory", "--list").json["_meta"]["hostvars"]


def test_links_names_and_secrets(cli: Run) -> None:
    done = cli("inventory", "OOO", "--list", "--links", "reference", "--with-secrets")
    assert set(done.json["all"]["vars"]["_org"]) == {"name", "access_key", "secret_key"}


@pytest.mark.parametrize("words", [("OOO",), ("OOO", "--list", "--host", "web"), ("--list",)])
def test_usage_errors(cli: Run, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMODIT_ORGANIZATION", raising=False)
    done = cli("inventory", *words)
    assert (done.status, done.out) == (2, "")
    assert "Cannot read the inventory" in done.err


def test_unknown_host(cli: Run) -> None:
    done = cli("inventory", "OOO", "--host", "nobody")
    assert (done.status, done.out) == (1, "")
    assert "Its hosts are web" in done.err
