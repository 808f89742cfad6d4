"""Encodes the query parameters of a request."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from comodit_client.rest.exceptions import InvalidArgument


def encode_query(operation: str, query: Mapping[str, Any]) -> str:
    """Encode the query parameters of a request.

    Args:
        operation: The operation's id, for the message.
        query: The parameters by name: text, numbers and booleans. None is omitted; a list or tuple repeats the name.

    Returns:
        The query with a question mark before it; empty without parameters.

    Raises:
        InvalidArgument: A parameter has another type, or is not Unicode text.
    """
    if not isinstance(query, Mapping):
        raise InvalidArgument(
            f"Cannot send the query of {operation}: it is of type {type(query).__name__}. Give a dict of parameters."
        )
    try:
        encoded = urlencode(list(_pairs(query)))
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidArgument(
            f"Cannot send the query of {operation}: {_reason(error)}. Give text, numbers, booleans, or lists of them."
        ) from None
    return f"?{encoded}" if encoded else ""


def _pairs(query: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in query.items():
        if not isinstance(name, str):
            raise TypeError(f"a name is of type {type(name).__name__}")
        for item in value if isinstance(value, (list, tuple)) else (value,):
            if item is not None:
                yield name, _text(name, item)


def _text(name: str, value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()  # the server reads booleans without regard to case (S12)
    if isinstance(value, str):
        return str.__str__(value)  # not str(): a member of an enumeration is sent as its value
    if not isinstance(value, (int, float)) or not math.isfinite(value):
        raise TypeError(f"{name!r} is of type {type(value).__name__}, or not a finite number")
    return int.__repr__(value) if isinstance(value, int) else float.__repr__(value)


def _reason(error: Exception) -> str:
    # The text of a UnicodeError quotes the value.
    return "a parameter is not Unicode text" if isinstance(error, UnicodeError) else str(error)
