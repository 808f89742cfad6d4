"""Which differences of two type annotations break callers.

Only types whose values are known for certain are compared: those of Python itself. A class of ours in place of another
mostly is a subclass or a type variable that got its value, which breaks nobody.
"""

from __future__ import annotations

import griffe

_SCALARS = {"str", "bytes", "bool", "int", "float", "None", "datetime", "timedelta"}
_CONTAINERS = {"list", "dict", "tuple", "set", "frozenset", "Iterator", "AsyncIterator", "Awaitable", "Coroutine"}
_ABSTRACT = {"Sequence", "MutableSequence", "Collection", "Iterable", "Mapping", "MutableMapping", "AbstractSet"}
_KNOWN = _SCALARS | _CONTAINERS | _ABSTRACT
#: A caller may pass the type on the left where one on the right is accepted.
_WIDER = {
    "list": {"MutableSequence", "Sequence", "Collection", "Iterable"},
    "tuple": {"Sequence", "Collection", "Iterable"},
    "set": {"AbstractSet", "Collection", "Iterable"},
    "frozenset": {"AbstractSet", "Collection", "Iterable"},
    "Sequence": {"Collection", "Iterable"},
    "MutableSequence": {"Sequence", "Collection", "Iterable"},
    "Collection": {"Iterable"},
    "Iterator": {"Iterable"},
    "dict": {"MutableMapping", "Mapping"},
    "MutableMapping": {"Mapping"},
    "bool": {"int", "float"},
    "int": {"float"},
}


def accepts_less(old: str | griffe.Expr | None, new: str | griffe.Expr | None) -> bool:
    """Return whether a parameter no longer accepts a type.

    Args:
        old: The old annotation.
        new: The new annotation.
    """
    if old is None or new is None:
        return False
    was, now = _types(old), _types(new)
    return now <= _KNOWN and any(not _is_accepted(name, now) for name in was & _KNOWN)


def returns_other(old: str | griffe.Expr | None, new: str | griffe.Expr | None) -> bool:
    """Return whether a value has another type. A wider or a narrower one is not another.

    Args:
        old: The old annotation.
        new: The new annotation.
    """
    if old is None or new is None:
        return False
    was, now = _types(old), _types(new)
    if all(_is_accepted(name, now) for name in was) or all(_is_accepted(name, was) for name in now):
        return False
    return was | now <= _KNOWN or was & _CONTAINERS != now & _CONTAINERS


def _is_accepted(name: str, names: set[str]) -> bool:
    return bool({name, "Any", "object"} & names) or bool(_WIDER.get(name, set()) & names)


def _types(annotation: str | griffe.Expr) -> set[str]:
    if isinstance(annotation, griffe.ExprBinOp) and annotation.operator == "|":
        return _types(annotation.left) | _types(annotation.right)
    name = str(annotation).partition("[")[0].strip("\"'").rpartition(".")[2]
    if name == "ViewList":
        return {"list"}
    return {"dict"} if name.endswith("Dict") else {name}
