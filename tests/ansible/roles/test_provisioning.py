"""Roles of platforms and distributions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from comodit_client.rest.exceptions import ExportException
from tests.ansible.roles.exports import Roles, convert, write


def linux(tmp_path: Path, contents: dict[str, str] | None = None, options: Any = None, **members: Any) -> Roles:
    write(tmp_path / "export" / "Linux", {"name": "My Linux", "files": [], **members}, contents)
    return convert(tmp_path / "export", **(options or {}))


def test_files_are_written_on_the_control_node(tmp_path: Path) -> None:
    contents = {"a.ks": "kernel ${kernel}", "b.txt": "plain"}
    roles = linux(tmp_path, contents, files=[{"name": "a.ks"}, {"name": "b.txt"}], parameters=[{"key": "kernel"}])
    folder = "{{ playbook_dir }}/provisioning/{{ inventory_hostname }}"
    tasks = roles.yaml("distribution_my_linux/tasks/main.yml")
    assert {task["delegate_to"] for task in tasks} == {"localhost"}
    assert {task["become"] for task in tasks} == {False}
    assert [list(task.values())[1] for task in tasks] == [
        {"path": folder, "state": "directory", "mode": "0700"},
        {"src": "a.ks.j2", "dest": f"{folder}/a.ks", "mode": "0600"},
        {"src": "b.txt", "dest": f"{folder}/b.txt", "mode": "0600"},
    ]
    assert roles.yaml("distribution_my_linux/vars/main.yml") == {"_distribution": {"name": "My Linux"}}


def test_settings_replace_defaults(tmp_path: Path) -> None:
    parameters = [
        {"name": "Kernel", "key": key, "value": value} for key, value in (("a", "default"), ("b", 0), ("c", ""))
    ]
    roles = linux(tmp_path, parameters=parameters, settings=[{"key": "b", "value": 2}, {"key": "c", "value": None}])
    assert roles.yaml("distribution_my_linux/defaults/main.yml") == {"a": "default", "b": 2}
    assert set(roles.losses) == {"parameters.1.value", "settings.1.key"}


def test_links_and_properties(tmp_path: Path) -> None:
    path = "organizations/Acme/distributions/My Linux/settings/a"
    settings = [
        {"key": "a", "value": "end"},
        {"key": "b", "link": path, "value": "unused"},
        {"key": "c", "link": "organizations/Acme/settings/none", "value": "fallback"},
        {"key": "d", "property": "publicIp", "value": "none"},
        {"key": "e", "property": "publicIp"},
    ]
    roles = linux(tmp_path, settings=settings, organization="Acme")
    assert roles.yaml("distribution_my_linux/defaults/main.yml") == {
        "a": "end",
        "b": "end",
        "c": "fallback",
        "d": '{{ comodit_properties["publicIp"] | default("none") }}',
        "e": '{{ comodit_properties["publicIp"] }}',
    }
    assert set(roles.losses) == {"settings.1.link", "settings.1.value", "settings.2.link"}


@pytest.mark.parametrize("with_vault", [True, False])
def test_secret_settings(tmp_path: Path, password_file: Path, with_vault: bool) -> None:
    schema = {"type": "string", "secret": True}
    options = {"vault_password_file": password_file} if with_vault else {}
    roles = linux(tmp_path, options=options, settings=[{"key": "pw", "value": "s3cret", "schema": schema}])
    if with_vault:
        assert roles.yaml("distribution_my_linux/defaults/main.yml") == {"pw": "{{ vault_distribution_my_linux_pw }}"}
        secrets = roles.project.vault.secrets["inventory/group_vars/all"]
        assert secrets == {"vault_distribution_my_linux_pw": "s3cret"}
    else:
        assert "distribution_my_linux/defaults/main.yml" not in roles
        assert "settings.0.value" in roles.losses


def test_platform(tmp_path: Path) -> None:
    write(tmp_path / "Cloud", {"name": "Cloud", "driver": {"className": "x"}, "files": [{"name": "f"}]}, {"f": "x"})
    roles = convert(tmp_path)
    assert roles.yaml("platform_cloud/vars/main.yml") == {"_platform": {"name": "Cloud"}}
    assert "driver" in roles.losses
    assert "platform_cloud/files/f" in roles


def test_missing_contents_of_all_kinds_are_named_together(tmp_path: Path) -> None:
    write(tmp_path / "Cloud", {"name": "Cloud", "driver": {}, "files": [{"name": "f"}]})
    write(tmp_path / "Shop", {"name": "Shop", "packages": [], "files": [{"name": "g", "path": "/g"}]})
    with pytest.raises(ExportException, match=r"2 files have no content: applications/Shop: g, platforms/Cloud: f\."):
        convert(tmp_path)


def test_two_entities_of_one_role(tmp_path: Path) -> None:
    write(tmp_path / "one", {"name": "Linux 1", "files": []})
    write(tmp_path / "two", {"name": "Linux  1", "files": []})
    with pytest.raises(ExportException, match="two entities need the file 'roles/distribution_linux_1/"):
        convert(tmp_path)
