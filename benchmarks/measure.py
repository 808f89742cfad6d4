"""Compares two ways to do the same: in turn, within one run, by the ratio of each pair."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence

import attrs

#: What a second, or a byte, is multiplied by to be shown in a unit.
SCALES = {"s": 1.0, "ms": 1e3, "us": 1e6, "MiB": 1 / (1 << 20), "": 1.0}


@attrs.frozen
class Ratio:
    """The outcome of a comparison.

    Args:
        what: The name of the comparison.
        ours: The median of ours, in the unit.
        base: The median of the base, in the unit.
        ratio: The median of the ratios, pair by pair.
        bound: The highest ratio that is allowed; infinity for a comparison that only informs.
        lower: The lower quartile of the ratios; None if there is one pair only.
        upper: The upper quartile of the ratios; None if there is one pair only.
        unit: The unit of `ours` and `base`.
        quantity: What is measured.
        limit: The highest median of ours that is allowed, in the unit.
    """

    what: str
    ours: float
    base: float
    ratio: float
    bound: float
    lower: float | None = None
    upper: float | None = None
    unit: str = "ms"
    quantity: str = "CPU"
    limit: float = math.inf

    @property
    def is_exceeded(self) -> bool:
        """Whether a bound is exceeded; a ratio that is not a number exceeds each."""
        return not (self.ratio <= self.bound and self.ours <= self.limit)


def timed(work: Callable[[], object]) -> float:
    """Return the duration of a piece of work on the clock, in seconds.

    Args:
        work: The work.
    """
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU time of a piece of work in all threads of this process, in seconds.

    Args:
        work: The work.
    """
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(
    what: str,
    ours: Callable[[], float],
    base: Callable[[], float],
    rounds: int,
    bound: float,
    *,
    unit: str = "ms",
    quantity: str = "CPU",
    limit: float = math.inf,
) -> Ratio:
    """Compare two measurements, taken in the order A B B A so that neither always comes first.

    Args:
        what: The name of the comparison.
        ours: Measures ours once, in seconds or bytes.
        base: Measures the base once, in seconds or bytes.
        rounds: The number of pairs.
        bound: The highest ratio that is allowed; infinity for a comparison that only informs.
        unit: The unit to show both in: a key of SCALES.
        quantity: What is measured.
        limit: The highest median of ours that is allowed, in the unit.

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
    return outcome(what, pairs, bound, unit=unit, quantity=quantity, limit=limit)


def outcome(
    what: str,
    pairs: Sequence[tuple[float, float]],
    bound: float,
    *,
    unit: str = "ms",
    quantity: str = "CPU",
    limit: float = math.inf,
) -> Ratio:
    """Summarize pairs of measurements.

    Args:
        what: The name of the comparison.
        pairs: Ours and the base, in seconds or bytes.
        bound: The highest ratio that is allowed.
        unit: The unit to show both in: a key of SCALES.
        quantity: What is measured.
        limit: The highest median of ours that is allowed, in the unit.
    """
    ratios = [ours / base for ours, base in pairs]
    lower, middle, upper = quartiles(ratios)
    spread = (lower, upper) if len(ratios) > 1 else (None, None)
    medians = (statistics.median(side) * SCALES[unit] for side in zip(*pairs, strict=True))
    return Ratio(what, *medians, middle, bound, *spread, unit, quantity, limit)


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the lower quartile, the median and the upper quartile.

    Args:
        values: The values; of a single one, all three are this value.
    """
    if len(values) == 1:
        return values[0], values[0], values[0]
    lower, middle, upper = statistics.quantiles(values, n=4, method="inclusive")
    return lower, middle, upper
