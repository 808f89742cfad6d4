"""Groups and users."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ansible.roles.exports import Roles

Shop = Callable[..., Roles]
UNINSTALL = "shop/tasks/uninstall.yml"


@pytest.mark.parametrize(("gid", "expected"), [("640", 640), (7, 7), (-1, None), ("-1", None), ("", None)])
def test_group(shop: Shop, gid: Any, expected: int | None) -> None:
    roles = shop(groups=[{"name": "gate", "gid": gid}])
    number = {} if expected is None else {"gid": expected}
    assert roles.tasks("ansible.builtin.group") == [{"name": "gate", **number, "state": "present"}]
    assert roles.tasks("ansible.builtin.group", UNINSTALL) == [{"name": "gate", "state": "absent"}]
    assert not roles.losses


def test_user(shop: Shop) -> None:
    user = {
        "name": "gate",
        "loginGroup": "gate",
        "groups": ["adm", "wheel"],
        "home": "/srv/gate",
        "fullName": "Gate daemon",
        "uid": "640",
        "gid": -1,
        "shell": "/sbin/nologin",
        "system": True,
        "createHome": False,
    }
    roles = shop(users=[user])
    assert roles.tasks("ansible.builtin.user") == [
        {
            "name": "gate",
            "comment": "Gate daemon",
            "uid": 640,
            "group": "gate",
            "groups": ["adm", "wheel"],
            "append": True,
            "home": "/srv/gate",
            "create_home": False,
            "shell": "/sbin/nologin",
            "system": True,
            "state": "present",
        }
    ]
    assert roles.tasks("ansible.builtin.user", UNINSTALL) == [{"name": "gate", "state": "absent"}]
    assert not roles.losses
    assert not roles.unread


def test_group_number_of_a_user(shop: Shop) -> None:
    users = [
        {"name": "a", "gid": 50},
        {"name": "b", "gid": "60", "loginGroup": "sixty"},
        {"name": "c", "gid": 70, "loginGroup": "other"},
        {"name": "d", "uid": "many"},
    ]
    roles = shop(users=users, groups=[{"name": "sixty", "gid": 60}])
    assert [task.get("group") for task in roles.tasks("ansible.builtin.user")] == ["50", "sixty", "other", None]
    assert set(roles.losses) == {"users.2.gid", "users.3.uid"}


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("$6$abc$def", "{{ vault_shop_user_gate_password }}"),
        ("plain", "{{ vault_shop_user_gate_password | password_hash('sha512') }}"),
    ],
)
def test_password_is_in_the_vault(shop: Shop, password_file: Path, password: str, expected: str) -> None:
    roles = shop(users=[{"name": "gate", "password": password}], options={"vault_password_file": password_file})
    [task] = roles.whole("ansible.builtin.user")
    assert task["ansible.builtin.user"]["password"] == "{{ shop_user_gate_password | default(omit) }}"
    assert task["ansible.builtin.user"]["update_password"] == "on_create"
    assert task["no_log"] is True
    assert roles.yaml("shop/defaults/main.yml") == {"shop_user_gate_password": expected}
    assert roles.project.vault.secrets == {"inventory/group_vars/all": {"vault_shop_user_gate_password": password}}
    written = [text for text in roles.project.output.files.values() if isinstance(text, str)]
    assert not any(password in text for text in written if password != "plain")


def test_password_is_left_out_without_a_vault(shop: Shop) -> None:
    roles = shop(users=[{"name": "gate", "password": "$6$abc"}])
    assert "shop_user_gate_password" in roles.losses["users.0.password"]
    assert "shop/defaults/main.yml" not in roles
    options = roles.yaml("shop/meta/argument_specs.yml")["argument_specs"]["main"]["options"]
    assert options["shop_user_gate_password"]["no_log"] is True


def test_passwords_of_similar_names_stay_apart(shop: Shop, password_file: Path) -> None:
    users = [{"name": "a-b", "password": "$one"}, {"name": "a_b", "password": "$two"}]
    roles = shop(users=users, options={"vault_password_file": password_file})
    assert sorted(roles.project.vault.secrets["inventory/group_vars/all"].values()) == ["$one", "$two"]
