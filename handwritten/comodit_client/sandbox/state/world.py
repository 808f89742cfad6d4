"""The simulated world that all parts of the sandbox share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from comodit_client.sandbox.parity.recorder import Parity

if TYPE_CHECKING:
    from pathlib import Path

    from comodit_client.sandbox.faults.active import Faults
    from comodit_client.sandbox.simulation.addresses import Reach
    from comodit_client.sandbox.simulation.scenario import Scenario
    from comodit_client.sandbox.state.clock import Clock
    from comodit_client.sandbox.state.store import Store


@frozen
class World:
    """One sandbox: its state, its clock and its configuration.

    Attributes:
        store: The state.
        clock: The source of time.
        user: The name of the first user, an administrator of the service.
        password: The password of that user.
        token: The token of an application key, or None.
        organization: The name of the initial organization.
        provision_time: The seconds that provisioning takes, or None for those of the scenario.
        change_time: The seconds that a change takes, or None for those of the scenario.
        reach: The servers that webhooks and notifications may reach.
        faults: The injected faults.
        mfa_secret: The secret of the first user's second factor, or None.
        rejects_stale: Whether an update with an old version in its body is rejected.
        archives: The folders whose contents take the place of the initial organization.
        read_only: Whether all changes are rejected, and nothing runs.
        sending: The agenda entries whose requests are being sent. They stay due, so that a restart sends them again.
        scenario: How long the work of machines takes, and how it ends; None for the default.
        grouped_numbers: Whether templates write numbers as 8,080 instead of 8080.
        parity: What is noted about the request in progress.
    """

    store: Store
    clock: Clock
    user: str
    password: str
    token: str | None
    organization: str
    provision_time: float | None
    change_time: float | None
    reach: Reach
    faults: Faults
    mfa_secret: str | None = None
    rejects_stale: bool = True
    archives: tuple[Path, ...] = ()
    read_only: bool = False
    sending: set[int] = field(factory=set)
    scenario: Scenario | None = None
    grouped_numbers: bool = False
    parity: Parity = field(factory=Parity)

    def now(self) -> float:
        """Return the current time in seconds."""
        return self.clock.now()
