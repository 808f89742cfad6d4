"""Containers that enter a JSON document when they are first changed.

Reading a member that is absent must not change the document, and changing what was read must reach it. These containers
stand in
for the absent value and put themselves into their owner at the first change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Generic, SupportsIndex, TypeVar

T = TypeVar("T")
V_co = TypeVar("V_co", covariant=True)


class LateDict(dict[str, Any]):
    """An empty JSON object that its owner takes in at the first member that is set.

    Args:
        owner: The JSON object that lacks the member.
        key: The member's name.
    """

    __slots__ = ("_key", "_owner")

    def __init__(self, owner: dict[str, Any], key: str) -> None:
        super().__init__()
        self._owner = owner
        self._key = key

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, value)
        present = self._owner.get(self._key)
        if isinstance(present, dict):
            if present is not self:
                present[name] = value
        else:
            self._owner[self._key] = self


class BoundList(list[T]):
    """A list that is a member of a JSON object: changing it in place changes the object.

    It is made on read. Where the member is absent or null it is empty and enters the object at the first change; a lone
    value, as
    some servers send for a list of one, reads as a list of one.

    Args:
        owner: The JSON object whose member this is.
        key: The member's name.
        wrap: What makes an element from a JSON value, and
        unwrap: what gives its JSON value back.
    """

    __slots__ = ("_key", "_owner", "_unwrap", "_wrap")

    def __init__(
        self, owner: dict[str, Any], key: str, wrap: Callable[[Any], T] | None, unwrap: Callable[[T], Any] | None
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

    def _wrapped(self, values: Iterable[Any]) -> Iterable[T]:
        return values if self._wrap is None else map(self._wrap, values)

    def _json(self) -> list[Any]:
        return list(self) if self._unwrap is None else list(map(self._unwrap, self))

    def _catch_up(self) -> None:
        # The member may have been changed through another list, or replaced by an answer, since this list was read.
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
        """Add a value at the end; a JSON object is taken as the view on it."""
        self.extend((value,))

    def extend(self, values: Iterable[Any]) -> None:
        """Add values at the end."""
        self._catch_up()
        super().extend(self._wrapped(values))
        self._write()

    def insert(self, index: SupportsIndex, value: Any) -> None:
        """Add a value before the one at a place."""
        self[index:index] = [value]

    def pop(self, index: SupportsIndex = -1) -> T:
        """Take the value at a place out."""
        self._catch_up()
        value = super().pop(index)
        self._write()
        return value

    def remove(self, value: Any) -> None:
        """Take the first value that is equal out."""
        self._catch_up()
        super().remove(value)
        self._write()

    def clear(self) -> None:
        """Take all values out."""
        super().clear()
        self._write()

    def reverse(self) -> None:
        """Turn the order round."""
        self[:] = self[::-1]

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        """Put the values in order."""
        self[:] = sorted(self, key=key, reverse=reverse)

    def __setitem__(self, index: SupportsIndex | slice, value: Any) -> None:
        self._catch_up()
        if isinstance(index, slice):
            super().__setitem__(index, self._wrapped(value))
        else:
            super().__setitem__(index, next(iter(self._wrapped((value,)))))
        self._write()

    def __delitem__(self, index: SupportsIndex | slice) -> None:
        self._catch_up()
        super().__delitem__(index)
        self._write()

    def __iadd__(self, values: Iterable[Any]) -> BoundList[T]:  # type: ignore[misc, override]
        self.extend(values)
        return self

    def __imul__(self, times: SupportsIndex) -> BoundList[T]:
        self[:] = list(self) * int(times)
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return list, (list(self),)


if TYPE_CHECKING:

    class ViewList(Sequence[V_co], Generic[V_co]):
        """How a checker sees a list of views: it gives what it holds, and takes any view or JSON object.

        So the facade may say of a member that it holds the facade's own kind of view. When the program runs it is a
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
else:
    ViewList = BoundList
