"""Decodes the bodies of responses within a limit of memory, and notices bodies that are damaged or end early.

httpx decodes each piece as a whole, regardless of its size, and takes a compressed body that ends early for complete.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

#: The encodings that requests accept.
ACCEPTED = "gzip, deflate"
#: The number of bytes that are decompressed in one step.
STEP = 1 << 18
#: A compressed body that is larger than this, and more than RATIO times as large as what came, is not real data.
SUSPICIOUS = 16 << 20
RATIO = 200
_WINDOWS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}


class DamagedBody(Exception):
    """The body of a response cannot be decoded, or is too large. The text says why."""


class Decoder:
    """Decoder of one body.

    Args:
        encoding: The header Content-Encoding; empty without one.

    Raises:
        DamagedBody: No request asks for this encoding.
    """

    def __init__(self, encoding: str) -> None:
        codings = [coding for part in encoding.split(",") if (coding := part.strip().lower()) not in ("", "identity")]
        if len(codings) > 1 or any(coding not in _WINDOWS for coding in codings):
            raise DamagedBody(f"the response is encoded as {encoding!r}, which no request asks for")
        self._window = _WINDOWS[codings[0]] if codings else 0
        self._stream = zlib.decompressobj(self._window) if codings else None
        #: The first bytes while they are too few to know the kind of deflate.
        self._start: bytes | None = b""
        #: The number of bytes that came.
        self.received: int = 0

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Decode a part of the body in small steps.

        Args:
            data: The part.

        Yields:
            The pieces.

        Raises:
            DamagedBody: The data is not of this encoding.
        """
        self.received += len(data)
        if self._stream is None:
            yield data
            return
        if self._window == zlib.MAX_WBITS and self._start is not None:
            data = self._start + data
            self._start = data if len(data) < 2 else None
            if self._start is not None:
                return
            if not _has_zlib_header(data):
                self._stream = zlib.decompressobj(-zlib.MAX_WBITS)  # some servers leave the header of zlib out
        try:
            yield from self._inflated(data)
        except zlib.error as error:
            raise DamagedBody(f"the compressed response is damaged ({error})") from error

    def end(self) -> None:
        """Check that the body is complete.

        Raises:
            DamagedBody: The compressed data ended early.
        """
        if self._stream is not None and self.received and not self._stream.eof:
            raise DamagedBody("the compressed response ends early")

    def _inflated(self, data: bytes) -> Iterator[bytes]:
        assert self._stream is not None  # only called for compressed bodies
        while True:
            if self._stream.eof:
                if not data.strip(b"\0"):
                    return
                self._stream = zlib.decompressobj(self._window)  # a body may consist of several compressed files
            piece = self._stream.decompress(data, STEP)
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
            if piece:
                yield piece
            if not data and len(piece) < STEP:
                return


class Body:
    """The body of a response in memory.

    Args:
        encoding: The header Content-Encoding; empty without one.
        limit: The largest number of bytes after decoding.
        cut: If True, what exceeds the limit is left out; if False, it raises.

    Raises:
        DamagedBody: No request asks for this encoding.
    """

    def __init__(self, encoding: str, limit: int, cut: bool = False) -> None:
        self._decoder = Decoder(encoding)
        self._limit = limit
        self._cut = cut
        self._pieces: list[bytes] = []
        self._size = 0

    def add(self, data: bytes) -> bool:
        """Add a part as it came.

        Args:
            data: The part.

        Returns:
            False if nothing more is needed.

        Raises:
            DamagedBody: The data is damaged, or the body is too large.
        """
        for piece in self._decoder.decode(data):
            self._pieces.append(piece)
            self._size += len(piece)
            if self._size > self._limit:
                if self._cut:
                    return False
                raise DamagedBody(f"the response is larger than max_response_size={self._limit} bytes")
            if self._size > max(SUSPICIOUS, RATIO * self._decoder.received):
                raise DamagedBody(f"the response unpacks to more than {RATIO} times its size")
        return True

    def content(self, complete: bool) -> bytes:
        """Return the decoded body.

        Args:
            complete: Whether all parts were added.

        Raises:
            DamagedBody: The compressed data ended early.
        """
        if complete:
            self._decoder.end()
        return b"".join(self._pieces)[: self._limit]


def _has_zlib_header(data: bytes) -> bool:
    return data[0] & 15 == zlib.DEFLATED and int.from_bytes(data[:2], "big") % 31 == 0
