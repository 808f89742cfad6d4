"""What every part of the sandbox works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.active import Faults
    from comodit_client.sandbox.state.clock import Clock
    from comodit_client.sandbox.state.store import Store


@frozen
class World:
    """One sandbox: its state, its time and its first user.

    Attributes:
        store: The state.
        clock: The time.
        user: Name of the first user, the administrator of the service.
        password: Password of that user.
        token: Token of an application key, or None when there is none.
        organization: Name of the organization that a new sandbox holds.
        provision_time: Seconds from the order to provision a host to its being READY.
        change_time: Seconds that a change takes.
        anywhere: Whether webhooks and notifications may leave this machine.
        faults: What goes wrong on request.
    """

    store: Store
    clock: Clock
    user: str
    password: str
    token: str | None
    organization: str
    provision_time: float
    change_time: float
    anywhere: bool
    faults: Faults

    def now(self) -> float:
        """Return the present moment, in seconds."""
        return self.clock.now()
