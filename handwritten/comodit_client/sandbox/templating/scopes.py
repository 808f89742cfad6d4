"""The variables of a template, and the work that its rendering may take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import define, field, frozen

from comodit_client.freemarker.errors import TemplateError

_MAX_STEPS = 400_000
#: Reading a variable for the first time may take several queries.
_LOOKUP_STEPS = 50
_MAX_LENGTH = 32 << 20
#: The characters of a value that are worth a step.
_CHARACTERS = 16


def ignore(behaviour: str) -> None:
    """Ignore a behaviour."""


class Undefined(TemplateError):
    """An expression uses a value that is undefined."""


class _Missing:
    """The type of `MISSING`, the value of an undefined expression."""


MISSING = _Missing()


@define
class Budget:
    """The work that rendering a template may still take, so that no template blocks the server.

    Attributes:
        steps: The pieces of the template and the parts of values to process.
        length: The characters to write.
        note: Called with the name of each behaviour of `parity` that the text rests on.
    """

    steps: int = _MAX_STEPS
    length: int = _MAX_LENGTH
    note: Callable[[str], None] = field(default=ignore, repr=False)

    def spend(self, steps: int = 1) -> None:
        """Take steps from the budget.

        Raises:
            TemplateError: The budget is used up.
        """
        self.steps -= steps
        if self.steps < 0:
            raise TemplateError(f"rendering takes more than {_MAX_STEPS} steps; shorten its lists and loops")

    def spend_characters(self, count: int) -> None:
        """Take the steps that making a text needs.

        Raises:
            TemplateError: The budget is used up.
        """
        self.spend(1 + count // _CHARACTERS)

    def spend_on(self, *values: Any) -> None:
        """Take the steps that reading all of some values needs.

        Raises:
            TemplateError: The budget is used up.
        """
        waiting = list(values)
        while waiting:
            value = waiting.pop()
            self.spend(1 + len(value) // _CHARACTERS if isinstance(value, str) else 1)
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                waiting += [*value, *value.values()]

    def write(self, text: str) -> str:
        """Take the length of a text from the budget, and return the text.

        Raises:
            TemplateError: The budget is used up.
        """
        self.length -= len(text)
        if self.length < 0:
            raise TemplateError(f"the rendered file has more than {_MAX_LENGTH} characters")
        return text


@frozen
class Round:
    """A round of a loop.

    Attributes:
        index: Its number, from 0.
        is_last: Whether it is the last one.
    """

    index: int
    is_last: bool


@frozen
class Scope:
    """The variables that are visible at some place of a template.

    Attributes:
        lookup: Returns the values of variables outside of the template, or MISSING.
        budget: The work that may still be done.
        grouped: Whether numbers are written with commas: 8,080.
        own: The variables of the loops around the place.
        rounds: The rounds of these loops, by the names of their variables.
        current: The round of the innermost loop.
        items: The elements that `items` repeats.
        assigned: The variables that the template assigned.
    """

    lookup: Callable[[str], Any]
    budget: Budget
    grouped: bool = False
    own: Mapping[str, Any] = field(factory=dict)
    rounds: Mapping[str, Round] = field(factory=dict)
    current: Round | None = None
    items: list[tuple[Any, ...]] | None = None
    assigned: dict[str, Any] = field(factory=dict)
    _known: dict[str, Any] = field(factory=dict)

    def __call__(self, name: str) -> Any:
        """Return the value of a variable, or MISSING."""
        if name in self.own:
            return self.own[name]
        if name in self.assigned:
            return self.assigned[name]
        if name not in self._known:
            self.budget.spend(_LOOKUP_STEPS)
            self._known[name] = self.lookup(name)
        self.budget.spend()
        return self._known[name]

    def with_round(self, names: tuple[str, ...], values: tuple[Any, ...], current: Round) -> Scope:
        """Return the scope of a loop's body.

        Args:
            names: The loop variables.
            values: Their values.
            current: The round.
        """
        own = {**self.own, **dict(zip(names, values, strict=True))}
        own[f"{names[0]}_index"] = current.index
        own[f"{names[0]}_has_next"] = not current.is_last
        rounds = {**self.rounds, **dict.fromkeys(names, current)}
        # This is done for each round, and `evolve` is slow.
        return Scope(self.lookup, self.budget, self.grouped, own, rounds, current, None, self.assigned, self._known)
