# Made by `python -m generator` from handwritten/comodit_client/aio/application.py.
# Do not edit: change that, then run `make generate`.
"""Applications: recipes of packages, files, services and handlers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.api.store_capable import IsStoreCapable
from comodit_client.wire import applications as views

if TYPE_CHECKING:
    from comodit_client.api.purchased import PurchasedCollection
    from comodit_client.api.store import AppStoreCollection


class Application(IsStoreCapable, views.Application, Entity):
    """A recipe: what is put on a machine, and what is done when a setting changes (S111)."""

    __slots__ = ()

    def _store(self) -> AppStoreCollection:
        return self.client.app_store()

    def _purchases(self) -> PurchasedCollection:
        return self._organization().purchased_apps()


class ApplicationCollection(Collection[Application]):
    """The applications of an organization."""

    __slots__ = ()
    _api = views

    def _new(self, json_data: dict[str, Any] | None = None) -> Application:
        return Application(self, json_data)

    def new(self, name: str, description: str | None = "") -> Application:
        """Describe an application; nothing is sent.

        Args:
            name: Its name.
            description: Free text.

        Returns:
            The application, to `create`.
        """
        return self._new({"name": name, "description": description})

    def create(self, name: str, description: str | None = "") -> Application:
        """Create an application.

        Args:
            name: Its name, unique in the organization.
            description: Free text.

        Returns:
            The application.

        Raises:
            Conflict: There is one with that name.
        """
        application = self.new(name, description)
        application.create()
        return application
