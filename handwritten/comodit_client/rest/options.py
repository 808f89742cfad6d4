"""The options of a client: timeouts, retries and polling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from comodit_client.wire.request import TimeoutClass


@attrs.frozen
class Timeouts:
    """Timeouts of a request, in seconds.

    Args:
        connect: Limit for establishing the connection.
        read: Limit for each part of the response, and for each part that is sent.
        short: The same for requests with a quick response; at most `read` applies.
        long: The same for slow requests, such as provisioning and files; at least `read` applies.
        total: Limit for one attempt, from the connection to the last byte of the response. The time of an upload runs
            from its end; the body of a file that is saved has no such limit. Default: 300 seconds, or the longest of
            the other limits.
    """

    connect: float = 5.0
    read: float = 30.0
    short: float = 10.0
    long: float = 120.0
    total: float = attrs.field(
        default=attrs.Factory(lambda self: max(300.0, self.connect, self.read, self.long), takes_self=True)
    )

    @classmethod
    def from_argument(cls, timeout: Timeouts | float | None) -> Timeouts:
        """Return timeouts from the argument of a client or a call.

        Args:
            timeout: Timeouts, or seconds for each part of any request; None stands for the defaults.
        """
        if timeout is None:
            return cls()
        return timeout if isinstance(timeout, Timeouts) else cls(timeout, timeout, timeout, timeout)

    def of(self, timeout_class: TimeoutClass) -> float:
        """Return the limit for each part of a request, in seconds.

        Args:
            timeout_class: The timeout class of the request.
        """
        if timeout_class == "long":
            return max(self.read, self.long)
        return min(self.read, self.short) if timeout_class == "short" else self.read


@attrs.frozen
class RetryPolicy:
    """Policy for retrying requests.

    Idempotent requests are retried: reading, replacing and deleting one entity. Other requests are retried only if no
    connection was established, so that no host is provisioned twice.

    Args:
        attempts: Maximum number of attempts; 1 disables retries.
        base: Longest pause before the second attempt, in seconds; it doubles with each attempt.
        cap: Longest pause of all, in seconds, even if the server asks for more.
        statuses: Status codes that are retried.
    """

    attempts: int = 3
    base: float = 0.5
    cap: float = 30.0
    statuses: frozenset[int] = frozenset({429, 502, 503, 504})


@attrs.frozen
class Polling:
    """Intervals between the polls of a wait, and its tolerance for errors.

    Args:
        initial_interval: Seconds between the first poll and the second.
        multiplier: Factor by which the interval grows after each poll.
        max_interval: Longest interval, in seconds.
        max_transient_errors: Consecutive transient errors (no response, or a server error) that a wait tolerates before
            it fails.
    """

    initial_interval: float = 0.5
    multiplier: float = 1.5
    max_interval: float = 5.0
    max_transient_errors: int = 5
