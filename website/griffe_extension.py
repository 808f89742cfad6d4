"""Completes what the site shows of a class: members of private bases, and the arguments of classes made by attrs.

Griffe reads the source and imports nothing. A class of an API takes methods from mixins in private modules, and members
from views of the wire layer. Readers look for them on the class. Those of its public bases are linked instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from itertools import takewhile
from pathlib import Path
from typing import Any

from griffe import (
    Attribute,
    Class,
    Docstring,
    Expr,
    ExprCall,
    ExprKeyword,
    Extension,
    Function,
    GriffeError,
    Module,
    Parameter,
    ParameterKind,
    Parameters,
)

INIT = "__init__"


class CompleteClasses(Extension):
    """Extension of Griffe, which `mkdocs.yml` names.

    Args:
        packages: The packages whose classes get the members of their private bases.
        linked: Classes elsewhere whose members are not repeated.
    """

    def __init__(self, packages: list[str], linked: list[str]) -> None:
        super().__init__()
        self._packages = packages
        self._linked = linked

    def on_package(self, *, pkg: Module, **_: Any) -> None:
        """Complete all classes of a package."""
        for attribute in _module_attributes(pkg):
            _read_comment(attribute)
        classes = list(_classes(pkg))
        for class_ in classes:
            _drop_deprecated_overloads(class_)
            if INIT not in class_.members and _attrs_options(class_) is not None:
                class_.set_member(INIT, _init(class_))
        own = [class_ for class_ in classes if self._is_in_a_package(class_)]
        # Bases are replaced last: the members are found through them.
        found = [(class_, self._members(class_), self._bases(class_)) for class_ in own]
        for class_, members, bases in found:
            for line, (name, member) in enumerate(members.items(), class_.endlineno or 0):
                class_.set_member(name, _copy(member, class_, line))
            class_.bases = bases

    def _is_in_a_package(self, class_: Class) -> bool:
        return any(class_.path.startswith(f"{package}.") for package in self._packages)

    def _is_shown(self, class_: Class) -> bool:
        """Return whether a page of the API shows the class, so that its members need no copy."""
        return class_.path in self._linked or (self._is_in_a_package(class_) and _is_public(class_))

    def _members(self, class_: Class) -> dict[str, Any]:
        """Return the public members, and the constructor, that the class has from bases that are not shown."""
        seen = set(class_.members)
        found: dict[str, Any] = {}
        for base in class_.mro():
            if self._is_shown(base):
                seen |= base.all_members.keys()
                continue
            new = {name: member for name, member in base.members.items() if name not in seen}
            found |= {name: member for name, member in new.items() if name == INIT or not name.startswith("_")}
            seen |= new.keys()
        return found

    def _bases(self, class_: Class) -> list[Any]:
        """Return the nearest bases that a page shows."""
        found: dict[str, Any] = {}
        for base in class_.bases:
            target = _resolved(class_, base)
            if target is None or _is_public(target):
                found.setdefault(str(base), base)
            else:
                found |= {str(one): one for one in self._bases(target) if str(one) not in found}
        return list(found.values())


def _copy(member: Any, class_: Class, line: int) -> Any:
    """Return the member as one of the class. An alias would keep the path of the private base.

    Members are shown by their lines, and those of several files would be mixed.
    """
    found = copy(member)
    found.parent = class_
    found.lineno = line
    return found


def _is_public(class_: Class) -> bool:
    return not any(part.startswith("_") for part in class_.path.split("."))


def _resolved(class_: Class, base: str | Expr) -> Class | None:
    path = base if isinstance(base, str) else base.canonical_path
    try:
        found = class_.modules_collection[path]
        target = found.final_target if found.is_alias else found
    except (GriffeError, KeyError):
        return None
    return target if isinstance(target, Class) else None


def _classes(parent: Module | Class) -> Iterator[Class]:
    for member in parent.members.values():
        if isinstance(member, Class):
            yield member
        if isinstance(member, (Class, Module)):
            yield from _classes(member)


def _module_attributes(module: Module) -> Iterator[Attribute]:
    for member in module.members.values():
        if isinstance(member, Attribute):
            yield member
        elif isinstance(member, Module):
            yield from _module_attributes(member)


def _read_comment(attribute: Attribute) -> None:
    """Take the comment above an attribute, whose lines begin with `#:`, as its docstring."""
    file = attribute.filepath
    assert isinstance(file, Path)  # it is a list for a namespace package only
    lines = attribute.lines_collection[file][: (attribute.lineno or 1) - 1]
    comment = list(takewhile(lambda line: line.startswith("#:"), reversed(lines)))
    if comment and attribute.docstring is None:
        text = "\n".join(line.removeprefix("#:").strip() for line in reversed(comment))
        attribute.docstring = Docstring(text, parent=attribute)


def _drop_deprecated_overloads(class_: Class) -> None:
    """Remove the overloads that only old scripts use."""
    for member in class_.members.values():
        if isinstance(member, Function) and member.overloads:
            member.overloads = [one for one in member.overloads if not _is_deprecated(one)]


def _is_deprecated(function: Function) -> bool:
    return any(str(decorator.value).startswith("deprecated(") for decorator in function.decorators)


def _attrs_options(class_: Class) -> dict[str, str] | None:
    """Return the options of the decorator of attrs; None if the class has none."""
    for decorator in class_.decorators:
        value = decorator.value
        path = value.canonical_path if isinstance(value, Expr) else str(value)
        if path.startswith(("attrs.", "attr.")):
            return _keywords(value)
    return None


def _keywords(value: Any) -> dict[str, Any]:
    arguments = value.arguments if isinstance(value, ExprCall) else []
    return {one.name: one.value for one in arguments if isinstance(one, ExprKeyword)}


def _init(class_: Class) -> Function:
    parameters: dict[str, Parameter] = {}
    for one in (*reversed(class_.mro()), class_):
        options = _attrs_options(one)
        if options is not None:
            fields = [member for member in one.members.values() if isinstance(member, Attribute)]
            found = [_parameter(field, options) for field in fields if _is_field(field)]
            parameters |= {parameter.name: parameter for parameter in found}
    receiver = Parameter("self", kind=ParameterKind.positional_or_keyword)
    return Function(INIT, parameters=Parameters(receiver, *parameters.values()), returns="None")


def _is_field(attribute: Attribute) -> bool:
    is_class_variable = "class-attribute" in attribute.labels and "instance-attribute" not in attribute.labels
    is_property = "property" in attribute.labels
    return attribute.annotation is not None and not is_class_variable and not is_property and _is_argument(attribute)


def _is_argument(attribute: Attribute) -> bool:
    return str(_keywords(attribute.value).get("init", True)) != "False"


def _parameter(field: Attribute, options: dict[str, Any]) -> Parameter:
    keywords = _keywords(field.value)
    is_keyword_only = str(keywords.get("kw_only", options.get("kw_only"))) == "True"
    default = keywords.get("default", "..." if "factory" in keywords else None)
    return Parameter(
        keywords["alias"].strip("'\"") if "alias" in keywords else field.name.lstrip("_"),
        annotation=field.annotation,
        kind=ParameterKind.keyword_only if is_keyword_only else ParameterKind.positional_or_keyword,
        default=default if isinstance(field.value, ExprCall) and _is_attrs_field(field.value) else field.value,
    )


def _is_attrs_field(value: ExprCall) -> bool:
    return value.function.canonical_path in {"attrs.field", "attr.ib", "attrs.Factory", "attr.Factory"}
