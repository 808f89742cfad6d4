"""What the commands of a sandbox share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.state.places import Place, find_place

if TYPE_CHECKING:
    from comodit_client.sandbox.control import Control
    from comodit_client.sandbox.state.world import World


class CommandsBase:
    """The commands of a sandbox; each one is a transaction."""

    _control: Control

    @property
    def _world(self) -> World:
        return self._control.world

    def _place(self, organization: str, environment: str, host: str) -> Place:
        return find_place(self._world.store, organization, environment, host)
