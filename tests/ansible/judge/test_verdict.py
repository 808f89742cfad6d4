"""The text of a verdict, and the place of a difference."""

from __future__ import annotations

import pytest

from comodit_client.ansible.judge import Check, Difference, Verdict
from comodit_client.ansible.judge.compare import describe_difference


@pytest.mark.parametrize(
    ("expected", "found", "text"),
    [
        (b"", b"", ""),
        (b"a\nb\n", b"a\nb\n", ""),
        (b"a\nb\n", b"a\nc\n", "line 2: both write 1 bytes, but different ones"),
        (b"a\nb\n", b"a\nbcd\n", "line 2: ComodIT writes 1 bytes, Ansible 3"),
        (b"a\n", b"a", "line 2: ComodIT writes a newline more"),
        (b"a", b"a\n", "line 2: Ansible writes a newline more"),
        (b"a\r\n", b"a\n", "line 1: ComodIT writes 2 bytes, Ansible 1"),
        (b"\xff", b"\xfe", "line 1: both write 1 bytes, but different ones"),
    ],
)
def test_a_difference_has_its_line(expected: bytes, found: bytes, text: str) -> None:
    assert describe_difference(expected, found) == text


def test_only_differences_and_failures_are_not_ok() -> None:
    file = Difference("Prod/web", "applications/A", "f", "why")
    assert Verdict(0).ok()
    assert Verdict(1, unrendered=(file,), checks=(Check("lint", "not installed"),)).ok()
    assert not Verdict(1, differing=(file,)).ok()
    assert not Verdict(1, checks=(Check("a", "passed"), Check("b", "failed"))).ok()


def test_long_lists_are_shortened() -> None:
    files = tuple(Difference("Prod/web", "applications/A", f"f{number}", "why") for number in range(150))
    output = tuple(f"line {number}" for number in range(30))
    text = str(Verdict(2, files, files[:1], (Check("lint", "failed", output),), ("A note.",)))
    lines = text.splitlines()
    assert lines[:3] == ["2 of 153 files are rendered byte by byte as by ComodIT.", "A note.", "150 differ:"]
    assert lines[3] == "  Prod/web: applications/A/files/f0: why"
    assert lines[103:106] == [
        "  and 50 more",
        "1 that ComodIT does not render:",
        "  Prod/web: applications/A/files/f0: why",
    ]
    assert lines[106] == "lint: failed"
    assert lines[107:] == [f"  line {number}" for number in range(10, 30)]
