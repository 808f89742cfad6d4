"""What became of the actions of an import."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the actions, in their order, each by its summary.

    Args:
        done: What was done.
        skipped: Conflicts that were left as they are.
        failed: What failed; empty when nothing did.
        not_attempted: What was not tried after that.
        also_failed: What else failed, where it was under way at the same time.
    """

    done: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    failed: str = ""
    not_attempted: tuple[str, ...] = ()
    also_failed: tuple[str, ...] = ()
