# Made by `python -m generator` from handwritten/comodit_client/aio/distribution.py.
# Do not edit: change that, then run `make generate`.
"""Distributions: the operating systems of hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from comodit_client import wire
from comodit_client.api._shared.described import DescribedCollection
from comodit_client.api._shared.has_settings import HasSettings
from comodit_client.api._shared.store_capable import IsStoreCapable
from comodit_client.api._shared.thumbnails import HasThumbnail
from comodit_client.api.capabilities import Clearable
from comodit_client.api.editable import RenamableEntity
from comodit_client.api.files import HasFiles
from comodit_client.api.parameters import HasParameters
from comodit_client.wire import distributions as views
from comodit_client.wire.parameters import Parameter

if TYPE_CHECKING:
    from comodit_client.api.purchased import PurchasedCollection
    from comodit_client.api.store import DistStoreCollection, PublishedDistribution  # noqa: F401  a base class names it
    from comodit_client.wire.dicts.distributions import DistributionMembers, DistributionOptions


class Distribution(
    HasSettings,
    HasParameters,
    HasFiles,
    HasThumbnail,
    IsStoreCapable["PublishedDistribution"],
    views.Distribution,
    RenamableEntity,
):
    """An operating system that can be installed on a host."""

    __slots__ = ()

    @property
    def _setting_operations(self) -> type[wire.distribution_settings.Operations]:
        return wire.distribution_settings.Operations

    @property
    def _parameter_operations(self) -> type[wire.distribution_parameters.Operations]:
        return wire.distribution_parameters.Operations

    @property
    def _file_operations(self) -> type[wire.distribution_files.Operations]:
        return wire.distribution_files.Operations

    @property
    def _thumbnails(self) -> views.Operations:
        return self._home_as(DistributionCollection).operations

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: DistributionCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[DistributionMembers],
        ) -> None: ...

        @property
        def collection(self) -> DistributionCollection: ...

    def setup_default_settings(self, flavor_name: str | None, *, missing_only: bool = False) -> None:
        """Add a setting for each parameter of a flavor, with its default, for `create` to send.

        Args:
            flavor_name: The flavor's name. Nothing happens if it is None.
            missing_only: If True, skip the settings that the distribution already has.

        Raises:
            EntityNotFoundException: The flavor does not exist.
        """
        if flavor_name is None:
            return
        flavor = self.client.get_flavor(flavor_name)
        given = {setting.key for setting in self.settings_f} if missing_only else ()
        for parameter in flavor.parameters_f:
            if isinstance(parameter, Parameter):  # items that are not JSON objects are passed through
                key = parameter.key or parameter.name
                if key not in given:
                    self.add_simple_setting(key, parameter.value)

    def clone(self, clone_name: str) -> Distribution:
        """Copy the distribution within its organization.

        Args:
            clone_name: The name of the copy.

        Returns:
            The copy.

        Raises:
            Conflict: The name is already in use.

        Facts: S121.
        """
        response = self.client.run(views.clone(*self._names, name=clone_name))
        return Distribution(self.collection, response.get_json())

    def lock(self) -> None:
        """Lock the distribution against changes. A later `refresh` sets `locked`."""
        self.client.run(views.lock(*self._names))

    def unlock(self) -> None:
        """Unlock the distribution. A later `refresh` sets `locked`."""
        self.client.run(views.unlock(*self._names))

    def _store(self) -> DistStoreCollection:
        return self.client.dist_store()

    def _purchases(self) -> PurchasedCollection:
        return self._organization().purchased_dists()


class DistributionCollection(DescribedCollection[Distribution], Clearable[Distribution]):
    """The distributions of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Distribution:
        return Distribution(self, json_data)

    def new(self, name: str, description: str | None = "", **members: Unpack[DistributionOptions]) -> Distribution:
        return self.build({"name": name, "description": description}, members)

    def create(
        self,
        name: str,
        description: str | None = "",
        flavor_name: str | None = None,
        **members: Unpack[DistributionOptions],
    ) -> Distribution:
        """Create a distribution.

        Args:
            name: The name, unique in the organization.
            description: Free text.
            flavor_name: The flavor whose parameters become settings, with their defaults.
            members: Other members, as keywords of `Distribution`. `settings` override the defaults of the flavor.

        Returns:
            The distribution.

        Raises:
            Conflict: The name is already in use.
            EntityNotFoundException: The flavor does not exist.
        """
        distribution = self.new(name, description, **members)
        distribution.setup_default_settings(flavor_name, missing_only=True)
        distribution.create()
        return distribution
