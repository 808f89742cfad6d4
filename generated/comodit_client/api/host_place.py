# Made by `python -m generator` from handwritten/comodit_client/aio/host_place.py.
# Do not edit: change that, then run `make generate`.
"""Where a host is."""

from __future__ import annotations

from comodit_client.api.entity import Entity


class HostPlace(Entity):
    """What every part of a host builds on: the names that lead to it."""

    __slots__ = ()

    @property
    def _names(self) -> tuple[str, str, str]:
        organization, environment = self.collection._where
        return organization, environment, self.identifier
