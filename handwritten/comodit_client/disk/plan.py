"""What is done one after another, and what at the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Plan(Generic[T]):
    """Steps in an order, of which some do not hold up those after them.

    A step may be a plan itself, which is filled later; it is done when all its steps are.
    """

    __slots__ = ("steps",)

    def __init__(self) -> None:
        #: The steps; with each, whether it is done aside.
        self.steps: list[tuple[T | Plan[T], bool]] = []

    def then(self, step: T | Plan[T]) -> None:
        """Add a step that is done before the next one begins.

        Args:
            step: The step, or a plan.
        """
        self.steps.append((step, False))

    def add_parallel(self, step: T | Plan[T]) -> None:
        """Add a step beside which the next one may go on.

        Args:
            step: The step, or a plan.
        """
        self.steps.append((step, True))

    def add_group(self, parallel: bool = False) -> Plan[T]:
        """Add a plan that is filled later.

        Args:
            parallel: Whether the next step may go on beside it.

        Returns:
            The plan, which is empty so far.
        """
        inner: Plan[T] = Plan()
        self.steps.append((inner, parallel))
        return inner

    def only(self, wanted: Callable[[T], bool]) -> Plan[T]:
        """Copy the plan, with some of its steps.

        Args:
            wanted: Tells of a step whether it is kept.

        Returns:
            The copy; no plan in it is empty.
        """
        copy: Plan[T] = Plan()
        for step, parallel in self.steps:
            if isinstance(step, Plan):
                inner = step.only(wanted)
                if inner.steps:
                    copy.steps.append((inner, parallel))
            elif wanted(step):
                copy.steps.append((step, parallel))
        return copy

    def __iter__(self) -> Iterator[T]:
        """All steps, those of inner plans included, in their order."""
        for step, _ in self.steps:
            if isinstance(step, Plan):
                yield from step
            else:
                yield step


class EntitySteps(Generic[T]):
    """Where the steps go that are about one of several siblings.

    Siblings are created in their order, for lists keep it; what hangs on one is done beside the others.

    Args:
        siblings: The steps of all of them.
        deletions: What is deleted in the end, the last first.
    """

    __slots__ = ("deletions", "head", "tail")

    def __init__(self, siblings: Plan[T], deletions: Plan[T]) -> None:
        self.head: Plan[T] = siblings.add_group()
        self.tail: Plan[T] = siblings.add_group(parallel=True)
        self.deletions: Plan[T] = deletions.add_group()
