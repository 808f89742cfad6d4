# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of settings tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.dicts.settings_tree import (
        ApplicationSettingTreeDict,
        ApplicationSettingTreeMembers,
        DistributionSettingTreeDict,
        DistributionSettingTreeMembers,
        EnvironmentSettingTreeDict,
        EnvironmentSettingTreeMembers,
        HostSettingTreeDict,
        HostSettingTreeMembers,
        OrganizationSettingTreeDict,
        OrganizationSettingTreeMembers,
        PlatformSettingTreeDict,
        PlatformSettingTreeMembers,
    )
    from comodit_client.wire.settings import Setting


class OrganizationSettingTree(View):
    """All settings defined in an organization or below it."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "organization": "organization",
        "settings": "settings",
        "environments": "environments",
        "distributions": "distributions",
        "platforms": "platforms",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self,
            json_data: OrganizationSettingTreeDict | None = None,
            **members: Unpack[OrganizationSettingTreeMembers],
        ) -> None: ...

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @property
    def settings(self) -> ViewList[Setting, Setting | SettingDict]:
        """Settings of the organization itself."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @property
    def environments(self) -> ViewList[EnvironmentSettingTree, EnvironmentSettingTree | EnvironmentSettingTreeDict]:
        """Settings of the environments and below."""
        return self._views("environments", EnvironmentSettingTree)

    @property
    def distributions(self) -> ViewList[DistributionSettingTree, DistributionSettingTree | DistributionSettingTreeDict]:
        """Settings of the distributions."""
        return self._views("distributions", DistributionSettingTree)

    @property
    def platforms(self) -> ViewList[PlatformSettingTree, PlatformSettingTree | PlatformSettingTreeDict]:
        """Settings of the platforms."""
        return self._views("platforms", PlatformSettingTree)


class EnvironmentSettingTree(View):
    """All settings defined in an environment or below it."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "environment": "environment",
        "settings": "settings",
        "hosts": "hosts",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: EnvironmentSettingTreeDict | None = None, **members: Unpack[EnvironmentSettingTreeMembers]
        ) -> None: ...

    @property
    def environment(self) -> str | None:
        """Name of the environment."""
        return self._data.get("environment")

    @property
    def settings(self) -> ViewList[Setting, Setting | SettingDict]:
        """Settings of the environment itself."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @property
    def hosts(self) -> ViewList[HostSettingTree, HostSettingTree | HostSettingTreeDict]:
        """Settings of the hosts and below."""
        return self._views("hosts", HostSettingTree)


class HostSettingTree(View):
    """All settings defined on a host or below it."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "host": "host",
        "settings": "settings",
        "applications": "applications",
        "distribution": "distribution",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: HostSettingTreeDict | None = None, **members: Unpack[HostSettingTreeMembers]
        ) -> None: ...

    @property
    def host(self) -> str | None:
        """Name of the host."""
        return self._data.get("host")

    @property
    def settings(self) -> ViewList[Setting, Setting | SettingDict]:
        """Settings of the host itself."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)

    @property
    def applications(self) -> ViewList[ApplicationSettingTree, ApplicationSettingTree | ApplicationSettingTreeDict]:
        """Settings of the applications on the host."""
        return self._views("applications", ApplicationSettingTree)

    @property
    def distribution(self) -> DistributionSettingTree:
        """Settings of the distribution on the host."""
        return self._nested("distribution", DistributionSettingTree)


class DistributionSettingTree(View):
    """Settings of a distribution, or of the distribution on a host."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "distribution": "distribution",
        "settings": "settings",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self,
            json_data: DistributionSettingTreeDict | None = None,
            **members: Unpack[DistributionSettingTreeMembers],
        ) -> None: ...

    @property
    def distribution(self) -> str | None:
        """Name of the distribution."""
        return self._data.get("distribution")

    @property
    def settings(self) -> ViewList[Setting, Setting | SettingDict]:
        """Settings of the distribution."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)


class PlatformSettingTree(View):
    """Settings of a platform."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "platform": "platform",
        "settings": "settings",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: PlatformSettingTreeDict | None = None, **members: Unpack[PlatformSettingTreeMembers]
        ) -> None: ...

    @property
    def platform(self) -> str | None:
        """Name of the platform."""
        return self._data.get("platform")

    @property
    def settings(self) -> ViewList[Setting, Setting | SettingDict]:
        """Settings of the platform."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)


class ApplicationSettingTree(View):
    """Settings of an application on a host."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "application": "application",
        "settings": "settings",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ApplicationSettingTreeDict | None = None, **members: Unpack[ApplicationSettingTreeMembers]
        ) -> None: ...

    @property
    def application(self) -> str | None:
        """Name of the application."""
        return self._data.get("application")

    @property
    def settings(self) -> ViewList[Setting, Setting | SettingDict]:
        """Settings of the application on that host."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)
