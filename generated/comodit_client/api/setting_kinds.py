# Made by `python -m generator` from handwritten/comodit_client/aio/setting_kinds.py.
# Do not edit: change that, then run `make generate`.
"""The kinds of settings: plain values, links to other settings, and properties of instances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.api.entity import Entity
from comodit_client.wire import settings as views

if TYPE_CHECKING:
    from comodit_client.api.settings import SettingCollection


class Setting(views.Setting, Entity):
    """A setting: a key with a value, or with where its value comes from (S90)."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The key."""
        return self.key


class SimpleSetting(Setting):
    """A setting whose value is given directly: any JSON value (S87)."""

    __slots__ = ()


class LinkSetting(Setting):
    """A setting that takes the value of another, or a default where there is none (S91, S92)."""

    __slots__ = ()

    @property
    def default(self) -> Any:
        """The value when the link leads nowhere."""
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
    """Wrap a JSON object as the kind of setting that it is.

    Args:
        collection: The collection that it belongs to.
        json_data: The JSON object; one with a property and no link is a property setting, one with a link and no
            property a link.

    Returns:
        The setting.
    """
    link, prop = (json_data or {}).get("link"), (json_data or {}).get("property")
    if prop and not link:
        return PropertySetting(collection, json_data)
    if link and not prop:
        return LinkSetting(collection, json_data)
    return SimpleSetting(collection, json_data)
