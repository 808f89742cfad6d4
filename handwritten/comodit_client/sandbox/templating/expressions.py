"""The evaluation of expressions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from comodit_client.freemarker.compound import Hash, Joined, Range, Sequence
from comodit_client.freemarker.errors import TemplateError
from comodit_client.freemarker.nodes import (
    And,
    Arithmetic,
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
    Signed,
)
from comodit_client.freemarker.vocabulary import LOOP_BUILT_INS
from comodit_client.sandbox.templating import computing
from comodit_client.sandbox.templating.built_ins import call, has_content, of_round
from comodit_client.sandbox.templating.numbers import decimal, is_number
from comodit_client.sandbox.templating.scopes import MISSING, Scope, Undefined
from comodit_client.sandbox.templating.values import compare, kind_of, text_of

#: A compiled expression.
Evaluator = Callable[[Scope], Any]

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
        if isinstance(node, Element) and isinstance(node.index, Range):
            bounds = [compiled[id(operand)] for operand in node.index.operands]
            compiled[id(node)] = partial(_slice, operands[0], bounds, node.index.operator, expression.source)
            continue
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


def _exact(value: str | float) -> Any:
    """Return the value of a constant: a number with exactly the written digits."""
    return decimal(value) if isinstance(value, float) else value


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
    value, place = owner(scope), require_defined(index(scope), source)
    value = require_defined(value, source)
    if is_number(value) or (isinstance(value, str) and is_number(place)):
        text = text_of(value, scope)
        if not is_number(place) or not 0 <= int(place) < len(text):
            raise TemplateError(f"'{source}' reads a character that the text does not have")
        return text[int(place)]
    return _get_member(value, place, source)


def _slice(owner: Evaluator, bounds: list[Evaluator], operator: str, source: str, scope: Scope) -> Any:
    value = require_defined(owner(scope), source)
    sliced = value if isinstance(value, list) else text_of(value, scope)
    scope.budget.spend_on(sliced)
    return computing.sliced(sliced, operator, _bounds(bounds, source, scope), source)


def _bounds(operands: list[Evaluator], source: str, scope: Scope) -> list[int]:
    values = [require_defined(operand(scope), source) for operand in operands]
    if not all(map(is_number, values)):
        raise TemplateError(f"'{source}' contains a range of values that are not numbers")
    return [int(value) for value in values]


def _get_member(owner: Any, name: Any, source: str) -> Any:
    owner = require_defined(owner, source)
    if isinstance(owner, dict) and isinstance(name, str):
        return _or_missing(owner.get(name))
    if isinstance(owner, list) and is_number(name):
        return _or_missing(owner[int(name)]) if 0 <= int(name) < len(owner) else MISSING
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


def _compare(word: str, left: Evaluator, right: Evaluator, source: str, scope: Scope) -> bool:
    first, second = require_defined(left(scope), source), require_defined(right(scope), source)
    scope.budget.spend_on(first, second)
    return compare(word, first, second, source)


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


def _built_in(name: str, operand: Evaluator, arguments: list[Evaluator], source: str, scope: Scope) -> Any:
    value = operand(scope)
    if name == "has_content":
        return has_content(value)
    value = require_defined(value, source)
    if name == "then":
        if not isinstance(value, bool):
            raise TemplateError(f"'{source}' applies ?then to a {kind_of(value)} that is not a boolean")
        return arguments[not value](scope)
    if name == "switch":
        return _switch(value, arguments, source, scope)
    return call(name, scope, source, value, [require_defined(argument(scope), source) for argument in arguments])


def _switch(value: Any, arguments: list[Evaluator], source: str, scope: Scope) -> Any:
    for place in range(0, len(arguments) - 1, 2):
        case = require_defined(arguments[place](scope), source)
        scope.budget.spend_on(value, case)
        if compare("==", value, case, source):
            return arguments[place + 1](scope)
    if len(arguments) % 2 == 0:
        raise TemplateError(f"'{source}' has no case for the value, and no default")
    return arguments[-1](scope)


def _of_loop(variable: str, name: str, arguments: list[Evaluator], source: str, scope: Scope) -> Any:
    if variable not in scope.rounds:
        raise TemplateError(f"the built-in ?{name} in '{source}' needs a loop variable")
    return of_round(name, scope.rounds[variable], [argument(scope) for argument in arguments])


def _compile_built_in(node: BuiltIn, operands: list[Evaluator], source: str) -> Evaluator:
    if node.name in LOOP_BUILT_INS:
        assert isinstance(node.operand, Name), "the parser accepts no other operand"
        return partial(_of_loop, node.operand.parts[0], node.name, operands[1:], source)
    return partial(_built_in, node.name, operands[0], operands[1:], source)


def _calculate(operator: str, left: Evaluator, right: Evaluator, source: str, scope: Scope) -> Any:
    first, second = require_defined(left(scope), source), require_defined(right(scope), source)
    return computing.calculated(operator, first, second, source, scope)


def _signed(sign: str, operand: Evaluator, source: str, scope: Scope) -> Any:
    value = require_defined(operand(scope), source)
    return computing.calculated("-" if sign == "-" else "+", 0, value, source, scope, only_numbers=True)


def _joined(parts: list[Evaluator], source: str, scope: Scope) -> str:
    texts = [text_of(require_defined(part(scope), source), scope) for part in parts]
    scope.budget.spend_characters(sum(map(len, texts)))
    return "".join(texts)


def _sequence(items: list[Evaluator], source: str, scope: Scope) -> list[Any]:
    return [require_defined(item(scope), source) for item in items]


def _hash(items: list[Evaluator], source: str, scope: Scope) -> dict[str, Any]:
    values = [require_defined(item(scope), source) for item in items]
    if not all(isinstance(name, str) for name in values[::2]):
        raise TemplateError(f"'{source}' contains an object with a name that is not a text")
    return dict(zip(values[::2], values[1::2], strict=True))


def _range(operator: str, operands: list[Evaluator], source: str, scope: Scope) -> list[int]:
    numbers = computing.range_of(operator, _bounds(operands, source, scope), source)
    scope.budget.spend(len(numbers))
    return list(numbers)


_COMPILERS: dict[type, Callable[[Any, Any, str], Evaluator]] = {
    Constant: lambda node, _operands, _source: partial(_constant, _exact(node.value)),
    Name: lambda node, _operands, source: partial(_lookup, node.parts, source),
    Member: lambda node, operands, source: partial(_member, operands[0], node.name, source),
    Element: lambda _node, operands, source: partial(_element, operands[0], operands[1], source),
    BuiltIn: _compile_built_in,
    Exists: lambda _node, operands, _source: partial(_exists, *operands),
    Default: lambda _node, operands, _source: partial(_default, *operands),
    Optional: lambda _node, operands, _source: partial(_optional, *operands),
    Comparison: lambda node, operands, source: partial(_compare, node.operator, operands[0], operands[1], source),
    Not: lambda _node, operands, _source: partial(_not, *operands),
    And: lambda _node, operands, _source: partial(_and, *operands),
    Or: lambda _node, operands, _source: partial(_or, *operands),
    Arithmetic: lambda node, operands, source: partial(_calculate, node.operator, operands[0], operands[1], source),
    Signed: lambda node, operands, source: partial(_signed, node.sign, operands[0], source),
    Joined: lambda _node, operands, source: partial(_joined, operands, source),
    Sequence: lambda _node, operands, source: partial(_sequence, operands, source),
    Hash: lambda _node, operands, source: partial(_hash, operands, source),
    Range: lambda node, operands, source: partial(_range, node.operator, operands, source),
}
