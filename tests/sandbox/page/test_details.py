"""The details of the page: hosts, settings, definitions and files, with secrets masked."""

from __future__ import annotations

from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.page import details
from tests.sandbox.archive.conftest import export
from tests.sandbox.conftest import Api
from tests.sandbox.page.conftest import hosts, read, watching

ORGANIZATION = {"organization": "OOO"}
ENVIRONMENT = {**ORGANIZATION, "environment": "Default"}
WEB = {**ENVIRONMENT, "host": "web"}
WORDPRESS = {**ORGANIZATION, "family": "applications", "definition": "Wordpress"}
CONFIGURATION = {**WORDPRESS, "file": "wp-config.php"}
SECRET = {"key": "wp_admin_password", "value": "s3cret"}
MASKED = "********"


def test_a_host(api: Api, sandbox: Sandbox) -> None:
    host = api.ready_host()
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    web = read(sandbox, "owner", **WEB)
    assert (web["state"], web["instance"]) == ("UPDATING", "RUNNING")
    assert {"key": "hostname", "value": "web.sandbox.example"} in web["properties"]
    assert [change["description"] for change in web["changes"]] == ["Install Wordpress"]
    assert {context["name"]: context["files"] for context in web["contexts"]} == {
        "Wordpress": ["wp-config.php"],
        "Demo Platform": ["user_data"],
        "Demo Distribution": ["kickstart"],
    }


def test_a_host_without_a_machine(api: Api, sandbox: Sandbox) -> None:
    api.host()
    web = read(sandbox, "owner", **WEB)
    assert (web["state"], web["instance"], web["properties"], web["changes"]) == ("DEFINED", None, [], [])


def test_the_latest_changes(api: Api, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(details, "MAX_CHANGES", 1)
    host = api.ready_host()
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    api("DELETE", f"{host}/applications/Wordpress")
    assert [change["orderNum"] for change in read(sandbox, "owner", **WEB)["changes"]] == [1]


def test_settings_of_all_owners_with_secrets_masked(api: Api, sandbox: Sandbox) -> None:
    host = api.host(applications=["Wordpress"])
    api("POST", f"{api.O}/settings/", SECRET)
    api("POST", f"{api.E}/settings/", {"key": "port", "value": 80})
    api("POST", f"{host}/settings/", {"key": "alias", "link": "/organizations/OOO/settings/wp_admin_password"})
    api("POST", f"{host}/applications/Wordpress/settings/", SECRET)
    found = read(sandbox, "owner", **WEB)["settings"]
    assert [(one["kind"], one["key"], one.get("value")) for one in found] == [
        ("applications", "wp_admin_password", MASKED),
        ("hosts", "alias", None),
        ("environments", "port", 80),
        ("organizations", "wp_admin_password", MASKED),
    ]
    assert read(sandbox, "owner", **ENVIRONMENT)["settings"] == found[2:]
    assert read(sandbox, "owner", **ORGANIZATION)["settings"] == found[3:]


def test_a_definition(api: Api, sandbox: Sandbox) -> None:
    parameter = {"name": "token", "key": "token", "value": "s3cret", "schema": {"type": "string", "secret": True}}
    api("POST", f"{api.O}/applications/Wordpress/parameters/", parameter)
    found = read(sandbox, "definition", **WORDPRESS)
    assert found["packages"] == ["httpd", "php", "wordpress"]
    assert found["services"] == ["httpd"]
    assert found["files"] == [{"name": "wp-config.php", "path": "/etc/wordpress/wp-config.php"}]
    assert {one["key"]: one.get("value") for one in found["parameters"]} == {
        "wp_admin_password": None,
        "wp_admin_email": "admin@sandbox.example",
        "token": MASKED,
    }
    platform = read(sandbox, "definition", **ORGANIZATION, family="platforms", definition="Demo Platform")
    assert platform["driver"].endswith(".AmazonEc2Driver")


def test_a_file_as_it_is_stored_and_as_a_host_gets_it(api: Api, sandbox: Sandbox) -> None:
    host = api.host(applications=["Wordpress"])
    api("POST", f"{host}/settings/", SECRET)
    stored = read(sandbox, "file", **CONFIGURATION)
    assert "'${wp_admin_password}'" in stored["text"]
    rendered = read(sandbox, "file", **CONFIGURATION, environment="Default", host="web")
    assert f"define('ADMIN_PASSWORD', '{MASKED}');\ndefine('SITE', 'web');" in rendered["text"]


def test_a_large_file_is_cut(api: Api, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(details, "MAX_TEXT", 4)
    path = f"{api.O}/applications/Wordpress/files/wp-config.php/content"
    api.upload(path, b"abcd")
    assert read(sandbox, "file", **CONFIGURATION) == {"text": "abcd", "complete": True}
    api.upload(path, b"abc\xffe")
    assert read(sandbox, "file", **CONFIGURATION) == {"text": "abc\ufffd", "complete": False}


@pytest.mark.parametrize(
    ("subject", "names", "status", "text"),
    [
        ("owner", {}, 400, "'organization' is missing"),
        ("owner", {"organization": "none"}, 404, "none"),
        ("owner", {**ENVIRONMENT, "host": "none"}, 404, "none"),
        ("definition", ORGANIZATION, 400, "'family' is missing"),
        ("definition", {**WORDPRESS, "family": "hosts"}, 400, "applications, platforms, distributions"),
        ("definition", {**WORDPRESS, "definition": "none"}, 404, "none"),
        ("file", WORDPRESS, 400, "'file' is missing"),
        ("file", {**CONFIGURATION, "file": "none"}, 404, "none"),
        ("file", {**CONFIGURATION, "host": "web"}, 400, "'environment' is missing"),
        ("file", {**CONFIGURATION, "environment": "Default", "host": "none"}, 404, "none"),
    ],
)
def test_errors(sandbox: Sandbox, subject: str, names: dict[str, str], status: int, text: str) -> None:
    (error,) = read(sandbox, subject, status, **names)["error"]
    assert text in error


def test_a_file_without_content(api: Api, sandbox: Sandbox) -> None:
    api("POST", f"{api.O}/applications/", {"name": "App", "files": [{"name": "f", "path": "/f"}]})
    names = {**ORGANIZATION, "family": "applications", "definition": "App", "file": "f"}
    assert "no content" in read(sandbox, "file", 404, **names)["error"][0]


def test_an_archive(api: Api, sandbox: Sandbox, tmp_path: Path) -> None:
    api.ready_host(applications=["Wordpress"])
    with Sandbox(archive=export(sandbox, tmp_path / "OOO")) as archive:
        with watching(archive) as reader:
            state = reader.state()
        assert state["readOnly"] is True
        assert hosts(state)["web"]["state"] == "READY"
        assert state["organizations"][0]["definitions"]["applications"] == ["Wordpress"]
        assert read(archive, "definition", **WORDPRESS)["files"][0]["name"] == "wp-config.php"
        assert "${wp_admin_email}" in read(archive, "file", **CONFIGURATION)["text"]
        rendered = read(archive, "file", **CONFIGURATION, environment="Default", host="web")
        assert "'admin@sandbox.example'" in rendered["text"]
