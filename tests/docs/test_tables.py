"""The tables of the pages are true of the methods that they list: existence, cost, arguments."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.api.host import Host, HostCollection, Instance
from comodit_client.sandbox import Sandbox


@pytest.fixture
def text(root: Path) -> Callable[[str], str]:
    """Return a function that reads a page."""
    return lambda name: (root / "docs" / "how-to" / name).read_text(encoding="utf-8")


def test_the_verbs_cost_as_many_requests_as_they_are_said_to(
    comodit_sandbox: Sandbox, text: Callable[[str], str]
) -> None:
    def cost(call: Callable[[], Any]) -> int:
        before = comodit_sandbox.stats()["total"]
        call()
        return comodit_sandbox.stats()["total"] - before

    with Client(comodit_sandbox.url, "UUU", "PPP") as client:
        hosts = client.hosts("OOO", "Default")
        host = hosts.new("entity")
        verbs: dict[str, dict[str, Callable[[], Any]]] = {
            "collection": {
                "new": lambda: hosts.new("member"),
                "create": lambda: hosts.create("member"),
                "list": hosts.list,
                "count": hosts.count,
                "exists": lambda: hosts.exists("member"),
                "get": lambda: hosts.get("member"),
                "delete": lambda: hosts.delete("member"),
                "clear": hosts.clear,
            },
            "entity": {
                "create": host.create,
                "refresh": host.refresh,
                "update": host.update,
                "rename": lambda: host.rename("other"),
                "delete": host.delete,
            },
        }
        costs = {kind: {name: cost(call) for name, call in calls.items()} for kind, calls in verbs.items()}
    tables = re.findall(r"^\| On an? (\w+) .*\n\|-.*\n((?:\|.*\n)+)", text("entities-and-collections.md"), re.MULTILINE)
    row = re.compile(r"^\| `(\w+)\(.*?\| (\d)(?: per page)? \|", re.MULTILINE)
    assert costs == {kind: {name: int(number) for name, number in row.findall(table)} for kind, table in tables}


def test_all_waits_are_listed_and_each_takes_a_timeout(text: Callable[[str], str]) -> None:
    kinds: dict[str, type[Any]] = {"host": Host, "instance": Instance, "hosts": HostCollection}
    told = set(re.findall(r"^\| `(\w+)\.(\w+)\(", text("waiting.md"), re.MULTILINE))
    assert told == {(name, wait) for name, kind in kinds.items() for wait in dir(kind) if wait.startswith("wait_")}
    for name, wait in told:
        assert inspect.signature(getattr(kinds[name], wait)).parameters["timeout"].default == 0


def test_each_control_is_a_method_and_a_path(comodit_sandbox: Sandbox, text: Callable[[str], str]) -> None:
    rows = re.findall(
        r"^\| `(\w+)\(.*?\)` \| `(/sandbox/[\w-]+)`(?:, by `(\w+)`)?", text("the-sandbox.md"), re.MULTILINE
    )
    assert rows
    for method, path, verb in rows:
        assert callable(getattr(comodit_sandbox, method))
        verb = verb or "POST"
        response = httpx.request(verb, comodit_sandbox.base_url + path, json={} if verb == "POST" else None)
        # A control path that exists takes an empty body, or names the member that is missing.
        assert response.status_code == 200 or re.search("' (must be|is missing)", response.json()["error"][0]), (
            response.text
        )
