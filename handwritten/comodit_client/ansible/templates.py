"""Conversion of FreeMarker templates to Jinja2, for Ansible's module `template`."""

from __future__ import annotations

from attrs import define, field, frozen

from comodit_client.ansible.template_code import Code, Level
from comodit_client.ansible.template_expressions import convert
from comodit_client.ansible.template_interpolations import convert_interpolation
from comodit_client.ansible.template_limits import MAX_LOOPS, check_depth
from comodit_client.ansible.template_names import Names
from comodit_client.ansible.template_output import Kind, Output, comment, write
from comodit_client.ansible.template_scope import LoopNames, Scope
from comodit_client.freemarker.errors import TemplateError, Unbalanced
from comodit_client.freemarker.nodes import Expression
from comodit_client.freemarker.scanning import Tag
from comodit_client.freemarker.templates import parse_template
from comodit_client.freemarker.tree import (
    Assignment,
    Block,
    Comment,
    If,
    Interpolation,
    Invalid,
    Jump,
    Loop,
    Piece,
    Text,
)

__all__ = ["Converted", "Names", "convert_template"]

_MAX_REASON = 200


@frozen
class Converted:
    """A converted template.

    Attributes:
        text: The Jinja2 template.
        variables: The keys of the settings that it may use, and the variables of the server, such as `_host.name`.
        problems: What was not converted, each with its line and the reason. The text contains these pieces unchanged.
        is_broken: Whether the template as a whole does not parse.
    """

    text: str
    variables: frozenset[str]
    problems: tuple[str, ...]
    is_broken: bool = False


def convert_template(content: str, start: str, end: str, names: Names) -> Converted:
    """Convert a FreeMarker template to Jinja2.

    Rendered by Ansible's module `template`, the result writes the same file. The variables must have the values of the
    settings, with the same types.

    Args:
        content: The template.
        start: The start delimiter of interpolations.
        end: The end delimiter.
        names: The keys of settings and their variables.
    """
    try:
        pieces = parse_template(content, start, end, tolerant=True)
        converted = _Converter(content).convert_all(pieces, Scope(names))
    except Unbalanced as error:
        return _not_converted(content, error.place, str(error))
    except RecursionError:
        return _not_converted(content, 0, "an expression is nested too deeply")
    return converted


def _not_converted(content: str, place: int, reason: str) -> Converted:
    converter = _Converter(content)
    pieces = converter.invalid(Invalid(0, len(content), reason), place)
    return Converted(write(pieces), frozenset(), tuple(converter.problems), is_broken=True)


@define
class _Converter:
    """Converts the pieces of a template.

    Attributes:
        content: The template.
        problems: What was not converted.
    """

    content: str
    problems: list[str] = field(factory=list)

    def convert_all(self, pieces: tuple[Piece, ...], scope: Scope) -> Converted:
        self._pieces(pieces, scope)
        # Only now all variables are known that no loop may hide.
        second = Scope(scope.names, frozenset(scope.variables))
        self.problems.clear()
        output = self._pieces(pieces, second)
        return Converted(write(output), frozenset(second.used), tuple(self.problems))

    def invalid(self, piece: Invalid, place: int) -> list[Output]:
        """Return a piece that is not converted, after a comment with the reason."""
        line = self.content.count("\n", 0, place) + 1
        reason = " ".join(piece.reason.split())
        reason = reason if len(reason) <= _MAX_REASON else f"{reason[:_MAX_REASON]}..."
        self.problems.append(f"line {line}: {reason}")
        return [
            comment(f"ComodIT: not converted: {reason}"),
            Output(Kind.TEXT, self.content[piece.start : piece.end]),
        ]

    def _pieces(self, pieces: tuple[Piece, ...], scope: Scope) -> list[Output]:
        return [output for piece in pieces for output in self._piece(piece, scope)]

    def _piece(self, piece: Piece, scope: Scope) -> list[Output]:
        if isinstance(piece, Text):
            return [Output(Kind.TEXT, piece.content)]
        if isinstance(piece, Comment):
            return [comment(piece.tag.rest, piece.tag.owns_line)]
        if isinstance(piece, Invalid):
            return self.invalid(piece, piece.start)
        try:
            if isinstance(piece, Interpolation):
                return [convert_interpolation(piece, scope)]
            if isinstance(piece, Loop):
                return self._loop(piece, scope)
            if isinstance(piece, If):
                return self._if(piece, scope)
            raise TemplateError(f"the directive <#{piece.tag.name}> is not converted")
        except TemplateError as error:
            return self.invalid(_whole(piece, str(error)), _start(piece))

    def _if(self, piece: If, scope: Scope) -> list[Output]:
        output: list[Output] = []
        for branch in piece.branches:
            word = "else" if branch.condition is None else "elif" if output else "if"
            test = f" {_convert(branch.condition, scope).at(Level.OR)}" if branch.condition else ""
            output.append(_block(f"{word}{test}", branch.tag))
            output += self._pieces(branch.body, scope)
        return [*output, _block("endif", piece.closing)]

    def _loop(self, piece: Loop, scope: Scope) -> list[Output]:
        if scope.depth == MAX_LOOPS:
            raise TemplateError(f"more than {MAX_LOOPS} loops are nested, which Jinja2 does not support")
        if len(piece.variables) != 1 or piece.otherwise:
            raise TemplateError(
                "a <#list> with <#else>, with <#items> or over the members of an object is not converted"
            )
        items = _convert(piece.items, scope)
        inside, loop = scope.enter(piece.variables[0], items)
        body = self._pieces(piece.body, inside)
        return [
            _block(f"for {loop.item.text} in {items.at(Level.OR)}", piece.tag),
            *(_block(f"set {variable}", piece.tag) for variable in _variables(loop)),
            *body,
            _block("endfor", piece.closing),
        ]


def _convert(expression: Expression, scope: Scope) -> Code:
    check_depth(expression)
    return convert(expression.root, scope)


def _block(text: str, tag: Tag) -> Output:
    return Output(Kind.BLOCK, text, tag.owns_line)


def _variables(loop: LoopNames) -> list[str]:
    """Return the assignments to the variables of a loop that the loops inside use."""
    values = {"index": f"{loop.index} = loop.index0", "next": f"{loop.has_next} = not loop.last"}
    return [values[which] for which in sorted(loop.needed)]


def _start(piece: Interpolation | Block | Assignment | Jump) -> int:
    if isinstance(piece, Interpolation):
        return piece.start
    return piece.branches[0].tag.start if isinstance(piece, If) else piece.tag.start


def _whole(piece: Interpolation | Block | Assignment | Jump, reason: str) -> Invalid:
    start = _start(piece)
    if isinstance(piece, Interpolation):
        return Invalid(start, start + len(piece.source), reason)
    return Invalid(start, piece.tag.end if isinstance(piece, Assignment | Jump) else piece.closing.end, reason)
