"""The inventory: groups, hosts, and the settings of all levels as variables."""

from comodit_client.ansible.inventory.build import add_inventory, build
from comodit_client.ansible.inventory.contexts import context_variables, is_passed
from comodit_client.ansible.inventory.model import Group, Model

__all__ = ["Group", "Model", "add_inventory", "build", "context_variables", "is_passed"]
