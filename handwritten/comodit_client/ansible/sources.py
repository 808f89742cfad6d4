"""JSON objects of definitions that record which of their members were carried over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field, frozen

#: Values that say nothing. Losing one is no loss.
EMPTY: tuple[Any, ...] = (None, "", [], {})


@frozen
class Loss:
    """Something in a definition that was not carried over.

    Attributes:
        entity: The entity, such as `applications/Shop`.
        member: The path of the member in its definition, such as `handlers.0.do`. Empty for the entity as a whole.
        reason: Why it was not carried over.
    """

    entity: str
    member: str
    reason: str


@define(eq=False)
class Source:
    """A JSON object that records which of its members were read.

    A member counts as carried over once `get`, `items` or `child` returned it. All others are losses.

    Args:
        document: The JSON object.
        entity: The entity that it belongs to, such as `applications/Shop`.
        path: The path of the object in the definition, with a dot at its end; empty for the definition itself.
    """

    document: Mapping[str, Any] = field(repr=False)
    entity: str
    path: str = ""
    _read: set[str] = field(factory=set, init=False, repr=False)
    _lost: dict[str, str] = field(factory=dict, init=False, repr=False)
    _explained: dict[str, str] = field(factory=dict, init=False, repr=False)
    _parts: dict[str, list[Source]] = field(factory=dict, init=False, repr=False)

    @property
    def is_untouched(self) -> bool:
        """Whether no member was read, and none was given a reason."""
        return not self._read and not self._lost

    def opened(self, member: str) -> list[Source]:
        """Return the objects in a member that `items` or `child` returned before. It is not recorded.

        Args:
            member: The name of the member.

        Returns:
            The objects; none if nobody asked for them.
        """
        return self._parts.get(member, [])

    def peek(self, member: str) -> Any:
        """Return a member without recording it.

        Args:
            member: The name of the member.

        Returns:
            Its value, or None.
        """
        return self.document.get(member)

    def get(self, member: str) -> Any:
        """Return a member as a whole, and record it as carried over.

        Args:
            member: The name of the member.

        Returns:
            Its value, or None.
        """
        self._read.add(member)
        return self.document.get(member)

    def text(self, member: str) -> str:
        """Return a member as text, and record it as carried over.

        Args:
            member: The name of the member.

        Returns:
            The text; empty if the member is absent. Numbers are written as JSON.
        """
        value = self.get(member)
        return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)

    def child(self, member: str) -> Source | None:
        """Return an object in a member. Its own members are recorded one by one.

        Args:
            member: The name of the member.

        Returns:
            The object, or None if the member holds none.
        """
        value = self.document.get(member)
        if not isinstance(value, Mapping):
            return None
        self._read.add(member)
        if member not in self._parts:
            self._parts[member] = [Source(value, self.entity, f"{self.path}{member}.")]
        return self._parts[member][0]

    def items(self, member: str) -> list[Source]:
        """Return the objects in a list. Their own members are recorded one by one.

        Args:
            member: The name of the member.

        Returns:
            The objects; the same ones for each call. Other elements are losses.
        """
        value = self.document.get(member)
        if not isinstance(value, list):
            return []
        self._read.add(member)
        if member not in self._parts:
            found: list[Source] = []
            for number, item in enumerate(value):
                if isinstance(item, Mapping):
                    found.append(Source(item, self.entity, f"{self.path}{member}.{number}."))
                else:
                    self.lose(f"{member}.{number}", "it is not an object")
            self._parts[member] = found
        return self._parts[member]

    def lose(self, member: str, reason: str) -> None:
        """Record that a member is not carried over, even if it was read.

        Args:
            member: The name of the member, or a path below the object. Empty for the object as a whole.
            reason: The reason, as a clause such as `Ansible has no such option`.
        """
        self._lost[member] = reason

    def explain(self, member: str, reason: str) -> None:
        """Give the reason why a member is not carried over, in case that it is not read.

        Args:
            member: The name of the member.
            reason: The reason, as a clause.
        """
        self._explained[member] = reason

    def losses(self, unread: str = "the conversion does not know the member") -> Iterator[Loss]:
        """Yield what was not carried over: members with a reason, and members that nobody read.

        Args:
            unread: The reason for members that nobody read and nobody explained.

        Yields:
            The losses, in the order of the document. An object that is lost as a whole is one loss.
        """
        if "" in self._lost:
            yield Loss(self.entity, self.path.rstrip("."), self._lost[""])
            return
        for member, value in self.document.items():
            if member not in self._read and member not in self._lost and value not in EMPTY:
                yield Loss(self.entity, f"{self.path}{member}", self._explained.get(member, unread))
        for member, reason in self._lost.items():
            if member not in self.document or self.document[member] not in EMPTY:
                yield Loss(self.entity, f"{self.path}{member}", reason)
        for member, parts in self._parts.items():
            if member not in self._lost:
                for part in parts:
                    yield from part.losses(unread)
