"""Containers that are added to a JSON document on their first change.

Reading an absent member must not change the document, but changing the value read must. These containers stand in for
the absent value and add themselves to the document when they are first changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, SupportsIndex, TypeVar

T = TypeVar("T")
V_co = TypeVar("V_co", covariant=True)


class LazyDict(dict[str, Any]):
    """An empty JSON object that is added to its owner when it first gets a member.

    Several may stand in for the same absent member. Once one of them is added, the others share its content.

    Args:
        owner: The JSON object that lacks the member.
        key: The member's name.
    """

    __slots__ = ("_key", "_owner")

    def __init__(self, owner: dict[str, Any], key: str) -> None:
        super().__init__()
        self._owner = owner
        self._key = key

    def _catch_up(self) -> None:
        present = self._owner.get(self._key)
        if isinstance(present, dict) and present is not self:
            super().clear()
            super().update(present)

    def _write(self) -> None:
        present = self._owner.get(self._key)
        if isinstance(present, dict) and present is not self:
            present.clear()
            present.update(self)
        elif self:
            self._owner[self._key] = self

    def get(self, name: str, default: Any = None) -> Any:
        """Return a member, or the default if it is absent."""
        self._catch_up()
        return super().get(name, default)

    def pop(self, name: str, *default: Any) -> Any:
        """Remove a member and return its value."""
        self._catch_up()
        value = super().pop(name, *default)
        self._write()
        return value

    def clear(self) -> None:
        """Remove all members."""
        super().clear()
        self._write()

    def update(self, *members: Any, **more: Any) -> None:
        """Set several members."""
        self._catch_up()
        super().update(*members, **more)
        self._write()

    def setdefault(self, name: str, default: Any = None) -> Any:
        """Return a member; set it to the default first if it is absent."""
        self._catch_up()
        value = super().setdefault(name, default)
        self._write()
        return value

    def __ior__(self, members: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> LazyDict:  # type: ignore[misc, override]
        self.update(members)
        return self

    def __setitem__(self, name: str, value: Any) -> None:
        self._catch_up()
        super().__setitem__(name, value)
        self._write()

    def __delitem__(self, name: str) -> None:
        self._catch_up()
        super().__delitem__(name)
        self._write()

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)  # a copy belongs to no document


class BoundList(list[T]):
    """A list that is a member of a JSON object: changing it in place changes the object.

    The list holds the member's value at the time of reading. Each change first loads the changes made elsewhere since.
    If the member is absent or null, the list is empty and is added to the object on its first change. Some servers send
    a single value instead of a list of one; it reads as a list.

    Args:
        owner: The JSON object that has the member.
        key: The member's name.
        wrap: Makes an element from a JSON value.
        unwrap: Returns the JSON value of an element.
    """

    __slots__ = ("_key", "_owner", "_unwrap", "_wrap")

    def __init__(
        self, owner: dict[str, Any], key: str, wrap: Callable[[Any], T] | None, unwrap: Callable[[T], Any]
    ) -> None:
        self._owner = owner
        self._key = key
        self._wrap = wrap
        self._unwrap = unwrap
        super().__init__(self._wrapped(self._raw()))

    def _raw(self) -> list[Any]:
        value = self._owner.get(self._key)
        if isinstance(value, list):
            return value
        return [] if value is None else [value]

    def _wrapped(self, values: Iterable[Any]) -> list[T]:
        return list(values if self._wrap is None else map(self._wrap, values))

    def _json(self) -> list[Any]:
        return list(map(self._unwrap, self))

    def _catch_up(self) -> None:
        # The member may have been changed through another list, or replaced by a response, since this list was read.
        raw, mine = self._raw(), self._json()
        if len(raw) != len(mine) or any(a is not b for a, b in zip(raw, mine, strict=True)):
            super().__setitem__(slice(None), self._wrapped(raw))

    def _write(self) -> None:
        value = self._owner.get(self._key)
        if isinstance(value, list):
            value[:] = self._json()
        else:
            self._owner[self._key] = self._json()

    def append(self, value: Any) -> None:
        """Append a value; a JSON object is converted to its view."""
        self.extend((value,))

    def extend(self, values: Iterable[Any]) -> None:
        """Append several values."""
        self._catch_up()
        super().extend(self._wrapped(values))
        self._write()

    def insert(self, index: SupportsIndex, value: Any) -> None:
        """Insert a value before an index."""
        self._catch_up()
        super().insert(index, *self._wrapped((value,)))
        self._write()

    def pop(self, index: SupportsIndex = -1) -> T:
        """Remove the value at an index and return it."""
        self._catch_up()
        value = super().pop(index)
        self._write()
        return value

    def remove(self, value: Any) -> None:
        """Remove the first equal value."""
        self._catch_up()
        super().remove(value)
        self._write()

    def clear(self) -> None:
        """Remove all values."""
        super().clear()
        self._write()

    def reverse(self) -> None:
        """Reverse the order of the values."""
        self._catch_up()
        super().reverse()
        self._write()

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        """Sort the values."""
        self._catch_up()
        super().sort(key=key, reverse=reverse)
        self._write()

    def __setitem__(self, index: SupportsIndex | slice, value: Any) -> None:
        self._catch_up()
        if isinstance(index, slice):
            super().__setitem__(index, self._wrapped(value))
        else:
            super().__setitem__(index, *self._wrapped((value,)))
        self._write()

    def __delitem__(self, index: SupportsIndex | slice) -> None:
        self._catch_up()
        super().__delitem__(index)
        self._write()

    def __iadd__(self, values: Iterable[Any]) -> BoundList[T]:  # type: ignore[misc, override]
        self.extend(values)
        return self

    def __imul__(self, times: SupportsIndex) -> BoundList[T]:
        self._catch_up()
        super().__imul__(times)
        self._write()
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return list, (list(self),)  # a copy belongs to no document


if TYPE_CHECKING:

    class ViewList(Sequence[V_co], Generic[V_co]):
        """The type of a list of views for a type checker: reading returns views, writing accepts JSON objects too.

        It is covariant, so that the facade can narrow a member to a list of its own views. At run time it is a
        BoundList.
        """

        def append(self, value: object) -> None: ...
        def extend(self, values: Iterable[object]) -> None: ...
        def insert(self, index: SupportsIndex, value: object) -> None: ...
        def pop(self, index: SupportsIndex = -1) -> V_co: ...
        def remove(self, value: object) -> None: ...
        def clear(self) -> None: ...
        def reverse(self) -> None: ...
        def sort(self, *, key: Callable[[Any], Any] | None = None, reverse: bool = False) -> None: ...
        def copy(self) -> list[V_co]: ...
        def __setitem__(self, index: SupportsIndex | slice, value: object) -> None: ...
        def __delitem__(self, index: SupportsIndex | slice) -> None: ...
        def __add__(self, other: Iterable[object]) -> list[Any]: ...
        def __iadd__(self, values: Iterable[object]) -> ViewList[V_co]: ...
        def __imul__(self, times: SupportsIndex) -> ViewList[V_co]: ...
else:
    ViewList = BoundList
