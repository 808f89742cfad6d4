"""How two ways of doing one thing are compared: in turn, within one run, as the median of the ratios."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """The outcome of a comparison.

    Args:
        what: What was compared.
        ours: The median time of ours, in milliseconds.
        base: The median time of what it is compared with, in milliseconds.
        ratio: The median of the ratios, pair by pair.
        bound: The ratio that it may not exceed.
    """

    what: str
    ours: float
    base: float
    ratio: float
    bound: float


def timed(work: Callable[[], object]) -> float:
    """Time a piece of work.

    Args:
        work: What to do.

    Returns:
        Seconds.
    """
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(what: str, ours: Callable[[], float], base: Callable[[], float], rounds: int, bound: float) -> Ratio:
    """Compare two measurements, taken in turn: A B B A, so that neither always comes first.

    Args:
        what: What is compared.
        ours: Measures ours once, in seconds.
        base: Measures what it is compared with.
        rounds: How many pairs to take.
        bound: The ratio that it may not exceed.

    Returns:
        The outcome.
    """
    pairs = []
    for number in range(rounds):
        if number % 2:
            mine, other = ours(), base()
        else:
            other, mine = base(), ours()
        pairs.append((mine, other))
    return Ratio(
        what,
        statistics.median(mine for mine, _ in pairs) * 1000,
        statistics.median(other for _, other in pairs) * 1000,
        statistics.median(mine / other for mine, other in pairs),
        bound,
    )
