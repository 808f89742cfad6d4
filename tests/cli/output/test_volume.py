"""Long lists: the work grows with the number of rows and no faster."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from tests.cli.output.conftest import Show

SETTINGS = [{"key": "port", "value": 80}, {"key": "password", "value": "x"}]


def hosts(count: int) -> list[dict[str, Any]]:
    return [
        {"name": f"web-{number}", "state": "READY", "description": "é" * (number % 7), "settings": SETTINGS}
        for number in range(count, 0, -1)
    ]


def calls(show: Show, count: int, **options: Any) -> int:
    """Return the number of function calls, of Python and C, that a list takes."""
    found = 0

    def count_call(_frame: FrameType, event: str, _value: Any) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    items = hosts(count)
    sys.setprofile(count_call)
    try:
        result = show(items, result="Host", **options)
    finally:
        sys.setprofile(None)
    assert result.out.count("\n") >= count
    return found


@pytest.mark.parametrize("style", ["table", "csv", "name", "json"])
def test_the_work_is_proportional_to_the_rows(show: Show, style: str) -> None:
    calls(show, 10, output=style)  # what is loaded and cached once
    few, many = calls(show, 100, output=style), calls(show, 1100, output=style)
    each = (many - few) / 1000
    assert each < 350
    assert many < 11.5 * few


def test_ten_thousand_hosts_are_sorted_by_number(show: Show) -> None:
    lines = show(hosts(10_000), result="Host", output="name").out.splitlines()
    assert lines == [f"web-{number}" for number in range(1, 10_001)]
