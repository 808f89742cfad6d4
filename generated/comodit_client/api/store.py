# Made by `python -m generator` from handwritten/comodit_client/aio/store.py.
# Do not edit: change that, then run `make generate`.
"""The store: applications and distributions that organizations publish for others."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, TypeVar, Unpack, overload

from comodit_client.api._client.operations import Params
from comodit_client.api._shared.owned_operations import StoreOperations
from comodit_client.api._shared.store_capable import IsStoreCapable
from comodit_client.api.capabilities import Clearable, EditableCollection
from comodit_client.api.editable import EditableEntity
from comodit_client.api.entity import Entity
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.wire import published_applications, published_distributions

if TYPE_CHECKING:
    from comodit_client.api.application import Application
    from comodit_client.api.distribution import Distribution
    from comodit_client.wire.dicts.published_applications import (
        PublishedApplicationMembers,
        PublishedApplicationOptions,
    )
    from comodit_client.wire.dicts.published_distributions import (
        PublishedDistributionMembers,
        PublishedDistributionOptions,
    )
    from comodit_client.wire.request import Request

__all__ = [
    "AppStoreCollection",
    "DistStoreCollection",
    "IsStoreCapable",
    "PublishedApplication",
    "PublishedDistribution",
    "PublishedEntity",
    "StoreCollection",
]

#: The entries that a list of the store may be limited to.
Shelf: TypeAlias = Literal["public", "featured", "private"]
P = TypeVar("P", bound="PublishedEntity")


class PublishedEntity(EditableEntity):
    """Base class of the entries of the store, by uuid. `update` pushes the current state to the store."""

    __slots__ = ()

    @property
    def identifier(self) -> str:
        """The uuid; empty before the entry is published."""
        return self._data.get("uuid") or ""

    @property
    def name(self) -> str:
        """The name of the published entity."""
        return self._data.get("name") or ""

    @property
    def label(self) -> str:
        """The uuid and the name."""
        return f"{self.identifier} - {self.name}"

    def update_authorized(self, new_authorized: Iterable[str]) -> None:
        """Set the organizations that may see and purchase the entry.

        Args:
            new_authorized: The names of the organizations. An empty list makes the entry public.

        Raises:
            EntityNotFoundException: The store has no such entry.
        """
        request = self._authorize(builtins.list(new_authorized))
        self.take_response(self.client.session.run_or_none(request))

    def _authorize(self, names: builtins.list[str]) -> Request[Any]:
        raise NotImplementedError


class PublishedApplication(PublishedEntity, published_applications.PublishedApplication, Entity):
    """An application that the store offers."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: AppStoreCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[PublishedApplicationMembers],
        ) -> None: ...

        @property
        def collection(self) -> AppStoreCollection: ...

    @property
    def definition(self) -> Application:
        """The application as it is in the store. It is read-only and has no URL of its own."""
        from comodit_client.api.application import Application

        return self._nested("definition", partial(Application, None))

    def _authorize(self, names: builtins.list[str]) -> Request[Any]:
        return published_applications.update_authorized(self.identifier, names)


