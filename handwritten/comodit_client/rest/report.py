"""The outcome of an import, a push, or an action on many hosts."""

from __future__ import annotations

from typing import Protocol

from attrs import frozen


@frozen
class Report:
    """The outcome of the actions of an import or a push, each as its summary.

    Args:
        done: The actions that completed, in their order.
        skipped: The conflicts that were left alone, in their order.
        failed: The first action that failed; empty if none did.
        not_attempted: The actions that were not started after the failure, in their order.
        also_failed: The other actions that failed, which ran in parallel with the first.
    """

    done: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    failed: str = ""
    not_attempted: tuple[str, ...] = ()
    also_failed: tuple[str, ...] = ()


class FleetOutcome(Protocol):
    """The `FleetReport` of either API."""

    @property
    def action(self) -> str:
        """The name of the action."""
        ...

    @property
    def ok(self) -> bool:
        """Whether all hosts are done."""
        ...
