"""The state of one host in a run."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from comodit_client.aio.diagnosis import Diagnosis
    from comodit_client.aio.host import Host, HostCollection


class Status(Enum):
    """The progress of one host. The values are those of the file that `save_to` names."""

    NOT_ATTEMPTED = "not attempted"
    #: Its action was sent, or is about to be. The outcome is unknown until the action ends.
    STARTED = "started"
    DONE = "done"
    FAILED = "failed"


class Verdict(Enum):
    """What a poll says about one host."""

    REACHED = "reached"
    PENDING = "pending"
    FAILED = "failed"
    #: The state does not say it: another request does.
    UNCLEAR = "unclear"


@attrs.frozen
class Before:
    """The host before its action.

    Args:
        state: The state.
        newest: The number of the newest change, or -1 without a change. None if the action does not need it.
    """

    state: str | None = None
    newest: int | None = None


@attrs.define(eq=False)
class Task:
    """One host in a run.

    Args:
        host: The host. Only its names are used.
        status: The progress.
        state: The state that was seen last.
        before: The host before its action; None if it was not read.
        is_unknown: Whether the action may have been carried out already.
        error: Why the host failed.
        exception: The same as an exception.
        diagnosis: Why the host is in ERROR.
        duration: Seconds from the action to the end, earlier runs included.
        started: The time on the clock of the run at which the action started; None before.
        problems: The number of transient errors in a row.
        is_busy: Whether a request for this host is under way.
    """

    host: Host
    status: Status = Status.NOT_ATTEMPTED
    state: str | None = None
    before: Before | None = None
    is_unknown: bool = False
    error: str = ""
    exception: Exception | None = None
    diagnosis: Diagnosis | None = None
    duration: float = 0.0
    started: float | None = None
    problems: int = 0
    is_busy: bool = False

    @property
    def hosts(self) -> HostCollection:
        """The hosts of the environment."""
        return self.host.collection

    @property
    def names(self) -> tuple[str, str, str]:
        """The names of the organization, the environment and the host."""
        organization, environment = self.hosts.where
        return organization, environment, self.host.name

    @property
    def path(self) -> str:
        """The names as one text, such as `Acme/Production/web-1`."""
        return "/".join(self.names)

    @property
    def is_open(self) -> bool:
        """Whether the outcome is not known yet."""
        return self.status in (Status.NOT_ATTEMPTED, Status.STARTED)
