# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/property_operations.py.
# Do not edit: change that, then run `make generate`.
"""The operations on the properties of packages and RPM modules, for one kind of owner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from attrs import frozen

from comodit_client.api._client.operations import Lists
from comodit_client.wire.application_properties import ApplicationResourceProperty
from comodit_client.wire.request import Request
from comodit_client.wire.setting_impacts import SettingImpact


class OneProperty(Protocol):
    """The operations on one property."""

    def get(self) -> Request[ApplicationResourceProperty]:
        """Build the request that returns the property."""
        ...

    def create(self, body: Any, /) -> Request[Any]:
        """Build the request that creates the property."""
        ...

    def update(self, body: Any, /) -> Request[Any]:
        """Build the request that updates the property."""
        ...

    def delete(self) -> Request[Any]:
        """Build the request that deletes the property."""
        ...

    def get_impact(self) -> Request[SettingImpact]:
        """Build the request that returns the impact of changing the property."""
        ...


@frozen
class PropertyOperations:
    """The operations on the properties that one kind of owner sets.

    Args:
        listing: Those that list the properties of an owner. They take the names of the owners.
        package: Those on a property of a package. They take the names of the owners, the application and the package,
            and the key.
        rpm_module: Those on a property of an RPM module, with the same arguments.
    """

    listing: Callable[..., Lists]
    package: Callable[..., OneProperty]
    rpm_module: Callable[..., OneProperty]
