"""The keyword arguments of views. Only views that are built with keywords need this module."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.runtime.errors import WrongType

if TYPE_CHECKING:
    from generator.runtime.view import View

#: A member, and the function that sets it; None for a list that is only changed in place.
Setter: TypeAlias = tuple[str, Callable[[Any, Any], None] | None]


def setters(kind: type[View], keywords: Iterable[str]) -> list[Setter]:
    """Return what sets the members for keywords of the constructor.

    Args:
        kind: The class of the view.
        keywords: The keywords.

    Raises:
        WrongType: A keyword does not exist.
    """
    by_keyword = _setters(kind)  # type: ignore[arg-type] # mypy takes the hash of a view for that of its class
    for keyword in keywords:
        if keyword not in by_keyword:
            raise WrongType(f"Cannot create {kind.__name__}: {_unknown(kind, keyword)}")
    return [by_keyword[keyword] for keyword in keywords]


def extra_members(kind: type[View], extra: object) -> dict[str, Any]:
    """Return the members that are not in the schema.

    Args:
        kind: The class of the view.
        extra: The members by their names in the JSON object; None if there are none.

    Raises:
        WrongType: It is not a mapping, or has a member of the schema.
    """
    if extra is None:
        return {}
    if not isinstance(extra, Mapping):
        raise WrongType(
            f"Cannot create {kind.__name__}: extra is of type {type(extra).__name__}. Pass a dict of members that are "
            "not in the schema."
        )
    known = [member for member in extra if member in kind.MEMBERS]
    if known:
        raise WrongType(
            f"Cannot create {kind.__name__}: extra is for members that are not in the schema, but {known[0]!r} is. "
            f"{_advice(kind, known[0])}"
        )
    return dict(extra)


@cache
def _setters(kind: type) -> dict[str, Setter]:
    view: Any = next(base for base in kind.__mro__ if "KEYWORDS" in vars(base))
    # A subclass may have other names for what it shows.
    return {keyword: (member, _setter(kind, view.MEMBERS[member])) for keyword, member in view.KEYWORDS.items()}


def _setter(kind: type, name: str) -> Callable[[Any, Any], None] | None:
    properties = [vars(base).get(name) for base in kind.__mro__]
    return next((one.fset for one in properties if isinstance(one, property) and one.fset is not None), None)


def _unknown(kind: type[View], keyword: str) -> str:
    """Return what is wrong with a keyword, and what to use instead."""
    by_name = _by_name(kind)
    if keyword in by_name:
        return f"{keyword!r} is not a keyword. {_advice(kind, by_name[keyword])}"
    close = get_close_matches(keyword, [*kind.KEYWORDS, *by_name], n=1)
    if close:
        wanted = close[0] if close[0] in kind.KEYWORDS else _keyword(kind, by_name[close[0]])
        if wanted is not None:
            return f"it has no member {keyword!r}. Did you mean {wanted!r}?"
    return f"it has no member {keyword!r}. Pass a member that is not in the schema as extra={{{keyword!r}: ...}}."


def _by_name(kind: type[View]) -> dict[str, str]:
    """Return the members by the names of their attributes, and by their own."""
    return {name: member for member, attribute in kind.MEMBERS.items() for name in (member, attribute)}


def _keyword(kind: type[View], member: str) -> str | None:
    return next((keyword for keyword, found in kind.KEYWORDS.items() if found == member), None)


def _advice(kind: type[View], member: str) -> str:
    keyword = _keyword(kind, member)
    if keyword is None:
        return f"{member!r} is read-only: the server sets it. Leave it out."
    return f"Use {keyword}=..."
