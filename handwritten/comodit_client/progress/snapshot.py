"""What a display shows at a moment, from what a progress callback receives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import attrs

from comodit_client.wire.errors import escaped

#: What shows that a host does not exist.
MISSING = "not found"
FAILED = "ERROR"


class Poll(Protocol):
    """The result of one poll of a wait, of either API."""

    @property
    def reached(self) -> bool:
        """True if the goal of the wait is reached."""
        ...

    @property
    def state(self) -> object:
        """The state that was read."""
        ...


@attrs.frozen
class Snapshot:
    """What a display shows at a moment.

    Args:
        reached: True if the wait is over.
        state: The state of the whole; empty if only the parts have one.
        parts: The states of the parts, by name.
        failed: The names of the parts that failed.
        late: The names of the other parts that are not complete.
    """

    reached: bool = False
    state: str = ""
    parts: Mapping[str, str] = attrs.field(factory=dict)
    failed: Sequence[str] = ()
    late: Sequence[str] = ()

    def counts(self) -> str:
        """Return how many parts are in each state, the rarest first: those are the ones to see."""
        counted = sorted(Counter(self.parts.values()).items(), key=lambda one: (one[1], one[0]))
        return ", ".join(f"{count} {state}" for state, count in counted)

    def first(self, limit: int) -> list[str]:
        """Return the names of parts, failed ones first, then late ones.

        Args:
            limit: The greatest number of names.
        """
        found = [*self.failed, *self.late][:limit]
        if len(found) < limit:
            urgent = {*self.failed, *self.late}
            others = (name for name in self.parts if name not in urgent)
            found += [name for name, _ in zip(others, range(limit - len(found)), strict=False)]
        return found


def snapshot_of(poll: Poll) -> Snapshot:
    """Return what to show of the result of a poll.

    Args:
        poll: The result. A result of a script's own needs only `reached` and `state`.
    """
    state = poll.state
    parts = getattr(poll, "parts", {}) or (state if isinstance(state, Mapping) else {})
    texts = {found: _text(found, MISSING) for found in set(parts.values())}  # many parts have a few states
    shown = {name: texts[found] for name, found in parts.items()}
    failed = getattr(poll, "failed", ()) or [name for name, found in shown.items() if found in (FAILED, MISSING)]
    return Snapshot(poll.reached, _whole(state), shown, list(failed), list(getattr(poll, "late", ())))


def after_error(snapshot: Snapshot, error: BaseException) -> Snapshot:
    """Return what to show after a wait raised: the exception has newer states than the last poll that was reported.

    Args:
        snapshot: What was shown before.
        error: The exception.
    """
    last = getattr(error, "last", None)
    parts = {**snapshot.parts, **(last if isinstance(last, Mapping) else {})}
    failed = [name for name in _failed_names(error) if isinstance(last, Mapping) or name in parts]
    texts = {name: _text(found, MISSING) for name, found in parts.items()}
    if not isinstance(last, Mapping):
        texts |= dict.fromkeys(failed, FAILED)
    failed = list(dict.fromkeys([*snapshot.failed, *failed]))
    known = set(failed)
    late = [name for name in getattr(error, "late", ()) or snapshot.late if name not in known]
    return Snapshot(False, last if isinstance(last, str) else snapshot.state, texts, failed, late)


def _failed_names(error: BaseException) -> list[str]:
    """Return the names of the failed parts: hosts of an environment, hosts or steps of an execution, or tasks."""
    found: list[Any] = list(getattr(error, "failed", ()))
    failed = [(change, task) for change in getattr(error, "changes", ()) for task in change.get_tasks_error()]
    return [
        *(one if isinstance(one, str) else one.host or f"{one.stage}/{one.step}" for one in found),
        *(f"{change.label}: {task.order_num}. {task.description or ''}" for change, task in failed),
    ]


def _whole(state: object) -> str:
    if isinstance(state, Mapping):
        return ""
    if isinstance(state, (list, tuple)):
        return "; ".join(_text(one, "") for one in state)
    return _text(state, "unknown")


def _text(state: object, absent: str) -> str:
    return absent if state is None else escaped(str(state)) or "unknown"
