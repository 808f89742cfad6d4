"""Compares the responses to a client with the schema, and reports each difference once."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from inspect import iscoroutinefunction
from typing import Any

from comodit_client.rest.exceptions import InvalidArgument
from comodit_client.rest.locks import Lock
from comodit_client.rest.received import ReceivedResponse
from comodit_client.wire.drift import Drift
from comodit_client.wire.drift_schema import Schema
from comodit_client.wire.drift_values import ABSENT
from comodit_client.wire.request import Request


@cache
def packaged() -> Schema:
    """Return the schema that this library was generated from. It is loaded once."""
    return Schema(json.loads(files("comodit_client.schema").joinpath("comodit.json").read_bytes()))


class DriftWatch:
    """The differences of one client, which its copies share.

    Args:
        callback: Called once for each difference. Its exceptions are those of the call that found the difference.

    Raises:
        InvalidArgument: The callback is not an ordinary function.
    """

    def __init__(self, callback: Callable[[Drift], object]) -> None:
        if not callable(callback) or iscoroutinefunction(callback):
            raise InvalidArgument(
                f"Cannot use on_drift of type {type(callback).__name__}: give an ordinary function that takes a "
                "Drift, or a DriftReport."
            )
        self.callback = callback
        self._known: set[Drift] = set()
        self._lock = Lock()

    def check(self, request: Request[Any], response: ReceivedResponse) -> None:
        """Compare a response with the schema, which the first call loads.

        Args:
            request: The request.
            response: The response.
        """
        try:
            findings = packaged().compare(request.method, request.path, response.status_code, _body(response))
            found = dict.fromkeys(drift for drift, _ in findings)
        except RecursionError:  # a body that is nested so deeply is no response of the API
            return
        for drift in found:
            if self._is_new(drift):
                self.callback(drift)

    def _is_new(self, drift: Drift) -> bool:
        with self._lock:
            is_new = drift not in self._known
            self._known.add(drift)
            return is_new


def _body(response: ReceivedResponse) -> Any:
    try:
        return json.loads(response.content)
    except ValueError:
        return ABSENT
