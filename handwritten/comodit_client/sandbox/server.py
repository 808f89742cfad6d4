"""The sandbox server, in a thread of this process or in a process of its own."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from comodit_client.sandbox.commands import Commands
from comodit_client.sandbox.control import Control
from comodit_client.sandbox.dispatcher import Dispatcher
from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.faults.active import Faults
from comodit_client.sandbox.faults.kinds import fault_from_text
from comodit_client.sandbox.http.control_guard import ControlGuard
from comodit_client.sandbox.journal.journal import Journal
from comodit_client.sandbox.operations.versions import CHOICES
from comodit_client.sandbox.parity.recorder import Parity
from comodit_client.sandbox.recording.files import split_seed
from comodit_client.sandbox.recording.recorder import Recorder
from comodit_client.sandbox.recording.replay import replay
from comodit_client.sandbox.schema import load_schema
from comodit_client.sandbox.simulation.addresses import Reach
from comodit_client.sandbox.simulation.scenario import Scenario
from comodit_client.sandbox.simulation.scenario_reading import read_scenario
from comodit_client.sandbox.state.clock import Clock, WallClock
from comodit_client.sandbox.state.clock_options import clock_from_text
from comodit_client.sandbox.state.one_time_codes import checked_secret
from comodit_client.sandbox.state.store import Store
from comodit_client.sandbox.state.world import World
from comodit_client.sandbox.transport.connection import ROOT
from comodit_client.sandbox.transport.service import ApiService

if TYPE_CHECKING:
    from comodit_client.sandbox.transport.http_server import HttpServer
    from comodit_client.sandbox.transport.in_process import SandboxTransport

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
        provision_time: The seconds that provisioning takes. Default: those of the scenario.
        change_time: The seconds that a change takes. Default: those of the scenario.
        scenario: How long the work of machines takes, and how it ends: the name of a profile such as "realistic",
            the path of a YAML file, or a mapping of the same form. Default: the profile "default".
        db: The database: a file, or ":memory:". A file keeps the state across restarts.
        clock: The source of time, or its kind with options, such as "frozen,start=2026-01-01T00:00:00Z",
            "running,factor=60" or "per-read,step=5". Default: wall time.
        snapshot: The file of a snapshot, or of a database, to start from in place of an initial organization. It is
            never changed. Default: no snapshot.
        host: The address to listen on.
        port: The port to listen on; 0 picks a free one.
        anywhere: Whether webhooks and notifications may reach other machines, not only loopback.
        control_token: The token that control commands by HTTP must have. Default: no token.
        control_hosts: The host names by which control commands may call the sandbox, beside those of loopback.
        stale_versions: "reject" to return 409 for an update whose body has an older `version` than the entity, or
            "accept" to ignore it.
        strict: Whether to return 501 in place of a response that would be invented, and to reject unknown members.
        warn: Whether invented responses have the header `X-Sandbox-Invented` and are logged.
        faults: The initial faults as text such as "503,times=2"; `reset()` restores them.
        grouped_numbers: Whether templates write numbers as 8,080 instead of 8080.
        archive: The folders of exports to serve in place of an initial organization: one or several. They are loaded
            into a new database; one that exists stays as it is. Default: no archive.
        seed: What to add to the initial state: the folder of an export, which can be changed, or a file of API calls
            or a cassette, whose calls run as the first user. Default: nothing.
        record: The file to append each API call to that changes something, without its secrets. Default: no file.
        writable: Whether an archive can be changed. Its folder never is.

    Raises:
        ApiError: An archive or a seed cannot be loaded, the record cannot be written, or a fault, the scenario, the
            clock or the secret of the second factor is invalid.
        ValueError: `stale_versions` is neither "reject" nor "accept".
        sqlite3.Error: The database or the snapshot cannot be opened, or is not a database of this sandbox. It is left
            as it is.
    """

    def __init__(
        self,
        *,
        user: str = USER,
        password: str = PASSWORD,
        organization: str = ORGANIZATION,
        mfa_secret: str | None = None,
        token: str | None = None,
        provision_time: float | None = None,
        change_time: float | None = None,
        scenario: Scenario | str | os.PathLike[str] | Mapping[str, Any] | None = None,
        db: str = ":memory:",
        clock: Clock | str | None = None,
        snapshot: str | os.PathLike[str] | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        anywhere: bool = False,
        control_token: str | None = None,
        control_hosts: Sequence[str] = (),
        stale_versions: str = "reject",
        strict: bool = False,
        warn: bool = False,
        faults: Sequence[str] = (),
        grouped_numbers: bool = False,
        archive: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] = (),
        seed: str | os.PathLike[str] | None = None,
        record: str | os.PathLike[str] | None = None,
        writable: bool = False,
    ) -> None:
        if stale_versions not in CHOICES:
            raise ValueError(f"stale_versions must be one of {', '.join(CHOICES)}, not {stale_versions!r}")
        archives = _folders(archive)
        seed_folder, seed_file = split_seed(seed)
        if snapshot is not None and (archives or seed_folder):
            raise bad_request(
                "A snapshot cannot be combined with an archive or a seed that is a folder; use one of them"
            )
        source = clock_from_text(clock) if isinstance(clock, str) else clock or WallClock()
        self._faults = Faults([fault_from_text(text) for text in faults])
        read = read_scenario(scenario)
        second_factor = None if mfa_secret is None else checked_secret(mfa_secret)
        self._store = Store(db, source.now)
        world = World(
            self._store,
            source,
            user,
            password,
            token,
            organization,
            provision_time,
            change_time,
            Reach(anywhere),
            self._faults,
            second_factor,
            stale_versions == "reject",
            (*archives, *seed_folder),
            bool(archives) and not writable,
            scenario=read,
            grouped_numbers=grouped_numbers,
            parity=Parity(strict, warn),
        )
        document = load_schema()
        self._control = Control(world, Journal(world, document), None if snapshot is None else Path(snapshot))
        try:
            dispatcher = Dispatcher(self._control.world, document)
            self._control.begin(None if seed_file is None else partial(replay, dispatcher, seed_file))
            if record is not None:
                self._control.record_to(Recorder(Path(record), self._control.world, document))
        except BaseException:
            self._store.close()
            raise
        self._service = ApiService(self._control, dispatcher)
        self._guard = ControlGuard(control_token, [host, *control_hosts])
        self._address = host, port
        self._binding = threading.Lock()
        self._listener: socket.socket | None = None
        self._server: HttpServer | None = None
        self._is_stopped = False
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port that the server listens on. The first access binds it, as `listen()` does."""
        port: int = self.listen().getsockname()[1]
        return port

    @property
    def base_url(self) -> str:
        """The URL of the server without a trailing slash; the control endpoints are below it."""
        host = self.listen().getsockname()[0]
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def url(self) -> str:
        """The root URL of the API, the endpoint for a client."""
        return self.base_url + ROOT

    def transport(self) -> SandboxTransport:
        """Return a transport of httpx that hands requests to this sandbox without a port.

        The sandbox need not be started. The transport serves blocking and async clients, in any number of threads:

            sandbox = Sandbox()
            client = Client("http://sandbox/api", "UUU", "PPP", transport=sandbox.transport())

        Any host name leads to the sandbox. The API, links to files and the schema are served; for control commands,
        use the methods of this class. Injected faults raise the errors of httpx that a connection would raise.
        """
        from comodit_client.sandbox.transport.in_process import SandboxTransport

        return SandboxTransport(self._service)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def listen(self) -> socket.socket:
        """Bind the port, unless that is done already. Connections wait until the server is started.

        Returns:
            The listening socket.

        Raises:
            OSError: The port is taken, or the address is not available on this machine.
        """
        with self._binding:
            if self._listener is None:
                self._listener = _bound(*self._address)
                # The sandbox must not send requests to itself.
                self._control.world.reach.own_port = self._listener.getsockname()[1]
            return self._listener

    def start(self) -> None:
        """Start serving in a thread, unless that was done; return once the server accepts requests.

        Raises:
            OSError: The port is taken, or the address is not available on this machine.
        """
        if self._thread is not None:
            return
        ready = threading.Event()
        server, listener = self._web_server(), self.listen()
        work = threading.Thread(target=server.serve_on, args=[listener, ready.set], name="comodit-sandbox", daemon=True)
        self._thread = work
        work.start()
        ready.wait()

    def serve(self, when_ready: Callable[[], object]) -> None:
        """Serve in this thread until `stop()`.

        Args:
            when_ready: Called once the server accepts requests.

        Raises:
            OSError: The port is taken, or the address is not available on this machine.
        """
        self._web_server().serve_on(self.listen(), when_ready)

    def stop(self) -> None:
        """Stop the server after the requests in progress."""
        self._is_stopped = True
        if self._server is not None:
            self._server.stop()

    def _end_streams(self) -> None:
        """End what would delay the end of the server: delayed responses, and the streams of pages."""
        self._faults.clear()
        self._control.ending.set()

    def close(self) -> None:
        """Stop the server and close the database."""
        self.stop()
        if self._thread is not None:
            self._thread.join()
        if self._listener is not None:
            self._listener.close()
        self._control.end()
        self._store.close()

    def _web_server(self) -> HttpServer:
        """Return the web server. A sandbox that is used in this process alone does without it."""
        if self._server is None:
            from comodit_client._extras import extra

            with extra("sandbox"):
                from comodit_client.sandbox.application import build_app
                from comodit_client.sandbox.transport.http_server import HttpServer
            app = build_app(self._service, self, self._guard)
            self._server = HttpServer(app, self._control.faults, self._end_streams)
            if self._is_stopped:  # by a signal, for example
                self._server.stop()
        return self._server


def _folders(archive: str | os.PathLike[str] | Sequence[str | os.PathLike[str]]) -> tuple[Path, ...]:
    folders = [archive] if isinstance(archive, (str, os.PathLike)) else archive
    return tuple(Path(folder).absolute() for folder in folders)


def _bound(host: str, port: int) -> socket.socket:
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
