"""The table and the JSON of a run, and its exit status."""

from __future__ import annotations

import json
import math

import pytest

from benchmarks import __main__, report
from benchmarks.measure import Ratio

FAST = Ratio("get / bare", 1.5, 2.0, 0.75, 0.8, 0.7, 0.8)
SLOW = Ratio("list / bare", 3.0, 2.0, 1.5, 1.03, 1.4, 1.6, quantity="clock")
FREE = Ratio("peer / bare", 4.2, 0.2, 21.0, math.inf, unit="us", limit=5.0)


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (FAST, "get / bare CPU 1.5 ms 2.0 ms 0.75 0.70 .. 0.80 0.80"),
        (SLOW, "list / bare clock 3.0 ms 2.0 ms 1.50 1.40 .. 1.60 1.03 exceeded"),
        (FREE, "peer / bare CPU 4.2 us 0.2 us 21.00 5 us"),
    ],
)
def test_a_line_has_medians_ratio_quartiles_and_bound(ratio, words):
    assert " ".join(report.line(ratio).split()) == words


def test_the_columns_are_as_wide_as_their_heading():
    assert len(report.line(FAST)) == len(report.header())


def test_the_json_says_where_and_with_what_it_was_measured():
    document = json.loads(json.dumps(report.document([FAST, FREE], {"calls": 1.23}), allow_nan=False))
    assert document["machine"]["cores"] > 0
    assert document["packages"].keys() >= {"comodit-client", "httpx", "httpcore"}
    assert document["seconds"] == {"calls": 1.2}
    first, second = document["ratios"]
    assert (first["what"], first["lower"], first["ratio"], first["upper"]) == ("get / bare", 0.7, 0.75, 0.8)
    assert (first["bound"], first["limit"], first["is_exceeded"]) == (0.8, None, False)
    assert (second["bound"], second["limit"], second["unit"]) == (None, 5.0, "us")


@pytest.mark.parametrize(("found", "status"), [([FAST, FREE], 0), ([FAST, SLOW], 1)])
def test_the_exit_status_is_that_of_the_bounds(monkeypatch, tmp_path, capsys, found, status):
    monkeypatch.setattr(__main__, "runs", lambda only: [("calls", lambda: found)])
    file = tmp_path / "bench.json"
    assert __main__.main(["--json", str(file)]) == status
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:3] == [report.line(ratio) for ratio in found]
    assert lines[3] == "Seconds: calls 0"
    assert [ratio["what"] for ratio in json.loads(file.read_text())["ratios"]] == [ratio.what for ratio in found]


def test_one_module_is_run_alone():
    [(name, run)] = __main__.runs(["wire_calls"])
    assert (name, run.__module__) == ("wire_calls", "benchmarks.wire_calls")
