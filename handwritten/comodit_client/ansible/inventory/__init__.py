"""The inventory: groups, hosts, and the settings of all levels as variables."""

from comodit_client.ansible.inventory.contexts import context_variables

__all__ = ["context_variables"]
