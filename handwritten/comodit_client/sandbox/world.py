"""What every part of the sandbox works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comodit_client.sandbox.clock import Clock
    from comodit_client.sandbox.store import Store


@dataclass(frozen=True, slots=True)
class World:
    """One sandbox: its state, its time and its only user.

    Attributes:
        store: The state.
        clock: The time.
        user: Name of the user, who is in group admin of every organization.
        password: Password of the user.
        token: Token of an application key, or None when there is none.
        organization: Name of the organization that a new sandbox holds.
        provision_time: Seconds from the order to provision a host to its being READY.
        change_time: Seconds that a change takes.
    """

    store: Store
    clock: Clock
    user: str
    password: str
    token: str | None
    organization: str
    provision_time: float
    change_time: float

    def now(self) -> float:
        """Return the present moment, in seconds."""
        return self.clock.now()
