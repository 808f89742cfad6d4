"""Gives classes of attrs the `__init__` that attrs makes, so that their fields are compared as parameters."""

from __future__ import annotations

import griffe

_DECORATORS = {"attrs.define", "attrs.frozen", "attrs.mutable", "attr.define", "attr.frozen"}
_FIELDS = {"attrs.field", "attr.field"}


def add_init(cls: griffe.Class) -> None:
    """Add the `__init__` of a class of attrs, unless it writes its own.

    Args:
        cls: The class.
    """
    if "__init__" in cls.members or not _is_made(cls):
        return
    parameters: dict[str, griffe.Parameter] = {}
    for base in [*reversed(cls.mro()), cls]:
        if _is_made(base):
            for name, member in base.members.items():
                parameter = _parameter(name, member, _keyword_only(base))
                if parameter is not None:
                    parameters[name] = parameter
    itself = griffe.Parameter("self", kind=griffe.ParameterKind.positional_or_keyword)
    init = griffe.Function("__init__", parameters=griffe.Parameters(itself, *parameters.values()), lineno=cls.lineno)
    cls.set_member("__init__", init)


def _is_made(cls: griffe.Class) -> bool:
    return any(decorator.callable_path in _DECORATORS for decorator in cls.decorators)


def _keyword_only(cls: griffe.Class) -> bool:
    return any("kw_only=True" in str(decorator.value) for decorator in cls.decorators)


def _parameter(name: str, member: griffe.Object | griffe.Alias, keyword_only: bool) -> griffe.Parameter | None:
    if not isinstance(member, griffe.Attribute) or member.annotation is None or "property" in member.labels:
        return None
    if "ClassVar" in str(member.annotation):
        return None
    options = _options(member.value)
    if str(options.get("init")) == "False":
        return None
    kind = griffe.ParameterKind.positional_or_keyword
    if keyword_only or str(options.get("kw_only")) == "True":
        kind = griffe.ParameterKind.keyword_only
    default = options.get("default", options.get("factory"))
    return griffe.Parameter(name.lstrip("_"), annotation=member.annotation, kind=kind, default=default)


def _options(value: str | griffe.Expr | None) -> dict[str, str | griffe.Expr]:
    if isinstance(value, griffe.ExprCall) and value.canonical_path in _FIELDS:
        return {item.name: item.value for item in value.arguments if isinstance(item, griffe.ExprKeyword)}
    return {} if value is None else {"default": value}
