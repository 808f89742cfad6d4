"""The options of a client: timeouts, retries and polling."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import attrs

from comodit_client.rest.exceptions import InvalidArgument

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from comodit_client.wire.request import TimeoutClass

    _Validator: TypeAlias = Callable[[object, attrs.Attribute[Any], Any], None]

#: The system counts the milliseconds of a socket's timeout with 31 bits.
MAX_SECONDS = 2_000_000


def check_seconds(name: str, value: object, advice: str = "") -> None:
    """Check the limit of a request.

    Args:
        name: The name of the argument.
        value: The value.
        advice: What can be given instead of seconds.

    Raises:
        InvalidArgument: The value is not a number of seconds greater than 0.
    """
    if not _is_number(value, 0, MAX_SECONDS) or value == 0:
        raise InvalidArgument(
            f"Cannot use {name} ({_described(value)}): give seconds, greater than 0 and at most {MAX_SECONDS}{advice}."
        )


def _seconds(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    check_seconds(attribute.name, value)


def _within(least: int, most: int = MAX_SECONDS, whole: bool = False) -> _Validator:
    """Return a validator for a number in a range, such as a factor or a number of attempts.

    Args:
        least: The smallest number.
        most: The greatest number.
        whole: Whether fractions are rejected.
    """

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not _is_number(value, least, most) or (whole and not isinstance(value, int)):
            raise InvalidArgument(
                f"Cannot use {attribute.name} ({_described(value)}): give {'an integer' if whole else 'a number'} "
                f"from {least} to {most}."
            )

    return check


def _is_number(value: object, least: int, most: int) -> bool:
    # NaN is neither smaller nor greater than any number.
    return isinstance(value, (int, float)) and not isinstance(value, bool) and least <= value <= most


def _described(value: object) -> str:
    # Only numbers are quoted: a text may be a password in the wrong place, and a long integer has no text at all.
    is_short = isinstance(value, float) or (isinstance(value, int) and abs(value) < 10**9)
    return str(value) if is_short else f"of type {type(value).__name__}"


def _statuses(values: Iterable[int]) -> frozenset[int]:
    codes = list(values) if isinstance(values, (frozenset, set, list, tuple)) else None
    if codes is None or not all(_is_number(code, 100, 599) and isinstance(code, int) for code in codes):
        raise InvalidArgument("Cannot use statuses: give a set of HTTP status codes, such as {429, 503}.")
    return frozenset(codes)


def _longest(timeouts: Timeouts) -> float:
    limits = (timeouts.connect, timeouts.read, timeouts.long)  # they are checked afterwards
    return max(300.0, *(limit for limit in limits if isinstance(limit, (int, float))))


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

    connect: float = attrs.field(default=5.0, validator=_seconds)
    read: float = attrs.field(default=30.0, validator=_seconds)
    short: float = attrs.field(default=10.0, validator=_seconds)
    long: float = attrs.field(default=120.0, validator=_seconds)
    total: float = attrs.field(default=attrs.Factory(_longest, takes_self=True), validator=_seconds)

    @classmethod
    def from_argument(cls, timeout: Timeouts | float | None) -> Timeouts:
        """Return timeouts from the argument of a client or a call.

        Args:
            timeout: Timeouts, or seconds for each part of any request; None stands for the defaults.

        Raises:
            InvalidArgument: It is neither.
        """
        if timeout is None:
            return cls()
        if isinstance(timeout, Timeouts):
            return timeout
        check_seconds("timeout", timeout, ", or Timeouts for one limit for each part")
        return cls(timeout, timeout, timeout, timeout)

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

    attempts: int = attrs.field(default=3, validator=_within(1, 1000, whole=True))
    base: float = attrs.field(default=0.5, validator=_within(0))
    cap: float = attrs.field(default=30.0, validator=_within(0))
    statuses: frozenset[int] = attrs.field(default=frozenset({429, 502, 503, 504}), converter=_statuses)


@runtime_checkable
class Clock(Protocol):
    """The time that waits use instead of the machine's. Threads may call its methods at the same time.

    `comodit_client.testing.SandboxClock` is one that passes the time of a sandbox.
    """

    def monotonic(self) -> float:
        """Return the time in seconds. It never goes back."""
        ...

    def sleep(self, seconds: float, /) -> object:
        """Let time pass; the async API calls it as well, without `await`.

        Args:
            seconds: The duration, 0 or more.
        """
        ...


def _clock(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, Clock):
        raise InvalidArgument(
            f"Cannot use {attribute.name} of type {type(value).__name__}: give an object with the methods monotonic() "
            "and sleep(seconds), such as comodit_client.testing.SandboxClock(sandbox)."
        )


@attrs.frozen
class Polling:
    """Intervals between the polls of a wait, its tolerance for errors, and its time.

    Args:
        initial_interval: Seconds between the first poll and the second.
        multiplier: Factor by which the interval grows after each poll.
        max_interval: Longest interval, in seconds.
        max_transient_errors: Consecutive transient errors (no response, or a server error) that a wait tolerates before
            it fails.
        clock: The time of the timeouts of waits and of the pauses between polls, for tests. Requests and their retries
            always use real time. Default: the time of the machine.
    """

    initial_interval: float = attrs.field(default=0.5, validator=_within(0))
    multiplier: float = attrs.field(default=1.5, validator=_within(1))
    max_interval: float = attrs.field(default=5.0, validator=_within(0))
    max_transient_errors: int = attrs.field(default=5, validator=_within(0, whole=True))
    clock: Clock | None = attrs.field(default=None, validator=_clock)
