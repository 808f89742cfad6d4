"""The contents of a new organization (S24, S25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.operations.definitions import add_definition
from comodit_client.sandbox.operations.environments import add_environment
from comodit_client.sandbox.simulation.machine import DRIVERS

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store

ENVIRONMENT = "Default"
PLATFORM = "Demo Platform"
CLOUD = "Cloud"
DISTRIBUTION = "Demo Distribution"
APPLICATION = "Wordpress"

_CONFIGURATION: Document = {"action": "update", "resource": "file://wp-config.php"}
_RESTART: Document = {"action": "restart", "resource": "service://httpd"}


def _parameter(key: str, description: str, **schema: object) -> Document:
    return {"name": key, "key": key, "description": description, "schema": {"type": "string", **schema}}


_WORDPRESS: Document = {
    "name": APPLICATION,
    "description": "Blog on Apache",
    "packages": [{"name": "httpd"}, {"name": "php"}, {"name": "wordpress"}],
    "services": [{"name": "httpd", "enabled": True}],
    "files": [
        {
            "name": "wp-config.php",
            "path": "/etc/wordpress/wp-config.php",
            "owner": "root",
            "group": "apache",
            "mode": "640",
            "template": {"name": "wp-config.php", "delimiter": {"start": "${", "end": "}"}},
        }
    ],
    "parameters": [
        _parameter("wp_admin_password", "Password of the administrator", secret=True),
        {**_parameter("wp_admin_email", "Mail address of the administrator"), "value": "admin@sandbox.example"},
    ],
    "handlers": [
        {"name": "Configure", "do": [_CONFIGURATION, _RESTART], "on": ["wp_admin_password", "wp_admin_email"]},
        {"name": "Restart", "do": [_RESTART], "on": ["_install"]},
    ],
}
_WORDPRESS_FILES = {
    "wp-config.php": (
        "<?php\n"
        "define('ADMIN_EMAIL', '${wp_admin_email}');\n"
        "define('ADMIN_PASSWORD', '${wp_admin_password}');\n"
        "define('SITE', '${_host.name}');\n"
    )
}
_DISTRIBUTION: Document = {
    "name": DISTRIBUTION,
    "description": "A small Linux",
    "files": [{"name": "kickstart"}],
    "parameters": [{**_parameter("timezone", "Time zone of the machine"), "value": "UTC"}],
    "settings": [{"key": "cmdline", "value": "quiet"}],
}
_DISTRIBUTION_FILES = {
    "kickstart": "network --hostname=${_host.name}\ntimezone ${timezone}\nbootloader --append='${cmdline}'\n"
}
_PLATFORM: Document = {
    "name": PLATFORM,
    "description": "Machines to try things out, one provisioning at a time",
    "driver": {"className": f"{DRIVERS}AmazonEc2Driver"},
    "files": [{"name": "user_data"}],
    "parameters": [{**_parameter("ec2.instanceType", "Size of the machine"), "value": "t1.micro"}],
}
_CLOUD: Document = {**_PLATFORM, "name": CLOUD, "description": "Machines for fleets, any number at a time"}
_PLATFORM_FILES = {"user_data": "#cloud-config\nhostname: ${_host.name}\n# ${ec2.instanceType}\n"}


def populate(store: Store, organization: Node) -> None:
    """Add the contents that populate=true stands for."""
    add_environment(store, organization, {"name": ENVIRONMENT, "description": "Where hosts go to begin with"})
    platform = add_definition(store, organization, "platforms", _PLATFORM, _PLATFORM_FILES)
    platform.data["one_at_a_time"] = True  # S67
    store.save(platform)
    add_definition(store, organization, "platforms", _CLOUD, _PLATFORM_FILES)
    add_definition(store, organization, "distributions", _DISTRIBUTION, _DISTRIBUTION_FILES)
    add_definition(store, organization, "applications", _WORDPRESS, _WORDPRESS_FILES)
