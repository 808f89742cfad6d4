"""A sandbox without sockets, whose requests can be rolled back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from httpx import Headers

from comodit_client.sandbox.commands import Commands
from comodit_client.sandbox.control import Control
from comodit_client.sandbox.dispatcher import Dispatcher, IncomingRequest
from comodit_client.sandbox.faults.active import Faults
from comodit_client.sandbox.http.uploads import FORM, Upload
from comodit_client.sandbox.journal.journal import Journal
from comodit_client.sandbox.schema import load_schema
from comodit_client.sandbox.simulation.addresses import Reach
from comodit_client.sandbox.state.clock import ManualClock
from comodit_client.sandbox.state.store import Store
from comodit_client.sandbox.state.world import World

ROOT = ("root", "p")


class Operation(NamedTuple):
    id: str
    method: str
    path: str
    description: dict[str, Any]

    def lists(self, status: int) -> bool:
        """Return whether the schema lists a status; `default` counts for errors of the server only."""
        return str(status) in self.description["responses"] or status >= 500


class Reply(NamedTuple):
    status: int
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


def operations() -> list[Operation]:
    """Return all operations of the schema."""
    methods = ("get", "put", "post", "delete")
    paths = load_schema()["paths"].items()
    return [
        Operation(item[method]["operationId"], method.upper(), path, item[method])
        for path, item in paths
        for method in methods
        if method in item
    ]


class Server(Commands):
    """A sandbox whose requests are dispatched directly.

    Attributes:
        bodies: The bodies of the operations, by organization.
    """

    def __init__(self) -> None:
        reach = Reach(anywhere=False, own_port=0)
        clock = ManualClock()
        self.world = World(Store(":memory:"), clock, *ROOT, "token", "First", 0, 0, reach, Faults())
        self._control = Control(self.world, Journal(self.world, load_schema()))
        self._control.begin()
        self._dispatcher = Dispatcher(self.world, load_schema())
        self._loop = asyncio.new_event_loop()
        self.bodies: dict[str, dict[str, Any]] = {}

    def close(self) -> None:
        self._loop.close()
        self.world.store.close()

    def __call__(self, method: str, path: str, body: Any = None, headers: Any = (), /, **query: str) -> Reply:
        upload = isinstance(body, bytes)
        content = body if upload else b"" if body is None else json.dumps(body).encode()
        media_type = {"Content-Type": FORM if upload else "application/json"}
        request = IncomingRequest(
            method,
            path.encode(),
            query,
            Headers({**media_type, **dict(headers)}),
            Upload(self.world.store.contents, content),
            "http://sandbox",
        )
        with self.world.store.contents.in_use():
            response = self._loop.run_until_complete(self._dispatcher.dispatch(request))
            body_ = response.content if isinstance(response.content, bytes) else response.content.read()
        return Reply(response.status, body_.decode(errors="replace"))

    def admin(self, method: str, path: str, body: Any = None, /, **query: str) -> Any:
        """Send a request as the first user and return the JSON of the response."""
        reply = self(method, path, body, {"X-ComodIT-AppKey": "token"}, **query)
        assert reply.status < 300, f"{method} {path}: {reply.status} {reply.text}"
        return reply.json if reply.text.startswith(("{", "[")) else None

    @contextmanager
    def nothing_kept(self) -> Iterator[None]:
        """Roll back each request in the block."""
        store = self.world.store
        transaction = store.transaction

        @contextmanager
        def rolled_back() -> Iterator[None]:
            try:
                with transaction():
                    yield
                    raise _RolledBack
            except _RolledBack:
                pass

        store.transaction = rolled_back  # type: ignore[method-assign]
        try:
            yield
        finally:
            del store.transaction


class _RolledBack(Exception):
    """Ends a transaction without keeping its changes."""
