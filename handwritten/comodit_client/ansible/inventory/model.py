"""What an inventory holds, before it is written as files or as the output of a script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from comodit_client.rest.exceptions import ExportException

#: The variables of one group or host.
Variables = dict[str, Any]


@define(eq=False)
class Group:
    """A group of hosts.

    Attributes:
        hosts: The names of its hosts in the inventory.
        priority: Its rank among groups that set the same variable. None for Ansible's default.
        variables: Its variables.
        comment: Its description.
    """

    hosts: list[str] = field(factory=list)
    priority: int | None = None
    variables: Variables = field(factory=dict, repr=False)
    comment: str = ""


@define(eq=False)
class Model:
    """An inventory.

    Attributes:
        all: The variables of all hosts.
        comment: The description of the organization.
        groups: The groups by name.
        addresses: The address of each host that has one.
        hosts: The variables of each host.
    """

    all: Variables = field(factory=dict, repr=False)
    comment: str = ""
    groups: dict[str, Group] = field(factory=dict)
    addresses: dict[str, str] = field(factory=dict)
    hosts: dict[str, Variables] = field(factory=dict, repr=False)

    def group(self, name: str) -> Group:
        """Return a group, which is added if it is new.

        Args:
            name: The name of the group.

        Returns:
            The group.
        """
        return self.groups.setdefault(name, Group())


def check_free(variables: Mapping[str, str], taken: frozenset[str]) -> None:
    """Check that no setting has the variable of something else.

    Args:
        variables: The variables of the settings, by key.
        taken: The other variables.

    Raises:
        ExportException: A setting has one of them.
    """
    for key, variable in variables.items():
        if variable in taken:
            raise ExportException(
                f"Cannot convert setting {key!r}: the inventory needs the variable {variable!r} for something else. "
                f"Choose another name, such as --name 'settings/{key}={variable}_2'"
            )
