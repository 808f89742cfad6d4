"""One server for all tests, reset for each; its clock moves only when a test advances it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox

PROVISION_TIME = 10.0
CHANGE_TIME = 4.0


class Api:
    """Sends requests and checks the status that a test expects."""

    O = "/organizations/OOO"  # noqa: E741
    E = f"{O}/environments/Default"

    def __init__(self, client: httpx.Client, sandbox: Sandbox) -> None:
        self.client = client
        self.sandbox = sandbox

    def __call__(self, method: str, path: str, body: Any = None, /, *, status: int | None = None, **query: Any) -> Any:
        """Send a request and check the status, by default any success. Return the JSON of the response, or None."""
        response = self.client.request(method, path, json=body, params=query or None)
        wanted = [status] if status else [200, 202, 204]
        assert response.status_code in wanted, f"{method} {path}: {response.status_code} {response.text}"
        if response.status_code >= 400:
            texts = response.json()["error"]
            assert texts
            assert all(isinstance(text, str) and text for text in texts)
        if response.headers.get("Content-Type") == "application/json":
            return response.json()
        return response.content or None

    def upload(self, path: str, content: bytes, status: int = 200) -> Any:
        """Send a file as a form with one part; return the error texts of an error response."""
        response = self.client.post(path, files={"file": ("local name", content)})
        assert response.status_code == status, f"{path}: {response.status_code} {response.text}"
        return response.json()["error"] if status >= 400 else None

    def items(self, path: str, **query: Any) -> list[Any]:
        """Return the items of a collection."""
        return self("GET", path, **query)["items"]

    def host(self, name: str = "web", **members: Any) -> str:
        """Create a host that can be provisioned; return its path."""
        body = {"name": name, "platform": "Demo Platform", "distribution": "Demo Distribution", **members}
        self("POST", f"{self.E}/hosts/", body)
        return f"{self.E}/hosts/{name}"

    def ready_host(self, name: str = "web", **members: Any) -> str:
        """Create and provision a host; return its path."""
        path = self.host(name, **members)
        self("POST", f"{path}/instance/", {})
        self.sandbox.advance(PROVISION_TIME)
        assert self.state(path) == "READY"
        return path

    def state(self, host: str) -> str:
        return self("GET", host)["state"]

    def pending(self, host: str) -> list[Any]:
        return self.items(f"{host}/changes/")

    def tasks(self, host: str) -> list[list[str]]:
        """Return the descriptions of the tasks of all changes, and delete the changes."""
        changes = self.items(f"{host}/changes/", show_processed=True)
        self("DELETE", f"{host}/changes/", processed_only=False)
        return [[task["description"] for task in change["tasks"]] for change in changes]


@pytest.fixture(scope="session")
def _server() -> Iterator[Sandbox]:
    sandbox = Sandbox(provision_time=PROVISION_TIME, change_time=CHANGE_TIME, token="app-key", clock=ManualClock())
    with sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def _client(_server: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=_server.url, auth=("UUU", "PPP"), timeout=60) as client:
        yield client


@pytest.fixture
def sandbox(_server: Sandbox) -> Sandbox:
    _server.reset()
    return _server


@pytest.fixture
def api(sandbox: Sandbox, _client: httpx.Client) -> Api:
    return Api(_client, sandbox)
