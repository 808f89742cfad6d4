# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/ordered_host_groups.py.
# Do not edit: change that, then run `make generate`.
"""The ordered host groups of orchestrations and steps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.orchestrations import OrderedHostGroup
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from comodit_client.wire.dicts.orchestrations import OrderedHostGroupDict


class HasOrderedHostGroups(View):
    """Base class of views with host groups. The server spells the member in two ways; each spelling is kept."""

    __slots__ = ()

    #: The two spellings of the member that holds the host groups; the usual one is first.
    HOST_GROUPS: ClassVar[tuple[str, str]]

    @property
    def ordered_hostgroups(self) -> ViewList[OrderedHostGroup, OrderedHostGroup | OrderedHostGroupDict]:
        """The host groups, each with its position. The list can be changed in place."""
        return self._views(self._host_groups_member, OrderedHostGroup)

    @ordered_hostgroups.setter
    def ordered_hostgroups(self, value: Iterable[OrderedHostGroup | OrderedHostGroupDict] | None) -> None:
        self._set_views(self._host_groups_member, value)

    @ordered_hostgroups.deleter
    def ordered_hostgroups(self) -> None:
        self._data.pop(self._host_groups_member, None)

    @property
    def _host_groups_member(self) -> str:
        usual, other = self.HOST_GROUPS
        return other if other in self._data and usual not in self._data else usual


def in_order(document: dict[str, Any], *members: str) -> dict[str, Any]:
    """Copy a JSON object and sort some of its lists by position.

    Args:
        document: The JSON object.
        members: The members whose lists are sorted.

    Returns:
        The copy. Members that are not lists of objects are unchanged.
    """
    copy = dict(document)
    for member in members:
        items = document.get(member)
        if isinstance(items, list) and all(isinstance(item, dict) for item in items):
            copy[member] = sorted(items, key=_position)
    return copy


def _position(item: dict[str, Any]) -> int:
    position = item.get("position")
    return position if isinstance(position, int) else 0
