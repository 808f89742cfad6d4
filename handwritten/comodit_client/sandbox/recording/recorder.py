"""The recorder: writes the calls that changed something to a file, without their secrets."""

from __future__ import annotations

import base64
import json
import logging
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.uploads import FORM
from comodit_client.sandbox.journal.catalog import Catalog
from comodit_client.sandbox.journal.secrets import SecretMask
from comodit_client.sandbox.recording.calls import READING
from comodit_client.sandbox.state.definitions import secret_keys

if TYPE_CHECKING:
    from comodit_client.sandbox.http.exchange import Exchange
    from comodit_client.sandbox.http.uploads import Upload
    from comodit_client.sandbox.state.world import World

_LOG = logging.getLogger("comodit_sandbox")
_ROOT = "api"
#: The text that replaces a secret.
SECRET = "SECRET"  # noqa: S105  it is none


class Recorder:
    """Appends the calls that changed something to a file, one JSON object a line. Only its owner may read it.

    Args:
        path: The file.
        world: The sandbox.
        document: The schema.

    Raises:
        ApiError: The file cannot be opened.
    """

    def __init__(self, path: Path, world: World, document: Mapping[str, Any]) -> None:
        self._path = path
        self._world = world
        self._mask = SecretMask(document, Catalog(document).operations, SECRET)
        self._lock = threading.Lock()
        try:
            # Without a buffer, so that nothing is left in it when the disk is full.
            self._file: FileIO = open(path, "ab", buffering=0, opener=_opened_for_owner)  # noqa: SIM115
            os.fchmod(self._file.fileno(), 0o600)
        except OSError as error:
            raise bad_request(f"Cannot record to {str(path)!r}: {error.strerror}. Choose another file.") from None

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def record(self, exchange: Exchange, status: int) -> None:
        """Append a call, unless it only reads or has failed."""
        if exchange.method in READING or not 200 <= status < 300 or exchange.operation is None:
            return
        try:
            with self._lock:
                self._append(self._line(exchange))
        except OSError as error:
            # The call has changed the state already, so its response must not fail.
            _LOG.error("Cannot record a call to %s: %s", self._path, error.strerror)

    def _append(self, pieces: Iterable[bytes]) -> None:
        """Write a line as a whole, or nothing of it."""
        end = os.fstat(self._file.fileno()).st_size
        try:
            for piece in pieces:
                rest = memoryview(piece)
                while rest:
                    rest = rest[self._file.write(rest) or 0 :]
        except OSError:
            with suppress(OSError):
                self._file.truncate(end)
            raise

    def _line(self, exchange: Exchange) -> Iterator[bytes]:
        call: dict[str, Any] = {"method": exchange.method, "path": exchange.path.lstrip("/").removeprefix(_ROOT)}
        if exchange.query:
            call["query"] = dict(exchange.query)
        upload = exchange.upload
        if upload is not None and FORM in (exchange.operation or {})["requestBody"]["content"]:
            yield json.dumps(call).encode()[:-1] + b', "content": "'
            yield from _encoded(upload)
            yield b'"}\n'
            return
        if upload is not None:
            call["body"] = self._masked(exchange, json.loads(upload.read()))
        yield json.dumps(call).encode() + b"\n"

    def _masked(self, exchange: Exchange, body: Any) -> Any:
        store, name = self._world.store, exchange.names.get("organization")
        with store.lock:
            organization = None if name is None else store.find(0, "organizations", name)
            if organization is not None:
                self._mask.add_keys(secret_keys(store, organization))
        return self._mask.body(exchange.operation_id, exchange.names, body)


def _encoded(upload: Upload) -> Iterator[bytes]:
    """Yield the base64 of an upload piece by piece."""
    rest = b""
    for piece in upload:
        rest += piece
        whole = len(rest) // 3 * 3
        yield base64.b64encode(rest[:whole])
        rest = rest[whole:]
    yield base64.b64encode(rest)


def _opened_for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
