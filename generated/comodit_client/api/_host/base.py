# Made by `python -m generator` from handwritten/comodit_client/aio/_host/base.py.
# Do not edit: change that, then run `make generate`.
"""The base class of the parts of a host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Unpack

from comodit_client.api.editable import RenamableEntity
from comodit_client.api.entity import Entity
from comodit_client.wire import hosts as views

if TYPE_CHECKING:
    from comodit_client.api.host import HostCollection
    from comodit_client.wire.dicts.hosts import HostMembers


def part_of_host(entity: Entity, *names: str) -> str:
    """Return a text that identifies a part of a host, such as `Acme/Default/web-1`. Sends no request.

    Args:
        entity: The part, such as an instance.
        names: The names of the part in the host.
    """
    data, collection = entity.get_json(), entity._collection  # noqa: SLF001 - the property raises without one
    members = ("organization", "environment", "host")
    where = [data.get(member) for member in members] if collection is None else collection.where
    return "/".join(str(name) for name in (*where, *names) if name)


class HostBase(views.Host, RenamableEntity):
    """Base class of the mixins of `Host`: its JSON object and the names in its URL."""

    __slots__ = ()

    class State:
        """The known states of a host. A server may use others."""

        DEFINED: Final = "DEFINED"
        PROVISIONING: Final = "PROVISIONING"
        READY: Final = "READY"
        UPDATING: Final = "UPDATING"
        ERROR: Final = "ERROR"

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: HostCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[HostMembers],
        ) -> None: ...

        @property
        def collection(self) -> HostCollection: ...

    @property
    def _names(self) -> tuple[str, str, str]:
        organization, environment = self._owners(2)
        return organization, environment, self.identifier
