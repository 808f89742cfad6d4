"""The conversion of interpolations, and how FreeMarker prints values."""

from __future__ import annotations

from types import NoneType

from attrs import evolve

from comodit_client.ansible.template_code import (
    PLAIN,
    Code,
    all_of,
    choose,
    existing_or,
    exists,
    present,
    quoted,
    shown,
)
from comodit_client.ansible.template_expressions import convert
from comodit_client.ansible.template_limits import check_depth
from comodit_client.ansible.template_output import Kind, Output
from comodit_client.ansible.template_scope import Scope
from comodit_client.freemarker.errors import TemplateError
from comodit_client.freemarker.expressions import parse_expression
from comodit_client.freemarker.nodes import BuiltIn, Default, Name, Node
from comodit_client.freemarker.tree import Interpolation


def convert_interpolation(piece: Interpolation, scope: Scope) -> Output:
    """Convert an interpolation. One of an undefined value prints its own source.

    Args:
        piece: The interpolation.
        scope: The variables at its place.

    Raises:
        TemplateError: It is neither an expression nor the key of a setting.
    """
    exact = scope.find(piece.inside)
    try:
        return _converted(piece, exact, scope)
    except TemplateError:
        if exact is None:
            raise
        return _print(exact, piece.source)


def _converted(piece: Interpolation, exact: Code | None, scope: Scope) -> Output:
    expression = parse_expression(piece.inside)
    check_depth(expression)
    root = expression.root
    if exact is None and isinstance(root, Name) and _is_unknown(root, scope):
        return Output(Kind.TEXT, piece.source)
    if exact is None and isinstance(root, Default) and (printed := _default(root, scope)) is not None:
        return printed
    code = _value(root, scope)
    if exact is not None and not (isinstance(root, Name) and ".".join(root.parts) == piece.inside):
        code = choose(exists(exact), present(exact), code)
    return _print(code, piece.source)


def _is_unknown(name: Name, scope: Scope) -> bool:
    return not any(scope.is_known(".".join(name.parts[:length])) for length in range(1, len(name.parts) + 1))


def _value(root: Node, scope: Scope) -> Code:
    code = convert(root, scope)
    if isinstance(root, BuiltIn) and root.name == "c":
        operand = convert(root.operand, scope)
        # Numbers need no conversion to be printed.
        if operand.kinds == {int} and operand.guard is None:
            return operand
    return code


def _default(root: Default, scope: Scope) -> Output | None:
    """Print each of a value and its default as its type needs, if FreeMarker reports neither as undefined."""
    operand, default = convert(root.operand, scope), convert(root.default, scope)
    if operand.guard or default.guard or default.may_be_missing or not operand.may_be_missing:
        return None
    kinds = operand.kinds - {NoneType}
    if kinds and kinds <= PLAIN and default.kinds and default.kinds <= PLAIN:
        return None
    code = choose(exists(operand), shown(present(operand), kinds), shown(default, default.kinds))
    return Output(Kind.PRINT, code.text)


def _print(code: Code, source: str) -> Output:
    kinds = code.kinds - {NoneType}
    guard = None if code.harmless else code.guard
    undefined = quoted(source)
    if kinds and kinds <= PLAIN and guard is None:
        return Output(Kind.PRINT, existing_or(evolve(code, guard=None), undefined).text)
    test = all_of(guard, exists(code))
    return Output(Kind.PRINT, choose(test, shown(present(code), kinds), undefined).text)
