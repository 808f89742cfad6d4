"""The sandbox as a server: in a thread of this process, or as a process of its own."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self

import uvicorn

from comodit_client.sandbox.api import load_schema
from comodit_client.sandbox.app import ROOT, build_app
from comodit_client.sandbox.clock import Clock, WallClock
from comodit_client.sandbox.control import Control
from comodit_client.sandbox.store import Store
from comodit_client.sandbox.world import World

#: Credentials and organization of a sandbox that is asked for no others.
USER = "UUU"
PASSWORD = "PPP"  # noqa: S105  the vectors use it; there is nothing behind it to protect
ORGANIZATION = "OOO"


class Sandbox:
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

    Raises:
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
    ) -> None:
        self._store = Store(db)
        try:
            self._socket = _listening(host, port)
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
        )
        self._control = Control(world)
        self._control.begin()
        self._server = _Server(uvicorn.Config(build_app(world, self._control, load_schema()), **_OPTIONS))
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
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
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

    def reset(self) -> None:
        """Go back to what a new sandbox holds."""
        self._control.reset()

    def advance(self, seconds: float) -> None:
        """Move a manual clock on.

        Raises:
            Refusal: The sandbox runs on wall time.
        """
        self._control.advance(seconds)

    def fail_task(self, organization: str, environment: str, host: str, *, task: str, error: str) -> None:
        """Make a task of a host fail: one that is pending already, else the next one of that description.

        Args:
            organization: Where the host is.
            environment: Where the host is.
            host: The host's name.
            task: The task's description, for example "add package httpd".
            error: The error text that the task gets.

        Raises:
            Refusal: The host does not exist.
        """
        self._control.fail([organization, environment, host], task, error)

    def add_alert(self, organization: str, environment: str, host: str, **members: Any) -> dict[str, Any]:
        """Raise an alert on a host's machine.

        Args:
            organization: Where the host is.
            environment: Where the host is.
            host: The host's name.
            **members: Members of the alert; the rest is made up.

        Returns:
            The alert.

        Raises:
            Refusal: The host does not exist or has no machine.
        """
        return self._control.alert([organization, environment, host], members)

    def deviate(
        self, organization: str, environment: str, host: str, *, application: str, kind: str, name: str
    ) -> dict[str, Any]:
        """Change a machine by hand, which its agent reports as a compliance error.

        Args:
            organization: Where the host is.
            environment: Where the host is.
            host: The host's name.
            application: The application that the resource belongs to.
            kind: "services" (it is stopped), "files" or "packages" (it is removed).
            name: Name of the resource.

        Returns:
            The compliance error.

        Raises:
            Refusal: There is no such thing on the machine, or it deviates already.
        """
        return self._control.deviate([organization, environment, host], application, kind, name)

    def add_user(self, username: str, password: str, **members: Any) -> dict[str, Any]:
        """Make one more user, who is in no group yet.

        Args:
            username: The name.
            password: The password.
            **members: `fullname`, `email`, and `role`: "USER" or "ADMIN".

        Returns:
            The user, without the password.

        Raises:
            Refusal: The name or the mail address is taken.
        """
        return self._control.user({**members, "username": username, "password": password})

    def make_hosts(
        self,
        count: int,
        *,
        prefix: str = "host-",
        organization: str | None = None,
        environment: str | None = None,
        applications: Sequence[str] = (),
        provisioned: bool = False,
    ) -> list[str]:
        """Make many hosts at once.

        Args:
            count: How many.
            prefix: What their names begin with; a number of five digits follows.
            organization: Where they go; the sandbox's own one if left out.
            environment: Where they go; Default if left out.
            applications: What is installed on each.
            provisioned: Whether they have a machine and are READY, or are only DEFINED.

        Returns:
            Their names.

        Raises:
            Refusal: A name is taken, or something that was named does not exist.
        """
        return self._control.hosts(count, prefix, organization, environment, applications, provisioned)

    def stats(self) -> dict[str, Any]:
        """Return how many requests there were: `total`, and `requests` by method and path."""
        return self._control.stats()


_OPTIONS: dict[str, Any] = {
    "access_log": False,
    "lifespan": "off",
    "log_level": "warning",
    "server_header": False,
    "timeout_graceful_shutdown": 1,
}


class _Server(uvicorn.Server):
    """Tells when it is ready, and leaves signals to the command."""

    when_ready: Callable[[], object]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.when_ready()


def _listening(host: str, port: int) -> socket.socket:
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
