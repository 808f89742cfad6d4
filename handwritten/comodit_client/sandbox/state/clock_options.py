"""Clocks as text and as JSON objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.state.clock import Clock, ManualClock, MovableClock, SteppingClock, WallClock
from comodit_client.sandbox.state.timestamps import format_timestamp, parse_timestamp

#: The kinds of clocks, each with its options.
CLOCKS: Mapping[str, tuple[Callable[..., MovableClock], tuple[str, ...]]] = {
    WallClock.kind: (WallClock, ("factor", "offset")),
    ManualClock.kind: (ManualClock, ("start",)),
    SteppingClock.kind: (SteppingClock, ("step", "start")),
}


def clock_from_text(text: str) -> MovableClock:
    """Return the clock that a command-line option describes.

    Args:
        text: The kind and the options, such as `frozen,start=2026-01-01T00:00:00Z`.

    Raises:
        ApiError: The kind or an option does not exist or is invalid.
    """
    kind, *options = text.split(",")
    pairs = [option.partition("=")[::2] for option in options]
    return clock_from_document({"kind": kind, **{name: _read(value) for name, value in pairs}})


def clock_from_document(document: Mapping[str, Any]) -> MovableClock:
    """Return the clock that a JSON object describes.

    Args:
        document: The `kind` and its options.

    Raises:
        ApiError: The kind or an option does not exist or is invalid.
    """
    kind = document.get("kind")
    if not isinstance(kind, str) or kind not in CLOCKS:
        raise bad_request(f"'kind' must be one of {', '.join(CLOCKS)}")
    build, known = CLOCKS[kind]
    options = {name: value for name, value in document.items() if name != "kind"}
    for name in options:
        if name not in known:
            raise bad_request(f"The clock '{kind}' has no option '{name}'; use {', '.join(known)}")
    try:
        return build(**{name: _number(name, value) for name, value in options.items()})
    except (ValueError, OverflowError) as error:
        raise bad_request(f"Invalid option of the clock '{kind}': {error}") from None


def clock_document(clock: Clock) -> dict[str, Any]:
    """Return a clock as a JSON object: its kind, its time and its options."""
    now = clock.now()
    kind, options = (clock.kind, clock.options()) if isinstance(clock, MovableClock) else ("custom", {})
    return {"kind": kind, "now": now, "time": format_timestamp(now), **options}


def _read(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _number(name: str, value: Any) -> float:
    if name == "start" and isinstance(value, str):
        return parse_timestamp(value)
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise bad_request(f"'{name}' must be a number")
    return float(value)
