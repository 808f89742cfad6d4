"""Secrets are in vaults only, and without a password nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from comodit_client.ansible.inventory import context_variables, is_passed
from comodit_client.ansible.project import Links
from comodit_client.rest.exceptions import ExportException
from tests.ansible.inventory.conftest import Run, convert, write
from tests.ansible.inventory.organizations import HostSpec, Spec

HIDDEN = {"type": "string", "secret": True}
NESTED = {"type": "object", "properties": {"pin": {"type": "string", "password": True}}}
LINK = "organizations/Acme/settings/password"
SPEC = Spec(
    settings=[
        {"key": "password", "value": "S3-organization", "schema": HIDDEN},
        {"key": "public", "value": "weak"},
        {"key": "nested", "value": {"pin": "S3-nested"}, "schema": NESTED},
        {"key": "gone", "schema": HIDDEN},
    ],
    environments={
        "Prod": (
            [{"key": "public", "link": LINK}],
            [
                HostSpec(
                    "web",
                    [{"key": "password", "value": "S3-host"}],
                    {
                        "applications/Shop": [{"key": "password", "value": "S3-shop"}],
                        "applications/Mail": [{"key": "password", "value": "S3-mail"}],
                        "platform/Cloud": [{"key": "token", "value": "S3-token", "schema": HIDDEN}],
                    },
                )
            ],
        )
    },
    definitions={"applications": {"Shop": {}, "Mail": {}}, "platforms": {"Cloud": {}}},
    more={"access": {"accessKey": "S3-access", "secretKey": "S3-secret"}},
)


@pytest.mark.parametrize("links", ["resolve", "reference"])
def test_vaults_have_all_secrets(ansible: Run, tmp_path: Path, password: Path, links: Links) -> None:
    project = convert(SPEC, vault_password_file=password, links=links)
    passed = context_variables(project, project.archive.hosts[0][1])
    project.output.files = {path: text for path, text in project.output.files.items() if "vault.yml" not in path}
    project.output._folded = {path for path in project.output._folded if "vault.yml" not in path}
    project.vault.write(project.output)
    inventory = write(project, tmp_path)
    assert passed == {
        "shop": {"password": "{{ vault_shop_password }}"},
        "mail": {"password": "{{ vault_mail_password }}"},
    }
    found = {}
    for file in sorted(inventory.glob("*_vars/*/vault.yml")):
        viewed = ansible("ansible-vault", "view", "--vault-password-file", password, file)
        found[file.parent.name] = yaml.safe_load(viewed)
        assert file.relative_to(tmp_path).as_posix() in project.output.private
    assert found == {
        "all": {
            "vault_nested": {"pin": "S3-nested"},
            "vault_org_access_key": "S3-access",
            "vault_org_secret_key": "S3-secret",
            "vault_password": "S3-organization",
        },
        "environment_Prod": {"vault_public": "S3-organization"},
        "web": {
            "vault_mail_password": "S3-mail",
            "vault_password": "S3-host",
            "vault_shop_password": "S3-shop",
            "vault_token": "S3-token",
        },
    }
    assert "S3-" not in plain(project.output.files)


@pytest.mark.parametrize("links", ["resolve", "reference"])
def test_without_a_password_no_file_has_a_secret(links: Links) -> None:
    project = convert(SPEC, links=links)
    passed = context_variables(project, project.archive.hosts[0][1])
    assert "S3-" not in plain(project.output.files) + str(passed)
    losses = {(loss.entity, loss.member): loss.reason for entity in project.archive for loss in entity.source.losses()}
    where = "define password in inventory/group_vars/all/vault.yml"
    assert where in losses["organization", "settings.0.value"]
    assert "the export left it out; define gone in" in losses["organization", "settings.3.value"]
    assert "define _org.access_key" in losses["organization", "access.accessKey"]


def test_plays_pass_only_secrets_that_differ_between_roles() -> None:
    project = convert(SPEC)
    assert [is_passed(project, role, "password") for role in ("shop", "mail", "platform_cloud")] == [True, True, False]
    assert not is_passed(project, "platform_cloud", "token")
    assert not is_passed(project, "shop", "public")


def test_a_secret_that_is_left_out_hides_weaker_values() -> None:
    variables = yaml.safe_load(convert(SPEC).output.text("inventory/host_vars/web/vars.yml"))
    assert re.match(r"\{\{ undef\(", variables["public"])
    assert "public: weak" in convert(SPEC).output.text("inventory/group_vars/all/vars.yml")


def test_a_setting_cannot_have_a_variable_of_the_inventory() -> None:
    with pytest.raises(ExportException, match="'comodit_properties' for something else"):
        convert(Spec([{"key": "comodit-properties", "value": 1}]))


def plain(files: object) -> str:
    return str(files)
