"""The web server: uvicorn, which starts in any thread and stops at once."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

import uvicorn

from comodit_client.sandbox.faults.connections import connections

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from comodit_client.sandbox.faults.active import Faults

_OPTIONS: dict[str, Any] = {
    "access_log": False,
    "lifespan": "off",
    "log_level": "warning",
    "loop": "asyncio",
    "server_header": False,
    "timeout_graceful_shutdown": 1,
    # With uvicorn's 5 seconds, a client on a slow machine may send on a connection that is being closed.
    "timeout_keep_alive": 75,
    "ws": "none",
}
#: The interval at which a shutdown checks whether all connections are closed.
_MOMENT = 0.002
#: The interval of uvicorn's own work, such as the date in responses.
_TICK = 0.1


class HttpServer(uvicorn.Server):
    """A server that reports its start, and whose stop needs no polling.

    Args:
        app: The web application.
        faults: The injected faults, which can close connections.
        when_ending: Ends what would delay the end of the server.
    """

    def __init__(self, app: ASGIApp, faults: Faults, when_ending: Callable[[], object]) -> None:
        super().__init__(uvicorn.Config(app, http=connections(faults), **_OPTIONS))
        self._when_ending = when_ending
        self._loop: asyncio.AbstractEventLoop | None = None
        self._wake_up = asyncio.Event()

    def serve_on(self, listener: socket.socket, when_ready: Callable[[], object]) -> None:
        """Serve in this thread until `stop()`.

        Args:
            listener: The bound socket.
            when_ready: Called once the server accepts requests.
        """
        self._when_ready = when_ready
        self.run(sockets=[listener])

    def stop(self) -> None:
        """Stop the server, from any thread or from a signal handler."""
        self.should_exit = True
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # The loop has ended already.
                loop.call_soon_threadsafe(self._wake_up.set)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self.stop()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        await self.on_tick(0)
        self._when_ready()

    async def main_loop(self) -> None:
        ticks = 0
        while not await self.on_tick(ticks):
            ticks = (ticks + 1) % 10
            with suppress(TimeoutError):
                async with asyncio.timeout(_TICK):
                    await self._wake_up.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._when_ending()
        # asyncio would lose connections that it has accepted, and not yet made, when the server is closed.
        listening = [listener for listener in sockets or [] if listener.fileno() >= 0]
        for listener in listening:
            asyncio.get_running_loop().remove_reader(listener)
        await asyncio.sleep(_MOMENT)
        for listener in listening:
            _reject_waiting(listener)
        for server in self.servers:
            server.close()
        try:
            async with asyncio.timeout(self.config.timeout_graceful_shutdown):
                await self._close_connections()
        except TimeoutError:
            for task in list(self.server_state.tasks):
                task.cancel()
            for connection in list(self.server_state.connections):
                connection.transport.abort()

    async def _close_connections(self) -> None:
        """Close each connection after its request."""
        for connection in list(self.server_state.connections):
            connection.shutdown()
        while self.server_state.connections or self.server_state.tasks:
            await asyncio.sleep(_MOMENT)


def _reject_waiting(listener: socket.socket) -> None:
    """Close the connections that wait to be accepted."""
    with suppress(OSError):  # No more of them.
        while True:
            listener.accept()[0].close()
