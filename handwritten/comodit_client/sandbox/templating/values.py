"""The types of values: what converts to text, and what can be compared."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from comodit_client.freemarker.errors import TemplateError
from comodit_client.sandbox.templating.numbers import decimal, is_number, written
from comodit_client.sandbox.templating.scopes import Scope

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    **{"==": operator.eq, "!=": operator.ne},
    **{"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge},
}


def kind_of(value: Any) -> str:
    """Return the name of a value's type."""
    if isinstance(value, bool):
        return "boolean"
    if is_number(value):
        return "number"
    if isinstance(value, str):
        return "text"
    if isinstance(value, list):
        return "list"
    return "object" if isinstance(value, dict) else "value"


def text_of(value: Any, scope: Scope) -> str:
    """Return the text of a value, as an interpolation writes it.

    Raises:
        TemplateError: The value is neither a text nor a number.
    """
    if isinstance(value, str):
        return value
    if is_number(value):
        return written(value, scope.grouped)
    how = "write it with ?c or ?string('yes', 'no')" if isinstance(value, bool) else "write its parts, or use ?join"
    raise TemplateError(f"a {kind_of(value)} is written as text; {how}")


def compare(word: str, left: Any, right: Any, source: str) -> bool:
    """Return the result of a comparison.

    Args:
        word: The operator.
        left: The first operand.
        right: The second operand.
        source: The expression, for messages.

    Raises:
        TemplateError: The values cannot be compared.
    """
    kind = kind_of(left)
    if kind != kind_of(right):
        raise TemplateError(f"'{source}' compares values of different kinds: a {kind} and a {kind_of(right)}")
    if kind in ("list", "object", "value"):
        raise TemplateError(f"'{source}' compares two values of the kind {kind}, which have no order and no equality")
    if kind == "number":
        left, right = decimal(left), decimal(right)
    elif word not in ("==", "!="):
        raise TemplateError(f"'{source}' compares two values of the kind {kind} that have no order")
    return _COMPARED[word](left, right)
