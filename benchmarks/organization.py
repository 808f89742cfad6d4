"""An organization that exists in the memory of the client's process only: a transport computes each response."""

from __future__ import annotations

import json
import re
import threading
import time
from typing import Any

import httpx

from comodit_client.api import Client
from comodit_client.rest.options import Polling

ROOT = "/api/organizations/Acme"
ENVIRONMENT = f"{ROOT}/environments/Production"
APPLICATIONS = f"{ROOT}/applications/"
HOSTS = f"{ENVIRONMENT}/hosts/"
#: A host or an application of the organization.
MEMBER = re.compile(rf"(?:{HOSTS}|{APPLICATIONS})[a-z]+-(\d+)")
CONTENT = b"port=${port}\n" * 20


class Organization:
    """An organization with an environment of many hosts, or with many applications. It notes its own CPU time.

    Nothing is stored: what a client creates or changes does not appear.

    Args:
        hosts: The number of hosts.
        applications: The number of applications.
        page: The number of items in a page of a list; 0 for a list in one response.
    """

    def __init__(self, hosts: int = 0, applications: int = 0, page: int = 0) -> None:
        #: Whether it exists. Otherwise every entity is missing, as before an import.
        self.exists = True
        #: The CPU time of all responses, in seconds.
        self.seconds = 0.0
        self._page = page
        self._counts = {HOSTS: hosts, APPLICATIONS: applications}
        self._documents = {HOSTS: self._host, APPLICATIONS: self._application}
        self._lock = threading.Lock()
        self._lists: dict[tuple[str, int], bytes] = {}
        self.change("Front end", "DEFINED")

    def client(self) -> Client:
        """Return a client of this organization, which polls without pauses."""
        transport = httpx.MockTransport(self._respond)
        polling = Polling(initial_interval=0, max_interval=0)
        return Client("http://in.memory/api", "UUU", "PPP", transport=transport, polling=polling)

    def content(self) -> bytes:
        """Return the response that lists the hosts, or its first page."""
        return self._lists[HOSTS, 0]

    def change(self, description: str, state: str) -> None:
        """Change all hosts and applications.

        Args:
            description: The description of each.
            state: The state of the hosts.
        """
        self._description, self._state = description, state
        self._lists = {
            (url, offset): self._list(url, offset)  # the time and memory of it do not count for the client
            for url, total in self._counts.items()
            for offset in range(0, max(total, 1), self._page or max(total, 1))
        }

    def _respond(self, request: httpx.Request) -> httpx.Response:
        start = time.thread_time()
        response = self._response(request)
        with self._lock:
            self.seconds += time.thread_time() - start
        return response

    def _response(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if request.method == "DELETE":
            return httpx.Response(204)
        if request.method != "GET":
            is_json = request.headers["Content-Type"] == "application/json"
            return httpx.Response(200, content=request.content if is_json else b"{}", headers=JSON)
        if not self.exists:
            return httpx.Response(404, json={"error": "not found"})
        if path in self._counts:
            offset = int(request.url.params.get("offset", 0))
            return httpx.Response(200, content=self._lists[path, offset], headers=JSON)
        if path.endswith("/content"):
            return httpx.Response(200, content=CONTENT)
        document = self._document(path)
        if document is None:
            return httpx.Response(404, json={"error": "not found"})
        return httpx.Response(200, json=document)

    def _document(self, path: str) -> dict[str, Any] | None:
        if found := MEMBER.fullmatch(path):
            return self._documents[path[: path.rindex("/") + 1]](int(found[1]))
        if path == ROOT:
            return {"name": "Acme", "version": 1, "environments": ["Production"]}
        if path == ENVIRONMENT:
            names = [f"web-{number}" for number in range(self._counts[HOSTS])]
            return {"name": "Production", "organization": "Acme", "version": 1, "hosts": names}
        if path.startswith(APPLICATIONS) and path.endswith("/files/"):
            return {"count": 1, "items": [FILE]}
        return {"count": 0, "items": []} if path.endswith("/") else None

    def _list(self, url: str, offset: int) -> bytes:
        total = self._counts[url]
        last = min(total, offset + self._page) if self._page else total
        items = b", ".join(json.dumps(self._documents[url](number)).encode() for number in range(offset, last))
        head = f'{{"total": {total}, "offset": {offset}, "count": {last - offset}, "items": ['
        return head.encode() + items + b"]}"

    def _host(self, number: int) -> dict[str, Any]:
        return {
            "uuid": f"{number:032X}",
            "version": 4,
            "name": f"web-{number}",
            "description": self._description,
            "organization": "Acme",
            "environment": "Production",
            "applications": [],
            "settings": [{"key": "ntp.server", "value": "ntp.example.org"}],
            "state": self._state,
        }

    def _application(self, number: int) -> dict[str, Any]:
        return {
            "uuid": f"{number:032X}",
            "version": 4,
            "name": f"app-{number}",
            "description": self._description,
            "organization": "Acme",
            "packages": [{"name": "nginx"}],
            "files": [FILE],
            "parameters": [{"key": "port", "value": "80", "name": "port"}],
        }


JSON = {"Content-Type": "application/json"}
FILE = {"uuid": "F" * 32, "version": 1, "name": "nginx.conf", "owner": "root", "path": "/etc/nginx.conf"}
