# Made by `python -m generator` from handwritten/comodit_client/aio/_fleet/machines.py.
# Do not edit: change that, then run `make generate`.
"""The actions on machines: provision, start, stop and delete; and the plain wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from comodit_client.api._fleet.action import DEFINED, ERROR, Action, instance_state
from comodit_client.api._fleet.task import Before, Verdict
from comodit_client.rest.exceptions import Conflict, EntityNotFoundException

if TYPE_CHECKING:
    from comodit_client.api.host import Host

RUNNING = "RUNNING"
STOPPED = "STOPPED"


@attrs.frozen
class Provision(Action):
    """Create the machines of hosts."""

    NAME: ClassVar[str] = "provision"
    DOING: ClassVar[str] = "Provisioning"

    def is_done(self, found: Host) -> bool:
        return found.state != DEFINED

    def send(self, host: Host, before: Before) -> None:
        host.provision()


@attrs.frozen
class Start(Action):
    """Start the machines of hosts."""

    NAME: ClassVar[str] = "start"
    DOING: ClassVar[str] = "Starting"

    def reads_first(self, found: Host, before: Before | None) -> bool:
        return True

    def prepare(self, host: Host, found: Host, before: Before | None) -> Before | None:
        before = Before(found.state)
        return None if self.is_sent(host, before) else before

    def is_sent(self, host: Host, before: Before) -> bool:
        return (host.get_instance()).state == RUNNING

    def send(self, host: Host, before: Before) -> None:
        host.instance().new().start()

    def judge(self, found: Host | None, before: Before | None) -> Verdict:
        verdict = super().judge(found, before)
        # The host may have been READY while its machine was stopped.
        return Verdict.UNCLEAR if verdict == Verdict.REACHED and before is not None else verdict

    def settle(self, host: Host, before: Before | None) -> tuple[Verdict, str | None]:
        is_running = instance_state(host) == RUNNING
        return Verdict.REACHED if is_running else Verdict.PENDING, None


@attrs.frozen
class Stop(Action):
    """Shut down the machines of hosts."""

    NAME: ClassVar[str] = "stop"
    DOING: ClassVar[str] = "Stopping"
    IS_LISTED: ClassVar[bool] = False

    @property
    def goal(self) -> str:
        return STOPPED

    def reads_first(self, found: Host, before: Before | None) -> bool:
        return found.state != DEFINED

    def prepare(self, host: Host, found: Host, before: Before | None) -> Before | None:
        before = Before(found.state)
        return None if found.state == DEFINED or self.is_sent(host, before) else before

    def is_sent(self, host: Host, before: Before) -> bool:
        return instance_state(host) in (STOPPED, None)

    def send(self, host: Host, before: Before) -> None:
        host.instance().new().shutdown()

    def judge(self, found: Host | None, before: Before | None) -> Verdict:
        if found is None:
            return Verdict.FAILED
        return Verdict.REACHED if before is None else Verdict.UNCLEAR

    def settle(self, host: Host, before: Before | None) -> tuple[Verdict, str | None]:
        state = instance_state(host)
        return Verdict.REACHED if state in (STOPPED, None) else Verdict.PENDING, state


@attrs.frozen
class Delete(Action):
    """Delete the machines, then the hosts.

    Args:
        waits: Whether a wait follows, which deletes a host whose machine needs time to be deleted.
    """

    waits: bool = True

    NAME: ClassVar[str] = "delete"
    DOING: ClassVar[str] = "Deleting"

    @property
    def goal(self) -> str:
        return "deleted"

    def is_sent(self, host: Host, before: Before) -> bool:
        return not host.collection.exists(host.name)

    def send(self, host: Host, before: Before) -> None:
        if before.state != DEFINED:
            host.instance().new().delete()
        try:
            host.delete()
        except Conflict:
            if before.state == DEFINED or not self.waits:
                raise

    def judge(self, found: Host | None, before: Before | None) -> Verdict:
        if found is None:
            return Verdict.REACHED
        return Verdict.UNCLEAR if found.state == DEFINED else Verdict.PENDING

    def settle(self, host: Host, before: Before | None) -> tuple[Verdict, str | None]:
        """Delete the host, whose machine no longer exists."""
        try:
            host.delete()
        except Conflict:
            return Verdict.PENDING, None
        except EntityNotFoundException:
            pass
        return Verdict.REACHED, None


@attrs.frozen
class Wait(Action):
    """Wait for the hosts.

    Args:
        state: The state to wait for.
    """

    state: str

    NAME: ClassVar[str] = "wait"
    DOING: ClassVar[str] = "Waiting for"

    @property
    def goal(self) -> str:
        return self.state

    def arguments(self) -> dict[str, Any]:
        return {"state": self.state}

    def is_done(self, found: Host) -> bool:
        return True

    def judge(self, found: Host | None, before: Before | None) -> Verdict:
        if found is None:
            return Verdict.FAILED
        if found.state == self.state:
            return Verdict.REACHED
        return Verdict.FAILED if found.state == ERROR else Verdict.PENDING
