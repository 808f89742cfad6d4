"""The deletions of a plan, in the order in which the server accepts them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from comodit_client.aio import fleet
from comodit_client.aio._plan.server import entity_of, topmost
from comodit_client.aio._transfer.actions import DeleteEntity
from comodit_client.disk.layout import HOST
from comodit_client.disk.payloads import ORDER
from comodit_client.disk.scan import Item

if TYPE_CHECKING:
    from comodit_client.aio.editable import EditableEntity

#: The state of a host without a machine.
DEFINED = "DEFINED"


class DeleteHost(DeleteEntity):
    """The deletion of a host with its machine."""

    __slots__ = ()

    async def execute(self) -> None:
        """Delete the machine and its storage, then the host, and wait until both are gone."""
        host: Any = self.res_object
        (await fleet.delete([host], parallel=1)).raise_for_failures()


def ordered_deletions(root: EditableEntity, gone: Iterable[Item]) -> list[DeleteEntity]:
    """Find the deletions of entities; those that refer to others come first.

    The server deletes an entity with its parts, except that an environment must have no hosts (S35).

    Args:
        root: The entity of the folder.
        gone: The files that only the server has.

    Returns:
        The deletions.
    """
    found = list(gone)
    tops = topmost(found)
    hosts = [item for item in found if item.kind == HOST and item.document is not None and item not in tops]
    return [_deletion(root, item) for item in sorted([*tops, *hosts], key=_position)]


def has_machine(host: Item) -> bool:
    """Return whether a host has a machine.

    Args:
        host: The definition of the host on the server.

    Returns:
        False if it is only defined.
    """
    return (host.document or {}).get("state") not in (DEFINED, None)


def _deletion(root: EditableEntity, item: Item) -> DeleteEntity:
    kind = DeleteHost if item.kind == HOST and has_machine(item) else DeleteEntity
    return kind(entity_of(root, item.chain), item.kind.name)


def _position(item: Item) -> tuple[int, int]:
    rank = {name: number for number, name in enumerate(ORDER)}
    top = item.chain[1][0].name if len(item.chain) > 1 else ""
    return -rank.get(top, len(ORDER)), -item.depth
