"""The sandbox as a server: in a thread of this process, or as a process of its own."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self

import uvicorn

from comodit_client.sandbox.application import ROOT, build_app
from comodit_client.sandbox.commands import Commands
from comodit_client.sandbox.control import Control
from comodit_client.sandbox.dispatcher import load_schema
from comodit_client.sandbox.faults.active import Faults
from comodit_client.sandbox.faults.connections import connections
from comodit_client.sandbox.faults.kinds import fault_from_text
from comodit_client.sandbox.state.clock import Clock, WallClock
from comodit_client.sandbox.state.store import Store
from comodit_client.sandbox.state.world import World

#: Credentials and organization of a sandbox that is asked for no others.
USER = "UUU"
PASSWORD = "PPP"  # noqa: S105  the vectors use it; there is nothing behind it to protect
ORGANIZATION = "OOO"


class Sandbox(Commands):
    """An embedded ComodIT server.

    Args:
        user: Name of the first user, an administrator of the service.
        password: Password of that user.
        organization: Name of the organization that it holds to begin with.
        token: Token of an application key, or None for none.
        provision_time: Seconds that a provisioning takes.
        change_time: Seconds that a change takes.
        db: Where the state is kept: a file, or ":memory:". A file goes on where it was left.
        clock: The time; a `ManualClock` moves only when told.
        host: The address to listen on.
        port: The port to listen on; 0 for a free one.
        anywhere: Whether webhooks and notifications may leave this machine; else they reach loopback only.
        faults: What goes wrong, each as text such as "503,times=2"; a reset brings them back.

    Raises:
        Refusal: A fault cannot be read.
        OSError: The port is taken, or the address is not one of this machine.
        sqlite3.Error: The file cannot be opened, or is no database.
    """

    def __init__(
        self,
        *,
        user: str = USER,
        password: str = PASSWORD,
        organization: str = ORGANIZATION,
        token: str | None = None,
        provision_time: float = 1.0,
        change_time: float = 0.5,
        db: str = ":memory:",
        clock: Clock | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        anywhere: bool = False,
        faults: Sequence[str] = (),
    ) -> None:
        self._faults = Faults([fault_from_text(text) for text in faults])
        self._store = Store(db)
        try:
            self._socket = _listen(host, port)
        except OSError:
            self._store.close()
            raise
        world = World(
            self._store,
            clock or WallClock(),
            user,
            password,
            token,
            organization,
            provision_time,
            change_time,
            anywhere,
            self._faults,
        )
        self._control = Control(world)
        self._control.begin()
        app = build_app(world, self._control, load_schema())
        self._server = _Server(uvicorn.Config(app, http=connections(self._faults), **_OPTIONS))
        self._server.when_ending = self._faults.end
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port that the server listens on."""
        port: int = self._socket.getsockname()[1]
        return port

    @property
    def base_url(self) -> str:
        """The URL of the server, without a slash at its end; the control commands are below it."""
        host = self._socket.getsockname()[0]
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def url(self) -> str:
        """The root of the API, as a client's endpoint wants it."""
        return self.base_url + ROOT

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Serve in a thread of this process; return when requests are answered."""
        ready = threading.Event()
        self._thread = threading.Thread(target=self.serve, args=[ready.set], name="comodit-sandbox", daemon=True)
        self._thread.start()
        ready.wait()

    def serve(self, when_ready: Callable[[], object]) -> None:
        """Serve in this thread until told to stop.

        Args:
            when_ready: What to call when requests are answered.
        """
        self._server.when_ready = when_ready
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Tell the server to end; it finishes what it is at."""
        self._server.should_exit = True

    def close(self) -> None:
        """End the server and close the database."""
        self.stop()
        if self._thread is not None:
            self._thread.join()
        self._socket.close()
        self._store.close()


_OPTIONS: dict[str, Any] = {
    "access_log": False,
    "lifespan": "off",
    "log_level": "warning",
    "server_header": False,
    "timeout_graceful_shutdown": 1,
}


class _Server(uvicorn.Server):
    """Tells when it is ready and when it ends, and leaves signals to the command."""

    when_ready: Callable[[], object]
    when_ending: Callable[[], object]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.when_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.when_ending()
        await super().shutdown(sockets)


def _listen(host: str, port: int) -> socket.socket:
    """Bind at once, so that a port that is taken is told before anything else is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends without delay only where the protocol is named; else each answer waits 40 ms for an acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener
