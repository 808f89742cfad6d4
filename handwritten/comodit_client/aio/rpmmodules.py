"""RPM modules that an application enables or disables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.aio.capabilities import Clearable, EditableCollection
from comodit_client.aio.editable import RenamableEntity
from comodit_client.wire import application_rpm_modules as views
from comodit_client.wire.request import drop_none

if TYPE_CHECKING:
    from comodit_client.wire.dicts.application_rpm_modules import RpmModuleMembers, RpmModuleOptions


class RpmModule(views.RpmModule, RenamableEntity):
    """A module of the package manager DNF: one stream of versions of a software."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: ApplicationRpmModuleCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[RpmModuleMembers],
        ) -> None: ...

        @property
        def collection(self) -> ApplicationRpmModuleCollection: ...


class ApplicationRpmModuleCollection(EditableCollection[RpmModule], Clearable[RpmModule]):
    """The RPM modules of an application."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> RpmModule:
        return RpmModule(self, json_data)

    def new(
        self,
        name: str,
        stream: str | None = None,
        profile: str | None = None,
        enabled: bool = True,
        **members: Unpack[RpmModuleOptions],
    ) -> RpmModule:
        """Build a module without sending it.

        Args:
            name: The name of the module in the package manager.
            stream: The stream of versions, such as `18`.
            profile: The set of packages to install, such as `common`.
            enabled: If True, enable the module on the machine; otherwise disable it.
            members: Other members, as keywords of `RpmModule`.

        Returns:
            The module, ready for `create`.
        """
        return self.build(drop_none({"name": name, "stream": stream, "profile": profile, "enabled": enabled}), members)

    async def create(
        self,
        name: str,
        stream: str | None = None,
        profile: str | None = None,
        enabled: bool = True,
        **members: Unpack[RpmModuleOptions],
    ) -> RpmModule:
        """Add a module to the application.

        Args:
            name: The name of the module in the package manager.
            stream: The stream of versions, such as `18`.
            profile: The set of packages to install, such as `common`.
            enabled: If True, enable the module on the machine; otherwise disable it.
            members: Other members, as keywords of `RpmModule`.

        Returns:
            The module.

        Raises:
            Conflict: The application already uses that name.
        """
        module = self.new(name, stream, profile, enabled, **members)
        await module.create()
        return module
