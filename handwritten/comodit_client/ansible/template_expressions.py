"""The conversion of FreeMarker expressions to Jinja2."""

from __future__ import annotations

from collections.abc import Callable
from types import NoneType
from typing import Any

from attrs import evolve

from comodit_client.ansible.template_code import (
    NONE,
    TRUE,
    Code,
    Level,
    all_of,
    any_of,
    choose,
    condition,
    existing_or,
    exists,
    missing,
    negate,
    present,
    quoted,
    shown,
)
from comodit_client.ansible.template_scope import Scope
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
    Member,
    Name,
    Node,
    Not,
    Optional,
    Or,
    Signed,
)

#: The characters of a Jinja2 expression. It repeats values that may be missing, so it could grow without bound.
_MAX_LENGTH = 4000
_TEXT = frozenset({str})
_NUMBER = frozenset({int})
#: Jinja2 leaves slashes, and escapes some characters that FreeMarker leaves.
_AS_FREEMARKER = "".join(
    f" | replace({quoted(old).text}, {quoted(new).text})"
    for old, new in (("/", "%2F"), ("%21", "!"), ("%27", "'"), ("%28", "("), ("%29", ")"), ("%2A", "*"))
)


def convert(node: Node, scope: Scope) -> Code:
    """Convert an expression.

    Args:
        node: The outermost node of the expression.
        scope: The variables at its place.

    Raises:
        TemplateError: The Jinja2 expression is too long, or a part of the expression is not converted.
    """
    converter = _CONVERTERS.get(type(node))
    if converter is None:
        raise TemplateError(f"{_NOT_CONVERTED[type(node)]} is not converted; store the result in a setting")
    code = converter(node, scope)
    if len(code.text) + (len(code.guard.text) if code.guard else 0) > _MAX_LENGTH:
        raise TemplateError("the expression is too long in Jinja2; write it in parts")
    return code


def _constant(node: Constant, _scope: Scope) -> Code:
    value = node.value
    if isinstance(value, str):
        return quoted(value)
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return Code(text, kinds=frozenset({type(value)}))


def _name(node: Name, scope: Scope) -> Code:
    """Return the value of the longest known name, followed through the remaining members."""
    found: list[tuple[Code, Code]] = []
    source = ".".join(node.parts)
    for length in range(len(node.parts), 0, -1):
        key = ".".join(node.parts[:length])
        variable = scope.find(key, source if key.startswith("_") else key)
        if variable is not None:
            found.append((variable, _with_members(variable, node.parts[length:], scope)))
            if not variable.may_be_missing:
                break
    if not found:
        return evolve(scope.variable(source), null=False)
    _, result = found.pop()
    for variable, value in reversed(found):
        result = choose(exists(variable), value, result)
    return result


def _with_members(variable: Code, names: tuple[str, ...], scope: Scope) -> Code:
    """Return a member of a variable: undefined if the variable is, but an error if a member before the last one is."""
    result = variable
    for place, name in enumerate(names):
        guard = all_of(exists(result)) if place else None
        if guard is not None and variable.may_be_missing:
            guard = any_of(missing(variable), guard)
        result = evolve(_get_member(result, name, scope), guard=guard)
    return result


def _member(node: Member, scope: Scope) -> Code:
    owner = convert(node.owner, scope)
    return evolve(
        _get_member(owner, node.name, scope), guard=all_of(owner.guard, exists(owner)), harmless=owner.harmless
    )


def _get_member(owner: Code, name: str, scope: Scope) -> Code:
    path = f"{owner.path}.{name}" if owner.path else ""
    if scope.names.is_key(path):
        path = ""  # what is known about the key says nothing about the member
    operand = owner.at(Level.OPERAND)
    if name.isascii() and name.isidentifier() and not name.startswith("_") and not hasattr(dict, name):
        return scope.known(Code(f"{operand}.{name}", undefined=True), path)
    # Jinja2 would return the method `items` of an object without such a member.
    code = Code(f"{operand}.get({quoted(name).text})")
    return scope.known(choose(exists(owner), code, NONE), path)


def _element(node: Element, scope: Scope) -> Code:
    owner, index = convert(node.owner, scope), convert(node.index, scope)
    guard = all_of(owner.guard, index.guard, exists(index), exists(owner))
    constant = node.index.value if isinstance(node.index, Constant) else None
    if isinstance(constant, str):
        return evolve(_get_member(owner, constant, scope), guard=guard, harmless=owner.harmless)
    operand = owner.at(Level.OPERAND)
    member = Code(f"{operand}.get({index.text})")
    element = Code(f"{operand}[{index.text}]", undefined=True)
    path = f"{owner.path}[]" if owner.path else ""
    if index.kinds == _TEXT:
        return evolve(scope.known(member, ""), guard=guard, harmless=False)
    if isinstance(constant, int) or index.text == "loop.index0":
        return evolve(scope.known(element, path), undefined=True, guard=guard, harmless=owner.harmless)
    element = choose(condition(f"{index.at(Level.FILTER)} >= 0", Level.COMPARISON), element, NONE)
    if index.kinds != _NUMBER:
        element = choose(condition(f"{owner.at(Level.FILTER)} is mapping", Level.TEST), member, element)
    return evolve(element, null=True, undefined=True, kinds=frozenset(), guard=guard, harmless=False)


