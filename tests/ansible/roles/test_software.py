"""Repositories, RPM modules and packages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ansible.roles.exports import Roles

Shop = Callable[..., Roles]
UNINSTALL = "shop/tasks/uninstall.yml"


def test_packages_are_one_task(shop: Shop) -> None:
    roles = shop(packages=[{"name": "httpd"}, {"name": "php-{{ version }}"}])
    names = ["httpd", "!unsafe php-{{ version }}"]
    assert roles.tasks("ansible.builtin.package") == [{"name": names, "state": "present"}]
    [removal] = roles.whole("ansible.builtin.package", UNINSTALL)
    assert removal["ansible.builtin.package"] == {"name": names, "state": "absent"}
    assert removal["when"] == "shop_remove_packages"
    assert roles.yaml("shop/defaults/main.yml") == {"shop_remove_packages": True}
    assert not roles.losses


def test_yum_repository(shop: Shop) -> None:
    roles = shop(repositories=[{"name": "Shop stable", "location": "http://repo.test/$basearch/", "components": []}])
    [task] = roles.whole("ansible.builtin.yum_repository")
    assert task["ansible.builtin.yum_repository"] == {
        "name": "Shop_stable",
        "description": "Shop stable",
        "baseurl": "http://repo.test/$basearch/",
        "gpgcheck": False,
    }
    assert task["when"] == "ansible_facts['os_family'] == 'RedHat'"
    assert roles.tasks("ansible.builtin.yum_repository", UNINSTALL) == [{"name": "Shop_stable", "state": "absent"}]
    assert "## Notes\n\n- ComodIT has no keys for package repositories" in roles.text("shop/README.md")
    assert not roles.losses


@pytest.mark.parametrize(
    ("location", "line", "noted"),
    [
        (
            "http://deb.test/debian",
            "deb [trusted=yes] http://deb.test/debian {{ ansible_facts['distribution_release'] }} main contrib",
            True,
        ),
        ("http://deb.test/debian wheezy", "deb [trusted=yes] http://deb.test/debian wheezy main contrib", False),
        ("http://deb.test/{{x}} wheezy", "deb [trusted=yes] http://deb.test/%7B%7Bx}} wheezy main contrib", False),
    ],
)
def test_apt_repository(shop: Shop, location: str, line: str, noted: bool) -> None:
    roles = shop(repositories=[{"name": "Deb", "location": location, "components": ["main", "contrib"]}])
    [task] = roles.whole("ansible.builtin.apt_repository")
    assert task["ansible.builtin.apt_repository"] == {"repo": line, "filename": "Deb", "state": "present"}
    assert task["when"] == "ansible_facts['os_family'] == 'Debian'"
    assert ("has no suite for the repository Deb" in roles.text("shop/README.md")) is noted
    assert not roles.whole("ansible.builtin.yum_repository")


def test_rpm_modules(shop: Shop) -> None:
    modules = [
        {"name": "nodejs", "stream": "18", "profile": "common", "enabled": True},
        {"name": "ruby", "stream": None},
        {"name": "php", "stream": "7.4", "enabled": False},
    ]
    roles = shop(rpmmodules=modules)
    assert [task["name"] for task in roles.tasks("ansible.builtin.dnf")] == ["@nodejs:18/common", "@ruby"]
    [disable] = roles.tasks("ansible.builtin.command")
    assert disable == {"argv": ["dnf", "--assumeyes", "module", "disable", "php"]}
    resets = [task["argv"][-2:] for task in roles.tasks("ansible.builtin.command", UNINSTALL)]
    assert resets == [["reset", "php"], ["reset", "ruby"], ["reset", "nodejs"]]
    assert "rpmmodules.2.stream" in roles.losses


def test_resources_without_a_name(shop: Shop) -> None:
    roles = shop(packages=[{}], repositories=[{"name": "x"}], rpmmodules=[{"stream": "1"}])
    assert roles.losses == {
        "packages.0": "it has no name",
        "repositories.0": "it has no location",
        "rpmmodules.0": "it has no name",
    }
    assert "shop/tasks/main.yml" not in roles
