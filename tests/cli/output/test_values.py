"""How values are shown in cells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from comodit_client.cli.output.values import cell


def ago(**length: float) -> datetime:
    return datetime.now(UTC) - timedelta(**length)


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        ({"seconds": 1}, "1s"),
        ({"minutes": 61}, "1h"),
        ({"minutes": 59}, "59m"),
        ({"days": 9}, "9d"),
        ({"hours": -2.1}, "-2h"),
    ],
)
def test_ages(length: dict[str, float], shown: str) -> None:
    assert cell(ago(**length).isoformat(), "age") == shown
    assert cell(int(ago(**length).timestamp() * 1000), "age") == shown


@pytest.mark.parametrize("value", ["2020-01-01", "2020-01-01T00:00:00", "soon", 10**20, ["x"], {}])
def test_what_is_no_time_is_shown_as_it_is(value: Any) -> None:
    assert cell(value, "age") == cell(value, "")


@pytest.mark.parametrize(
    ("value", "style", "shown"),
    [
        ("com.guardis.Demo", "class", "Demo"),
        ("Demo", "class", "Demo"),
        (["a", "b"], "count", "2"),
        ([], "count", "0"),
        (3, "count", "3"),
        ([{"key": "a"}, "b"], "list", "a, b"),
        ([{"status": "OK"}], "statuses", "OK"),
        ([{"status": "OK"}, {"status": None}, {"status": "OK"}, 1], "statuses", "2 OK, 1 ?"),
        ([], "statuses", ""),
        ("OK", "statuses", "OK"),
        (None, "age", ""),
        (True, "", "yes"),
        ({"a": 1, "b": [False]}, "", "a=1, b=no"),
        (1.5, "", "1.5"),
        (1, "unknown", "1"),
    ],
)
def test_cells(value: Any, style: str, shown: str) -> None:
    assert cell(value, style) == shown
