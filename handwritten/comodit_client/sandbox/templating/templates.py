"""The template engine: the subset of FreeMarker that ComodIT's templates are known to use (S105, S106).

Interpolations are enclosed in the file's delimiters (S100). The supported directives are `if` with `elseif` and `else`,
`list`, `noparse` and comments; others raise an error. An interpolation of an undefined value is left as it is, so that
it is visible in the file (S99).
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from comodit_client.sandbox.templating.expressions import (
    MISSING,
    Expression,
    Scope,
    TemplateError,
    Undefined,
    compile_expression,
    require_defined,
    truth_of,
)

_DIRECTIVE = r"""<\#(?P<name>[a-z]+)(?P<rest>(?>"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)|[^>\n])*+)>"""
_TAGS = re.compile(
    rf"(?s:<\#--.*?-->)|(?s:<\#noparse>(?P<raw>.*?)</\#noparse>)|{_DIRECTIVE}|</\#(?P<closed>[a-z]+)\s*>"
)
_LIST = re.compile(r"(?P<items>.+)\s+as\s+(?P<variable>[^\W\d]\w*)$")
#: Directives that start another branch of a block.
_BRANCHES = {"elseif", "else"}


@frozen
class _Tag:
    """A directive: its name, with a leading "/" if it closes a block, and its arguments."""

    name: str
    rest: str


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


def render_template(content: str, start: str, end: str, scope: Scope) -> str:
    """Render a template.

    Args:
        content: The template.
        start: The start delimiter of interpolations.
        end: The end delimiter.
        scope: Returns the values of variables.

    Raises:
        TemplateError: The template is invalid or not supported; the text says where.
    """
    try:
        return "".join(_render(_Reader(content, start, end).pieces(), scope))
    except RecursionError:
        raise TemplateError("the template is nested too deeply") from None


class _Reader:
    """Parses a template into pieces."""

    def __init__(self, content: str, start: str, end: str) -> None:
        opening, closing = re.escape(start), re.escape(end)
        # Possessive: no backtracking, so that a long line of quotes takes linear time.
        inside = rf"""(?>"[^"\n]*"|'[^'\n]*'|(?!{closing})[^\n])++"""
        self._interpolation = re.compile(rf"{opening}({inside}){closing}")
        self._parts = self._split(content)

    def pieces(self) -> list[_Piece]:
        pieces, closed_by = self._block()
        if closed_by:
            raise TemplateError(f"<{_tag_text(closed_by)}> closes no block")
        return pieces

    def _split(self, content: str) -> Iterator[str | _Tag]:
        place = 0
        for match in _TAGS.finditer(content):
            start, end = match.span()
            if match["raw"] is None:
                start, end = _without_empty_line(content, start, end)
            yield content[place : max(place, start)]
            place = max(place, end)
            if match["raw"] is not None:
                yield _Tag("noparse", match["raw"])
            elif match["name"] or match["closed"]:
                yield _Tag(match["name"] or f"/{match['closed']}", (match["rest"] or "").strip().removesuffix("/"))
        yield content[place:]

    def _block(self) -> tuple[list[_Piece], _Tag | None]:
        """Read up to the end of the block, its next branch, or the end of the template."""
        pieces: list[_Piece] = []
        for part in self._parts:
            if isinstance(part, str):
                pieces += self._interpolated(part)
            elif part.name.startswith("/") or part.name in _BRANCHES:
                return pieces, part
            elif part.name == "noparse":
                pieces.append(part.rest)
            elif part.name == "if":
                pieces.append(self._if(part))
            elif part.name == "list":
                pieces.append(self._list(part))
            else:
                raise TemplateError(f"the directive <#{part.name}> is not supported by the sandbox")
        return pieces, None

    def _interpolated(self, content: str) -> Iterator[_Piece]:
        place = 0
        for match in self._interpolation.finditer(content):
            yield content[place : match.start()]
            yield _Interpolation(match[0], _value(match[1].strip()))
            place = match.end()
        yield content[place:]

    def _if(self, tag: _Tag) -> _If:
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

    def _list(self, tag: _Tag) -> _List:
        match = _LIST.match(tag.rest)
        if match is None:
            raise TemplateError(f"<#list {tag.rest}> must have the form <#list items as item>")
        body, end = self._block()
        if end is None or end.name != "/list":
            raise TemplateError(f"<#list {tag.rest}> is not closed by </#list>")
        return _List(match["items"], compile_expression(match["items"]), match["variable"], body)


def _without_empty_line(content: str, start: int, end: int) -> tuple[int, int]:
    """Extend a tag that is alone on its line to the whole line, as FreeMarker does."""
    first = content.rfind("\n", 0, start) + 1
    last = content.find("\n", end) + 1 or len(content)
    alone = not content[first:start].strip() and not content[end:last].strip()
    return (first, last) if alone else (start, end)


def _tag_text(tag: _Tag) -> str:
    return f"/#{tag.name[1:]}" if tag.name.startswith("/") else f"#{tag.name}"


def _value(source: str) -> Expression:
    """Return the value of an interpolation: a setting with that exact key, else the value of the expression."""

    def value(scope: Scope) -> Any:
        found = scope(source)
        return (
            require_defined(compile_expression(source)(scope), source) if found is MISSING or found is None else found
        )

    return value


def _render(pieces: list[_Piece], scope: Scope) -> Iterator[str]:
    for piece in pieces:
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
        if condition is None or truth_of(condition, scope):
            yield from _render(body, scope)
            return


def _render_list(piece: _List, scope: Scope) -> Iterator[str]:
    items = require_defined(piece.items(scope), piece.source)
    if not isinstance(items, list):
        raise TemplateError(f"'{piece.source}' is not a list")
    for index, item in enumerate(items):
        own = {
            piece.variable: item,
            f"{piece.variable}_index": index,
            f"{piece.variable}_has_next": index + 1 < len(items),
        }
        yield from _render(piece.body, _LoopScope(own, scope))


@frozen
class _LoopScope:
    """The variables of a loop, followed by those around it."""

    own: dict[str, Any]
    outer: Scope

    def __call__(self, name: str) -> Any:
        return self.own[name] if name in self.own else self.outer(name)
