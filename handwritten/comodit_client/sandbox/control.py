"""The control of a sandbox beside its API: its start, its reset, snapshots, faults, and counts of requests."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from comodit_client.sandbox.archive.loading import load_archives
from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.faults.active import Faults
from comodit_client.sandbox.http.auth import new_signing_key
from comodit_client.sandbox.http.exchange import Exchange
from comodit_client.sandbox.http.read_only import ensure_writable
from comodit_client.sandbox.operations.flavors import add_flavors
from comodit_client.sandbox.operations.organizations import add_organization
from comodit_client.sandbox.simulation.executions import Executions
from comodit_client.sandbox.state.sandbox_clock import SandboxClock
from comodit_client.sandbox.state.snapshots import Snapshot, Snapshots

if TYPE_CHECKING:
    from comodit_client.sandbox.http.responses import ApiResponse
    from comodit_client.sandbox.recording.recorder import Recorder
    from comodit_client.sandbox.state.store import Document
    from comodit_client.sandbox.state.world import World


class Control:
    """The control of a sandbox.

    Args:
        world: The sandbox. Its clock can be replaced later.
        snapshot: The file with the initial state. Default: none.

    Attributes:
        world: The sandbox.
        clock: Its clock.
        snapshots: Its named snapshots.
        executions: The requests that changed something.
    """

    def __init__(self, world: World, snapshot: Path | None = None) -> None:
        self.clock = SandboxClock(world.clock)
        self.world = evolve(world, clock=self.clock)
        self.snapshots = Snapshots()
        self._file = snapshot
        self._initial: Snapshot | None = None
        self._recorder: Recorder | None = None
        self._requests: Counter[str] = Counter()
        self.executions = Executions()

    @property
    def faults(self) -> Faults:
        """The injected faults."""
        return self.world.faults

    def begin_exchange(self, method: str, path: str, query: Mapping[str, str]) -> Exchange:
        """Return the record of a request that has arrived, and count the request."""
        self._requests[f"{method} {path}"] += 1
        self.clock.note_request(method)
        return Exchange(method, path, query, at=self.world.now(), started=time.perf_counter())

    def note_served(self, exchange: Exchange, digest: str, status: int) -> None:
        """Note that a request was handled, perhaps without a response to its client."""
        exchange.digest = digest
        self.executions.record(exchange.method, exchange.path, digest, status)
        if self._recorder is not None:
            self._recorder.record(exchange, status)
        # Who keeps the record need not keep the bytes.
        exchange.upload = None

    def end_exchange(self, exchange: Exchange, response: ApiResponse | None) -> None:
        """Complete the record of a request.

        Args:
            exchange: The record.
            response: The response; None if a fault ended the connection instead.
        """
        exchange.status = response.status if response is not None else 0
        exchange.seconds = time.perf_counter() - exchange.started

    def stats(self) -> Document:
        """Return the number of requests, in total and by method and path."""
        return {"total": self._requests.total(), "requests": dict(self._requests)}

    def begin(self, seed: Callable[[World], None] | None = None) -> None:
        """Fill a new database; an existing one stays as it is.

        Args:
            seed: Adds to the initial state, with requests.

        Raises:
            ApiError: An archive cannot be loaded, or the seed fails.
            sqlite3.Error: The file with the initial state cannot be read.
        """
        store = self.world.store
        root = store.root().data
        if "signing_key" in root and "incomplete" not in root:
            self.clock.begin_at(root.get("time", 0.0), exactly=False)
            return
        if self._file is not None:
            self._read_snapshot(self._file)
        with store.transaction():
            if self._file is None:
                store.clear()
                self._fill()
            # If the seed fails, or the process ends before, the next start begins again.
            self._note({"incomplete": True})
        if seed is not None:
            seed(self.world)
        with store.transaction():
            self._note({}, "incomplete")
        self._initial = self.take_snapshot()

    def end(self) -> None:
        """Prepare for the end of the sandbox. The next one with the same database does not go behind its time."""
        with suppress(ApiError, sqlite3.Error), self.world.store.transaction():
            self._note({"time": self.world.now()})
        self.snapshots.close()
        if self._initial is not None:
            self._initial.state.close()
        if self._recorder is not None:
            self._recorder.close()

    def record_to(self, recorder: Recorder) -> None:
        """Record the requests that change something from now on."""
        self._recorder = recorder

    def reset(self) -> None:
        """Restore the initial state, the initial faults and the initial clock, and reset all counters.

        Raises:
            ApiError: The disk has no room for the initial state; the present one stays.
        """
        with self.world.store.lock:
            if self._initial is None:
                self._begin_again()
            else:
                self._restore_state(self._initial)
                with self.world.store.transaction():
                    self._note({"signing_key": new_signing_key()})
            self.clock.reset()
            self._requests.clear()
            self.executions.clear()
            self.faults.reset()

    def take_snapshot(self) -> Snapshot:
        """Return a snapshot of the present state.

        Raises:
            ApiError: The disk has no room for it.
        """
        with self.world.store.lock:
            return Snapshot(self.world.store.copy(), self.world.now(), self.faults.saved())

    def restore(self, snapshot: Snapshot) -> None:
        """Return to a snapshot.

        Raises:
            ApiError: The disk has no room for it; the present state stays.
        """
        with self.world.store.lock:
            self._restore_state(snapshot)
            self.clock.restore(snapshot.time)
            self.faults.restore(snapshot.faults)

    def write_snapshot(self, path: Path, snapshot: Snapshot | None) -> None:
        """Write a snapshot to a file, whole or not at all.

        Args:
            path: The file.
            snapshot: The snapshot; None for the present state.

        Raises:
            ApiError: The file cannot be written.
        """
        with self.world.store.lock:
            moment, saved = (
                (self.world.now(), self.faults.saved()) if snapshot is None else (snapshot.time, snapshot.faults)
            )
            faults = [{**fault.document(), "applied": applied} for fault, applied, _ in saved]
            self.world.store.write_copy(
                path, {"time": moment, "faults": faults}, None if snapshot is None else snapshot.state
            )

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Run the block in a transaction.

        Raises:
            ApiError: The sandbox serves an archive that is read-only.
        """
        ensure_writable(self.world)
        with self.world.store.transaction():
            yield

    def _restore_state(self, snapshot: Snapshot) -> None:
        self.world.store.restore(snapshot.state)
        self.world.sending.clear()

    def _begin_again(self) -> None:
        """Fill a database that existed before this sandbox, whose initial state is not known."""
        with self.world.store.contents.in_use(), self.world.store.transaction():
            self.world.store.clear()
            self._fill()
        self._initial = self.take_snapshot()

    def _read_snapshot(self, file: Path) -> None:
        """Begin with the state, the time and the faults in a file."""
        store = self.world.store
        store.read_copy(file)
        root = store.root().data
        if "signing_key" not in root:
            raise bad_request(f"Cannot start from {str(file)!r}: it contains no state of a sandbox")
        saved = root.get("snapshot", {})
        # The file may be the database of a sandbox as well; it has no faults.
        self.clock.begin_at(saved.get("time", root.get("time", 0.0)), exactly="time" in saved)
        self.faults.begin_with(saved.get("faults", ()))
        with store.transaction():
            self._note({}, "snapshot", "time")

    def _note(self, members: Document, *removed: str) -> None:
        """Change the server's data of the root."""
        root = self.world.store.root()
        root.data = {name: value for name, value in {**root.data, **members}.items() if name not in removed}
        self.world.store.save(root)

    def _fill(self) -> None:
        self._note({"signing_key": new_signing_key(), "password_key": new_signing_key()})
        add_flavors(self.world.store)
        if self.world.archives:
            load_archives(self.world)
        else:
            add_organization(self.world, {"name": self.world.organization}, self.world.user, populated=True)
