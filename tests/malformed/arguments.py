"""Malformed arguments, by what is wrong with them."""

from __future__ import annotations

import io
from typing import Any

from comodit_client import wire
from comodit_client.wire.request import Request, identity
from tests.malformed.calls import file, host, instance

CYCLE: dict[str, Any] = {}
CYCLE["self"] = CYCLE
DEEP: Any = []
for _ in range(100_000):
    DEEP = [DEEP]
#: Deep, but it can be written.
LESS_DEEP: Any = []
for _ in range(600):
    LESS_DEEP = [LESS_DEEP]


def send(body: Any = None, **parts: Any) -> Any:
    return lambda client: client.run(Request("x", "POST", "/x", "value", identity, body=body, **parts))


#: Wrong types and values, one for each kind of argument.
ARGUMENTS = {
    "a name that is None": lambda client: client.get_organization(None),
    "an empty name": lambda client: client.get_organization(""),
    "a name that is a dot": lambda client: client.get_organization(".."),
    "a name that is bytes": lambda client: client.get_organization(b"A"),
    "a name that is a list": lambda client: client.get_organization(["A"]),
    "a name that is a boolean": lambda client: client.get_organization(True),
    "a name that is a fraction": lambda client: client.get_organization(1.5),
    "a name with a lone surrogate": lambda client: client.get_organization("\ud800"),
    "a name of an owner that is None": lambda client: client.hosts(None, "E").list(),
    "a name of an owner that is an object": lambda client: client.hosts("A", object()).list(),
    "a new name that is None": lambda client: host(client).rename(None),
    "a new name that is empty": lambda client: host(client).rename(""),
    "a name to delete that is empty": lambda client: client.hosts("A", "E").delete(""),
    "a number of a change that is None": lambda client: host(client).get_change(None),
    "a key of a change that is a number": lambda client: host(client).wait_for_change_terminated(5, 0.1),
    "a compliance error of another form": lambda client: host(client).get_compliance_error("x/y"),
    "a compliance error that is None": lambda client: host(client).get_compliance_error(None),
    "a path of a resource that is none": lambda client: client.organizations().new("A").resource_impact("x"),
    "a file to upload that does not exist": lambda client: file(client).set_content("/nowhere/at/all"),
    "a file to upload that is a folder": lambda client: file(client).set_content("/"),
    "a place for a download that does not exist": lambda client: file(client).download("/nowhere/at/all"),
    "a path with a zero byte": lambda client: file(client).set_content("a\0b"),
    "a body with a set": send({"a": {1}}),
    "a body with bytes": send({"a": b"x"}),
    "a body with NaN": send({"a": float("nan")}),
    "a body with a cycle": send(CYCLE),
    "a body that is deep": send(DEEP),
    "a body that is deep, but can be sent": send(LESS_DEEP),
    "a body with keys that are no text": send({(1, 2): 3}),
    "a body that is an object": send(object()),
    "settings that are deep": lambda client: host(client).settings().create("k", DEEP),
    "settings with a set": lambda client: host(client).settings().create("k", {1}),
    "a query with a lone surrogate": lambda client: client.organizations().list({"a": "\ud800"}),
    "a path of a file that is empty": lambda client: instance(client).get_file_content(""),
    "a wire request with a bad name": lambda client: client.run(wire.hosts.get("A", "E", "h/../x")),
    "a wire request to a bad path": lambda client: client.run(Request("x", "GET", "/\x00", "value", identity)),
    "a header with a line end": send({}, headers={"X": "a\r\nb"}),
    "a header that is not ASCII": send({}, headers={"X": "\u540d"}),
    "a file that is closed": lambda client: file(client).set_content(_closed()),
    "a file that is text": lambda client: file(client).set_content(io.StringIO("text")),
}


def _closed() -> io.BytesIO:
    closed = io.BytesIO(b"x")
    closed.close()
    return closed
