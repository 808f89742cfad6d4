"""The sandbox server, in a thread of this process or in a process of its own."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
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
from comodit_client.sandbox.http.control_guard import ControlGuard
from comodit_client.sandbox.operations.versions import CHOICES
from comodit_client.sandbox.simulation.addresses import Reach
from comodit_client.sandbox.state.clock import Clock, WallClock
from comodit_client.sandbox.state.one_time_codes import checked_secret
from comodit_client.sandbox.state.store import Store
from comodit_client.sandbox.state.world import World

#: Default credentials and organization.
USER = "UUU"
PASSWORD = "PPP"  # noqa: S105  a password for tests, which the recorded vectors contain
ORGANIZATION = "OOO"


class Sandbox(Commands):
    """An embedded ComodIT server.

    Args:
        user: The name of the first user, an administrator of the service.
        password: The password of that user.
        organization: The name of the initial organization.
        mfa_secret: The secret of that user's second factor, in base32. Default: no second factor.
        token: The token of an application key with the rights of that user. Default: no such key.
        provision_time: The seconds that provisioning takes.
        change_time: The seconds that a change takes.
        db: The database: a file, or ":memory:". A file keeps the state across restarts.
        clock: The source of time. A `ManualClock` moves only on `advance()`. Default: wall time.
        host: The address to listen on.
        port: The port to listen on; 0 picks a free one.
        anywhere: Whether webhooks and notifications may reach other machines, not only loopback.
        control_token: The token that control commands by HTTP must have. Default: no token.
        control_hosts: The host names by which control commands may call the sandbox, beside those of loopback.
        stale_versions: "reject" to return 409 for an update whose body has an older `version` than the entity, or
            "accept" to ignore it.
        faults: The initial faults as text such as "503,times=2"; `reset()` restores them.
        grouped_numbers: Whether templates write numbers as 8,080 instead of 8080.
        archive: The folders of exports to serve in place of an initial organization: one or several. They are loaded
            into a new database; one that exists stays as it is. Default: no archive.
        writable: Whether an archive can be changed. Its folder never is.

    Raises:
        ApiError: An archive cannot be loaded, or a fault or the secret of the second factor is invalid.
        OSError: The port is taken, or the address is not available on this machine.
        ValueError: `stale_versions` is neither "reject" nor "accept".
        sqlite3.Error: The file cannot be opened, or it is not a database of this sandbox. It is left as it is.
    """

    def __init__(
        self,
        *,
        user: str = USER,
        password: str = PASSWORD,
        organization: str = ORGANIZATION,
        mfa_secret: str | None = None,
        token: str | None = None,
        provision_time: float = 1.0,
        change_time: float = 0.5,
        db: str = ":memory:",
        clock: Clock | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        anywhere: bool = False,
        control_token: str | None = None,
        control_hosts: Sequence[str] = (),
        stale_versions: str = "reject",
        faults: Sequence[str] = (),
        grouped_numbers: bool = False,
        archive: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] = (),
        writable: bool = False,
    ) -> None:
        if stale_versions not in CHOICES:
            raise ValueError(f"stale_versions must be one of {', '.join(CHOICES)}, not {stale_versions!r}")
        archives = _folders(archive)
        self._faults = Faults([fault_from_text(text) for text in faults])
        second_factor = None if mfa_secret is None else checked_secret(mfa_secret)
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
            Reach(anywhere, self.port),
            self._faults,
            second_factor,
            stale_versions == "reject",
            grouped_numbers,
            archives,
            bool(archives) and not writable,
        )
        self._control = Control(world)
        try:
            self._control.begin()
        except BaseException:
            self._socket.close()
            self._store.close()
            raise
        app = build_app(world, self._control, load_schema(), ControlGuard(control_token, [host, *control_hosts]))
        self._server = _Server(uvicorn.Config(app, http=connections(self._faults), **_OPTIONS))
        self._server.when_ending = self._faults.clear
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port that the server listens on."""
        port: int = self._socket.getsockname()[1]
        return port

    @property
    def base_url(self) -> str:
        """The URL of the server without a trailing slash; the control endpoints are below it."""
        host = self._socket.getsockname()[0]
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def url(self) -> str:
        """The root URL of the API, the endpoint for a client."""
        return self.base_url + ROOT

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start serving in a thread; return once the server accepts requests."""
        ready = threading.Event()
        self._thread = threading.Thread(target=self.serve, args=[ready.set], name="comodit-sandbox", daemon=True)
        self._thread.start()
        ready.wait()

    def serve(self, when_ready: Callable[[], object]) -> None:
        """Serve in this thread until `stop()`.

        Args:
            when_ready: Called once the server accepts requests.
        """
        self._server.when_ready = when_ready
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Stop the server after the requests in progress."""
        self._server.should_exit = True

    def close(self) -> None:
        """Stop the server and close the database."""
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
    """A server that reports its start and its end, and leaves signals to the command."""

    when_ready: Callable[[], object]
    when_ending: Callable[[], object]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.when_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.when_ending()
        await super().shutdown(sockets)


def _folders(archive: str | os.PathLike[str] | Sequence[str | os.PathLike[str]]) -> tuple[Path, ...]:
    folders = [archive] if isinstance(archive, (str, os.PathLike)) else archive
    # A reset loads them again, after the working directory has perhaps changed.
    return tuple(Path(folder).absolute() for folder in folders)


def _listen(host: str, port: int) -> socket.socket:
    """Bind at once, so that a port in use is reported before anything else happens."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sets TCP_NODELAY only if the protocol is given; without it each response waits 40 ms for an ACK.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener
