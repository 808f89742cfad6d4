"""The comparison of two contents of a file."""

from __future__ import annotations

from itertools import zip_longest


def describe_difference(expected: bytes, found: bytes) -> str:
    """Say where two contents differ, without their text, which may be secret.

    Args:
        expected: The content that ComodIT writes.
        found: The content that Ansible writes.

    Returns:
        The number of the first line that differs, and its length in both; empty if the contents are equal.
    """
    if expected == found:
        return ""
    lines = zip_longest(expected.split(b"\n"), found.split(b"\n"))
    for number, (first, second) in enumerate(lines, 1):
        if first is None or second is None:
            return f"line {number}: {'Ansible' if first is None else 'ComodIT'} writes a newline more"
        if first != second and len(first) == len(second):
            return f"line {number}: both write {len(first)} bytes, but different ones"
        if first != second:
            return f"line {number}: ComodIT writes {len(first)} bytes, Ansible {len(second)}"
    raise AssertionError("two different contents have a line that differs")
