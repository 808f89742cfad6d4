# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/owned_operations.py.
# Do not edit: change that, then run `make generate`.
"""The operations of collections that owners of several kinds have."""

from __future__ import annotations

from typing import Any, Protocol

from comodit_client.api._client.operations import Clears, Edits, Gets, Lists, Updates
from comodit_client.wire.request import Request, Upload
from comodit_client.wire.setting_impacts import SettingImpact
from comodit_client.wire.settings_tree import OrganizationSettingTree


class ContentOperations(Protocol):
    """The operations on the content of files."""

    def get_content(self, name: str, /) -> Request[bytes]:
        """Build the request that returns the content of a file."""
        ...

    def set_content(self, name: str, /, upload: Upload) -> Request[None]:
        """Build the request that replaces the content of a file."""
        ...


class FileOperations(ContentOperations, Edits, Clears, Protocol):
    """The operations on files and their contents."""


class ParameterOperations(Edits, Clears, Protocol):
    """The operations on the parameters of one owner."""


class PurchaseOperations(Edits, Clears, Protocol):
    """The operations on the purchases of one kind."""


class GroupOperations(Lists, Gets, Updates, Protocol):
    """The operations on the groups of one owner."""


class SettingOperations(Edits, Clears, Protocol):
    """The operations on the settings of one owner."""

    def change(self, body: Any, /, *, no_delete: bool) -> Request[Any]:
        """Build the request that changes many settings."""
        ...


class StoreOperations(Edits, Clears, Protocol):
    """The operations on one kind of entries of the store."""


class TreeOperations(Protocol):
    """The operation that returns the settings of a level and of everything below it."""

    def get_settings_tree(
        self, name: str, /, *, secret_only: bool | None = None, no_secret: bool | None = None, key: str | None = None
    ) -> Request[OrganizationSettingTree]:
        """Build the request that returns the settings."""
        ...


class ImpactOperations(Protocol):
    """The operation that returns the impact of changing a setting."""

    def get_impact(self, key: str, /) -> Request[SettingImpact]:
        """Build the request that returns the impact."""
        ...
