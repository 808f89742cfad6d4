"""The template engine: the subset of FreeMarker that ComodIT's templates are known to use (S105, S106).

Interpolations are enclosed in the file's delimiters (S100). The supported directives are `if` with `elseif` and `else`,
`list`, `noparse` and comments; others raise an error. An interpolation of an undefined value is left as it is, so that
it is visible in the file (S99).
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from attrs import frozen

from comodit_client.sandbox.templating.expressions import (
    Expression,
    compile_expression,
    require_defined,
    truth_of,
)
from comodit_client.sandbox.templating.scanning import Arguments, Tag, split_template
from comodit_client.sandbox.templating.scopes import MISSING, Budget, Scope, TemplateError, Undefined

_VARIABLE = re.compile(r"[^\W\d]\w*")
#: The depth of nested blocks; each takes a few levels of Python's stack.
_MAX_DEPTH = 50
#: The steps that reading a tag is worth.
_READING_STEPS = 10
#: Directives that start another branch of a block.
_BRANCHES = {"elseif", "else"}


@frozen
class _Interpolation:
    source: str
    value: Expression


@frozen
class _If:
    branches: list[tuple[Expression | None, list[_Piece]]]


@frozen
class _List:
    source: str
    items: Expression
    variable: str
    body: list[_Piece]


_Piece = str | _Interpolation | _If | _List


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


def render_template(content: str, start: str, end: str, lookup: Callable[[str], Any]) -> str:
    """Render a template.

    Args:
        content: The template.
        start: The start delimiter of interpolations.
        end: The end delimiter.
        lookup: Returns the values of variables, or MISSING.

    Raises:
        TemplateError: The template is invalid, not supported, or takes too much work; the text says where.
    """
    budget = Budget()
    try:
        pieces = _Reader(content, start, end, budget).pieces()
        return "".join(map(budget.write, _render(pieces, Scope(lookup, budget))))
    except RecursionError:
        raise TemplateError("the template is nested too deeply") from None


class _Reader:
    """Parses a template into pieces."""

    def __init__(self, content: str, start: str, end: str, budget: Budget) -> None:
        self._opening, self._closing = start, end
        self._budget = budget
        self._parts = split_template(content)
        self._depth = 0

    def pieces(self) -> list[_Piece]:
        pieces, closed_by = self._block()
        if closed_by:
            raise TemplateError(f"<{_tag_text(closed_by)}> closes no block")
        return pieces

    def _block(self) -> tuple[list[_Piece], Tag | None]:
        """Read up to the end of the block, its next branch, or the end of the template."""
        pieces: list[_Piece] = []
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise TemplateError("the template is nested too deeply")
        for part in self._parts:
            if isinstance(part, str):
                pieces += self._interpolated(part)
                continue
            self._budget.spend(_READING_STEPS)
            if part.name.startswith("/") or part.name in _BRANCHES:
                self._depth -= 1
                return pieces, part
            if part.name == "noparse":
                pieces.append(part.rest)
            elif part.name == "if":
                pieces.append(self._if(part))
            elif part.name == "list":
                pieces.append(self._list(part))
            else:
                raise TemplateError(f"the directive <#{part.name}> is not supported by the sandbox")
        return pieces, None

    def _interpolated(self, content: str) -> Iterator[_Piece]:
        arguments = Arguments(content, self._closing)
        place, opening = 0, content.find(self._opening)
        while opening >= 0:
            start = opening + len(self._opening)
            closing = arguments.end(start)
            if closing is None or closing == start:
                opening = content.find(self._opening, opening + 1)
                continue
            yield content[place:opening]
            self._budget.spend(_READING_STEPS)
            place = closing + len(self._closing)
            yield _Interpolation(content[opening:place], _value(content[start:closing].strip()))
            opening = content.find(self._opening, place)
        yield content[place:]

    def _if(self, tag: Tag) -> _If:
        branches: list[tuple[Expression | None, list[_Piece]]] = []
        condition: Expression | None = compile_expression(tag.rest)
        while True:
            body, end = self._block()
            branches.append((condition, body))
            if end is None or end.name not in (*_BRANCHES, "/if") or (condition is None and end.name != "/if"):
                raise TemplateError(f"<#if {tag.rest}> is not closed by </#if>")
            if end.name == "/if":
                return _If(branches)
            condition = compile_expression(end.rest) if end.name == "elseif" else None

    def _list(self, tag: Tag) -> _List:
        parts = tag.rest.rsplit(None, 2)
        if len(parts) < 3 or parts[1] != "as" or not _VARIABLE.fullmatch(parts[2]):
            raise TemplateError(f"<#list {tag.rest}> must have the form <#list items as item>")
        body, end = self._block()
        if end is None or end.name != "/list":
            raise TemplateError(f"<#list {tag.rest}> is not closed by </#list>")
        return _List(parts[0], compile_expression(parts[0]), parts[2], body)


def _tag_text(tag: Tag) -> str:
    return f"/#{tag.name[1:]}" if tag.name.startswith("/") else f"#{tag.name}"


def _value(source: str) -> Expression:
    """Return the value of an interpolation: a setting with that exact key, else the value of the expression."""
    # Compiled when it is needed only, since a key may be no expression, and once only, since it may be in a loop.
    compiled = cache(lambda: compile_expression(source))

    def value(scope: Scope) -> Any:
        found = scope(source)
        return require_defined(compiled()(scope), source) if found is MISSING or found is None else found

    return value


def _render(pieces: list[_Piece], scope: Scope) -> Iterator[str]:
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
        return piece.source
    return value if isinstance(value, str) else json.dumps(value)


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
