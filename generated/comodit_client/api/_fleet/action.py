# Made by `python -m generator` from handwritten/comodit_client/aio/_fleet/action.py.
# Do not edit: change that, then run `make generate`.
"""The base class of the actions that a fleet can do. An action is picklable, and holds no state of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.api._fleet.task import Before, Verdict
from comodit_client.rest.exceptions import EntityNotFoundException

if TYPE_CHECKING:
    from comodit_client.api.host import Host

READY = "READY"
DEFINED = "DEFINED"
ERROR = "ERROR"


class Action:
    """An action on one host."""

    #: The name of the function.
    NAME: ClassVar[str] = ""
    #: What is done to the hosts, for titles: "Provisioning 5 hosts".
    DOING: ClassVar[str] = ""
    #: Whether the list of hosts shows how far the action is. Otherwise each host is read.
    IS_LISTED: ClassVar[bool] = True
    #: Whether a request may have an effect each time, so that a job which runs again has to look first.
    IS_REPEATABLE: ClassVar[bool] = False

    @property
    def goal(self) -> str:
        """What each host is to be, as text."""
        return READY

    def arguments(self) -> dict[str, Any]:
        """Return the arguments as JSON, without secrets."""
        return {}

    def reads_first(self, found: Host, before: Before | None) -> bool:
        """Return whether `prepare` sends requests.

        Args:
            found: The host, as listed.
            before: The host before an action whose outcome is unknown; None if there was none.
        """
        return False

    def prepare(self, host: Host, found: Host, before: Before | None) -> Before | None:
        """Return what has to be known of a host before the action, or None if nothing has to be done.

        Args:
            host: The host.
            found: The host, as listed.
            before: The host before an action whose outcome is unknown; None if there was none.
        """
        return None if self.is_done(found) else Before(found.state)

    def is_done(self, found: Host) -> bool:
        """Return whether the request has been carried out, by the host as it was read.

        Args:
            found: The host.
        """
        return False

    def is_sent(self, host: Host, before: Before) -> bool:
        """Read whether the request has been carried out.

        Args:
            host: The host.
            before: The host before the action.
        """
        return self.is_done(host.collection.get(host.name))

    def send(self, host: Host, before: Before) -> None:
        """Send the request.

        Args:
            host: The host.
            before: The host before the action.
        """
        raise NotImplementedError

    def judge(self, found: Host | None, before: Before | None) -> Verdict:
        """Return whether a host has reached the goal.

        Args:
            found: The host, as listed after the action; None if it is not listed.
            before: The host before the action; None if nothing was done.
        """
        if found is None or found.state == ERROR:
            return Verdict.FAILED
        return Verdict.REACHED if found.state == READY else Verdict.PENDING

    def settle(self, host: Host, before: Before | None) -> tuple[Verdict, str | None]:
        """Read whether a host has reached the goal, where the list does not say it.

        Args:
            host: The host.
            before: The host before the action; None if nothing was done.

        Returns:
            The verdict; and the state to show, None to keep the listed one.

        Raises:
            PythonApiException: The host failed, or cannot be read.
        """
        raise NotImplementedError


def instance_state(host: Host) -> str | None:
    """Read the state of a host's instance.

    Args:
        host: The host.

    Returns:
        The state; None if the host has no instance.
    """
    try:
        return (host.get_instance()).state
    except EntityNotFoundException:
        return None
