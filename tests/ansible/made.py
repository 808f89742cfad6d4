"""Exported folders of applications and organizations, written by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

#: As exports of 2012 look: everything that a server adds, and members that no later schema has.
OLD = {
    "uuid": "0B063010439111E2AD1EB0A1AC1F0299",
    "version": 12,
    "organization": "Demo",
    "canPull": False,
    "canPush": True,
    "commands": [],
    "compatibility": [{"type": "centos", "version": "6"}],
    "documentation": "Open port 80.",
    "price": "0.00",
    "url": "http://shop.example.net",
}


def file(name: str, path: str, start: str = "${", end: str = "}", **more: Any) -> dict[str, Any]:
    """A file of an application."""
    template = {"name": name, "delimiter": {"start": start, "end": end}, "uuid": "F1063010439111E2AD1EB0A1AC1F0299"}
    return {"name": name, "path": path, "owner": "root", "group": "root", "mode": "644", "template": template, **more}


SHOP = {
    **OLD,
    "name": "Web Shop",
    "description": "A shop on Apache",
    "packages": [{"name": "httpd"}, {"name": "php"}],
    "repositories": [{"name": "shop", "location": "http://repo.example.net/el6/", "components": []}],
    "services": [{"name": "httpd", "enabled": True}],
    "groups": [{"name": "shop", "gid": "-1"}],
    "users": [{"name": "shop", "loginGroup": "shop", "home": "/srv/shop", "system": True, "uid": "-1"}],
    "directories": [{"name": "data", "path": "/srv/shop/data", "owner": "shop", "group": "shop", "mode": "750"}],
    "files": [file("httpd.conf", "/etc/httpd/conf/httpd.conf"), file("setup.sh", "/srv/shop/setup.sh", "##", "##")],
    "parameters": [
        {"name": "Port", "key": "port", "value": 80, "schema": {"type": "integer"}, "description": "TCP port"},
        {"name": "Hosts", "key": "vhosts", "value": [], "schema": {"type": "array", "items": {"type": "string"}}},
        {"name": "Admin", "key": "admin.mail", "schema": {"type": "string", "required": True}},
    ],
    "handlers": [
        {"on": ["_install"], "do": [{"action": "execute", "resource": "file://setup.sh"}]},
        {
            "on": ["port", "vhosts"],
            "do": [
                {"action": "update", "resource": "file://httpd.conf"},
                {"action": "restart", "resource": "service://httpd"},
            ],
        },
    ],
}
SHOP_FILES = {
    "httpd.conf": (
        "Listen ${port}\nServerAdmin ${admin.mail}\n<#list vhosts as host>\n"
        "  Use {{ Macro }} ${host}<#if host_has_next>,</#if>\n</#list>\n# ${_host.name}\n"
    ),
    "setup.sh": "#!/bin/sh\necho ${HOME} ##port##\n",
}


def write(folder: Path, definition: Mapping[str, Any], contents: Mapping[str, str]) -> Path:
    """Write an application as an export does."""
    (folder / "files").mkdir(parents=True)
    (folder / "definition.json").write_text(json.dumps(definition, indent=4))
    for name, text in contents.items():
        (folder / "files" / name).write_bytes(text.encode())
    return folder
