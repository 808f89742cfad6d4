"""The quick start in steps, one of which a fault strikes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from comodit_client.rest.options import Polling, RetryPolicy, Timeouts
from comodit_client.sandbox import Sandbox

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "reliability.md"
#: Nothing pauses, and `Retry-After` is cut down to nothing.
AT_ONCE = {"retries": RetryPolicy(base=0, cap=0), "polling": Polling(initial_interval=0, multiplier=1, max_interval=0)}
#: For the step that is struck only: on a busy machine any answer may take a while.
IMPATIENT = Timeouts(connect=5, read=0.25, short=0.25, long=0.25, total=0.6)
#: Faults after which a wait without a timeout does not end.
ENDLESS = ("boot", "agent")
HOST = ("my-new-host", "", "Demo Platform", "Demo Distribution")


def promised() -> dict[str, list[str]]:
    """What the page says of each fault, column by column."""
    table = PAGE.read_text(encoding="utf-8").split("\n## Fault by fault\n")[1]
    rows = re.findall(r"^\| `([\w-]+)` \| (.*) \|$", table, re.MULTILINE)
    return {kind: [cell.strip("`") for cell in cells.split(" | ")] for kind, cells in rows}


class QuickStart:
    """The quick start of the README, with one change more so that something is replaced.

    Args:
        colour: The colour that it runs in.
        sandbox: The server, as new.
        kept: Whether connections are kept; else each request makes one of its own.
        options: More options of the client.
    """

    def __init__(self, colour: Any, sandbox: Sandbox, *, kept: bool = True, **options: Any) -> None:
        self.colour, self.sandbox = colour, sandbox
        limits = httpx.Limits(max_keepalive_connections=None if kept else 0)
        self._pool = (httpx.AsyncClient if colour.is_async else httpx.Client)(limits=limits)
        kind = colour.module("client").Client
        self.client = kind(sandbox.url, "UUU", "PPP", http_client=self._pool, **{**AT_ONCE, **options})
        self.hostname = ""
        self.applied = 0
        self._timeout = 0.0
        self.steps: dict[str, Callable[[], None]] = {
            "organization": self._organization,
            "create": self._create,
            "provision": self._provision,
            "describe": self._describe,
            "install": self._install,
            "hostname": self._read_hostname,
            "instance": self._delete_instance,
            "delete": self._delete,
        }

    def run(self, faulty: str = "", **fault: Any) -> None:
        """Run all steps; during one of them there is a fault, and little patience."""
        for name, step in self.steps.items():
            if name == faulty:
                self._timeout = 0.3 if fault["kind"] in ENDLESS else 0.0
                with self._impatient(), self._faulty(fault):
                    step()
            else:
                step()

    def check_goal(self) -> None:
        """Check that the script did what it is for."""
        assert self.hostname.endswith(".cloud.sandbox.example")
        assert self.hosts() == []

    def check_once(self) -> None:
        """Check that nothing was carried out twice that must not be, nor even asked twice."""
        asked = self.sandbox.stats()["requests"]
        assert {request: times for request, times in asked.items() if request.startswith("POST ") and times > 1} == {}
        done = self.sandbox.executions()
        assert [each for each in done if each["method"] not in ("PUT", "DELETE") and each["times"] > 1] == []
        assert all(each["times"] <= self.client.session.retries.attempts for each in done)

    def executions_of(self, method: str) -> list[int]:
        """How often each request of a method was carried out."""
        return [each["times"] for each in self.sandbox.executions() if each["method"] == method]

    def hosts(self) -> list[str]:
        """The names of all hosts, which also shows that the client is usable."""
        return [host.name for host in self.colour.run(self.client.hosts("OOO", "Default").list())]

    def close(self) -> None:
        """Close the connections."""
        close = self._pool.aclose if isinstance(self._pool, httpx.AsyncClient) else self._pool.close
        self.colour.run(close())

    @contextmanager
    def _impatient(self) -> Iterator[None]:
        patient = self.client.session
        self.client.session = patient.with_options(IMPATIENT)
        try:
            yield
        finally:
            self.client.session = patient

    @contextmanager
    def _faulty(self, fault: dict[str, Any]) -> Iterator[None]:
        self.sandbox.fail(**fault)
        try:
            yield
        finally:
            self.applied = self.sandbox.faults()[0]["applied"]
            self.sandbox.end_faults()

    def _organization(self) -> None:
        self.organization = self.colour.run(self.client.get_organization("OOO"))

    def _create(self) -> None:
        self.host = self.colour.run(self.organization.environments().new("Default").hosts().create(*HOST))

    def _provision(self) -> None:
        self.colour.run(self.host.provision())
        self.colour.run(self.host.wait_for_state("READY", timeout=self._timeout))

    def _describe(self) -> None:
        self.host.description = "front end"
        self.colour.run(self.host.update())

    def _install(self) -> None:
        self.colour.run(self.host.install("Wordpress", {"wp_admin_password": "XXX", "wp_admin_email": "YYY@ZZZ"}))
        self.colour.run(self.host.wait_for_pending_changes(timeout=self._timeout))

    def _read_hostname(self) -> None:
        self._instance = self.colour.run(self.host.get_instance())
        self.hostname = self._instance.get_property("publicDnsName")

    def _delete_instance(self) -> None:
        self.colour.run(self._instance.delete())

    def _delete(self) -> None:
        self.colour.run(self.host.delete())
