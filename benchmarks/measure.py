"""Compares two ways to do the same: in turn, within one run, as the median of the ratios."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import attrs


@attrs.frozen
class Ratio:
    """The outcome of a comparison.

    Args:
        what: The name of the comparison.
        ours: The median time of ours, in milliseconds.
        base: The median time of the base, in milliseconds.
        ratio: The median of the ratios, pair by pair.
        bound: The highest ratio that is allowed.
    """

    what: str
    ours: float
    base: float
    ratio: float
    bound: float


def timed(work: Callable[[], object]) -> float:
    """Return the duration of a piece of work, in seconds.

    Args:
        work: The work.
    """
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(what: str, ours: Callable[[], float], base: Callable[[], float], rounds: int, bound: float) -> Ratio:
    """Compare two measurements, taken in the order A B B A so that neither always comes first.

    Args:
        what: The name of the comparison.
        ours: Measures ours once, in seconds.
        base: Measures the base once, in seconds.
        rounds: The number of pairs.
        bound: The highest ratio that is allowed.

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
