"""Names of hosts, groups and variables, and the order in which groups override each other."""

from __future__ import annotations

import pytest
import yaml

from comodit_client.ansible.archive import Archive, Described
from comodit_client.disk import layout
from comodit_client.rest.exceptions import ExportException
from tests.ansible.inventory.conftest import convert
from tests.ansible.inventory.organizations import HostSpec, Spec


def test_hosts_of_the_same_name_get_their_environment() -> None:
    spec = Spec(environments={"Prod": ([], [HostSpec("web 1")]), "Test": ([], [HostSpec("web 1"), HostSpec("ü")])})
    hosts = yaml.safe_load(convert(spec).output.text("inventory/hosts.yml"))["all"]
    assert set(hosts["hosts"]) == {"web_1.Prod", "web_1.Test", "_"}
    assert hosts["children"]["environment_Prod"]["hosts"] == {"web_1.Prod": {}}


def test_hosts_that_collide_are_an_error() -> None:
    spec = Spec(environments={"Prod": ([], [HostSpec("web 1"), HostSpec("web_1")])})
    with pytest.raises(ExportException, match="would both be the host 'web_1'"):
        convert(spec)
    given = {"environments/Prod/hosts/web 1": "first"}
    assert "inventory/host_vars/first/vars.yml" in convert(spec, names=given).output.files


def test_later_host_groups_are_stronger() -> None:
    groups = {"z first": [{"key": "k", "value": 1}], "a second": [{"key": "k", "value": 2}]}
    found = yaml.safe_load(convert(Spec(groups=groups)).output.text("inventory/hosts.yml"))["all"]["children"]
    ranks = {name: group.get("vars", {}).get("ansible_group_priority") for name, group in found.items()}
    assert ranks == {"hostgroup_z_first": 10, "hostgroup_a_second": 11}


def test_link_variables_that_collide_are_numbered() -> None:
    keys = ("a.b", "a_b")
    settings = [{"key": key, "value": key} for key in keys]
    links = [{"key": f"to {key}", "link": f"organizations/Acme/settings/{key}"} for key in keys]
    project = convert(
        Spec([*settings, *links]), links="reference", names={"settings/a.b": "a_dot_b", "settings/to a.b": "to_dot"}
    )
    variables = yaml.safe_load(project.output.text("inventory/group_vars/all/vars.yml"))
    assert (variables["to_dot"], variables["to_a_b"]) == ("{{ link_settings_a_b }}", "{{ link_settings_a_b_2 }}")
    assert (variables["link_settings_a_b"], variables["link_settings_a_b_2"]) == keys


def test_a_host_without_its_organization() -> None:
    host = Described(layout.HOST, {"name": "web", "organization": "Acme", "environment": "Prod", "description": "x"})
    archive = Archive.described(host)
    assert archive.organization is None
    assert archive.hosts[0][0] == "Prod"


def test_descriptions_are_comments() -> None:
    text = convert(Spec(more={"description": "All of it\non two lines"})).output.text(
        "inventory/group_vars/all/vars.yml"
    )
    assert text.startswith("---\n# All of it\n# on two lines\n")
