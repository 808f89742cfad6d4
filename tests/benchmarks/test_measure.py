"""Comparisons: the order of measurements, medians and quartiles, and bounds."""

from __future__ import annotations

import math

import pytest

from benchmarks.measure import Ratio, compare, outcome, quartiles


def measured(ours, base, **options):
    """Compare two lists of measurements; returns the outcome and the order in which they were taken."""
    order = []

    def taken(name, values):
        left = iter(values)
        return lambda: (order.append(name), next(left))[1]

    ratio = compare("x", taken("A", ours), taken("B", base), len(ours), 1.0, **options)
    return ratio, "".join(order)


def test_neither_side_always_comes_first():
    _, order = measured([1, 1, 1, 1], [1, 1, 1, 1])
    assert order == "BAABBAAB"


def test_the_ratio_is_the_median_of_the_pairs():
    ratio, _ = measured([1, 20, 3, 8, 5], [1, 10, 2, 2, 10])
    assert (ratio.lower, ratio.ratio, ratio.upper) == (1.0, 1.5, 2.0)
    assert (ratio.ours, ratio.base) == (5000, 2000)


@pytest.mark.parametrize(("unit", "shown"), [("s", 2), ("ms", 2e3), ("us", 2e6), ("MiB", 2 / 1024**2)])
def test_medians_are_in_the_unit(unit, shown):
    ratio, _ = measured([2, 2], [2, 2], unit=unit, quantity="clock")
    assert (ratio.ours, ratio.base, ratio.unit, ratio.quantity) == (shown, shown, unit, "clock")


def test_one_pair_has_no_spread():
    ratio = outcome("x", [(3, 2)], 1.0)
    assert (ratio.lower, ratio.ratio, ratio.upper) == (None, 1.5, None)


def test_quartiles_are_among_the_values():
    assert quartiles([9, 1, 5, 3, 7]) == (3, 5, 7)
    assert quartiles([4]) == (4, 4, 4)


@pytest.mark.parametrize(
    ("ratio", "is_exceeded"),
    [
        (Ratio("x", 10, 10, 1.0, 1.0), False),
        (Ratio("x", 10, 10, 1.01, 1.0), True),
        (Ratio("x", 10, 10, 99, math.inf), False),
        (Ratio("x", 10, 10, 99, math.inf, limit=10), False),
        (Ratio("x", 10.1, 10, 99, math.inf, limit=10), True),
        (Ratio("x", 10, 10, math.nan, 1.0), True),
    ],
)
def test_bounds_of_the_ratio_and_of_ours(ratio, is_exceeded):
    assert ratio.is_exceeded is is_exceeded
