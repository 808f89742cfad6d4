"""The store: applications and distributions that organizations publish for others."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from comodit_client.aio._client.operations import Parameters
from comodit_client.aio._shared.store_capable import IsStoreCapable
from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.wire import published_applications, published_distributions

if TYPE_CHECKING:
    from comodit_client.aio.application import Application
    from comodit_client.aio.distribution import Distribution
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

P = TypeVar("P", bound="PublishedEntity")


class PublishedEntity(Entity):
    """An entry of the store, identified by its uuid. `update` pushes: the store takes the current state."""

    __slots__ = ()

    @property
    def identifier(self) -> str:
        """The uuid; empty as long as the entry is not published."""
        return self._data.get("uuid") or ""

    @property
    def name(self) -> str:
        """The name of what is published."""
        return self._data.get("name") or ""

    @property
    def label(self) -> str:
        """The uuid and the name."""
        return f"{self.identifier} - {self.name}"

    async def update_authorized(self, new_authorized: Iterable[str]) -> None:
        """Say which organizations may see and purchase the entry.

        Args:
            new_authorized: Their names; an empty list makes the entry public.

        Raises:
            EntityNotFoundException: The store has no such entry.
        """
        request = self._authorize(builtins.list(new_authorized))
        self.collection.take_response(self, await self.client.session.run_or_none(request))

    def _authorize(self, names: builtins.list[str]) -> Request[Any]:
        raise NotImplementedError


class PublishedApplication(PublishedEntity, published_applications.PublishedApplication, Entity):
    """An application that the store offers."""

    __slots__ = ()

    @property
    def definition(self) -> Application:
        """The application as the store has it: to read, it has no URL of its own."""
        from comodit_client.aio.application import Application

        return self._nested("definition", partial(Application, None))

    def _authorize(self, names: builtins.list[str]) -> Request[Any]:
        return published_applications.update_authorized(self.identifier, names)


class PublishedDistribution(PublishedEntity, published_distributions.PublishedDistribution, Entity):
    """A distribution that the store offers."""

    __slots__ = ()

    @property
    def definition(self) -> Distribution:
        """The distribution as the store has it: to read, it has no URL of its own."""
        from comodit_client.aio.distribution import Distribution

        return self._nested("definition", partial(Distribution, None))

    def _authorize(self, names: builtins.list[str]) -> Request[Any]:
        return published_distributions.update_authorized(self.identifier, names)


class StoreCollection(Collection[P], Generic[P]):
    """The entries of one kind that the store offers, by their uuids (S133)."""

    __slots__ = ()

    #: The member that says what is published.
    SOURCE: ClassVar[str]

    def offer(self, uuid: str, authorized_orgs: Iterable[str] | None) -> P:
        """Describe an entry that is not published yet.

        Args:
            uuid: The uuid of the application or distribution.
            authorized_orgs: The organizations that may buy it; all when None.
        """
        names = None if authorized_orgs is None else builtins.list(authorized_orgs)
        return self.wrap({self.SOURCE: uuid, "authorized": names})

    # Old scripts give the organization in the third place, where other collections have an argument without effect.
    async def get(  # type: ignore[override]
        self,
        identifier: str | int = "",
        parameters: Parameters = None,
        org_name: str | None = None,
        return_error_code: bool = True,
    ) -> P:
        """Get an entry.

        Args:
            identifier: Its uuid.
            parameters: Members to add to the query.
            org_name: The organization to look at the store for; it may see entries that others may not.
            return_error_code: Kept for old scripts; a missing entry always raises.

        Returns:
            The entry.

        Raises:
            EntityNotFoundException: There is none, or the organization may not see it.
            InvalidName: The uuid is empty.
        """
        return await super().get(identifier, {**(parameters or {}), **_seen_by(None, org_name)})

    async def list(
        self, parameters: Parameters = None, which: str | None = None, org_name: str | None = None
    ) -> builtins.list[P]:
        """List the entries.

        Args:
            parameters: Members to add to the query.
            which: `public`, `featured`, or `private` entries, those for some organizations, which asks for `org_name`.
            org_name: The organization to look at the store for; it may see entries that others may not.

        Returns:
            The entries, in the server's order.
        """
        return await super().list({**(parameters or {}), **_seen_by(which, org_name)})


class AppStoreCollection(StoreCollection[PublishedApplication]):
    """The applications that the store offers."""

    __slots__ = ()
    _api = published_applications
    SOURCE: ClassVar[str] = "application"

    def wrap(self, json_data: dict[str, Any] | None = None) -> PublishedApplication:
        return PublishedApplication(self, json_data)

    def new(self, app_uuid: str, authorized_orgs: Iterable[str] | None = None) -> PublishedApplication:
        """Describe an entry of the store; nothing is sent.

        Args:
            app_uuid: The uuid (not the name) of the application.
            authorized_orgs: Names of the organizations that may see it; all when not given or empty.

        Returns:
            The entry, to `create`.
        """
        return self.offer(app_uuid, authorized_orgs)

    async def create(self, app_uuid: str, authorized_orgs: Iterable[str] | None = None) -> PublishedApplication:
        """Publish an application.

        Args:
            app_uuid: The uuid (not the name) of the application.
            authorized_orgs: Names of the organizations that may see it; all when not given or empty.

        Returns:
            The entry of the store.

        Raises:
            ApiException: There is no such application, or the user may not publish it.
        """
        published = self.new(app_uuid, authorized_orgs)
        await published.create()
        return published


class DistStoreCollection(StoreCollection[PublishedDistribution]):
    """The distributions that the store offers."""

    __slots__ = ()
    _api = published_distributions
    SOURCE: ClassVar[str] = "distribution"

    def wrap(self, json_data: dict[str, Any] | None = None) -> PublishedDistribution:
        return PublishedDistribution(self, json_data)

    def new(self, dist_uuid: str, authorized_orgs: Iterable[str] | None = None) -> PublishedDistribution:
        """Describe an entry of the store; nothing is sent.

        Args:
            dist_uuid: The uuid (not the name) of the distribution.
            authorized_orgs: Names of the organizations that may see it; all when not given or empty.

        Returns:
            The entry, to `create`.
        """
        return self.offer(dist_uuid, authorized_orgs)

    async def create(self, dist_uuid: str, authorized_orgs: Iterable[str] | None = None) -> PublishedDistribution:
        """Publish a distribution.

        Args:
            dist_uuid: The uuid (not the name) of the distribution.
            authorized_orgs: Names of the organizations that may see it; all when not given or empty.

        Returns:
            The entry of the store.

        Raises:
            ApiException: There is no such distribution, or the user may not publish it.
        """
        published = self.new(dist_uuid, authorized_orgs)
        await published.create()
        return published


def _seen_by(which: str | None, org_name: str | None) -> dict[str, str]:
    return {name: value for name, value in (("filter", which), ("org_name", org_name)) if value}
