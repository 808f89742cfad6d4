"""Steps that run one after another, and steps that run in parallel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Plan(Generic[T]):
    """Ordered steps, some of which do not hold up those after them.

    A step may be a plan itself, which is filled later. It is done when all its steps are.
    """

    __slots__ = ("steps",)

    def __init__(self) -> None:
        #: The steps, each with whether the next one may start beside it.
        self.steps: list[tuple[T | Plan[T], bool]] = []

    def add(self, step: T | Plan[T]) -> None:
        """Add a step that is done before the next one starts.

        Args:
            step: The step, or a plan.
        """
        self.steps.append((step, False))

    def add_parallel(self, step: T | Plan[T]) -> None:
        """Add a step that runs in parallel with the next one.

        Args:
            step: The step, or a plan.
        """
        self.steps.append((step, True))

    def add_group(self, parallel: bool = False) -> Plan[T]:
        """Add an empty plan, to fill later.

        Args:
            parallel: Whether it runs in parallel with the next step.

        Returns:
            The plan.
        """
        inner: Plan[T] = Plan()
        self.steps.append((inner, parallel))
        return inner

    def filter(self, wanted: Callable[[T], bool]) -> Plan[T]:
        """Copy the plan with some of its steps.

        Args:
            wanted: Returns whether to keep a step.

        Returns:
            The copy, without empty plans in it.
        """
        copy: Plan[T] = Plan()
        for step, parallel in self.steps:
            if isinstance(step, Plan):
                inner = step.filter(wanted)
                if inner.steps:
                    copy.steps.append((inner, parallel))
            elif wanted(step):
                copy.steps.append((step, parallel))
        return copy

    def __iter__(self) -> Iterator[T]:
        """Iterate over all steps in their order, those of inner plans included."""
        for step, _ in self.steps:
            if isinstance(step, Plan):
                yield from step
            else:
                yield step


class EntitySteps(Generic[T]):
    """The steps of one entity among its siblings.

    Siblings are created in their order, because lists keep it. The steps for the parts of a sibling run in parallel
    with those of other siblings.

    Args:
        siblings: The plan of all siblings.
        deletions: The plan of deletions, which are executed at the end, the last one first.

    Attributes:
        head: The steps that the next sibling waits for.
        tail: The other steps.
        deletions: The deletions.
    """

    __slots__ = ("deletions", "head", "tail")

    def __init__(self, siblings: Plan[T], deletions: Plan[T]) -> None:
        self.head: Plan[T] = siblings.add_group()
        self.tail: Plan[T] = siblings.add_group(parallel=True)
        self.deletions: Plan[T] = deletions.add_group()
