"""The metadata of a role for Ansible Galaxy."""

from __future__ import annotations

from typing import Any

from comodit_client.ansible.roles.dependencies import dependencies_of
from comodit_client.ansible.roles.platforms import platforms_of
from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.texts import one_line
from comodit_client.ansible.yaml_text import literal

#: The oldest version of Ansible with everything that roles use.
_OLDEST = "2.15"
#: The longest license that is a name, not a text.
_LICENSE = 60


def meta_of(role: Role) -> dict[str, Any]:
    """Return the metadata of a role.

    Args:
        role: The role.

    Returns:
        The document of `meta/main.yml`.
    """
    source = role.source
    owner = role.project.archive.organization
    author = owner.name if owner else source.text("organization") or "unknown"
    license_text = one_line(source.text("license"))
    info = {
        "author": literal(one_line(author)),
        "description": literal(one_line(source.text("description")) or one_line(role.entity.name)),
        "license": literal(license_text if 0 < len(license_text) <= _LICENSE else "see README.md"),
        "min_ansible_version": _OLDEST,
    }
    platforms = platforms_of(source.items("compatibility"))
    return {
        "galaxy_info": info | ({"platforms": platforms} if platforms else {}),
        "dependencies": dependencies_of(role),
    }
