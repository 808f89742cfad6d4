"""The report of an import."""

from __future__ import annotations

import attrs


@attrs.frozen
class Report:
    """The outcome of each action, as summaries in the order of the actions.

    Args:
        done: The actions that completed.
        skipped: The conflicts that were skipped.
        failed: The action that failed; empty when none did.
        not_attempted: The actions that were not attempted after the failure.
        also_failed: Other actions that failed while they ran at the same time.
    """

    done: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    failed: str = ""
    not_attempted: tuple[str, ...] = ()
    also_failed: tuple[str, ...] = ()
