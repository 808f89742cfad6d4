"""The built-ins of expressions, and how they are called."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

from comodit_client.freemarker.errors import TemplateError
from comodit_client.sandbox.templating import numbers
from comodit_client.sandbox.templating.escapes import ESCAPES
from comodit_client.sandbox.templating.list_built_ins import LIST_BUILT_INS
from comodit_client.sandbox.templating.scopes import MISSING, Round, Scope
from comodit_client.sandbox.templating.text_built_ins import OTHER_ARGUMENTS, TEXT_BUILT_INS
from comodit_client.sandbox.templating.values import kind_of, text_of


def has_content(value: Any) -> bool:
    """Return whether a value is defined and not empty."""
    return value is not MISSING and value not in ("", [], {})


def _computer_readable(_scope: Scope, value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return numbers.written(_number(value), grouped=False)


def _number(value: Any) -> numbers.Number:
    if not numbers.is_number(value):
        raise TypeError
    number: numbers.Number = value
    return number


def _to_number(scope: Scope, value: Any) -> numbers.Number:
    return numbers.parse(text_of(value, scope))


def _string(scope: Scope, value: Any, *given: Any) -> str:
    arguments = list(given)
    if isinstance(value, bool):
        if len(arguments) == 1:
            raise TemplateError("?string of a boolean takes two texts, or none")
        return text_of(arguments[not value], scope) if arguments else str(value).lower()
    if not arguments:
        return text_of(value, scope)
    if len(arguments) > 1:
        raise TypeError
    return numbers.formatted(_number(value), text_of(arguments[0], scope))


def _rounded(change: Callable[[Any], Any], _scope: Scope, value: Any) -> Any:
    return change(numbers.decimal(_number(value)))


def _is(kinds: tuple[str, ...], _scope: Scope, value: Any) -> bool:
    return kind_of(value) in kinds


_TESTS = {
    **{"is_boolean": ("boolean",), "is_number": ("number",), "is_string": ("text",)},
    **{"is_sequence": ("list",), "is_enumerable": ("list",), "is_hash": ("object",), "is_hash_ex": ("object",)},
}
_OTHERS: dict[str, Callable[..., Any]] = {
    "abs": partial(_rounded, abs),
    "c": _computer_readable,
    "ceiling": partial(_rounded, math.ceil),
    "floor": partial(_rounded, math.floor),
    "has_content": lambda _scope, value: has_content(value),
    "int": partial(_rounded, int),
    "number": _to_number,
    "round": partial(_rounded, lambda value: math.floor(value + numbers.decimal(0.5))),
    "string": _string,
    **{name: partial(_is, kinds) for name, kinds in _TESTS.items()},
}
#: The built-ins by name. `then` and `switch` are not among them, since they evaluate only some of their arguments.
BUILT_INS: dict[str, Callable[..., Any]] = {**TEXT_BUILT_INS, **ESCAPES, **LIST_BUILT_INS, **_OTHERS}
#: Those whose work does not grow with the value.
_CHEAP = {*("first", "last", "size", "has_content"), *_TESTS}


def call(name: str, scope: Scope, source: str, value: Any, arguments: list[Any]) -> Any:
    """Return the result of a built-in.

    Args:
        name: Its name.
        scope: The variables at its place.
        source: The expression, for messages.
        value: The value before it.
        arguments: Its arguments.

    Raises:
        TemplateError: A value has the wrong type, or the work is too much.
    """
    if name not in _CHEAP:
        scope.budget.spend_on(value, *arguments)
    try:
        if name in TEXT_BUILT_INS or name in ESCAPES:
            value = text_of(value, scope)
            others = OTHER_ARGUMENTS.get(name, ())
            arguments = [item if place in others else text_of(item, scope) for place, item in enumerate(arguments)]
        result = BUILT_INS[name](scope, value, *arguments)
    except (TypeError, AttributeError):
        raise TemplateError(f"'{source}' applies a built-in to a value of the wrong type") from None
    return MISSING if result is None else result


def of_round(name: str, current: Round, arguments: list[Any]) -> Any:
    """Return the result of a built-in of a loop variable.

    Args:
        name: Its name.
        current: The round of the loop.
        arguments: Its arguments.
    """
    index, is_odd = current.index, current.index % 2 == 0
    if name == "item_cycle":
        return arguments[index % len(arguments)]
    parity = "odd" if is_odd else "even"
    return {
        **{"index": index, "counter": index + 1, "has_next": not current.is_last},
        **{"is_first": index == 0, "is_last": current.is_last, "is_even_item": not is_odd, "is_odd_item": is_odd},
        **{"item_parity": parity, "item_parity_cap": parity.capitalize()},
    }[name]
