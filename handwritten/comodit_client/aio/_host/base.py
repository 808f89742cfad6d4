"""The base class of the parts of a host."""

from __future__ import annotations

from comodit_client.aio.entity import Entity
from comodit_client.wire import hosts as views


class HostBase(views.Host, Entity):
    """Base class of the mixins of `Host`: its JSON object and the names in its URL."""

    __slots__ = ()

    class State:
        """The known states of a host. A server may use others."""

        DEFINED = "DEFINED"
        PROVISIONING = "PROVISIONING"
        READY = "READY"
        UPDATING = "UPDATING"
        ERROR = "ERROR"

    @property
    def _names(self) -> tuple[str, str, str]:
        organization, environment = self._owners(2)
        return organization, environment, self.identifier
