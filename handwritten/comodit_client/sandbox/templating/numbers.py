"""Numbers: arithmetic as FreeMarker's `BigDecimalEngine` does it, and how they are written."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Any

from comodit_client.freemarker.errors import TemplateError

#: A number of an expression.
Number = int | float | Decimal

_MAX_DIGITS = 400
_CONTEXT = Context(prec=2 * _MAX_DIGITS)
_LIMIT = 10**_MAX_DIGITS
#: The places after the point that a quotient or product has.
_SCALE = 12
_GROUPED_SCALE = 3
_COMPUTER_SCALE = 16
_PATTERN = re.compile(r"(?P<whole>#*(?:,#+)*,?[#,]*0*)(?:\.(?P<least>0*)(?P<more>#*))?(?P<percent>%?)")
_LITERAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")


def is_number(value: Any) -> bool:
    """Return whether a value is a number."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def integer(value: Any) -> int:
    """Return the whole part of a number.

    Raises:
        TypeError: The value is not a number.
    """
    if not is_number(value):
        raise TypeError("not a number")
    return int(value)


def decimal(value: Number) -> Decimal:
    """Return the value of a number as it is written: 0.1 is exactly a tenth."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def calculate(operator: str, left: Number, right: Number) -> Number:
    """Return the result of an operation.

    Args:
        operator: The operator: +, -, *, / or %.
        left: The first operand.
        right: The second operand.

    Raises:
        TemplateError: It divides by zero, or the result is too large.
    """
    if operator == "%":
        return _remainder(int(left), int(right))
    if operator == "/":
        return _checked(_quotient(decimal(left), decimal(right)))
    if isinstance(left, int) and isinstance(right, int):
        return _checked(left + right if operator == "+" else left - right if operator == "-" else left * right)
    first, second = decimal(left), decimal(right)
    if operator == "*":
        return _checked(_scaled(_CONTEXT.multiply(first, second), _SCALE, ROUND_HALF_UP))
    return _checked(_CONTEXT.add(first, second if operator == "+" else -second))


def _remainder(left: int, right: int) -> int:
    if not right:
        raise TemplateError("a number is divided by zero")
    rest = abs(left) % abs(right)
    return -rest if left < 0 else rest


def _quotient(left: Decimal, right: Decimal) -> Decimal:
    if not right:
        raise TemplateError("a number is divided by zero")
    scale = max(_SCALE, _places(left), _places(right))
    # Truncated and marked, so that it is rounded only once.
    return _scaled(Context(prec=2 * _MAX_DIGITS, rounding="ROUND_05UP").divide(left, right), scale, ROUND_HALF_UP)


def _places(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _scaled(value: Decimal, scale: int, rounding: str) -> Decimal:
    return value if _places(value) <= scale else value.quantize(Decimal(1).scaleb(-scale), rounding, _CONTEXT)


def _checked(value: int | Decimal) -> int | Decimal:
    if abs(value) >= _LIMIT:
        raise TemplateError(f"a number has more than {_MAX_DIGITS} digits")
    return value


def parse(text: str) -> Number:
    """Return the number in a text.

    Raises:
        TemplateError: The text is not a number.
    """
    if len(text) > _MAX_DIGITS or not _LITERAL.fullmatch(text):
        raise TemplateError("the text before ?number is not a number")
    return _checked(Decimal(text))


def written(value: Number, grouped: bool) -> str:
    """Return a number as an interpolation writes it.

    Args:
        value: The number.
        grouped: Whether with commas and three places after the point, as FreeMarker does by default.
    """
    if not grouped:
        return str(value) if isinstance(value, int) else _plain(decimal(value), _COMPUTER_SCALE)
    # Java rounds the exact value of a floating-point number.
    exact = Decimal(value)
    scaled = _scaled(exact, _GROUPED_SCALE, ROUND_HALF_EVEN)
    return _without_zeros(f"{scaled:,f}")


def _plain(value: Decimal, scale: int) -> str:
    return _without_zeros(f"{_scaled(value, scale, ROUND_HALF_EVEN):f}")


def _without_zeros(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def formatted(value: Number, pattern: str) -> str:
    """Return a number as `?string(pattern)` writes it.

    Args:
        value: The number.
        pattern: A pattern such as "0.00", or "computer", "number" or "percent".

    Raises:
        TemplateError: The pattern is not supported.
    """
    if pattern in ("computer", "number"):
        return written(value, grouped=pattern == "number")
    match = _PATTERN.fullmatch("#,##0%" if pattern == "percent" else pattern)
    if not match or not match["whole"]:
        raise TemplateError(f"the number format '{pattern[:40]}' is not supported; use a format such as 0.00 or #,##0")
    exact = Decimal(value) * (100 if match["percent"] else 1)
    least, more = match["least"] or "", match["more"] or ""
    try:
        scaled = exact.quantize(Decimal(1).scaleb(-len(least + more)), ROUND_HALF_EVEN, _CONTEXT)
    except InvalidOperation:
        raise TemplateError(f"the number format '{pattern[:40]}' has too many places") from None
    return _with_places(scaled, match["whole"], len(least), match["percent"])


def _with_places(scaled: Decimal, whole: str, least: int, end: str) -> str:
    sign, text = ("-", f"{-scaled:f}") if scaled < 0 else ("", f"{scaled:f}")
    before, _, after = text.partition(".")
    before = before.rjust(whole.count("0"), "0")
    if "," in whole:
        size = len(whole) - whole.rindex(",") - 1
        before = re.sub(rf"(?<=\d)(?=(?:\d{{{size}}})+$)", ",", before) if size else before
    kept = after[:least] + after[least:].rstrip("0")
    return f"{sign}{before}{f'.{kept}' if kept else ''}{end}"
