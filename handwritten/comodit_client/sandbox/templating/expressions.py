"""The expressions of templates: the subset of FreeMarker that ComodIT's templates are known to use (S105, S106).

Supported are text, numbers and booleans; names, members and elements; `!default` and `??`; comparisons, `!`, `&&`,
`||`; and some built-ins. Anything else raises an error: a guess would hide from a test an error of the real server.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from comodit_client.sandbox.templating.built_ins import BUILT_INS, READING_ALL, has_content
from comodit_client.sandbox.templating.scopes import MISSING, Scope, TemplateError, Undefined
from comodit_client.sandbox.templating.tokens import parse_number, shorten, tokenize

#: A compiled expression.
Expression = Callable[[Scope], Any]

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    **{"==": eq, "=": eq, "!=": ne},
    **{"<": lt, "lt": lt, "<=": le, "lte": le, ">": gt, "gt": gt, ">=": ge, "gte": ge},
}
#: The tokens of an expression that are worth a step.
_TOKENS = 4
#: The parts of a name with dots; each of its beginnings may be a key.
_MAX_NAMES = 100
_CONSTANTS = {"true": True, "false": False}


def compile_expression(source: str) -> Expression:
    """Compile an expression to a function of the variables.

    Raises:
        TemplateError: The expression is invalid or not supported.
    """
    return _Parser(source).parse()


def require_defined(value: Any, source: str) -> Any:
    """Return a value that must be defined.

    Raises:
        Undefined: The value is undefined (S99).
    """
    if value is MISSING:
        raise Undefined(f"'{source}' is undefined")
    return value


class _Parser:
    """A recursive-descent parser with one method for each level of precedence."""

    def __init__(self, source: str) -> None:
        self._source = source.strip()
        self._tokens = tokenize(self._source)
        self._next = 0

    def parse(self) -> Expression:
        result = self._disjunction()
        if self._kind():
            raise self._syntax_error()
        return partial(_charged, len(self._tokens) // _TOKENS, result) if len(self._tokens) >= _TOKENS else result

    def _disjunction(self) -> Expression:
        result = self._conjunction()
        while self._take("||"):
            result = partial(_or, result, self._conjunction())
        return result

    def _conjunction(self) -> Expression:
        result = self._comparison()
        while self._take("&&"):
            result = partial(_and, result, self._comparison())
        return result

    def _comparison(self) -> Expression:
        left = self._negation()
        if self._kind() in ("sign", "name") and self._word() in _COMPARED:
            compare = _COMPARED[self._advance()]
            return partial(_compare, compare, left, self._negation(), self._source)
        return left

    def _negation(self) -> Expression:
        return partial(_not, self._negation()) if self._take("!") else self._postfix()

    def _postfix(self) -> Expression:
        result = self._operand()
        while True:
            if self._take("."):
                result = partial(_member, result, self._expected_name(), self._source)
            elif self._take("["):
                result = partial(_element, result, self._disjunction(), self._source)
                self._expect("]")
            elif self._take("??"):
                result = partial(_exists, result)
            elif self._take("?"):
                result = partial(_built_in, self._expected_built_in(), result, self._source)
            elif self._take("!"):
                result = partial(_default, result, self._postfix() if self._at_operand() else None)
            else:
                return result

    def _operand(self) -> Expression:
        kind = self._kind()
        if kind == "sign" and self._take("("):
            inside = self._disjunction()
            self._expect(")")
            return partial(_optional, inside)
        if kind not in ("text", "number", "name"):
            raise self._syntax_error()
        word = self._advance()
        if kind == "text":
            return partial(_constant, re.sub(r"\\(.)", r"\1", word[1:-1]))
        if kind == "number":
            return partial(_constant, parse_number(word))
        return partial(_constant, _CONSTANTS[word]) if word in _CONSTANTS else self._variable(word)

    def _variable(self, name: str) -> Expression:
        """Read a name with its members, since keys of settings may contain dots."""
        names = [name]
        while self._word() == "." and self._kind(1) == "name":
            self._next += 1
            names.append(self._advance())
        if len(names) > _MAX_NAMES:
            raise TemplateError(f"the name {shorten('.'.join(names))} has more than {_MAX_NAMES} parts")
        return partial(_lookup, names, self._source)

    def _at_operand(self) -> bool:
        if self._kind() == "sign":
            return self._word() == "("
        return self._kind() is not None and self._word() not in _COMPARED

    def _expected_name(self) -> str:
        if self._kind() != "name":
            raise self._syntax_error()
        return self._advance()

    def _expected_built_in(self) -> Callable[[Any], Any]:
        name = self._expected_name()
        if name not in BUILT_INS:
            raise TemplateError(f"the built-in ?{name} in '{self._source}' is not supported by the sandbox")
        return BUILT_INS[name]

    def _kind(self, ahead: int = 0) -> str | None:
        place = self._next + ahead
        return self._tokens[place][0] if place < len(self._tokens) else None

    def _word(self) -> str | None:
        return self._tokens[self._next][1] if self._next < len(self._tokens) else None

    def _advance(self) -> str:
        self._next += 1
        return self._tokens[self._next - 1][1]

    def _take(self, sign: str) -> bool:
        found = self._kind() == "sign" and self._word() == sign
        self._next += found
        return found

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise self._syntax_error()

    def _syntax_error(self) -> TemplateError:
        where = f"at '{self._word()}'" if self._kind() else "at its end"
        return TemplateError(f"the expression '{self._source}' is invalid {where}")


def _charged(steps: int, inside: Expression, scope: Scope) -> Any:
    """Evaluate a long expression for the steps that it is worth."""
    scope.budget.spend(steps)
    return inside(scope)


def _constant(value: Any, _scope: Scope) -> Any:
    return value


def _lookup(names: list[str], source: str, scope: Scope) -> Any:
    """Return the value of the longest known name, followed through the remaining members."""
    for length in range(len(names), 0, -1):
        value = _or_missing(scope(".".join(names[:length])))
        if value is not MISSING:
            for name in names[length:]:
                value = _get_member(value, name, source)
            return value
    return MISSING


def _member(owner: Expression, name: str, source: str, scope: Scope) -> Any:
    return _get_member(owner(scope), name, source)


def _element(owner: Expression, index: Expression, source: str, scope: Scope) -> Any:
    return _get_member(owner(scope), require_defined(index(scope), source), source)


def _get_member(owner: Any, name: Any, source: str) -> Any:
    owner = require_defined(owner, source)
    if isinstance(owner, dict) and isinstance(name, str):
        return _or_missing(owner.get(name))
    if isinstance(owner, list) and isinstance(name, int):
        return _or_missing(owner[name]) if 0 <= name < len(owner) else MISSING
    raise TemplateError(f"'{source}' reads {name!r} from a value without members or elements of that kind")


def _or_missing(value: Any) -> Any:
    """Return a value, or MISSING for null: the engine treats both alike."""
    return MISSING if value is None else value


def _exists(operand: Expression, scope: Scope) -> bool:
    return operand(scope) is not MISSING


def _default(operand: Expression, default: Expression | None, scope: Scope) -> Any:
    value = operand(scope)
    if value is not MISSING:
        return value
    return default(scope) if default else ""


def _optional(inside: Expression, scope: Scope) -> Any:
    """Evaluate a parenthesized expression, in which any step may be undefined for `!` and `??`."""
    try:
        return inside(scope)
    except Undefined:
        return MISSING


def _compare(
    compare: Callable[[Any, Any], bool], left: Expression, right: Expression, source: str, scope: Scope
) -> bool:
    first, second = require_defined(left(scope), source), require_defined(right(scope), source)
    if _kind_of(first) is not _kind_of(second):
        raise TemplateError(f"'{source}' compares values of different kinds")
    scope.budget.spend_on(first, second)
    try:
        return compare(first, second)
    except TypeError:
        raise TemplateError(f"'{source}' compares values that have no order") from None


def _kind_of(value: Any) -> type:
    return float if isinstance(value, int) and not isinstance(value, bool) else type(value)


def truth_of(condition: Expression, scope: Scope) -> bool:
    """Return the value of a condition.

    Raises:
        TemplateError: The value is undefined or not a boolean.
    """
    value = condition(scope)
    if not isinstance(value, bool):
        raise TemplateError(
            "a condition is undefined" if value is MISSING else f"the condition {value!r} is not a boolean"
        )
    return value


def _not(operand: Expression, scope: Scope) -> bool:
    return not truth_of(operand, scope)


def _and(left: Expression, right: Expression, scope: Scope) -> bool:
    return truth_of(left, scope) and truth_of(right, scope)


def _or(left: Expression, right: Expression, scope: Scope) -> bool:
    return truth_of(left, scope) or truth_of(right, scope)


def _built_in(function: Callable[[Any], Any], operand: Expression, source: str, scope: Scope) -> Any:
    value = operand(scope)
    if function is has_content:
        return function(value)
    if function in READING_ALL:
        scope.budget.spend_on(value)
    try:
        return function(require_defined(value, source))
    except TypeError:
        raise TemplateError(f"'{source}' applies a built-in to a value of the wrong type") from None