def _built_in(node: BuiltIn, scope: Scope) -> Code:
    if node.name in ("index", "has_next") and isinstance(node.operand, Name):
        return _name(Name((f"{node.operand.parts[0]}_{node.name}",)), scope)
    if node.name not in ("has_content", "size", "c", "url") or node.arguments:
        raise TemplateError(f"the built-in ?{node.name} is not converted")
    operand = convert(node.operand, scope)
    if node.name == "has_content":
        return _has_content(operand)
    guard = all_of(operand.guard, exists(operand))
    if node.name == "size":
        return Code(f"{operand.at(Level.FILTER)} | length", Level.FILTER, _NUMBER, guard=guard, harmless=False)
    if node.name == "url":
        text = f"{shown(present(operand), operand.kinds - {NoneType}).at(Level.FILTER)} | urlencode{_AS_FREEMARKER}"
    else:
        text = f"{operand.at(Level.FILTER)} | lower"
        if not operand.kinds or float in operand.kinds:
            return Code(f"({text}).removesuffix('.0')", kinds=_TEXT, guard=guard, harmless=False)
    return Code(text, Level.FILTER, _TEXT, guard=guard, harmless=False)


def _has_content(operand: Code) -> Code:
    default = " | default(none)" if operand.undefined else ""
    nothing = ", none" if operand.may_be_missing else ""
    text = f"{operand.at(Level.FILTER)}{default} not in ['', [], {{}}{nothing}]"
    return condition(text, Level.COMPARISON, operand.guard)


def _exists(node: Exists, scope: Scope) -> Code:
    operand = convert(node.operand, scope)
    test = exists(operand)
    if test == TRUE:  # people who give the role other variables need the test
        test = condition(f"{operand.at(Level.FILTER)} is defined", Level.TEST)
    return evolve(test, guard=operand.guard, harmless=operand.guard is None)


def _default(node: Default, scope: Scope) -> Code:
    operand = convert(node.operand, scope)
    default = convert(node.default, scope)
    guard = all_of(operand.guard, any_of(exists(operand), default.guard))
    return evolve(existing_or(operand, default), guard=guard, harmless=guard is None)


def _optional(node: Optional, scope: Scope) -> Code:
    inside = convert(node.inside, scope)
    if inside.guard is None or inside.harmless:
        return evolve(inside, guard=None, harmless=True, undefined=inside.undefined or inside.guard is not None)
    value = evolve(inside, guard=None, harmless=True)
    test = all_of(inside.guard, exists(inside)) or inside.guard
    return evolve(choose(inside.guard, value, NONE), choice=(test, present(value)))


def _comparison(node: Comparison, scope: Scope) -> Code:
    left, right = convert(node.left, scope), convert(node.right, scope)
    text = f"{left.at(Level.FILTER)} {node.operator} {right.at(Level.FILTER)}"
    return condition(text, Level.COMPARISON, all_of(left.guard, exists(left), right.guard, exists(right)))


def _not(node: Not, scope: Scope) -> Code:
    operand = convert(node.operand, scope)
    return evolve(negate(operand), guard=operand.guard, harmless=operand.guard is None)


def _and(node: And, scope: Scope) -> Code:
    left, right = convert(node.left, scope), convert(node.right, scope)
    guard = all_of(left.guard, any_of(negate(left), right.guard))
    return condition(f"{left.at(Level.AND)} and {right.at(Level.AND)}", Level.AND, guard)


def _or(node: Or, scope: Scope) -> Code:
    left, right = convert(node.left, scope), convert(node.right, scope)
    guard = all_of(left.guard, any_of(left, right.guard))
    return condition(f"{left.at(Level.OR)} or {right.at(Level.OR)}", Level.OR, guard)


_CONVERTERS: dict[type, Callable[[Any, Scope], Code]] = {
    Constant: _constant,
    Name: _name,
    Member: _member,
    Element: _element,
    BuiltIn: _built_in,
    Exists: _exists,
    Default: _default,
    Optional: _optional,
    Comparison: _comparison,
    Not: _not,
    And: _and,
    Or: _or,
}
_NOT_CONVERTED: dict[type, str] = {
    Arithmetic: "a calculation or concatenation",
    Signed: "a number with a sign",
    Joined: "a text with interpolations",
    Sequence: "a list in brackets",
    Hash: "an object in braces",
    Range: "a range",
}
