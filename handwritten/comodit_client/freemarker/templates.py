"""The parser of templates.

Interpolations are enclosed in the file's delimiters (S100). The supported directives are `if` with `elseif` and `else`,
`list`, `noparse` and comments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import frozen

from comodit_client.freemarker.errors import TemplateError, Unbalanced, Unsupported
from comodit_client.freemarker.expressions import parse_expression
from comodit_client.freemarker.nodes import Expression
from comodit_client.freemarker.scanning import COMMENT, Arguments, Passage, Tag, split_template
from comodit_client.freemarker.tree import Branch, Comment, If, Interpolation, Invalid, Loop, Piece, Text

_VARIABLE = re.compile(r"[^\W\d]\w*")
#: The depth of nested blocks; each takes a few levels of Python's stack.
_MAX_DEPTH = 50
#: Directives that start another branch of a block.
_BRANCHES = {"elseif", "else"}
_KNOWN = {*_BRANCHES, "if", "/if", "list", "/list", "noparse", COMMENT}


def parse_template(
    content: str, start: str, end: str, count: Callable[[], object] = lambda: None, tolerant: bool = False
) -> tuple[Piece, ...]:
    """Parse a template.

    Args:
        content: The template.
        start: The start delimiter of interpolations.
        end: The end delimiter.
        count: Called for each tag and each interpolation that is read.
        tolerant: Whether to return directives with errors as invalid pieces instead of raising an error.

    Raises:
        TemplateError: The template is invalid or not supported. With `tolerant`, only its subclass `Unbalanced` is
            raised.
        RecursionError: An expression is nested too deeply.
    """
    return _Parser(content, start, end, count, tolerant).parse()


@frozen
class _LoopHeader:
    source: str
    items: Expression
    variable: str


class _Parser:
    def __init__(self, content: str, start: str, end: str, count: Callable[[], object], tolerant: bool) -> None:
        self._opening, self._closing = start, end
        self._count = count
        self._tolerant = tolerant
        self._parts = split_template(content)
        self._depth = 0

    def parse(self) -> tuple[Piece, ...]:
        pieces, closed_by = self._block()
        if closed_by:
            raise Unbalanced(f"<{_tag_text(closed_by)}> closes no block", closed_by.start)
        return pieces

    def _block(self, start: int = 0) -> tuple[tuple[Piece, ...], Tag | None]:
        """Read up to the end of the block, its next branch, or the end of the template.

        Args:
            start: The place of the block's tag.
        """
        pieces: list[Piece] = []
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise Unbalanced("the template is nested too deeply", start)
        for part in self._parts:
            if isinstance(part, Passage):
                pieces += self._interpolated(part)
            elif part.name == COMMENT:
                pieces.append(Comment(part))
            else:
                self._count()
                if self._ends_block(part):
                    self._depth -= 1
                    return tuple(pieces), part
                pieces.append(self._directive(part))
        return tuple(pieces), None

    def _ends_block(self, tag: Tag) -> bool:
        if self._tolerant and tag.name not in _KNOWN:
            return False
        return tag.name.startswith("/") or tag.name in _BRANCHES

    def _interpolated(self, passage: Passage) -> Iterator[Piece]:
        content = passage.content
        arguments = Arguments(content, self._closing)
        place, opening = 0, content.find(self._opening)
        while opening >= 0:
            start = opening + len(self._opening)
            closing = arguments.end(start)
            if closing is None or closing == start:
                opening = content.find(self._opening, opening + 1)
                continue
            yield Text(content[place:opening])
            self._count()
            place = closing + len(self._closing)
            yield Interpolation(content[opening:place], content[start:closing].strip(), passage.start + opening)
            opening = content.find(self._opening, place)
        yield Text(content[place:])

    def _directive(self, tag: Tag) -> Piece:
        if tag.name == "noparse":
            return Text(tag.rest)
        if tag.name == "if":
            return self._if(tag)
        if tag.name == "list":
            return self._list(tag)
        error = Unsupported(f"the directive <{_tag_text(tag)}> is not supported")
        return Invalid(tag.start, tag.end, str(self._tolerated(error)))

    def _if(self, tag: Tag) -> If | Invalid:
        branches: list[Branch] = []
        errors: list[TemplateError] = []
        opening, is_else = tag, False
        while True:
            condition = None if is_else else self._expression(opening.rest)
            body, end = self._block(tag.start)
            if isinstance(condition, TemplateError):
                errors.append(condition)
            else:
                branches.append(Branch(opening, condition, body))
            if end is None or end.name not in (*_BRANCHES, "/if") or (is_else and end.name != "/if"):
                raise Unbalanced(f"<#if {tag.rest}> is not closed by </#if>", tag.start)
            if end.name == "/if":
                return Invalid(tag.start, end.end, str(errors[0])) if errors else If(tuple(branches), end)
            opening, is_else = end, end.name == "else"

    def _list(self, tag: Tag) -> Loop | Invalid:
        header = self._loop_header(tag)
        body, end = self._block(tag.start)
        if end is None or end.name != "/list":
            raise Unbalanced(f"<#list {tag.rest}> is not closed by </#list>", tag.start)
        if isinstance(header, TemplateError):
            return Invalid(tag.start, end.end, str(header))
        return Loop(tag, header.source, header.items, header.variable, body, end)

    def _loop_header(self, tag: Tag) -> _LoopHeader | TemplateError:
        parts = tag.rest.rsplit(None, 2)
        if len(parts) < 3 or parts[1] != "as" or not _VARIABLE.fullmatch(parts[2]):
            return self._tolerated(TemplateError(f"<#list {tag.rest}> must have the form <#list items as item>"))
        items = self._expression(parts[0])
        return items if isinstance(items, TemplateError) else _LoopHeader(parts[0], items, parts[2])

    def _expression(self, source: str) -> Expression | TemplateError:
        try:
            return parse_expression(source)
        except TemplateError as error:
            return self._tolerated(error)

    def _tolerated(self, error: TemplateError) -> TemplateError:
        if not self._tolerant:
            raise error
        return error


def _tag_text(tag: Tag) -> str:
    return f"/#{tag.name[1:]}" if tag.name.startswith("/") else f"#{tag.name}"
