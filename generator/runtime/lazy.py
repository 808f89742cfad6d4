"""Containers that are added to a JSON document on their first change.

Reading an absent member must not change the document, but changing the value read must. These containers stand in for
the absent value. They hold nothing of their own that differs from the document: each method works on what the document
holds at that time, so that all containers of one member behave as one dict or list.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar, overload
from weakref import WeakValueDictionary

from generator.runtime.errors import WrongType

if TYPE_CHECKING:
    from generator.runtime.iterables import Values

T = TypeVar("T")


class LazyDict(dict[str, Any]):
    """An empty JSON object that is added to its owner when it first gets a member.

    If the owner gets another object for the member instead, this one shows and changes that object.

    Args:
        owner: The JSON object that lacks the member.
        key: The member's name.
    """

    __slots__ = ("__weakref__", "_key", "_owner")

    if not TYPE_CHECKING:  # its types stay those of dict
        fromkeys = dict.fromkeys  # Python would call the class without arguments

    def __init__(self, owner: dict[str, Any], key: str) -> None:
        super().__init__()
        #: None as soon as this object is part of the document: then it is like any other dict.
        self._owner: dict[str, Any] | None = owner
        self._key = key

    @classmethod
    def of(cls, owner: dict[str, Any], key: str) -> LazyDict:
        """Return the object that stands in for an absent member: the same one as long as it is in use.

        Args:
            owner: The JSON object that lacks the member.
            key: The member's name.
        """
        return _WAITING.setdefault((id(owner), key), cls(owner, key))

    def current(self) -> dict[str, Any]:
        """Return the object that the owner holds, or this one if it holds none yet."""
        present = None if self._owner is None else self._owner.get(self._key)
        return present if isinstance(present, dict) else self

    def _attach(self) -> None:
        if self._owner is not None and dict.__len__(self):
            owner, self._owner = self._owner, None
            _WAITING.pop((id(owner), self._key), None)
            owner[self._key] = self

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)  # a copy belongs to no document


#: The objects that are not part of a document yet, by the identity of the owner and the member's name.
_WAITING: WeakValueDictionary[tuple[int, str], LazyDict] = WeakValueDictionary()


def _on_current(name: str) -> Callable[..., Any]:
    """Return a method of dict that works on the object in the document."""
    method = getattr(dict, name)

    def call(self: LazyDict, /, *arguments: Any, **members: Any) -> Any:
        arguments = tuple(one.current() if isinstance(one, LazyDict) else one for one in arguments)
        current = self.current()
        if current is not self:
            return getattr(current, name)(*arguments, **members)
        try:
            return method(self, *arguments, **members)
        finally:
            self._attach()

    call.__name__, call.__doc__ = name, method.__doc__
    return call


_CREATION = {"__class_getitem__", "__getattribute__", "__init__", "__new__", "__sizeof__", "fromkeys"}
for _name in vars(dict):
    if callable(getattr(dict, _name)) and _name not in _CREATION:
        setattr(LazyDict, _name, _on_current(_name))


class BoundList(list[T]):
    """A list that is a member of a JSON object: changing it in place changes the object, and the other way round.

    If the member is absent or null, the list is empty and is added to the object on its first change. Some servers send
    a single value instead of a list of one; it reads as a list.

    Args:
        owner: The JSON object that has the member.
        key: The member's name.
        wrap: Makes an element from a JSON value.
        unwrap: Returns the JSON value of an element. Its arguments are the element and the member's name.
    """

    __slots__ = ("_key", "_owner", "_unwrap", "_wrap")

    def __init__(
        self, owner: dict[str, Any], key: str, wrap: Callable[[Any], T] | None, unwrap: Callable[[Any, str], Any]
    ) -> None:
        self._owner = owner
        self._key = key
        self._wrap: Callable[[Any], Any] = wrap or _unchanged
        self._unwrap = unwrap
        self._copy_for_c(self._raw())

    def _raw(self) -> list[Any]:
        value = self._owner.get(self._key)
        if isinstance(value, list):
            return value
        return [] if value is None else [value]

    def _store(self, raw: list[Any]) -> None:
        present = self._owner.get(self._key)
        if present is not raw and (raw or present is not None):
            self._owner[self._key] = raw
        self._copy_for_c(raw)

    def _copy_for_c(self, raw: list[Any]) -> None:
        # The methods of this class work on the member. Extension modules such as orjson skip them and read the memory
        # of a list, but they cannot do anything with views.
        if self._wrap is _unchanged:
            list.__init__(self, raw)

    def _change(self, method: str, *arguments: Any) -> Any:
        raw = self._raw()
        result = getattr(raw, method)(*arguments)
        self._store(raw)
        return result

    def append(self, value: T) -> None:
        """Append a value; a JSON object is converted to its view."""
        self._change("append", self._unwrap(value, self._key))

    def extend(self, values: Values[T]) -> None:  # type: ignore[override]
        """Append several values."""
        self._change("extend", json_values(values, self._key, self._unwrap))

    def insert(self, index: SupportsIndex, value: T) -> None:
        """Insert a value before an index."""
        self._change("insert", index, self._unwrap(value, self._key))

    def pop(self, index: SupportsIndex = -1) -> T:
        """Remove the value at an index and return it."""
        value: T = self._wrap(self._change("pop", index))
        return value

    def remove(self, value: Any) -> None:
        """Remove the first equal value."""
        del self[self.index(value)]

    def clear(self) -> None:
        """Remove all values."""
        self._change("clear")

    def reverse(self) -> None:
        """Reverse the order of the values."""
        self._change("reverse")

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        """Sort the values."""
        raw = self._raw()
        pairs = [(value if key is None else key(value), one) for value, one in zip(self, raw, strict=True)]
        pairs.sort(key=_first, reverse=reverse)
        self._change("__setitem__", slice(None), [one for _, one in pairs])

    @overload  # type: ignore[override]
    def __setitem__(self, index: SupportsIndex, value: T) -> None: ...
    @overload
    def __setitem__(self, index: slice, value: Values[T]) -> None: ...
    def __setitem__(  # pyright: ignore[reportIncompatibleMethodOverride] - mypy reports the overload
        self, index: SupportsIndex | slice, value: Any
    ) -> None:
        if isinstance(index, slice):
            self._change("__setitem__", index, json_values(value, self._key, self._unwrap))
        else:
            self._change("__setitem__", index, self._unwrap(value, self._key))

    def __delitem__(self, index: SupportsIndex | slice) -> None:
        self._change("__delitem__", index)

    def __iadd__(self, values: Values[T]) -> BoundList[T]:  # type: ignore[misc, override]
        self.extend(values)
        return self

    def __imul__(self, times: SupportsIndex) -> BoundList[T]:
        self._change("__imul__", times)
        return self

    def __len__(self) -> int:
        return len(self._raw())

    @overload
    def __getitem__(self, index: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> T | list[T]:
        found: Any = self._raw()[index]
        return list(map(self._wrap, found)) if isinstance(index, slice) else self._wrap(found)

    def __iter__(self) -> Iterator[T]:
        index = 0
        while index < len(raw := self._raw()):
            yield self._wrap(raw[index])
            index += 1

    def __reversed__(self) -> Iterator[T]:
        index = len(self)
        while 0 < index <= len(raw := self._raw()):
            index -= 1
            yield self._wrap(raw[index])

    def __radd__(self, other: list[Any]) -> list[Any]:
        return [*other, *self] if isinstance(other, list) else NotImplemented

    def __reduce__(self) -> tuple[Any, ...]:
        return list, (list(self),)  # a copy belongs to no document


def json_values(values: Any, member: str, unwrap: Callable[[Any, str], Any]) -> list[Any]:
    """Return the JSON values of several elements. A text or a mapping is not several elements.

    Args:
        values: The elements.
        member: The name of the member that they are for.
        unwrap: Returns the JSON value of an element.

    Raises:
        WrongType: The value is a text or a mapping, or cannot be iterated over.
    """
    if isinstance(values, BoundList) and values._unwrap is unwrap:  # noqa: SLF001
        return list(values._raw())  # noqa: SLF001 - a server may have sent values that cannot be written otherwise
    try:
        found = None if isinstance(values, (str, bytes, bytearray, Mapping)) else iter(values)
    except TypeError:
        found = None
    if found is None:
        raise WrongType(f"Cannot write a value of type {type(values).__name__} to {member!r}: pass a list")
    return [unwrap(value, member) for value in found]


def _first(pair: tuple[Any, Any]) -> Any:
    return pair[0]


def _unchanged(value: Any) -> Any:
    return value


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, BoundList) else value


def _on_elements(name: str) -> Callable[..., Any]:
    """Return a method of list that reads the elements."""

    def call(self: BoundList[Any], *arguments: Any) -> Any:
        return getattr(list, name)(list(self), *map(_plain, arguments))

    return call


def _as_operator(name: str) -> Callable[..., Any]:
    """Return an operator of list that reads the elements; Python then also tries the operator of the other operand."""
    apply = getattr(operator, name)

    def call(self: BoundList[Any], other: Any) -> Any:
        return apply(list(self), _plain(other))

    return call


for _name in ("__contains__", "__repr__", "copy", "count", "index"):
    setattr(BoundList, _name, _on_elements(_name))
for _name in ("__add__", "__mul__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
    setattr(BoundList, _name, _as_operator(_name))
BoundList.__rmul__ = BoundList.__mul__  # type: ignore[method-assign]


if TYPE_CHECKING:
    from generator.runtime.iterables import ViewList as ViewList
else:
    ViewList = BoundList
