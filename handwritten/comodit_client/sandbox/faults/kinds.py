"""The faults that can be injected, to test how a script handles errors of the network or the server."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from attrs import asdict, fields, frozen

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.near_names import unknown
from comodit_client.sandbox.simulation.transitions import STAGES

#: The kinds of faults, each with its effect.
KINDS: Mapping[str, str] = {
    "latency": "the request is handled, and its response delayed",
    "refuse": "a new connection is closed as soon as it is made",
    "reset-before-reading": "the connection is reset before the request is read",
    "reset-after-reading": "the connection is reset after the request is read; the request is not handled",
    "reset-after-serving": "the request is handled, and the connection reset before the response",
    "429": "too many requests",
    "500": "an internal error of the server",
    "502": "a proxy received an invalid response",
    "503": "a proxy cannot reach the server",
    "504": "a proxy received no response in time",
    "520": "a proxy received a response that it does not understand",
    "cut": "the request is handled, and its response is cut off",
    "wrong-length": "the request is handled, and its response is longer than its Content-Length",
    "html": "an HTML page of a proxy, with status 200",
    "not-utf8": "the request is handled, and its response is JSON in another encoding",
    "endless": "a response that arrives byte by byte and does not end",
    "redirect-away": "a redirect to another server",
    "redirect-here": "a redirect to the same URL",
    "task": "a task of a host fails",
    "provision": "a provisioning fails, and the host is in ERROR",
    "boot": "a machine never comes up, and its host stays PROVISIONING",
    "agent": "the agent of a ready machine goes away",
}
#: Kinds that apply to hosts; all others apply to requests and connections.
HOST_KINDS = ("task", "provision", "boot", "agent")
#: The names of an organization, an environment and a host.
HostNames = tuple[str, str, str]
#: Kinds that handle the request, unless `served` says otherwise.
_SERVED = frozenset({"latency", "reset-after-serving", "cut", "wrong-length", "not-utf8"})
#: Kinds that accept `served`: they send a response of their own.
_WITH_SERVED_OPTION = frozenset({"html", "not-utf8", "endless", "redirect-away", "redirect-here"}) | {
    kind for kind in KINDS if kind.isdigit()
}


@frozen
class Fault:
    """A fault: its kind, how often it applies, and to which requests or tasks.

    Attributes:
        kind: One of `KINDS`.
        times: How often the fault applies; 0 for no limit.
        method: The HTTP method of affected requests; any method if empty.
        path: The pattern of affected paths, such as `/api/organizations/*/hosts/*`.
        probability: The probability that the fault applies, from 0 to 1.
        seed: The seed of the random numbers: the same seed gives the same sequence.
        seconds: The delay of a response, or of each byte of an endless one.
        retry_after: The seconds in the Retry-After header of an error response. Default: no header.
        as_date: Whether Retry-After is a date.
        served: Whether the request is handled nevertheless. Default: depends on the kind.
        to: The target of a redirect to another server.
        task: The pattern of the descriptions of affected tasks, such as `add package *`.
        error: The error text of an affected task or provisioning.
        organization: The pattern of the names of affected organizations.
        environment: The pattern of the names of affected environments.
        host: The pattern of the names of affected hosts, such as `web-*`.
        at: The stage in which a provisioning fails: one of
            `comodit_client.sandbox.simulation.transitions.STAGES`.
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
    organization: str = "*"
    environment: str = "*"
    host: str = "*"
    at: str = "PROVISIONING"

    @property
    def is_served(self) -> bool:
        """Whether the request is handled nevertheless."""
        return self.kind in _SERVED if self.served is None else self.served

    def matches_request(self, method: str, path: str) -> bool:
        """Return whether the fault can apply to a request."""
        is_of_requests = self.kind != "refuse" and self.kind not in HOST_KINDS
        return is_of_requests and self.method in ("", method) and fnmatchcase(path, self.path)

    def matches_host(self, names: HostNames) -> bool:
        """Return whether the fault can apply to a host."""
        patterns = (self.organization, self.environment, self.host)
        return all(_matches(name, pattern) for name, pattern in zip(names, patterns, strict=True))

    def matches_task(self, names: HostNames, task: str) -> bool:
        """Return whether the fault can apply to a task of a host."""
        return self.kind == "task" and _matches(task, self.task) and self.matches_host(names)

    def document(self) -> dict[str, Any]:
        """Return the fault as a JSON object."""
        return asdict(self)


