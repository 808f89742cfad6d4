"""What can be set for a client: time-outs of requests, and how waits look again."""

from __future__ import annotations

from attrs import frozen


@frozen
class Timeouts:
    """How long a request may take.

    Args:
        connect: Seconds for making the connection.
        read: Seconds for each part of the answer; also for each part that is sent.
    """

    connect: float = 5.0
    read: float = 30.0


@frozen
class Polling:
    """How a wait looks again.

    Args:
        first: Seconds between the first look and the second.
        growth: What the interval is multiplied by after each look.
        longest: Seconds that an interval never exceeds.
        patience: How many looks in a row may fail for a passing reason (no answer, a fault of the server) before the
            wait gives up.
    """

    first: float = 0.5
    growth: float = 1.5
    longest: float = 5.0
    patience: int = 5
