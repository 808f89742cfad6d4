"""The parser of templates. `vocabulary` lists the directives and built-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import define

from comodit_client.freemarker.errors import TemplateError, Unbalanced, Unsupported
from comodit_client.freemarker.expressions import parse_expression
from comodit_client.freemarker.headers import ListHeader, assignments, captured_name, items_header, list_header
from comodit_client.freemarker.nodes import Expression
from comodit_client.freemarker.scanning import CALL, COMMENT, Mark, Part, Passage, Tag, split_template
from comodit_client.freemarker.tree import (
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
from comodit_client.freemarker.vocabulary import DIRECTIVES, INSTEAD, TRIMS
from comodit_client.freemarker.whitespace import captures, strip_white_space

#: The depth of nested blocks; each takes a few levels of Python's stack.
_MAX_DEPTH = 50
#: Directives that start another branch of a block.
_BRANCHES = {"elseif", "else", "case", "default"}


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
    parts = []
    for part in split_template(content, start, end):
        if not isinstance(part, Passage):
            count()
        parts.append(part)
    return _Parser(strip_white_space(content, parts), tolerant).parse()


@define
class _Around:
    """The blocks around a place: whether `break`, `continue`, `sep` and `items` have one."""

    breaks: bool = False
    loops: bool = False
    repeats: bool = False
    lists: bool = False


class _Parser:
    def __init__(self, parts: Iterable[Part], tolerant: bool) -> None:
        self._tolerant = tolerant
        self._parts = iter(parts)
        #: A tag that is read again, because it also ends the block around the one that it ended.
        self._again: Tag | None = None
        self._depth = 0

    def parse(self) -> tuple[Piece, ...]:
        pieces, closed_by = self._block(_Around())
        if closed_by:
            raise Unbalanced(f"<{_tag_text(closed_by)}> closes no block", closed_by.start)
        return pieces

    def _block(self, around: _Around, start: int = 0) -> tuple[tuple[Piece, ...], Tag | None]:
        """Read up to the end of the block, its next branch, or the end of the template.

        Args:
            around: The blocks around it.
            start: The place of the block's tag.
        """
        pieces: list[Piece] = []
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise Unbalanced("the template is nested too deeply", start)
        while (part := self._next()) is not None:
            if isinstance(part, Passage):
                pieces += [Text(part.content)] if part.content else []
            elif isinstance(part, Mark):
                pieces.append(Interpolation(part.source, part.inside, part.start))
            elif part.name == COMMENT:
                pieces.append(Comment(part))
            elif self._ends_block(part):
                self._depth -= 1
                return tuple(pieces), part
            elif part.name not in TRIMS:
                pieces += self._directive(part, around)
        self._depth -= 1
        return tuple(pieces), None

    def _next(self) -> Part | None:
        again, self._again = self._again, None
        return again or next(self._parts, None)

    def _ends_block(self, tag: Tag) -> bool:
        if self._tolerant and tag.name.removeprefix("/") not in DIRECTIVES:
            return False
        return tag.name.startswith("/") or tag.name in _BRANCHES

    def _directive(self, tag: Tag, around: _Around) -> Iterable[Piece]:
        try:
            if tag.name == "if":
                return [self._if(tag, around)]
            if tag.name == "list":
                return [self._list(tag, around)]
            if tag.name == "switch":
                return [self._switch(tag, around)]
            if tag.name in ("items", "sep", "compress"):
                return [self._body(tag, around)]
            if tag.name == "assign":
                return [self._body(tag, around)] if captures(tag) else assignments(tag)
            if tag.name in ("break", "continue"):
                return [_jump(tag, around)]
            raise _unsupported(tag)
        except Unbalanced:
            raise
        except TemplateError as error:
            return [Invalid(tag.start, tag.end, str(self._tolerated(error)))]

    def _if(self, tag: Tag, around: _Around) -> If | Invalid:
        branches: list[Branch] = []
        errors: list[TemplateError] = []
        opening, is_else = tag, False
        while True:
            condition = None if is_else else self._expression(opening.rest)
            body, end = self._block(around, tag.start)
            if isinstance(condition, TemplateError):
                errors.append(condition)
            else:
                branches.append(Branch(opening, condition, body))
            if end is None or end.name not in ("elseif", "else", "/if") or (is_else and end.name != "/if"):
                raise _not_closed(tag)
            if end.name == "/if":
                return Invalid(tag.start, end.end, str(errors[0])) if errors else If(tuple(branches), end)
            opening, is_else = end, end.name == "else"

    def _list(self, tag: Tag, around: _Around) -> Loop | Invalid:
        header: ListHeader | TemplateError
        try:
            header = list_header(tag)
        except TemplateError as error:
            header = self._tolerated(error)
        is_loop = isinstance(header, TemplateError) or bool(header.variables)
        inside = _Around(is_loop, is_loop, is_loop, not is_loop)
        body, end = self._block(inside, tag.start)
        otherwise: tuple[Piece, ...] = ()
        if end is not None and end.name == "else":
            otherwise, end = self._block(around, tag.start)
        if end is None or end.name != "/list":
            raise _not_closed(tag)
        if isinstance(header, TemplateError):
            return Invalid(tag.start, end.end, str(header))
        if not is_loop and not any(isinstance(piece, Items) for piece in _inside(body)):
            text = f"<#list {tag.rest}> must have the form <#list items as item>, or contain <#items as item>"
            return Invalid(tag.start, end.end, str(self._tolerated(TemplateError(text))))
        return Loop(tag, header.source, header.items, header.variables, body, otherwise, end)

    def _body(self, tag: Tag, around: _Around) -> Items | Body:
        name = tag.name
        if (name == "sep" and not around.repeats) or (name == "items" and not around.lists):
            raise TemplateError(f"<#{name}> must be in a <#list>{'' if name == 'sep' else ' without a loop variable'}")
        variables = items_header(tag) if name == "items" else ()
        body, end = self._block(_Around(True, True, True) if name == "items" else around, tag.start)
        if end is not None and name == "sep" and end.name in ("/list", "/items", "else"):
            self._again = end
        elif end is None or end.name != f"/{name}":
            raise _not_closed(tag)
        if name == "items":
            return Items(tag, variables, body, end)
        return Body(tag, name, captured_name(tag) if name == "assign" else "", body, end)

    def _switch(self, tag: Tag, around: _Around) -> Switch | Invalid:
        value = self._expression(tag.rest)
        inside = _Around(True, around.loops, around.repeats, around.lists)
        body, end = self._block(inside, tag.start)
        errors = [value] if isinstance(value, TemplateError) else []
        if any(not isinstance(piece, Comment) and not _is_blank(piece) for piece in body):
            errors.append(self._tolerated(TemplateError(f"<#switch {tag.rest}> has content before its first <#case>")))
        cases: list[Branch] = []
        while end is not None and end.name in ("case", "default"):
            opening, condition = end, self._expression(end.rest) if end.name == "case" else None
            pieces, end = self._block(inside, tag.start)
            if isinstance(condition, TemplateError):
                errors.append(condition)
            else:
                cases.append(Branch(opening, condition, pieces))
        if end is None or end.name != "/switch":
            raise _not_closed(tag)
        if sum(case.condition is None for case in cases) > 1:
            errors.append(self._tolerated(TemplateError(f"<#switch {tag.rest}> has more than one <#default>")))
        if isinstance(value, TemplateError) or errors:
            return Invalid(tag.start, end.end, str(errors[0]))
        return Switch(tag, value, tuple(cases), end)

    def _expression(self, source: str) -> Expression | TemplateError:
        try:
            return parse_expression(source)
        except TemplateError as error:
            return self._tolerated(error)

    def _tolerated(self, error: TemplateError) -> TemplateError:
        if not self._tolerant:
            raise error
        return error


def _inside(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield pieces and those in their conditions."""
    waiting = [*pieces]
    while waiting:
        piece = waiting.pop()
        yield piece
        if isinstance(piece, If):
            waiting += [inner for branch in piece.branches for inner in branch.body]
        elif isinstance(piece, Body):
            waiting += piece.body


def _is_blank(piece: Piece) -> bool:
    return isinstance(piece, Text) and not piece.content.strip()


def _jump(tag: Tag, around: _Around) -> Jump:
    if not (around.breaks if tag.name == "break" else around.loops):
        raise TemplateError(f"<#{tag.name}> must be in a <#list>{' or <#switch>' if tag.name == 'break' else ''}")
    return Jump(tag)


def _unsupported(tag: Tag) -> TemplateError:
    if tag.name.removeprefix("/") == CALL:
        return Unsupported("the call of a macro <@...> (write its content where it is used) is not supported")
    hint = INSTEAD.get(tag.name)
    return Unsupported(f"the directive <{_tag_text(tag)}>{f' ({hint})' if hint else ''} is not supported")


def _not_closed(tag: Tag) -> Unbalanced:
    rest = f" {tag.rest}" if tag.rest else ""
    return Unbalanced(f"<#{tag.name}{rest}> is not closed by </#{tag.name}>", tag.start)


def _tag_text(tag: Tag) -> str:
    return f"/#{tag.name[1:]}" if tag.name.startswith("/") else f"#{tag.name}"
