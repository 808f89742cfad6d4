"""The inventory script gives Ansible what the exported files give."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from comodit_client import api
from comodit_client.ansible.archive import read_archive
from comodit_client.ansible.inventory import add_inventory
from comodit_client.ansible.project import Links, Options, Project
from comodit_client.rest.exceptions import ExportException
from comodit_client.sandbox import Sandbox
from tests.ansible.inventory.conftest import Run, write
from tests.conftest import Colour

WEB = "organizations/OOO/environments/Default/hosts/web 1"


@pytest.fixture
def organization(comodit_sandbox: Sandbox) -> Any:
    """An organization with settings on all levels, also some that only a play can pass."""
    with api.Client(comodit_sandbox.url, "UUU", "PPP") as client:
        organization = client.organizations().get("OOO")
        organization.settings().create("plain", "{{ literal }}")
        organization.settings().create("hidden", 1)
        secret: Any = {"key": "pin", "name": "pin", "schema": {"type": "string", "secret": True}}
        uses: Any = {"name": "conf", "path": "/etc/conf"}
        other: Any = {"name": "conf", "path": "/etc/other"}
        organization.applications().create("Shop", files=[uses], parameters=[secret], packages=[{"name": "httpd"}])
        organization.applications().create("Mail", files=[other], services=[{"name": "postfix", "enabled": True}])
        mail = organization.applications().get("Mail").files().get("conf")
        mail.set_content(io.BytesIO(b"${both} ${plain}"))
        organization.settings().create("pin", "S3-pin")
        environment = client.environments("OOO").get("Default")
        environment.settings().create_property("address", "publicIp")
        environment.settings().create_link("linked", f"{WEB}/settings/own", "default")
        web = environment.hosts().create(
            "web 1",
            "a host",
            applications=["Shop", "Mail"],
            platform="Demo Platform",
            distribution="Demo Distribution",
        )
        web.settings().create("own", [1, "{{"])
        web.settings().create("hidden", None)
        shop = web.applications().get("Shop")
        for key in ("alone", "both"):
            shop.settings().create(key, "context")
        environment.hosts().create("db", applications=["Mail"])
        member: Any = {"position": 0, "organization": "OOO", "environment": "Default", "host": "web 1"}
        organization.host_groups().create("all webs", hosts=[member]).settings().create("plain", "group")
        web.provision()
        organization.refresh()
        yield organization


def sorted_groups(listed: dict[str, Any]) -> dict[str, Any]:
    return {
        name: {part: sorted(one) if isinstance(one, list) else one for part, one in group.items()}
        for name, group in listed.items()
        if name != "ungrouped"
    }


@pytest.mark.parametrize("links", ["resolve", "reference"])
def test_script_and_files_agree(
    ansible: Run, comodit_sandbox: Sandbox, organization: Any, tmp_path: Path, links: Links
) -> None:
    api.Export().export_organization(organization, tmp_path / "OOO")
    project = Project.of(read_archive(tmp_path / "OOO"), Options(links))
    add_inventory(project)
    files = json.loads(ansible("ansible-inventory", "-i", write(project, tmp_path), "--list"))
    script = tmp_path / "comodit.sh"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m comodit_client.cli inventory --links {links} "$@"\n')
    script.chmod(0o700)
    access = {"COMODIT_API": comodit_sandbox.url, "COMODIT_USERNAME": "UUU", "COMODIT_PASSWORD": "PPP"}
    live = json.loads(ansible("ansible-inventory", "-i", script, "--list", COMODIT_ORGANIZATION="OOO", **access))
    assert sorted_groups(live) == sorted_groups(files)
    web = live["_meta"]["hostvars"]["web_1"]
    assert web["ansible_host"] == web["comodit_properties"]["publicDnsName"]
    assert web["alone"] == "context"
    assert "both" not in web
    assert web["_applications"] == {"packages": ["httpd"], "services": ["postfix"]}
    assert live["_meta"]["hostvars"]["db"]["plain"] == {"__ansible_unsafe": "{{ literal }}"}


def test_both_apis_read_the_same(colour: Colour, comodit_sandbox: Sandbox, organization: Any) -> None:
    client = colour.module("client").Client(comodit_sandbox.url, "UUU", "PPP")
    live = colour.module("inventory").Inventory(colour.run(client.organizations().get("OOO")))
    found = colour.run(live.to_json())
    assert found == api.Inventory(organization).to_json()
    assert colour.run(live.host("web_1")) == found["_meta"]["hostvars"]["web_1"]
    with pytest.raises(ExportException, match="Its hosts are db, web_1"):
        colour.run(live.host("nobody"))
    colour.run(client.close())


def test_secrets_are_left_out_unless_wanted(organization: Any) -> None:
    without = api.Inventory(organization).to_json()
    assert "pin" not in without["all"]["vars"]
    assert without["all"]["vars"]["_org"] == {"name": "OOO"}
    assert "S3-pin" not in json.dumps(without)
    everything = api.Inventory(organization, with_secrets=True).to_json()["all"]["vars"]
    assert everything["pin"] == "S3-pin"
    assert everything["_org"]["secret_key"] == organization.get_access().secret_key


def test_contents_are_read_only_where_they_decide(comodit_sandbox: Sandbox, organization: Any) -> None:
    steps: list[str] = []
    api.Inventory(organization, progress=lambda count: steps.append(str(count))).to_json()
    assert [step for step in steps if "conf" in step and "Mail" in step]
    assert len(steps) == len(set(steps))


def test_names_are_those_that_are_given(organization: Any) -> None:
    names = {"environments/Default/hosts/web 1": "www"}
    assert set(api.Inventory(organization, names=names).to_json()["_meta"]["hostvars"]) == {"www", "db"}
