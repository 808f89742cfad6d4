"""Git repositories."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ansible.roles.exports import Roles, convert, write

Shop = Callable[..., Roles]


def test_public_repository(shop: Shop) -> None:
    roles = shop(gits=[{"name": "Site", "endpoint": "http://git.test/s.git", "branch": "main"}])
    [task] = roles.whole("ansible.builtin.git")
    assert task["ansible.builtin.git"] == {
        "repo": "http://git.test/s.git",
        "dest": "{{ shop_git_site_dest }}",
        "version": "main",
    }
    assert task["when"] == "shop_git_site_dest is defined"
    [removal] = roles.whole("ansible.builtin.file", "shop/tasks/uninstall.yml")
    assert removal["ansible.builtin.file"] == {"path": "{{ shop_git_site_dest }}", "state": "absent"}
    assert "Site. Define shop_git_site_dest to check it out." in roles.text("shop/README.md")
    assert not roles.losses
    assert "shop/defaults/main.yml" not in roles


def test_repository_without_a_branch(shop: Shop) -> None:
    roles = shop(gits=[{"name": "Site", "endpoint": "http://git.test/s.git"}])
    assert roles.tasks("ansible.builtin.git")[0]["version"] == "{{ shop_git_site_version }}"
    assert roles.yaml("shop/defaults/main.yml") == {"shop_git_site_version": "HEAD"}


def test_token_is_in_the_vault(shop: Shop, password_file: Path) -> None:
    git = {"name": "s", "endpoint": "https://git.test/{{x}}.git", "username": "a@b", "token": "t0ken", "branch": "main"}
    roles = shop(gits=[git], options={"vault_password_file": password_file})
    [task] = roles.whole("ansible.builtin.git")
    login = "a%40b:{{ shop_git_s_token | default('') | urlencode }}"
    assert task["ansible.builtin.git"]["repo"] == f"https://{login}@git.test/%7B%7Bx}}}}.git"
    assert task["no_log"] is True
    assert roles.project.vault.secrets == {"inventory/group_vars/all": {"vault_shop_git_s_token": "t0ken"}}
    assert not any("t0ken" in text for text in roles.project.output.files.values() if isinstance(text, str))


def test_token_is_left_out_without_a_vault(shop: Shop) -> None:
    roles = shop(gits=[{"name": "s", "endpoint": "https://git.test/s.git", "token": "t0ken", "branch": "main"}])
    assert "shop_git_s_token" in roles.losses["gits.0.token"]


@pytest.mark.parametrize(("key", "path"), [("id_rsa", "/root/id_rsa"), ("gone", None)])
def test_key(shop: Shop, key: str, path: str | None) -> None:
    git = {
        "name": "s",
        "endpoint": "git@git.test:s.git",
        "keyName": key,
        "username": "x",
        "branch": "b",
    }
    roles = shop({"id_rsa": "KEY"}, gits=[git], files=[{"name": "id_rsa", "path": "/root/id_rsa"}])
    [arguments] = roles.tasks("ansible.builtin.git")
    assert arguments["repo"] == "git@git.test:s.git"
    assert arguments.get("key_file") == path
    assert ("gits.0.keyName" in roles.losses) is (path is None)
    assert "gits.0.username" in roles.losses


def test_parts_in_folders_come_first(tmp_path: Path) -> None:
    """Exports write Git repositories and RPM modules to folders of their own."""
    old = {"name": "site", "endpoint": "http://old.test", "branch": "b"}
    other = {"name": "other", "endpoint": "http://other.test", "branch": "b"}
    shop = write(tmp_path / "Shop", {"name": "Shop", "packages": [], "gits": [old, other]})
    write(shop / "gits" / "site", {"name": "site", "endpoint": "http://new.test", "branch": "b"})
    write(shop / "rpmmodules" / "php", {"name": "php", "stream": "8"})
    roles = convert(tmp_path)
    assert [task["repo"] for task in roles.tasks("ansible.builtin.git")] == ["http://new.test", "http://other.test"]
    assert roles.tasks("ansible.builtin.dnf") == [{"name": "@php:8", "state": "present"}]
    assert roles.losses["gits.0"] == "the folder of the part is used"