class PublishedDistribution(PublishedEntity, published_distributions.PublishedDistribution, Entity):
    """A distribution that the store offers."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: DistStoreCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[PublishedDistributionMembers],
        ) -> None: ...

        @property
        def collection(self) -> DistStoreCollection: ...

    @property
    def definition(self) -> Distribution:
        """The distribution as it is in the store. It is read-only and has no URL of its own."""
        from comodit_client.api.distribution import Distribution

        return self._nested("definition", partial(Distribution, None))

    def _authorize(self, names: builtins.list[str]) -> Request[Any]:
        return published_distributions.update_authorized(self.identifier, names)


class StoreCollection(EditableCollection[P], Clearable[P]):
    """Base class of the collections of the store: entries of one kind, by uuid."""

    __slots__ = ()

    #: The member that holds the uuid of the published entity.
    SOURCE: ClassVar[str]

    @property
    def operations(self) -> StoreOperations:
        raise NotImplementedError

    def offer(self, uuid: str, authorized_orgs: Iterable[str] | None, /, **members: Any) -> P:
        """Build an entry without sending it.

        Args:
            uuid: The uuid of the application or distribution.
            authorized_orgs: The organizations that may purchase it. Default: all.
            members: Other members, as keywords of the entry.
        """
        names = None if authorized_orgs is None else builtins.list(authorized_orgs)
        return self.build({self.SOURCE: uuid, "authorized": names}, members)

    @overload  # type: ignore[override]
    def get(
        self,
        identifier: str | int = "",
        params: Params = None,
        org_name: str | None = None,
        return_error_code: bool = True,
    ) -> P: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    def get(
        self,
        identifier: str | int = "",
        *,
        parameters: Params,
        org_name: str | None = None,
        return_error_code: bool = True,
    ) -> P: ...

    # In the original client the organization is the third argument; other collections have `return_error_code` there.
    @renamed(parameters="params")
    def get(  # pyright: ignore[reportIncompatibleMethodOverride]
        self,
        identifier: str | int = "",
        params: Params = None,
        org_name: str | None = None,
        return_error_code: bool = True,
    ) -> P:
        """Get an entry.

        Args:
            identifier: The entry's uuid.
            params: Extra members of the query.
            org_name: Read the store as this organization, which may see entries that others may not.
            return_error_code: Ignored. It exists for scripts of the original client.

        Returns:
            The entry.

        Raises:
            EntityNotFoundException: The entry does not exist, or the organization may not see it.
            InvalidName: The uuid is empty.
        """
        return super().get(identifier, {**(params or {}), **_list_query(None, org_name)})

    @overload
    def list(
        self, params: Params = None, which: Shelf | None = None, org_name: str | None = None
    ) -> builtins.list[P]: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    def list(
        self, *, parameters: Params, which: Shelf | None = None, org_name: str | None = None
    ) -> builtins.list[P]: ...

    @renamed(parameters="params")
    def list(self, params: Params = None, which: Shelf | None = None, org_name: str | None = None) -> builtins.list[P]:
        """List the entries.

        Args:
            params: Extra members of the query.
            which: Return only the `public`, `featured` or `private` entries. `private` entries are visible to some
                organizations only and need `org_name`.
            org_name: Read the store as this organization, which may see entries that others may not.

        Returns:
            The entries, in the server's order.
        """
        return super().list({**(params or {}), **_list_query(which, org_name)})


class AppStoreCollection(StoreCollection[PublishedApplication]):
    """The applications that the store offers."""

    __slots__ = ()

    @property
    def operations(self) -> published_applications.Operations:
        return self._bound(published_applications.Operations)

    SOURCE: ClassVar[str] = "application"

    def wrap(self, json_data: dict[str, Any] | None = None) -> PublishedApplication:
        return PublishedApplication(self, json_data)

    @overload
    def new(
        self,
        application: str,
        authorized_orgs: Iterable[str] | None = None,
        **members: Unpack[PublishedApplicationOptions],
    ) -> PublishedApplication: ...

    @overload
    @deprecated("Use application= instead of app_uuid=.")
    def new(self, *, app_uuid: str, authorized_orgs: Iterable[str] | None = None) -> PublishedApplication: ...

    @renamed(app_uuid="application")
    def new(
        self,
        application: str,
        authorized_orgs: Iterable[str] | None = None,
        **members: Unpack[PublishedApplicationOptions],
    ) -> PublishedApplication:
        """Build an entry of the store without sending it.

        Args:
            application: The application's uuid, not its name.
            authorized_orgs: The names of the organizations that may see it. Default: all; an empty list means the same.
            members: Other members, as keywords of `PublishedApplication`. `authorized` replaces `authorized_orgs`.

        Returns:
            The entry, ready for `create`.
        """
        return self.offer(application, authorized_orgs, **members)

    @overload
    def create(
        self,
        application: str,
        authorized_orgs: Iterable[str] | None = None,
        **members: Unpack[PublishedApplicationOptions],
    ) -> PublishedApplication: ...

    @overload
    @deprecated("Use application= instead of app_uuid=.")
    def create(self, *, app_uuid: str, authorized_orgs: Iterable[str] | None = None) -> PublishedApplication: ...

    @renamed(app_uuid="application")
    def create(
        self,
        application: str,
        authorized_orgs: Iterable[str] | None = None,
        **members: Unpack[PublishedApplicationOptions],
    ) -> PublishedApplication:
        """Publish an application.

        Args:
            application: The application's uuid, not its name.
            authorized_orgs: The names of the organizations that may see it. Default: all; an empty list means the same.
            members: Other members, as keywords of `PublishedApplication`. `authorized` replaces `authorized_orgs`.

        Returns:
            The entry of the store.

        Raises:
            ApiException: The application does not exist, or the user may not publish it.
        """
        published = self.new(application, authorized_orgs, **members)
        published.create()
        return published


class DistStoreCollection(StoreCollection[PublishedDistribution]):
    """The distributions that the store offers."""

    __slots__ = ()

    @property
    def operations(self) -> published_distributions.Operations:
        return self._bound(published_distributions.Operations)

    SOURCE: ClassVar[str] = "distribution"

    def wrap(self, json_data: dict[str, Any] | None = None) -> PublishedDistribution:
        return PublishedDistribution(self, json_data)

    @overload
    def new(
        self,
        distribution: str,
        authorized_orgs: Iterable[str] | None = None,
        **members: Unpack[PublishedDistributionOptions],
    ) -> PublishedDistribution: ...

    @overload
    @deprecated("Use distribution= instead of dist_uuid=.")
    def new(self, *, dist_uuid: str, authorized_orgs: Iterable[str] | None = None) -> PublishedDistribution: ...

    @renamed(dist_uuid="distribution")
    def new(
        self,
        distribution: str,
        authorized_orgs: Iterable[str] | None = None,
        **members: Unpack[PublishedDistributionOptions],
    ) -> PublishedDistribution:
        """Build an entry of the store without sending it.

        Args:
            distribution: The distribution's uuid, not its name.
            authorized_orgs: The names of the organizations that may see it. Default: all; an empty list means the same.
            members: Other members, as keywords of `PublishedDistribution`. `authorized` replaces `authorized_orgs`.

        Returns:
            The entry, ready for `create`.
        """
        return self.offer(distribution, authorized_orgs, **members)

    @overload
    def create(
        self,
        distribution: str,
        authorized_orgs: Iterable[str] | None = None,
        **members: Unpack[PublishedDistributionOptions],
    ) -> PublishedDistribution: ...

    @overload
    @deprecated("Use distribution= instead of dist_uuid=.")
    def create(self, *, dist_uuid: str, authorized_orgs: Iterable[str] | None = None) -> PublishedDistribution: ...

    @renamed(dist_uuid="distribution")
    def create(
        self,
        distribution: str,
        authorized_orgs: Iterable[str] | None = None,
        **members: Unpack[PublishedDistributionOptions],
    ) -> PublishedDistribution:
        """Publish a distribution.

        Args:
            distribution: The distribution's uuid, not its name.
            authorized_orgs: The names of the organizations that may see it. Default: all; an empty list means the same.
            members: Other members, as keywords of `PublishedDistribution`. `authorized` replaces `authorized_orgs`.

        Returns:
            The entry of the store.

        Raises:
            ApiException: The distribution does not exist, or the user may not publish it.
        """
        published = self.new(distribution, authorized_orgs, **members)
        published.create()
        return published


def _list_query(which: Shelf | None, org_name: str | None) -> dict[str, str]:
    return {name: value for name, value in (("filter", which), ("org_name", org_name)) if value}
