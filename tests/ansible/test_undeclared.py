"""Names in the templates of an application that an archive without its organization does not declare."""

from __future__ import annotations

import json
from pathlib import Path

from comodit_client.ansible.archive import read_archive
from comodit_client.ansible.keys import Keys
from comodit_client.ansible.names import Names
from comodit_client.ansible.role_keys import RoleKeys
from comodit_client.disk import layout

TEMPLATE = (
    "@{ntp.server} ${no} @{site.name} @{_host.name} @{ size?c }"
    "<#if debug && mode == 'plain' || count gt 3>x</#if>"
    "<#list rows as row>@{row.name} @{row_index}<#if row_has_next>,</#if></#list>"
)
SHOP = {
    "name": "Shop",
    "services": [],
    "files": [
        {"name": "f", "template": {"delimiter": {"start": "@{", "end": "}"}}},
        {"name": "missing"},
    ],
    "parameters": [{"key": "site", "value": {"name": "x"}}],
}


def keys_of(folder: Path) -> RoleKeys:
    archive = read_archive(folder)
    keys = Keys.of(archive)
    (application,) = archive.of(layout.APPLICATION)
    return RoleKeys.of(keys, Names.of(archive, keys).variables, application)


def write(folder: Path) -> None:
    (folder / "files").mkdir(parents=True)
    (folder / "definition.json").write_text(json.dumps(SHOP))
    (folder / "files/f").write_text(TEMPLATE)


def test_names_of_an_application_alone_may_be_keys(tmp_path: Path) -> None:
    write(tmp_path)
    keys = keys_of(tmp_path)
    found = {"ntp.server", "size", "debug", "mode", "count", "rows"}
    assert {name for name in found if keys.is_key(name)} == found
    others = {"ntp", "no", "site.name", "row", "row.name", "row_index", "row_has_next", "plain", "gt", "c", "_other"}
    assert not {name for name in others if keys.is_key(name)}


def test_names_of_a_whole_organization_are_known(tmp_path: Path) -> None:
    write(tmp_path / "applications/Shop")
    (tmp_path / "definition.json").write_text(json.dumps({"name": "Acme", "access": {}}))
    keys = keys_of(tmp_path)
    assert not keys.is_key("ntp.server")
    assert keys.is_key("site")


def test_variables_of_the_server_are_keys(tmp_path: Path) -> None:
    write(tmp_path)
    keys = keys_of(tmp_path)
    assert keys.is_key("_host")
    assert keys.is_key("_mode")
    assert not keys.is_key("_host.name")
