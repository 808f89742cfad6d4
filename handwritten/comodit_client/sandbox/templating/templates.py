"""The template engine: the subset of FreeMarker that ComodIT's templates are known to use (S105, S106).

Other directives and built-ins raise an error. An interpolation of an undefined value is left as it is, so that it is
visible in the file (S99).
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from attrs import frozen

from comodit_client.freemarker.errors import TemplateError, Unsupported
from comodit_client.freemarker.expressions import parse_expression
from comodit_client.freemarker.nodes import Expression
from comodit_client.freemarker.templates import parse_template
from comodit_client.freemarker.tree import Comment, If, Interpolation, Loop, Piece, Text
from comodit_client.sandbox.templating.expressions import Evaluator, compile_expression, require_defined, truth_of
from comodit_client.sandbox.templating.scopes import MISSING, Budget, Scope, Undefined, ignore

#: The steps that reading a tag is worth.
_READING_STEPS = 10
#: The real engine may write separators in numbers from this one on.
_GROUPED = 1000


@frozen
class _Interpolation:
    source: str
    value: Evaluator


@frozen
class _If:
    branches: list[tuple[Evaluator | None, list[_Compiled]]]


@frozen
class _List:
    source: str
    items: Evaluator
    variable: str
    body: list[_Compiled]


_Compiled = str | _Interpolation | _If | _List


def is_template(pieces: Iterable[bytes], start: str) -> bool:
    """Return whether a content is text with directives or interpolations. The content is read piece by piece.

    Args:
        pieces: The content.
        start: The start delimiter of interpolations.
    """
    marks = [mark.encode("utf-8", "surrogatepass") for mark in (start, "<#", "</#")]
    overlap = max(map(len, marks)) - 1
    decoder = codecs.getincrementaldecoder("utf-8")()
    found, before = False, b""
    try:
        for piece in pieces:
            decoder.decode(piece)
            joined = before + piece
            found = found or any(mark in joined for mark in marks)
            before = joined[-overlap:]
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return found


def render_template(
    content: str, start: str, end: str, lookup: Callable[[str], Any], note: Callable[[str], None] = ignore
) -> str:
    """Render a template.

    Args:
        content: The template.
        start: The start delimiter of interpolations.
        end: The end delimiter.
        lookup: Returns the values of variables, or MISSING.
        note: Called with the name of each behaviour of `parity` that the text rests on.

    Raises:
        TemplateError: The template is invalid, not supported, or takes too much work; the text says where.
    """
    budget = Budget(note=note)
    try:
        pieces = _compile(parse_template(content, start, end, lambda: budget.spend(_READING_STEPS)))
        return "".join(map(budget.write, _render(pieces, Scope(lookup, budget))))
    except Unsupported as error:
        raise TemplateError(error.with_engine("the sandbox")) from None
    except RecursionError:
        raise TemplateError("the template is nested too deeply") from None


def _compile(pieces: Iterable[Piece]) -> list[_Compiled]:
    return [_compile_piece(piece) for piece in pieces if not isinstance(piece, Comment)]


def _compile_piece(piece: Piece) -> _Compiled:
    if isinstance(piece, Text):
        return piece.content
    if isinstance(piece, Interpolation):
        return _Interpolation(piece.source, _value(piece.inside))
    if isinstance(piece, If):
        return _If([(_condition(branch.condition), _compile(branch.body)) for branch in piece.branches])
    assert isinstance(piece, Loop), "only a tolerant parser returns other pieces"
    return _List(piece.source, compile_expression(piece.items), piece.variable, _compile(piece.body))


def _condition(condition: Expression | None) -> Evaluator | None:
    return compile_expression(condition) if condition else None


def _value(source: str) -> Evaluator:
    """Return the value of an interpolation: a setting with that exact key, else the value of the expression."""
    # Compiled when it is needed only, since a key may be no expression, and once only, since it may be in a loop.
    compiled = cache(lambda: compile_expression(parse_expression(source)))

    def value(scope: Scope) -> Any:
        found = scope(source)
        return require_defined(compiled()(scope), source) if found is MISSING or found is None else found

    return value


def _render(pieces: list[_Compiled], scope: Scope) -> Iterator[str]:
    for piece in pieces:
        scope.budget.spend()
        if isinstance(piece, str):
            yield piece
        elif isinstance(piece, _Interpolation):
            yield _interpolate(piece, scope)
        elif isinstance(piece, _If):
            yield from _render_if(piece, scope)
        else:
            yield from _render_list(piece, scope)


def _interpolate(piece: _Interpolation, scope: Scope) -> str:
    try:
        value = piece.value(scope)
    except Undefined:
        scope.budget.note("templates.undefined")
        return piece.source
    _note_text_of(value, scope.budget.note)
    return value if isinstance(value, str) else json.dumps(value)


def _note_text_of(value: Any, note: Callable[[str], None]) -> None:
    """Note a value whose text in the real engine is unknown."""
    if isinstance(value, bool | list | dict):
        note("templates.values")
    elif isinstance(value, int | float) and abs(value) >= _GROUPED:
        note("templates.numbers")


def _render_if(piece: _If, scope: Scope) -> Iterator[str]:
    for condition, body in piece.branches:
        scope.budget.spend()
        if condition is None or truth_of(condition, scope):
            yield from _render(body, scope)
            return


def _render_list(piece: _List, scope: Scope) -> Iterator[str]:
    items = require_defined(piece.items(scope), piece.source)
    if not isinstance(items, list):
        raise TemplateError(f"'{piece.source}' is not a list")
    for index, item in enumerate(items):
        scope.budget.spend()
        own = {
            piece.variable: item,
            f"{piece.variable}_index": index,
            f"{piece.variable}_has_next": index + 1 < len(items),
        }
        yield from _render(piece.body, scope.with_variables(own))
