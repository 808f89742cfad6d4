"""Rendering of compiled templates."""

from __future__ import annotations

import re
from typing import Any

from attrs import evolve, frozen

from comodit_client.freemarker.errors import TemplateError
from comodit_client.freemarker.nodes import Nothing
from comodit_client.sandbox.templating.compiling import (
    CompiledAssignment,
    CompiledBody,
    CompiledIf,
    CompiledInterpolation,
    CompiledItems,
    CompiledJump,
    CompiledLoop,
    CompiledPiece,
    CompiledSwitch,
)
from comodit_client.sandbox.templating.expressions import require_defined, truth_of
from comodit_client.sandbox.templating.numbers import is_number
from comodit_client.sandbox.templating.scopes import Budget, Round, Scope, Undefined
from comodit_client.sandbox.templating.values import compare, kind_of, text_of

#: The real engine may write separators in numbers from this one on.
_GROUPED = 1000
#: White space of Java.
_SPACES = re.compile(r"[^\S\x85\xa0\u2007\u202f]+")


class _Jump(Exception):
    """The control flow of `break` and `continue`."""


class _Break(_Jump):
    """A `break`."""


class _Continue(_Jump):
    """A `continue`."""


@frozen
class Renderer:
    """Renders the pieces of a template.

    Attributes:
        budget: The work that may still be done.
    """

    budget: Budget

    def render(self, pieces: list[CompiledPiece], scope: Scope) -> str:
        """Return the text of pieces.

        Args:
            pieces: The pieces.
            scope: The variables at their place.

        Raises:
            TemplateError: A value is of the wrong type, or the work is too much.
        """
        output: list[str] = []
        self._pieces(pieces, scope, output)
        return "".join(output)

    def _pieces(self, pieces: list[CompiledPiece], scope: Scope, output: list[str]) -> None:
        for piece in pieces:
            self.budget.spend()
            if isinstance(piece, str):
                output.append(self.budget.write(piece))
            elif isinstance(piece, CompiledInterpolation):
                output.append(self.budget.write(_interpolate(piece, scope)))
            elif isinstance(piece, CompiledIf):
                self._if(piece, scope, output)
            elif isinstance(piece, CompiledLoop):
                self._loop(piece, scope, output)
            elif isinstance(piece, CompiledItems):
                self._items(piece, scope, output)
            elif isinstance(piece, CompiledSwitch):
                self._switch(piece, scope, output)
            elif isinstance(piece, CompiledBody):
                self._body(piece, scope, output)
            elif isinstance(piece, CompiledAssignment):
                scope.assigned[piece.variable] = require_defined(piece.value(scope), piece.source)
            else:
                assert isinstance(piece, CompiledJump), "all other pieces are handled above"
                raise _Break if piece.name == "break" else _Continue

    def _if(self, piece: CompiledIf, scope: Scope, output: list[str]) -> None:
        for branch in piece.branches:
            self.budget.spend()
            if branch.condition is None or truth_of(branch.condition, scope):
                self._pieces(branch.body, scope, output)
                return

    def _switch(self, piece: CompiledSwitch, scope: Scope, output: list[str]) -> None:
        value = require_defined(piece.value(scope), piece.source)
        start = self._matching(piece, value, scope)
        try:
            # Without a <#break>, the next cases follow.
            for case in piece.cases[start:]:
                self._pieces(case.body, scope, output)
        except _Jump:
            # As in FreeMarker, a <#continue> of the list around it ends the <#switch> as well, and nothing more.
            pass

    def _matching(self, piece: CompiledSwitch, value: Any, scope: Scope) -> int:
        """Return the place of the first case that is written."""
        default = len(piece.cases)
        for place, case in enumerate(piece.cases):
            if case.condition is None:
                default = place
                continue
            wanted = require_defined(case.condition(scope), piece.source)
            self.budget.spend_on(value, wanted)
            if compare("==", value, wanted, piece.source):
                return place
        return default

    def _loop(self, piece: CompiledLoop, scope: Scope, output: list[str]) -> None:
        items = _elements(piece, require_defined(piece.items(scope), piece.source))
        if not items:
            self._pieces(piece.otherwise, scope, output)
        elif piece.variables:
            self._rounds(piece.variables, items, piece.body, scope, output)
        else:
            self._pieces(piece.body, evolve(scope, items=items, current=None), output)

    def _items(self, piece: CompiledItems, scope: Scope, output: list[str]) -> None:
        items = scope.items or []
        if not items:
            raise TemplateError("a <#list> has more than one <#items>")
        if len(items[0]) != len(piece.variables):
            raise TemplateError("<#items> needs one variable for a list, and two for an object: as key, value")
        self._rounds(piece.variables, [*items], piece.body, scope, output)
        items.clear()

    def _rounds(
        self,
        names: tuple[str, ...],
        items: list[tuple[Any, ...]],
        body: list[CompiledPiece],
        scope: Scope,
        output: list[str],
    ) -> None:
        for index, values in enumerate(items):
            self.budget.spend()
            try:
                self._pieces(body, scope.with_round(names, values, Round(index, index + 1 == len(items))), output)
            except _Continue:
                continue
            except _Break:
                break

    def _body(self, piece: CompiledBody, scope: Scope, output: list[str]) -> None:
        if piece.name == "sep":
            if scope.current is not None and not scope.current.is_last:
                self._pieces(piece.body, scope, output)
            return
        inside: list[str] = []
        try:
            self._pieces(piece.body, scope, inside)
        finally:
            text = "".join(inside)
            self.budget.spend_characters(len(text))
            if piece.name == "compress":
                output.append(_compressed(text))
        if piece.name == "assign":
            scope.assigned[piece.variable] = text


def _interpolate(piece: CompiledInterpolation, scope: Scope) -> str:
    try:
        value = piece.value(scope)
    except Undefined:
        scope.budget.note("templates.undefined")
        return piece.source
    if is_number(value) and abs(value) >= _GROUPED and not scope.grouped:
        scope.budget.note("templates.numbers")
    try:
        return text_of(value, scope)
    except TemplateError as error:
        raise TemplateError(f"{piece.source} cannot be written: {error}") from None


def _elements(piece: CompiledLoop, value: Any) -> list[tuple[Any, ...]]:
    """Return the values of the loop variables for each round."""
    if isinstance(value, Nothing):
        return []
    if isinstance(value, dict) and len(piece.variables) != 1:
        return list(value.items())
    if not isinstance(value, list) or len(piece.variables) == 2:
        wanted = "an object" if len(piece.variables) == 2 else "a list"
        raise TemplateError(f"'{piece.source}' is not {wanted}, but a {kind_of(value)}")
    return [(item,) for item in value]


def _compressed(text: str) -> str:
    """Return a text with one space or line break for each white space."""
    pieces = [piece for piece in _SPACES.split(text) if piece]
    spaces = [_shortened(space) for space in _SPACES.findall(text)]
    between = spaces[1:] if _SPACES.match(text) else spaces
    return "".join(piece + space for piece, space in zip(pieces, [*between, ""], strict=False)).rstrip(" \r\n")


def _shortened(space: str) -> str:
    breaks = [char for char in space if char in "\r\n"]
    if not breaks:
        return " "
    return "\r\n" if breaks[0] == "\r" and "\n" in breaks else breaks[0]
