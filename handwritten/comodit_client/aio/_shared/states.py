"""Warns about states that the schema does not know, before a wait for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args, get_origin

from comodit_client.rest.exceptions import UnknownState
from comodit_client.rest.warn import warn_caller


def check_states(what: str, known_states: object, states: Iterable[str]) -> str:
    """Warn if the schema does not know a state: it may be misspelt. A newer server may use it.

    Args:
        what: What has the state, such as "a host".
        known_states: The type of the state in the wire layer, such as `HostState`.
        states: The states that a wait is for, or that end it.

    Returns:
        A remark for the exception of a timeout; empty if all states are known.
    """
    known = [value for part in (known_states, *get_args(known_states)) for value in _values(part)]
    remarks = dict.fromkeys(
        f"The schema does not know {state!r} as a state of {what}{_hint(state, known)}"
        for state in states
        if state not in known
    )
    if not remarks:
        return ""
    remark = " ".join(remarks)
    warn_caller(UnknownState(f"{remark} The known states are {', '.join(known)}."))
    return f"{remark} "


def _values(alias: object) -> tuple[str, ...]:
    return get_args(alias) if get_origin(alias) is Literal else ()


def _hint(state: str, known: list[str]) -> str:
    from difflib import get_close_matches

    similar = get_close_matches(str(state).upper(), known, 1)
    return f": did you mean {similar[0]!r}?" if similar else "."
