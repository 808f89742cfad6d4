"""What an application is made of: packages, services, handlers and the like. They have no URL of their own."""

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

#: What they have in common: each is a view on a JSON object.
ApplicationResource: TypeAlias = View


class Identifier(str):
    """A text that may be called: where it stands there was a method once."""

    __slots__ = ()

    def __call__(self) -> str:
        """Give the text."""
        return str(self)


class Package(views.Package):
    """A package of the operating system."""

    __slots__ = ()

    @property
    def identifier(self) -> Identifier:
        """The name. Old scripts call it, which gives the same."""
        return Identifier(self.name or "")


class ApplicationUser(views.ApplicationUser):
    """A user account on the machine."""

    __slots__ = ()

    def add_group(self, group: str) -> None:
        """Add a further group.

        Args:
            group: The group's name.
        """
        self.groups.append(group)


class Handler(views.Handler):
    """Actions that run when one of the triggers fires, or on demand by name (S112).

    A trigger is the key of a setting, `_install` or `_uninstall`. A resource of a kind that nobody here knows is kept.
    """

    __slots__ = ()

    @property
    def identifier(self) -> str | None:
        """The name; None for a handler that cannot be run on demand."""
        return self.name

    def add_action(self, action: views.Action) -> None:
        """Add an action at the end.

        Args:
            action: What is done, and to which resource.
        """
        self.actions.append(action)

    def add_trigger(self, trigger: str) -> None:
        """Add a trigger.

        Args:
            trigger: The key of a setting, `_install` or `_uninstall`.
        """
        self.triggers.append(trigger)
