"""The options that all functions of a fleet have, checked before the first request."""

from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any, TypedDict

import attrs

from comodit_client.aio._shared.wait_time import seconds
from comodit_client.rest.exceptions import InvalidArgument

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from comodit_client.aio._shared.waiting import Progress
    from comodit_client.aio.host import Host

    #: Called with the hosts of a batch that are done. False or an exception stops the run.
    Check = Callable[[list[Host]], object]
    #: Called with the states of the hosts, by `Organization/Environment/host`.
    StatesProgress = Progress[dict[str, str | None]]


class WaitOptions(TypedDict, total=False):
    """The options of `wait`."""

    parallel: int
    timeout: float | None
    batch: int | None
    max_failures: int | None
    check: Check | None
    progress: StatesProgress | None
    executor: Executor | None
    save_to: str | os.PathLike[str] | None


class FleetOptions(WaitOptions, total=False):
    """The options of the actions."""

    wait: bool


class RetryOptions(FleetOptions, total=False):
    """What `retry` can change."""

    settings: Mapping[str, Any]


def _whole(least: int, none: bool = True) -> Callable[[object, attrs.Attribute[Any], object], None]:
    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if none and value is None:
            return
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise InvalidArgument(
                f"Cannot use {attribute.name}={value!r}: give an integer of {least} or more"
                f"{', or None' if none else ''}."
            )

    return check


def _callable(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not callable(value):
        raise InvalidArgument(f"Cannot use {attribute.name} of type {type(value).__name__}: give a function.")


def _executor(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, Executor):
        raise InvalidArgument(
            f"Cannot use an executor of type {type(value).__name__}: give one of concurrent.futures, or one that "
            "derives from concurrent.futures.Executor."
        )


def _boolean(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, bool):
        raise InvalidArgument(f"Cannot use {attribute.name}={value!r}: give True or False.")


def _timeout(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    seconds(value)


@attrs.frozen
class Options:
    """The options of a run.

    Args:
        parallel: The number of requests at a time.
        wait: Whether to wait until each host has reached the goal.
        timeout: Seconds that a host may take from its action to the goal.
        batch: The number of hosts in a batch.
        max_failures: The number of failures that do not stop the run.
        check: Called with the hosts that are done, after each batch.
        progress: Called with the states of the hosts.
        executor: Where the actions run.
        save_to: The file that the report is saved to as the run goes on.
    """

    parallel: int = attrs.field(default=16, validator=_whole(1, none=False))
    wait: bool = attrs.field(default=True, validator=_boolean)
    timeout: float | None = attrs.field(default=None, validator=_timeout)
    batch: int | None = attrs.field(default=None, validator=_whole(1))
    max_failures: int | None = attrs.field(default=None, validator=_whole(0))
    check: Check | None = attrs.field(default=None, validator=_callable)
    progress: StatesProgress | None = attrs.field(default=None, validator=_callable)
    executor: Executor | None = attrs.field(default=None, validator=_executor)
    save_to: str | os.PathLike[str] | None = None

    def __attrs_post_init__(self) -> None:
        if self.check is not None and self.batch is None:
            raise InvalidArgument("Cannot use check without batch: it is called after each batch. Give batch as well.")

    @property
    def limit(self) -> float:
        """The timeout of each host; infinite without one."""
        return math.inf if self.timeout is None else seconds(self.timeout)

    def saved(self) -> dict[str, Any]:
        """Return the options that a report saves."""
        names = ("parallel", "wait", "timeout", "batch", "max_failures")
        return {name: getattr(self, name) for name in names}
