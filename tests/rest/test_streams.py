"""Contents that come in pieces: to a file as they come, and never longer than they may."""

from __future__ import annotations

import io

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import (
    EntityNotFoundException,
    RequestTimeout,
    ServerError,
    TransportError,
    UnusableFile,
)
from comodit_client.rest.options import Timeouts

PATH = "/organizations/A/platforms/P/files/f/content"
CONTENT = wire.platform_files.get_content("A", "P", "f")
READ = wire.organizations.get("A")


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A content that comes piece by piece, and remembers whether it was closed."""

    def __init__(self, pieces):
        self.pieces = pieces
        self.given = 0
        self.closed = 0

    def __iter__(self):
        for piece in self.pieces():
            self.given += 1
            yield piece

    async def __aiter__(self):
        for piece in self:
            yield piece

    def close(self):
        self.closed += 1

    async def aclose(self):
        self.closed += 1


def three():
    yield from (b"abc", b"", b"def")


def cut():
    yield b"abc"
    raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")


@pytest.fixture
def coming(server):
    """Answer with what comes in pieces."""

    def coming(pieces, path=PATH, status=200):
        stream = Pieces(pieces)
        server.on("GET", path, httpx.Response(status, stream=stream))
        return stream

    return coming


@pytest.fixture
def file(make_client):
    return make_client().platforms("A").new("P").files().new("f")


def test_a_content_is_written_while_it_comes(make_client, coming, run):
    stream, target = coming(three), io.BytesIO()
    assert run(make_client().save(CONTENT, target)) == 6
    assert target.getvalue() == b"abcdef"
    assert stream.closed
    assert not target.closed


def test_a_content_that_breaks_off_is_told_and_not_asked_for_again(make_client, coming, server, run):
    stream, target = coming(cut), io.BytesIO()
    with pytest.raises(TransportError, match="without sending complete"):
        run(make_client().save(CONTENT, target))
    assert (server.lines, target.getvalue()) == ([f"GET {PATH}"], b"abc")
    assert stream.closed


def test_a_file_that_cannot_be_written_ends_it(make_client, coming, run):
    class Full(io.BytesIO):
        def write(self, piece):
            raise OSError(28, "no space left")

    stream = coming(three)
    with pytest.raises(UnusableFile, match=r"Cannot write 'Full': no space left"):
        run(make_client().save(CONTENT, Full()))
    assert (stream.given, bool(stream.closed)) == (1, True)


def test_a_refusal_is_read_and_nothing_is_written(make_client, server, run):
    server.on("GET", PATH, (404, {"error": ["no content"]}))
    target = io.BytesIO()
    with pytest.raises(EntityNotFoundException, match="no content"):
        run(make_client().save(CONTENT, target))
    assert target.getvalue() == b""


def test_a_content_that_is_refused_for_now_is_asked_for_again(make_client, server, run):
    server.on("GET", PATH, (503, {}), b"abc")
    target = io.BytesIO()
    assert run(make_client().save(CONTENT, target)) == 3


def test_a_path_is_replaced_when_all_has_come(file, coming, run, tmp_path):
    coming(three)
    path = tmp_path / "content"
    assert run(file.download(path)) == 6
    assert path.read_bytes() == b"abcdef"
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    run(file.download(str(path)))
    assert path.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("before", [None, b"old"])
@pytest.mark.parametrize(("pieces", "status", "kind"), [(cut, 200, TransportError), (three, 500, ServerError)])
def test_else_it_is_left_as_it_was(file, coming, run, tmp_path, before, pieces, status, kind):
    coming(pieces, status=status)
    path = tmp_path / "content"
    if before:
        path.write_bytes(before)
    with pytest.raises(kind):
        run(file.download(path))
    assert [found.read_bytes() for found in tmp_path.iterdir()] == ([before] if before else [])


def test_an_open_file_takes_a_content_and_stays_open(file, coming, run):
    coming(three)
    target = io.BytesIO(b"")
    assert run(file.download(target)) == 6
    assert target.getvalue() == b"abcdef"


@pytest.mark.parametrize("path", ["no/such/folder/x", "a\0b"])
def test_where_nothing_can_be_written_nothing_is_asked(file, server, run, tmp_path, path):
    with pytest.raises(UnusableFile, match="Cannot write "):
        run(file.download(f"{tmp_path}/{path}"))
    assert server.asked == []


def test_a_file_of_a_machine_is_downloaded_the_same_way(make_client, server, run, tmp_path):
    host = "/organizations/A/environments/E/hosts/h/instance"
    server.on("GET", f"{host}/", {"state": "RUNNING"})
    server.on("GET", f"{host}/files", b"abc")
    instance = run(make_client().hosts("A", "E").new("h").get_instance())
    assert run(instance.download_file("/etc/hosts", tmp_path / "x")) == 3
    assert server.last.query == {"path": "/etc/hosts"}
    assert (tmp_path / "x").read_bytes() == b"abc"


def test_an_answer_that_comes_steadily_and_does_not_end_is_given_up(make_client, coming, server, run, clock):
    def endless():
        while True:
            clock.now += 1
            yield b" "

    stream = coming(endless, READ.path)
    with pytest.raises(RequestTimeout):
        run(make_client(timeout=Timeouts(total=50)).run(READ))
    assert (len(server.asked), stream.given, bool(stream.closed)) == (1, 51, True)


def test_a_login_that_comes_steadily_and_does_not_end_is_given_up(make_client, coming, run, clock):
    def endless():
        while True:
            clock.now += 100
            yield b" "

    stream = coming(endless, "/account/_verify")
    with pytest.raises(RequestTimeout):
        run(make_client(mfa="123456").run(READ))
    assert (stream.given, bool(stream.closed)) == (4, True)


def test_what_is_saved_has_all_the_time_it_needs(make_client, coming, run, clock):
    def slow():
        for _ in range(100):
            clock.now += 100
            yield b"x"

    coming(slow)
    assert run(make_client(timeout=Timeouts(total=50)).save(CONTENT, io.BytesIO())) == 100
