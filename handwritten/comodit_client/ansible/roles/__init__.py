"""Roles for applications, and for the files of distributions and platforms."""

from comodit_client.ansible.roles.build import add_roles
from comodit_client.ansible.roles.role import role_of

__all__ = ["add_roles", "role_of"]
