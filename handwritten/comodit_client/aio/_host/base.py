"""Where a host is, and in which state."""

from __future__ import annotations

from comodit_client.aio.entity import Entity
from comodit_client.wire import hosts as views


class HostBase(views.Host, Entity):
    """What every part of a host builds on: its JSON object, and the names that lead to it."""

    __slots__ = ()

    class State:
        """The states of a host (S39). Others may come: a state is text."""

        DEFINED = "DEFINED"
        PROVISIONING = "PROVISIONING"
        READY = "READY"
        UPDATING = "UPDATING"
        ERROR = "ERROR"

    @property
    def _names(self) -> tuple[str, str, str]:
        organization, environment = self.collection.where
        return organization, environment, self.identifier
