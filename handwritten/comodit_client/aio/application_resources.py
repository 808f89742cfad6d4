"""The parts of an application, such as packages, services and handlers. They have no URL of their own."""

from __future__ import annotations

from typing import TypeAlias

from comodit_client.wire import applications as views
from comodit_client.wire.applications import (
    Action,
    ApplicationGroup,
    CompatibilityRule,
    CustomAction,
    Directory,
    Repository,
    Service,
)
from comodit_client.wire.view import View

__all__ = [
    "Action",
    "ApplicationGroup",
    "ApplicationResource",
    "ApplicationUser",
    "CompatibilityRule",
    "CustomAction",
    "Directory",
    "Handler",
    "Package",
    "Repository",
    "Service",
]

#: The common base class: each part is a view on a JSON object.
ApplicationResource: TypeAlias = View


class Identifier(str):
    """A string that can also be called, for a property that was a method in the original client."""

    __slots__ = ()

    def __call__(self) -> str:
        """Return the string."""
        return str(self)


class Package(views.Package):
    """A package of the operating system."""

    __slots__ = ()

    @property
    def identifier(self) -> Identifier:
        """The name. It can be called for compatibility with the original client; the call returns the name."""
        return Identifier(self.name or "")


class ApplicationUser(views.ApplicationUser):
    """A user account on the machine."""

    __slots__ = ()

    def add_group(self, group: str) -> None:
        """Add a supplementary group.

        Args:
            group: The group's name.
        """
        self.groups.append(group)


class Handler(views.Handler):
    """Actions that run on a trigger, or on demand by name.

    A trigger is the key of a setting, `_install` or `_uninstall`. Resources of unknown kinds are kept.

    Facts: S112.
    """

    __slots__ = ()

    @property
    def identifier(self) -> str | None:
        """The name; None for a handler that cannot run on demand."""
        return self.name

    def add_action(self, action: views.Action) -> None:
        """Add an action at the end.

        Args:
            action: The action and its resource.
        """
        self.actions.append(action)

    def add_trigger(self, trigger: str) -> None:
        """Add a trigger.

        Args:
            trigger: The key of a setting, `_install` or `_uninstall`.
        """
        self.triggers.append(trigger)
