"""Faults that a sandbox can be asked for, to see what a script does when the network or the server fails."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from attrs import asdict, fields, frozen

from comodit_client.sandbox.errors import bad_request

#: The kinds of faults, each with what happens.
KINDS: Mapping[str, str] = {
    "latency": "the request is carried out, and its answer held back",
    "refuse": "a new connection is closed as soon as it is made",
    "reset-before-reading": "the connection is reset before the request was read",
    "reset-after-reading": "the connection is reset after the request was read; it is not carried out",
    "reset-after-serving": "the request is carried out, and the connection reset before the answer",
    "429": "too many requests",
    "500": "the server has a defect",
    "502": "a proxy got no good answer",
    "503": "a proxy finds no server",
    "504": "a proxy got no answer in time",
    "520": "a proxy got an answer that it does not understand",
    "cut": "the request is carried out, and its answer breaks off",
    "wrong-length": "the request is carried out, and its answer is longer than it says",
    "html": "a page of a proxy, with status 200",
    "not-utf8": "the request is carried out, and its answer is JSON in another encoding",
    "endless": "an answer that comes byte by byte and does not end",
    "redirect-away": "a redirection to another server",
    "redirect-here": "a redirection to the same place",
    "task": "a task of a host fails",
}
#: Those after which the request was carried out, unless they are asked not to.
_SERVED = frozenset({"latency", "reset-after-serving", "cut", "wrong-length", "not-utf8"})
#: Those for which that can be chosen: they bring an answer of their own.
_OPEN = frozenset({"html", "not-utf8", "endless", "redirect-away", "redirect-here"}) | {
    kind for kind in KINDS if kind.isdigit()
}


@frozen
class Fault:
    """What is to go wrong, how often, and where.

    Attributes:
        kind: One of `KINDS`.
        times: How often it strikes; 0 for ever.
        method: The only method whose requests it strikes; any if empty.
        path: The paths that it strikes, such as `/api/organizations/*/hosts/*`.
        probability: How likely it is to strike, from 0 to 1.
        seed: What the chances come from: the same seed, the same sequence.
        seconds: How long an answer is held back, or each byte of an endless one.
        retry_after: The seconds that an answer such as 429 asks to wait; it asks for nothing if left out.
        as_date: Whether it asks for that with a date.
        served: Whether the request is carried out nevertheless; as the kind says if left out.
        to: Where a redirection to another server leads.
        task: The descriptions of the tasks that fail, such as `add package *`.
        error: The error text of such a task.
    """

    kind: str
    times: int = 1
    method: str = ""
    path: str = "*"
    probability: float = 1.0
    seed: int = 0
    seconds: float = 1.0
    retry_after: int | None = None
    as_date: bool = False
    served: bool | None = None
    to: str = "http://elsewhere.example"
    task: str = "*"
    error: str = "The sandbox was asked to make this fail"

    @property
    def is_served(self) -> bool:
        """Whether the request is carried out nevertheless."""
        return self.kind in _SERVED if self.served is None else self.served

    def matches_request(self, method: str, path: str) -> bool:
        """Tell whether it may strike a request."""
        return self.kind not in ("refuse", "task") and self.method in ("", method) and fnmatchcase(path, self.path)

    def matches_task(self, task: str) -> bool:
        """Tell whether it may strike a task."""
        return self.kind == "task" and fnmatchcase(task, self.task)

    def document(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return asdict(self)


_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("kind", "method", "path", "to", "task", "error"), str),
    **dict.fromkeys(("times", "seed", "retry_after"), int),
    **dict.fromkeys(("probability", "seconds"), float),
    **dict.fromkeys(("as_date", "served"), bool),
}
_WORDS: Mapping[type, str] = {str: "text", int: "an integer", float: "a number", bool: "true or false"}
assert _TYPES.keys() == {field.name for field in fields(Fault)}


def fault_from_document(document: Mapping[str, Any]) -> Fault:
    """Read a fault from a JSON object.

    Args:
        document: Its attributes, of which only `kind` is needed.

    Raises:
        Refusal: An attribute is unknown, or of another type, or makes no sense.
    """
    kind = document.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise bad_request(f"'kind' must be one of {', '.join(KINDS)}")
    fault = Fault(**{name: _checked(name, value) for name, value in document.items()})
    _check(fault)
    return fault


def fault_from_text(text: str) -> Fault:
    """Read a fault from a command line.

    Args:
        text: Its kind and attributes, such as `503,times=2,path=*/hosts/*`.

    Raises:
        Refusal: An attribute is unknown, or cannot be read, or makes no sense.
    """
    kind, *options = text.split(",")
    pairs = [option.partition("=")[::2] for option in options]
    return fault_from_document({"kind": kind, **{name: _read(name, value) for name, value in pairs}})


def _read(name: str, text: str) -> Any:
    wanted = _known(name)
    if wanted is bool:
        return {"true": True, "false": False}.get(text.lower(), text)
    try:
        return wanted(text)
    except ValueError:
        return text  # the check says what is wrong with it


def _checked(name: str, value: Any) -> Any:
    wanted = _known(name)
    allowed = (int, float) if wanted is float else wanted
    # In Python True is an integer, too.
    if not isinstance(value, allowed) or (isinstance(value, bool) and wanted is not bool):
        raise bad_request(f"'{name}' must be {_WORDS[wanted]}")
    return value


def _known(name: str) -> type:
    if name not in _TYPES:
        raise bad_request(f"A fault has no '{name}'; it has {', '.join(_TYPES)}")
    return _TYPES[name]


def _check(fault: Fault) -> None:
    for name in ("times", "seconds", "retry_after"):
        value = getattr(fault, name) or 0
        if value < 0 or not math.isfinite(value):
            raise bad_request(f"'{name}' must be finite, and not negative")
    if not 0 <= fault.probability <= 1:
        raise bad_request("'probability' must be from 0 to 1")
    if fault.served is not None and fault.kind not in _OPEN:
        raise bad_request(f"'served' must be left out: {fault.kind} says by itself whether the request is carried out")
    if fault.kind != "refuse":
        return
    if fault.method or fault.path != "*":
        raise bad_request("'method' and 'path' must be left out: a connection is refused before it says what it is for")
    if not fault.times:
        raise bad_request("'times' must be 1 or more: nobody would get through to end this fault")
