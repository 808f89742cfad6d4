"""Exports to Ansible, of both APIs."""

from __future__ import annotations

import pytest

from comodit_client.ansible.judge import compare
from comodit_client.api.exceptions import ExportException


@pytest.fixture
def client(make_client, comodit_sandbox):
    return make_client(comodit_sandbox.url, "UUU", "PPP", transport=None)


@pytest.fixture
def make_export(colour):
    return lambda *args, **options: colour.module("exporter").AnsibleExport(*args, **options)


def test_an_organization(client, make_export, run, tmp_path):
    seen = []
    export = make_export(progress=seen.append, parallel=2)
    run(export.export_organization(run(client.get_organization("OOO")), tmp_path / "out"))
    assert (tmp_path / "out" / "roles" / "wordpress" / "templates" / "wp-config.php.j2").is_file()
    assert (tmp_path / "out" / "inventory" / "hosts.yml").is_file()
    assert {loss.entity for loss in export.losses} >= {"applications/Wordpress", "platforms/Demo Platform"}
    assert export.left_out == ["definition.json: access.secretKey"]
    assert export.verdict is None
    assert seen


def test_an_application_is_compared_with_the_sandbox(client, make_export, run, tmp_path):
    export = make_export(names={"applications/Wordpress": "blog"}, judge=compare)
    run(export.export_application(run(client.get_application("OOO", "Wordpress")), tmp_path / "out"))
    assert (tmp_path / "out" / "roles" / "blog").is_dir()
    assert export.verdict.equal == 2
    assert export.verdict.ok()


def test_an_earlier_result_is_replaced_with_force_only(client, make_export, run, tmp_path):
    application = run(client.get_application("OOO", "Wordpress"))
    run(make_export().export_application(application, tmp_path / "out"))
    (tmp_path / "out" / "old.yml").touch()
    with pytest.raises(ExportException, match="already exists"):
        run(make_export().export_application(application, tmp_path / "out"))
    assert (tmp_path / "out" / "old.yml").exists()
    run(make_export(force=True).export_application(application, tmp_path / "out"))
    assert not (tmp_path / "out" / "old.yml").exists()


def test_missing_contents(client, make_export, run, tmp_path):
    application = run(client.applications("OOO").create("Empty"))
    run(application.files().create("a.conf", "/etc/a.conf"))
    run(application.refresh())
    with pytest.raises(ExportException, match=r"a\.conf"):
        run(make_export().export_application(application, tmp_path / "out"))
    assert not (tmp_path / "out").exists()
    export = make_export(keep_going=True)
    run(export.export_application(application, tmp_path / "out"))
    assert [loss.reason for loss in export.losses if "a.conf" in loss.reason or loss.member == "files.0"]


def test_links_as_references(client, make_export, run, tmp_path):
    organization = run(client.get_organization("OOO"))
    run(organization.settings().create("zone", "eu"))
    environment = run(organization.get_environment("Default"))
    run(environment.settings().create_link("place", "organizations/OOO/settings/zone"))
    run(organization.refresh())
    run(make_export(links="reference").export_organization(organization, tmp_path / "out"))
    text = (tmp_path / "out" / "inventory" / "group_vars" / "environment_Default" / "vars.yml").read_text()
    assert "place: '{{ " in text


def test_secrets(client, make_export, run, tmp_path):
    (tmp_path / "password").write_text("open sesame")
    export = make_export(vault_password_file=tmp_path / "password")
    run(export.export_organization(run(client.get_organization("OOO")), tmp_path / "out"))
    vault = tmp_path / "out" / "inventory" / "group_vars" / "all" / "vault.yml"
    assert vault.read_text().startswith("$ANSIBLE_VAULT;")
    assert export.left_out == []
