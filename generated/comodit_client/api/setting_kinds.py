# Made by `python -m generator` from handwritten/comodit_client/aio/setting_kinds.py.
# Do not edit: change that, then run `make generate`.
"""The kinds of settings: plain values, links to other settings, and properties of instances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.api.editable import RenamableEntity
from comodit_client.wire import settings as views

if TYPE_CHECKING:
    from comodit_client.api.settings import SettingCollection
    from comodit_client.wire.dicts.settings import SettingMembers


class Setting(views.Setting, RenamableEntity):
    """Base class of settings: a key with a value, or with the source of its value."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: SettingCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[SettingMembers],
        ) -> None: ...

        @property
        def collection(self) -> SettingCollection: ...

    @property
    def name(self) -> str:
        """The key."""
        return self.key


class SimpleSetting(Setting):
    """A setting with a value, which can be any JSON value."""

    __slots__ = ()


class LinkSetting(Setting):
    """A setting that takes the value of another setting, or a default if that does not exist."""

    __slots__ = ()

    @property
    def default(self) -> Any:
        """The value if the target of the link does not exist."""
        return self.value

    @default.setter
    def default(self, value: Any) -> None:
        self.value = value


class PropertySetting(Setting):
    """A setting that takes the value of a property of the host's instance."""

    __slots__ = ()


def setting_of(
    collection: SettingCollection | None, json_data: dict[str, Any] | None
) -> SimpleSetting | LinkSetting | PropertySetting:
    """Wrap a JSON object as a setting of its kind.

    Args:
        collection: The collection of the setting.
        json_data: The JSON object. With a property and no link it becomes a property setting, with a link and no
            property a link setting.

    Returns:
        The setting.
    """
    link, prop = (json_data or {}).get("link"), (json_data or {}).get("property")
    if prop and not link:
        return PropertySetting(collection, json_data)
    if link and not prop:
        return LinkSetting(collection, json_data)
    return SimpleSetting(collection, json_data)
