"""RPM modules that an application enables or disables."""

from __future__ import annotations

from typing import Any

from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.wire import application_rpm_modules as views
from comodit_client.wire.request import drop_none


class RpmModule(views.RpmModule, Entity):
    """A module of the package manager DNF: one line of versions of some software."""

    __slots__ = ()


class ApplicationRpmModuleCollection(Collection[RpmModule]):
    """The RPM modules of an application."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> RpmModule:
        return RpmModule(self, json_data)

    def new(self, name: str, stream: str | None = None, profile: str | None = None, enabled: bool = True) -> RpmModule:
        """Describe a module; nothing is sent.

        Args:
            name: Its name, as the package manager knows it.
            stream: Its line of versions, such as `18`.
            profile: The set of its packages to install, such as `common`.
            enabled: Whether it is enabled on the machine.

        Returns:
            The module, to `create`.
        """
        return self.wrap(drop_none({"name": name, "stream": stream, "profile": profile, "enabled": enabled}))

    async def create(
        self, name: str, stream: str | None = None, profile: str | None = None, enabled: bool = True
    ) -> RpmModule:
        """Add a module to the application.

        Args:
            name: Its name, as the package manager knows it.
            stream: Its line of versions, such as `18`.
            profile: The set of its packages to install, such as `common`.
            enabled: Whether it is enabled on the machine.

        Returns:
            The module.

        Raises:
            Conflict: The application has one with that name.
        """
        module = self.new(name, stream, profile, enabled)
        await module.create()
        return module
