"""Where a host is."""

from __future__ import annotations

from comodit_client.aio.entity import Entity


class HostPlace(Entity):
    """What every part of a host builds on: the names that lead to it."""

    __slots__ = ()

    @property
    def _names(self) -> tuple[str, str, str]:
        organization, environment = self.collection._where
        return organization, environment, self.identifier
