"""The sections of the upgrade guide that advice refers to."""

from __future__ import annotations

from comodit_client.upgrade.script import Advice

GUIDE = "https://comodit-client.github.io/comodit-client/how-to/coming-from-the-old-client.html"


def advice(line: int, message: str, section: str) -> Advice:
    """Return advice with a link.

    Args:
        line: The number of the line.
        message: What differs, and what to do.
        section: The anchor of the section.
    """
    return Advice(line, f"{message} See {GUIDE}#{section}")