def _matches(text: str, pattern: str) -> bool:
    # A name can contain characters that are special in patterns.
    return text == pattern or fnmatchcase(text, pattern)


_OF_HOSTS = ("organization", "environment", "host")
_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("kind", "method", "path", "to", "task", "error", "at", *_OF_HOSTS), str),
    **dict.fromkeys(("times", "seed", "retry_after"), int),
    **dict.fromkeys(("probability", "seconds"), float),
    **dict.fromkeys(("as_date", "served"), bool),
}
_WORDS: Mapping[type, str] = {str: "text", int: "an integer", float: "a number", bool: "true or false"}
assert _TYPES.keys() == {field.name for field in fields(Fault)}


def fault_from_document(document: Mapping[str, Any]) -> Fault:
    """Return the fault that a JSON object describes.

    Args:
        document: The attributes of the fault; only `kind` is required.

    Raises:
        ApiError: An attribute is unknown, has the wrong type or an invalid value.
    """
    kind = document.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise bad_request(f"'kind' must be one of {', '.join(KINDS)}")
    fault = Fault(**{name: _checked(name, value) for name, value in document.items()})
    _check(fault)
    return fault


def fault_from_text(text: str) -> Fault:
    """Return the fault that a command-line option describes.

    Args:
        text: The kind and the options, such as `503,times=2,path=*/hosts/*`.

    Raises:
        ApiError: An option is unknown, has the wrong type or an invalid value.
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
        return text  # The check reports what is wrong.


def _checked(name: str, value: Any) -> Any:
    wanted = _known(name)
    allowed = (int, float) if wanted is float else wanted
    # In Python, True is an integer as well.
    if not isinstance(value, allowed) or (isinstance(value, bool) and wanted is not bool):
        raise bad_request(f"'{name}' must be {_WORDS[wanted]}")
    return value


def _known(name: str) -> type:
    if name not in _TYPES:
        raise bad_request(f"Unknown fault option '{name}'; use {', '.join(_TYPES)}")
    return _TYPES[name]


def _check(fault: Fault) -> None:
    for name in ("times", "seconds", "retry_after"):
        value = getattr(fault, name) or 0
        if value < 0 or not math.isfinite(value):
            raise bad_request(f"'{name}' must be finite and 0 or more")
    if not 0 <= fault.probability <= 1:
        raise bad_request("'probability' must be between 0 and 1")
    if fault.served is not None and fault.kind not in _WITH_SERVED_OPTION:
        raise bad_request(
            f"'served' does not apply to {fault.kind}: the kind decides if the request is handled; remove it"
        )
    _check_hosts(fault)
    if fault.kind != "refuse":
        return
    if fault.method or fault.path != "*":
        raise bad_request("'method' and 'path' do not apply to refuse: no request has been read yet; remove them")
    if not fault.times:
        raise bad_request("'times' must be 1 or more for refuse: with 0, no client could connect to end this fault")


def _check_hosts(fault: Fault) -> None:
    if fault.at not in STAGES:
        raise bad_request(unknown("stage", fault.at, STAGES))
    if fault.kind != "provision" and fault.at != "PROVISIONING":
        raise bad_request(f"'at' does not apply to {fault.kind}, only to provision; remove it")
    given = [name for name in _OF_HOSTS if getattr(fault, name) != "*"]
    if given and fault.kind not in HOST_KINDS:
        raise bad_request(f"'{given[0]}' does not apply to {fault.kind}, only to {', '.join(HOST_KINDS)}; remove it")
