"""Metadata, dependencies and pages of roles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ansiblelint.schemas
import pytest
from jsonschema import Draft202012Validator

from comodit_client.rest.exceptions import ExportException
from tests.ansible.roles.exports import Roles, convert, write

Shop = Callable[..., Roles]


def test_metadata(shop: Shop) -> None:
    roles = shop(organization="Acme", description="Front\ngate", license="MIT")
    assert roles.yaml("shop/meta/main.yml") == {
        "galaxy_info": {"author": "Acme", "description": "Front gate", "license": "MIT", "min_ansible_version": "2.15"},
        "dependencies": [],
    }


def test_metadata_without_anything(shop: Shop) -> None:
    info = shop(license="All rights\n" * 20).yaml("shop/meta/main.yml")["galaxy_info"]
    assert info["author"] == "unknown"
    assert info["description"] == "Shop"
    assert info["license"] == "see README.md"


def test_platforms(shop: Shop) -> None:
    rules = [
        {"type": "centos", "version": "6.4"},
        {"type": "CentOS", "version": "7"},
        {"type": "rhel", "version": "7.9"},
        {"type": "debian", "version": "7"},
        {"type": "Ubuntu", "version": "12.04"},
        {"type": "fedora"},
        {"type": "fedora", "version": "18"},
        {"type": "beos", "version": "5"},
        {"type": "debian", "version": "99"},
    ]
    roles = shop(compatibility=rules)
    assert roles.yaml("shop/meta/main.yml")["galaxy_info"]["platforms"] == [
        {"name": "EL", "versions": ["6", "7"]},
        {"name": "Debian", "versions": ["wheezy"]},
        {"name": "Ubuntu", "versions": ["precise"]},
        {"name": "Fedora", "versions": ["all"]},
    ]
    page = roles.text("shop/README.md")
    assert all(f"{rule['type']} {rule.get('version') or ''}".strip() in page for rule in rules)
    assert not roles.losses
    assert "beos 5" in roles.text("shop/README.md")


@pytest.mark.parametrize("system", ["almalinux", "amazon", "centos", "debian", "fedora", "opensuse", "sles", "ubuntu"])
def test_galaxy_accepts_all_platforms(shop: Shop, system: str) -> None:
    versions = [*map(str, range(1, 60)), *(f"{year}.{month}" for year in range(8, 26) for month in ("04", "10")), ""]
    roles = shop(compatibility=[{"type": system, "version": version} for version in versions if version])
    schema = json.loads((Path(ansiblelint.schemas.__file__).parent / "meta.json").read_text())
    assert not list(Draft202012Validator(schema).iter_errors(roles.yaml("shop/meta/main.yml")))


def applications(folder: Path, **dependencies: list[Any]) -> Path:
    for name, needed in dependencies.items():
        write(folder / name, {"name": name, "packages": [], "dependencies": needed})
    return folder


def test_dependencies(tmp_path: Path) -> None:
    roles = convert(applications(tmp_path, web=["db", {"name": "base"}, "gone"], db=["base"], base=[]))
    assert roles.yaml("web/meta/main.yml")["dependencies"] == [{"role": "db"}, {"role": "base"}]
    assert roles.losses == {"dependencies": "the export has no application 'gone'"}


@pytest.mark.parametrize(
    ("dependencies", "cycle"),
    [({"a": ["a"]}, "'a' -> 'a'"), ({"a": ["b"], "b": ["c"], "c": ["b"]}, "'b' -> 'c' -> 'b'")],
)
def test_cycle_of_dependencies(tmp_path: Path, dependencies: dict[str, list[Any]], cycle: str) -> None:
    with pytest.raises(ExportException, match=f"in a cycle: {cycle}"):
        convert(applications(tmp_path, **dependencies))


def test_page(shop: Shop) -> None:
    roles = shop(
        description="Front gate",
        documentation="See the wiki.",
        url="http://shop.test",
        price="0.00",
        license="The whole text",
        parameters=[{"name": "Port | A", "key": "size", "description": "TCP <b>", "value": 1}],
        handlers=[{"name": "Go", "on": ["_install"], "do": []}],
    )
    page = roles.text("shop/README.md")
    for line in (
        "# Shop",
        "Front gate",
        "- Website: http://shop.test",
        "- Price: 0.00",
        "See the wiki.",
        "The whole text",
        "| `size` | Port \\| A: TCP &lt;b> |",
        "| Go | `_install` |  | `tasks/handler_go.yml` |",
    ):
        assert line in page.splitlines()
    assert not roles.losses
    assert not roles.unread
