"""A sandbox with a way to prepare a state, and to send one request in strict mode."""

from __future__ import annotations

from typing import Any

import httpx

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.parity.recorder import Parity

O = "/organizations/OOO"  # noqa: E741
E = f"{O}/environments/Default"
H = f"{E}/hosts/web"


class Scene:
    """A sandbox whose mode a test changes.

    Attributes:
        sandbox: The sandbox, with a manual clock.
        parity: Its modes.
        auth: The credentials of the next requests.
    """

    def __init__(self, sandbox: Sandbox, client: httpx.Client) -> None:
        self.sandbox = sandbox
        self.parity: Parity = sandbox._control.world.parity
        self.auth = ("UUU", "PPP")
        self._client = client

    def send(self, method: str, path: str, body: Any = None, **more: Any) -> httpx.Response:
        """Send a request in the present mode."""
        return self._client.request(method, path, json=body, auth=self.auth, **more)

    def made(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        """Send a request that must succeed; return the JSON of the response, or None."""
        response = self.send(method, path, body, **more)
        assert response.is_success, f"{method} {path}: {response.status_code} {response.text}"
        return response.json() if response.content[:1] in (b"{", b"[") else None

    def host(self, name: str = "web", *, ready: bool = False, **members: Any) -> str:
        """Create a host, which has a machine if it is ready; return its path."""
        body = {"name": name, "platform": "Demo Platform", "distribution": "Demo Distribution", **members}
        self.made("POST", f"{E}/hosts/", body)
        if ready:
            self.made("POST", f"{E}/hosts/{name}/instance/", {})
            self.sandbox.advance(10)
        return f"{E}/hosts/{name}"

    def application(self, **members: Any) -> None:
        """Create the application App with a service."""
        self.made("POST", f"{O}/applications/", {"name": "App", "services": [{"name": "httpd"}], **members})

    def template(self, content: bytes, value: Any = None) -> None:
        """Create a host with a file of a template, and the value of its variable `port`."""
        self.application(files=[{"name": "conf", "path": "/etc/app.conf"}])
        self.made("POST", f"{O}/applications/App/files/conf/content", files={"file": content})
        self.host(applications=["App"])
        if value is not None:
            self.made("POST", f"{H}/settings/", {"key": "port", "value": value})

    def member(self, group: str) -> None:
        """Send the next requests as bob, a member of a group of the organization."""
        self.sandbox.add_user("bob", "pass", email="bob@example.org")
        self.made("PUT", f"{O}/groups/{group}", {"name": group, "users": [{"username": "bob"}]})
        self.auth = ("bob", "pass")

    def dump(self) -> list[str]:
        """Return the whole state."""
        with self.sandbox._store._lock:
            return list(self.sandbox._store._connection.iterdump())
