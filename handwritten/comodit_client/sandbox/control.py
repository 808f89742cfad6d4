"""The control of a sandbox beside its API: its start, its reset, faults, and counts of requests."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from comodit_client.sandbox.archive.loading import load_archives
from comodit_client.sandbox.faults.active import Faults
from comodit_client.sandbox.http.auth import new_signing_key
from comodit_client.sandbox.http.exchange import Exchange
from comodit_client.sandbox.http.read_only import ensure_writable
from comodit_client.sandbox.journal.journal import Journal
from comodit_client.sandbox.operations.flavors import add_flavors
from comodit_client.sandbox.operations.organizations import add_organization
from comodit_client.sandbox.simulation.executions import Executions

if TYPE_CHECKING:
    from comodit_client.sandbox.http.responses import ApiResponse
    from comodit_client.sandbox.state.store import Document
    from comodit_client.sandbox.state.world import World


class Control:
    """The control of a sandbox.

    Attributes:
        world: The sandbox.
        journal: The requests that were received.
        executions: The requests that changed something.
    """

    def __init__(self, world: World, journal: Journal) -> None:
        self.world = world
        self.journal = journal
        self._requests: Counter[str] = Counter()
        self.executions = Executions()

    @property
    def faults(self) -> Faults:
        """The injected faults."""
        return self.world.faults

    def begin_exchange(self, method: str, path: str, query: Mapping[str, str]) -> Exchange:
        """Return the record of a request that has arrived, and count the request."""
        self._requests[f"{method} {path}"] += 1
        return Exchange(method, path, query, at=self.world.now(), started=time.perf_counter())

    def note_served(self, exchange: Exchange, digest: str, status: int) -> None:
        """Note that a request was handled, perhaps without a response to its client."""
        exchange.digest, exchange.served = digest, status
        self.executions.record(exchange.method, exchange.path, digest, status)

    def end_exchange(self, exchange: Exchange, response: ApiResponse | None) -> None:
        """Complete the record of a request, unless a fault completed it.

        Args:
            exchange: The record.
            response: The response; None if a fault ended the connection instead.
        """
        if exchange.is_ended:
            return
        exchange.is_ended = True
        exchange.status = response.status if response is not None else 0
        exchange.seconds = time.perf_counter() - exchange.started
        self.journal.record(exchange, response)

    def stats(self) -> Document:
        """Return the number of requests, in total and by method and path."""
        return {"total": self._requests.total(), "requests": dict(self._requests)}

    def begin(self) -> None:
        """Fill a new database; an existing one stays as it is.

        Raises:
            ApiError: An archive cannot be loaded.
        """
        with self.world.store.transaction():
            if "signing_key" not in self.world.store.root().data:
                self._fill()

    def reset(self) -> None:
        """Restore the initial state and the initial faults, and reset all counters. Archives are loaded again.

        Raises:
            ApiError: An archive cannot be loaded; the state stays as it is.
        """
        with self.world.store.contents.in_use(), self.world.store.transaction():
            self.world.store.clear()
            self._fill()
        self._requests.clear()
        self.journal.reset()
        self.executions.clear()
        self.faults.reset()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Run the block in a transaction.

        Raises:
            ApiError: The sandbox serves an archive that is read-only.
        """
        ensure_writable(self.world)
        with self.world.store.transaction():
            yield

    def _fill(self) -> None:
        root = self.world.store.root()
        root.data["signing_key"] = new_signing_key()
        self.world.store.save(root)
        add_flavors(self.world.store)
        if self.world.archives:
            load_archives(self.world)
        else:
            add_organization(self.world, {"name": self.world.organization}, self.world.user, populated=True)
