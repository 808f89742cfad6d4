"""A content is written to a file as it comes."""

from __future__ import annotations

import io

import httpx
import pytest

from comodit_client.rest.exceptions import EntityNotFoundException, TransportError

AT = "/organizations/A/applications/Shop/files/a/content"


class Parts(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in several parts, each made when it is asked for; it may break off."""

    def __init__(self, parts, written, breaks=False):
        self.parts, self.written, self.breaks = parts, written, breaks
        self.before = []
        self.closed = 0

    def __iter__(self):
        for part in self.parts:
            self.before.append(len(self.written.getvalue()))
            yield part
        if self.breaks:
            raise httpx.ReadError("cut")

    async def __aiter__(self):
        for part in self:
            yield part

    def close(self):
        self.closed += 1

    async def aclose(self):
        self.closed += 1


@pytest.fixture
def file(client):
    return client.applications("A").new("Shop").files().wrap({"name": "a"})


def test_each_part_is_written_before_the_next_is_read(file, server, run):
    written = io.BytesIO()
    parts = Parts([b"\x00\xff" * 500] * 3, written)
    server.on("GET", AT, httpx.Response(200, stream=parts))
    run(file.save_content(written))
    assert written.getvalue() == b"\x00\xff" * 1500
    assert parts.before == [0, 1000, 2000]
    assert parts.closed == 1


def test_a_body_that_breaks_off_is_told(file, server, run):
    written = io.BytesIO()
    parts = Parts([b"half"], written, breaks=True)
    server.on("GET", AT, httpx.Response(200, stream=parts))
    with pytest.raises(TransportError, match="cut"):
        run(file.save_content(written))
    assert parts.closed == 1


def test_a_refusal_writes_nothing(file, server, run):
    written = io.BytesIO()
    server.on("GET", AT, (404, {"error": ["no content"]}))
    with pytest.raises(EntityNotFoundException, match="no content"):
        run(file.save_content(written))
    assert written.getvalue() == b""
