"""Compilation of the pieces of a template to functions of its variables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from comodit_client.freemarker.errors import TemplateError
from comodit_client.freemarker.expressions import parse_expression
from comodit_client.freemarker.nodes import Expression
from comodit_client.freemarker.tree import (
    Assignment,
    Body,
    Branch,
    Comment,
    If,
    Interpolation,
    Invalid,
    Items,
    Jump,
    Loop,
    Piece,
    Switch,
    Text,
)
from comodit_client.sandbox.templating.expressions import Evaluator, compile_expression, require_defined
from comodit_client.sandbox.templating.scopes import MISSING, Scope


@frozen
class CompiledInterpolation:
    """An interpolation: its source, and its value."""

    source: str
    value: Evaluator


@frozen
class CompiledBranch:
    """A branch with its condition, or a case with the value that it is compared with; None for the default."""

    condition: Evaluator | None
    body: list[CompiledPiece]


@frozen
class CompiledIf:
    """A condition with its branches."""

    branches: list[CompiledBranch]


@frozen
class CompiledSwitch:
    """A choice with its cases."""

    source: str
    value: Evaluator
    cases: list[CompiledBranch]


@frozen
class CompiledLoop:
    """A loop; without variables if `CompiledItems` in it repeats the elements."""

    source: str
    items: Evaluator
    variables: tuple[str, ...]
    body: list[CompiledPiece]
    otherwise: list[CompiledPiece]


@frozen
class CompiledItems:
    """The repeated part of a loop."""

    variables: tuple[str, ...]
    body: list[CompiledPiece]


@frozen
class CompiledBody:
    """A block of the directive `name`: `sep`, `compress`, or an `assign` that stores text."""

    name: str
    variable: str
    body: list[CompiledPiece]


@frozen
class CompiledAssignment:
    """An assignment of a value."""

    source: str
    variable: str
    value: Evaluator


@frozen
class CompiledJump:
    """A `break` or `continue`."""

    name: str


#: A compiled piece.
CompiledPiece = (
    str
    | CompiledInterpolation
    | CompiledIf
    | CompiledSwitch
    | CompiledLoop
    | CompiledItems
    | CompiledBody
    | CompiledAssignment
    | CompiledJump
)


@frozen
class Compiled:
    """A compiled template.

    Attributes:
        pieces: Its pieces.
        unreadable: The interpolations that are not expressions, with the error. They may be keys of settings.
    """

    pieces: list[CompiledPiece] = field(factory=list)
    unreadable: list[tuple[str, TemplateError]] = field(factory=list)


def compile_pieces(pieces: Iterable[Piece]) -> Compiled:
    """Compile the pieces of a template.

    Args:
        pieces: The pieces that the parser returned.
    """
    result = Compiled()
    result.pieces.extend(_compile(pieces, result))
    return result


def _compile(pieces: Iterable[Piece], result: Compiled) -> list[CompiledPiece]:
    return [_compile_piece(piece, result) for piece in pieces if not isinstance(piece, Comment)]


def _compile_piece(piece: Piece, result: Compiled) -> CompiledPiece:
    if isinstance(piece, Text):
        return piece.content
    if isinstance(piece, Interpolation):
        return CompiledInterpolation(piece.source, _value(piece.inside, result))
    if isinstance(piece, If):
        return CompiledIf([_branch(branch, result) for branch in piece.branches])
    if isinstance(piece, Switch):
        cases = [_branch(case, result) for case in piece.cases]
        return CompiledSwitch(piece.value.source, compile_expression(piece.value), cases)
    if isinstance(piece, Loop):
        body, otherwise = _compile(piece.body, result), _compile(piece.otherwise, result)
        return CompiledLoop(piece.source, compile_expression(piece.items), piece.variables, body, otherwise)
    if isinstance(piece, Items):
        return CompiledItems(piece.variables, _compile(piece.body, result))
    if isinstance(piece, Body):
        return CompiledBody(piece.name, piece.variable, _compile(piece.body, result))
    if isinstance(piece, Assignment):
        return CompiledAssignment(piece.value.source, piece.variable, compile_expression(piece.value))
    assert isinstance(piece, Jump) and not isinstance(piece, Invalid), "only a tolerant parser returns other pieces"
    return CompiledJump(piece.tag.name)


def _branch(branch: Branch, result: Compiled) -> CompiledBranch:
    return CompiledBranch(_condition(branch.condition), _compile(branch.body, result))


def _condition(condition: Expression | None) -> Evaluator | None:
    return compile_expression(condition) if condition else None


def _value(source: str, result: Compiled) -> Evaluator:
    """Return the value of an interpolation: a setting with that exact key, else the value of the expression."""
    compiled: Evaluator | None = None
    try:
        compiled = compile_expression(parse_expression(source))
    except TemplateError as error:
        result.unreadable.append((source, error))

    def value(scope: Scope) -> Any:
        found = scope(source)
        if compiled is None or (found is not MISSING and found is not None):
            return found
        return require_defined(compiled(scope), source)

    return value
