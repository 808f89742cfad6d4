"""What can be set for a client: time-outs of requests, repetition, and how waits look again."""

from __future__ import annotations

from dataclasses import dataclass

from comodit_client.wire.request import TimeoutClass


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long a request may take.

    Args:
        connect: Seconds for making the connection.
        read: Seconds for each part of the answer; also for each part that is sent.
        short: The same for requests that have a quick answer; never more than `read`.
        long: The same for requests that keep the server busy, such as provisioning and files; never less than `read`.
        total: Seconds for an answer as a whole, however steadily it comes; a file that is saved has no such limit.
    """

    connect: float = 5.0
    read: float = 30.0
    short: float = 10.0
    long: float = 120.0
    total: float = 300.0

    @classmethod
    def from_argument(cls, timeout: Timeouts | float | None) -> Timeouts:
        """Make time-outs of what a user gives.

        Args:
            timeout: Time-outs, or seconds for each part of any request.

        Returns:
            The time-outs; the usual ones when nothing is given.
        """
        if timeout is None:
            return cls()
        return timeout if isinstance(timeout, Timeouts) else cls(timeout, timeout, timeout, timeout)

    def of(self, timeout_class: TimeoutClass) -> float:
        """Choose the time for each part.

        Args:
            timeout_class: How long the server may take for the request.

        Returns:
            Seconds.
        """
        if timeout_class == "long":
            return max(self.read, self.long)
        return min(self.read, self.short) if timeout_class == "short" else self.read

    def deadline(self, timeout_class: TimeoutClass, now: float) -> float:
        """Tell when an answer must have come as a whole.

        Args:
            timeout_class: How long the server may take for the request.
            now: When its answer began.

        Returns:
            The moment, on the same clock.
        """
        return now + max(self.total, self.of(timeout_class))


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Which requests are sent again, and when.

    Reading is repeated, and so are replacing and deleting one entity, for doing that twice does no more than doing it
    once. All else is repeated only where the connection was never made, so that nobody's host is provisioned twice.

    Args:
        attempts: How often a request is sent at most; 1 means never again.
        base: Seconds that the pause before the second attempt lasts at most; the bound doubles with each attempt.
        cap: Seconds that no pause exceeds, whatever the server asks for.
        statuses: The answers that are worth another attempt.
    """

    attempts: int = 3
    base: float = 0.5
    cap: float = 30.0
    statuses: frozenset[int] = frozenset({429, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Polling:
    """How a wait looks again.

    Args:
        initial_interval: Seconds between the first look and the second.
        multiplier: What the interval is multiplied by after each look.
        max_interval: Seconds that an interval never exceeds.
        max_transient_errors: Consecutive transient errors (no response, or a server error) that a wait tolerates before
            it fails.
    """

    initial_interval: float = 0.5
    multiplier: float = 1.5
    max_interval: float = 5.0
    max_transient_errors: int = 5
