"""The evaluation of expressions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from comodit_client.freemarker.errors import TemplateError
from comodit_client.freemarker.nodes import (
    And,
    BuiltIn,
    Comparison,
    Constant,
    Default,
    Element,
    Exists,
    Expression,
    Member,
    Name,
    Node,
    Not,
    Optional,
    Or,
)
from comodit_client.sandbox.templating.built_ins import BUILT_INS, READING_ALL, has_content
from comodit_client.sandbox.templating.scopes import MISSING, Scope, Undefined

#: A compiled expression.
Evaluator = Callable[[Scope], Any]

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
#: The tokens of an expression that are worth a step.
_TOKENS = 4


def compile_expression(expression: Expression) -> Evaluator:
    """Compile an expression to a function of the variables.

    Args:
        expression: The parsed expression.
    """
    # Without recursion: a tree may be as deep as the parser allows, and the caller may be deep itself.
    compiled: dict[int, Evaluator] = {}
    for node in _operands_first(expression.root):
        operands = [compiled[id(operand)] for operand in node.operands]
        compiled[id(node)] = _COMPILERS[type(node)](node, operands, expression.source)
    result = compiled[id(expression.root)]
    return partial(_charged, expression.size // _TOKENS, result) if expression.size >= _TOKENS else result


def _operands_first(root: Node) -> list[Node]:
    found, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += node.operands
    return found[::-1]


def require_defined(value: Any, source: str) -> Any:
    """Return a value that must be defined.

    Raises:
        Undefined: The value is undefined (S99).
    """
    if value is MISSING:
        raise Undefined(f"'{source}' is undefined")
    return value


def _charged(steps: int, inside: Evaluator, scope: Scope) -> Any:
    """Evaluate a long expression for the steps that it is worth."""
    scope.budget.spend(steps)
    return inside(scope)


def _constant(value: Any, _scope: Scope) -> Any:
    return value


def _lookup(names: tuple[str, ...], source: str, scope: Scope) -> Any:
    """Return the value of the longest known name, followed through the remaining members."""
    for length in range(len(names), 0, -1):
        value = _or_missing(scope(".".join(names[:length])))
        if value is not MISSING:
            for name in names[length:]:
                value = _get_member(value, name, source)
            return value
    return MISSING


def _member(owner: Evaluator, name: str, source: str, scope: Scope) -> Any:
    return _get_member(owner(scope), name, source)


def _element(owner: Evaluator, index: Evaluator, source: str, scope: Scope) -> Any:
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


def _exists(operand: Evaluator, scope: Scope) -> bool:
    return operand(scope) is not MISSING


def _default(operand: Evaluator, default: Evaluator, scope: Scope) -> Any:
    value = operand(scope)
    if value is not MISSING:
        return value
    return default(scope)


def _optional(inside: Evaluator, scope: Scope) -> Any:
    """Evaluate a parenthesized expression, in which any step may be undefined for `!` and `??`."""
    try:
        return inside(scope)
    except Undefined:
        return MISSING


def _compare(compare: Callable[[Any, Any], bool], left: Evaluator, right: Evaluator, source: str, scope: Scope) -> bool:
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


def truth_of(condition: Evaluator, scope: Scope) -> bool:
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


def _not(operand: Evaluator, scope: Scope) -> bool:
    return not truth_of(operand, scope)


def _and(left: Evaluator, right: Evaluator, scope: Scope) -> bool:
    return truth_of(left, scope) and truth_of(right, scope)


def _or(left: Evaluator, right: Evaluator, scope: Scope) -> bool:
    return truth_of(left, scope) or truth_of(right, scope)


def _built_in(function: Callable[[Any], Any], operand: Evaluator, source: str, scope: Scope) -> Any:
    value = operand(scope)
    if function is has_content:
        return function(value)
    if function in READING_ALL:
        scope.budget.spend_on(value)
    try:
        return function(require_defined(value, source))
    except TypeError:
        raise TemplateError(f"'{source}' applies a built-in to a value of the wrong type") from None


_COMPILERS: dict[type, Callable[[Any, Any, str], Evaluator]] = {
    Constant: lambda node, _operands, _source: partial(_constant, node.value),
    Name: lambda node, _operands, source: partial(_lookup, node.parts, source),
    Member: lambda node, operands, source: partial(_member, operands[0], node.name, source),
    Element: lambda _node, operands, source: partial(_element, operands[0], operands[1], source),
    BuiltIn: lambda node, operands, source: partial(_built_in, BUILT_INS[node.name], operands[0], source),
    Exists: lambda _node, operands, _source: partial(_exists, *operands),
    Default: lambda _node, operands, _source: partial(_default, *operands),
    Optional: lambda _node, operands, _source: partial(_optional, *operands),
    Comparison: lambda node, operands, source: partial(
        _compare, _COMPARED[node.operator], operands[0], operands[1], source
    ),
    Not: lambda _node, operands, _source: partial(_not, *operands),
    And: lambda _node, operands, _source: partial(_and, *operands),
    Or: lambda _node, operands, _source: partial(_or, *operands),
}
