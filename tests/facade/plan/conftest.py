"""Fixtures of the tests of plans: a furnished organization, its export, and a transport that counts and fails."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.sandbox import Sandbox
from tests.facade.disk.conftest import furnished, tree
from tests.facade.disk.same import compared


class Counting(httpx.HTTPTransport):
    """Records the requests that write, and fails before one of them.

    Args:
        last: The number of that request; 0 for none.
    """

    def __init__(self, last: int = 0) -> None:
        super().__init__()
        self.written: list[str] = []
        self._last = last
        self._numbers = itertools.count(1)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return super().handle_request(request)
        if next(self._numbers) == self._last:
            raise ConnectionResetError
        response = super().handle_request(request)
        response.read()
        self.written.append(f"{request.method} {request.url.path}")
        return response


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        yield sandbox


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[Client]:
    """A blocking client of the sandbox."""
    with Client(sandbox.url, "UUU", "PPP") as client:
        yield client


@pytest.fixture
def counting(sandbox: Sandbox) -> Iterator[Callable[..., tuple[Client, Counting]]]:
    """Make a client whose writing requests are recorded."""
    clients = []

    def make(*args: Any) -> tuple[Client, Counting]:
        transport = Counting(*args)
        clients.append(Client(sandbox.url, "UUU", "PPP", transport=transport))
        return clients[-1], transport

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def folder(client: Client, tmp_path: Path) -> Path:
    """The export of a furnished organization that is on the server."""
    organization = furnished(client.get_organization("OOO"), lambda value: value)
    Export(with_secrets=True).export_organization(organization, tmp_path / "o")
    return tmp_path / "o"


def change(file: Path, **members: Any) -> None:
    """Change members of a definition."""
    file.write_text(json.dumps({**json.loads(file.read_text()), **members}))


def write(file: Path, **members: Any) -> None:
    """Write a new definition."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(members))


def edit(folder: Path) -> None:
    """Edit an exported organization in many ways."""
    change(folder / "definition.json", description="edited", settings=[{"key": "zone", "value": {"a": [1]}}])
    shop = folder / "applications" / "Wordpress"
    found = json.loads((shop / "definition.json").read_text())
    found["parameters"] = [{**item, "description": "edited"} for item in found["parameters"][:1]]
    found["parameters"].append(
        {"name": "Key", "key": "api_key", "schema": {"type": "string", "secret": True}, "value": "s3cret-default"}
    )
    found["files"].append({"name": "new.conf", "path": "/etc/new.conf"})
    change(shop / "definition.json", files=found["files"], parameters=found["parameters"], description="edited")
    (shop / "files" / "new.conf").write_bytes(b"new\n")
    (shop / "files" / "wp-config.php").write_bytes(b"edited\n")
    (shop / "thumb").write_bytes(b"\x89PNG\r\n\x1a\nnew")
    shutil.rmtree(shop / "gits" / "src")
    shutil.rmtree(folder / "pipelines" / "Release")
    shutil.rmtree(folder / "hostgroups" / "Fronts")
    write(shop / "rpmmodules" / "ruby" / "definition.json", name="ruby", stream="3")
    write(folder / "applications" / "Tool" / "definition.json", name="Tool", packages=[{"name": "tool"}])
    write(
        folder / "environments" / "Prod" / "hosts" / "web-1" / "definition.json",
        name="web-1",
        platform="Demo Platform",
        distribution="Demo Distribution",
        applications=["Tool", "Wordpress"],
        settings=[{"key": "port", "value": 80}, {"key": "api_key", "value": "s3cret-value"}],
    )
    write(folder / "environments" / "Prod" / "definition.json", name="Prod")
    write(
        folder / "orchestrations" / "Rolling" / "handlers" / "other" / "definition.json", name="other", triggers=["x"]
    )
    web = folder / "environments" / "Default" / "hosts" / "web"
    change(web / "definition.json", applications=[])
    (web / "applications" / "Wordpress.json").unlink()
    change(web / "platform.json", **{"x-own": True})


def state_of(client: Client, target: Path) -> dict[str, Any]:
    """What the organization on the server is, by the names of the files of its export."""
    Export(with_secrets=True).export_organization(client.get_organization("OOO"), target)
    found = compared(tree(target))
    shutil.rmtree(target)
    return found


def paths(plan: Any) -> list[str]:
    """Return a line for each change of a plan."""
    return [f"{change.action} {change.kind} {change.path}" for change in plan.changes]
