"""The operations of expressions: arithmetic, concatenation, ranges and slices."""

from __future__ import annotations

from typing import Any

from comodit_client.freemarker.errors import TemplateError
from comodit_client.sandbox.templating.numbers import calculate, is_number
from comodit_client.sandbox.templating.scopes import Scope
from comodit_client.sandbox.templating.values import kind_of, text_of


def calculated(operator: str, left: Any, right: Any, source: str, scope: Scope, only_numbers: bool = False) -> Any:
    """Return the result of an operation.

    Args:
        operator: The operator: +, -, *, / or %.
        left: The first operand.
        right: The second operand.
        source: The expression, for messages.
        scope: The variables at its place.
        only_numbers: Whether + does not concatenate.

    Raises:
        TemplateError: The operands have the wrong types, or the result is too large.
    """
    if is_number(left) and is_number(right):
        return calculate(operator, left, right)
    if operator != "+" or only_numbers:
        wrong = right if is_number(left) else left
        raise TemplateError(f"'{source}' calculates with a {kind_of(wrong)} instead of a number")
    if isinstance(left, list) and isinstance(right, list):
        scope.budget.spend(len(left) + len(right))
        return left + right
    if isinstance(left, dict) and isinstance(right, dict):
        scope.budget.spend(len(left) + len(right))
        return left | right
    first, second = text_of(left, scope), text_of(right, scope)
    scope.budget.spend_characters(len(first) + len(second))
    return first + second


def range_of(operator: str, bounds: list[int], source: str) -> range:
    """Return the numbers of a range.

    Args:
        operator: The operator: .., ..< or ..*.
        bounds: The first number, and the last one or the length.
        source: The expression, for messages.

    Raises:
        TemplateError: The range has no end.
    """
    if len(bounds) == 1:
        raise TemplateError(
            f"'{source}' contains a range without an end, which is only possible in brackets: list[1..]"
        )
    first, last = bounds
    if operator == "..*":
        last += first
    step = 1 if first <= last else -1
    return range(first, last + step if operator == ".." else last, step)


def sliced(value: Any, operator: str, bounds: list[int], source: str) -> Any:
    """Return a slice of a list or a text.

    Args:
        value: The list or text.
        operator: The operator of the range.
        bounds: The first number, and the last one or the length unless the range has no end.
        source: The expression, for messages.

    Raises:
        TemplateError: The slice is outside of the value.
    """
    size, first = len(value), bounds[0]
    if len(bounds) == 1:
        if not 0 <= first <= size:
            raise _outside(source, size)
        return value[first:]
    numbers = range_of(operator, bounds, source)
    if not numbers:
        return value[:0]
    is_adaptive, step = operator == "..*", numbers.step
    if not 0 <= first < size + (is_adaptive and step == 1):
        raise _outside(source, size)
    if not is_adaptive and not 0 <= numbers[-1] < size:
        raise _outside(source, size)
    count = min(len(numbers), size - first if step == 1 else first + 1)
    if isinstance(value, list):
        return [value[first + place * step] for place in range(count)]
    if step < 0 and count > 1:
        if count == 2 and operator == "..":
            return ""  # FreeMarker takes text[1..0] as empty.
        raise TemplateError(f"'{source}' takes a text backwards")
    return value[first : first + count]


def _outside(source: str, size: int) -> TemplateError:
    return TemplateError(f"'{source}' takes a slice that is outside of a value with {size} parts")
