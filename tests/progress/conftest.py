"""A terminal and a clock that tests control."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pytest

HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"


class Terminal(io.StringIO):
    """A text file that claims to be a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True

    @property
    def is_released(self) -> bool:
        """Return whether the cursor was hidden, and is visible again."""
        text = self.getvalue()
        return HIDE in text and text.rfind(SHOW) > text.rfind(HIDE)


@dataclass
class Result:
    """The result of a poll."""

    reached: bool
    state: Any
    parts: Any = ()
    failed: Any = ()
    late: Any = ()


@dataclass
class Time:
    """A clock."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "20")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal()
