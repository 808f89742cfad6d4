"""A file that changes while it is uploaded raises an exception that names it; the server gets no whole request."""

from __future__ import annotations

import io
import os
import socket
import threading
from contextlib import suppress
from itertools import islice

import httpx
import pytest

from comodit_client.rest.exceptions import TransportError, UnusableFile
from comodit_client.rest.options import RetryPolicy
from comodit_client.rest.uploads import upload

SIZE = 300_000
#: More than the buffers of a connection hold: the server sees the headers before the end is read.
LARGE = 50_000_000


class Receiver:
    """A server on loopback that reads requests, and keeps and confirms the whole ones."""

    def __init__(self):
        self.whole = []
        self.when_begun = lambda: None
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}/api"
        self.thread = threading.Thread(target=self.accept, daemon=True)
        self.thread.start()

    def accept(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:  # closed
                return
            with connection, connection.makefile("rb") as file:
                self.answer(connection, file)

    def answer(self, connection, file):
        headers = {}
        if not file.readline():
            return
        while line := file.readline().strip().decode("latin-1"):
            name, _, value = line.partition(": ")
            headers[name.lower()] = value
        self.when_begun()
        length = int(headers["content-length"])
        body = file.read(length)
        if len(body) == length:
            self.whole.append(body)
            connection.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")

    def close(self):
        with suppress(OSError):  # it is closed already
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join(60)


@pytest.fixture
def receiver():
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture
def file(colour, receiver):
    client = colour.module("client").Client(receiver.url, "u", "p", retries=RetryPolicy(3, base=0, cap=0))
    yield client.platforms("A").new("P").files().new("f")
    colour.run(client.close())


class Changing(io.FileIO):
    """A file that something happens to at a read: the first, or one in the middle."""

    def __init__(self, path, at, change):
        super().__init__(path)
        self.at, self.change, self.reads = at, change, 0

    def read(self, size=-1):
        if size:
            self.reads += 1
            if self.reads == self.at:
                changed = self.change(self)
                if changed is not None:
                    return changed()
        return super().read(size)


def grow(file):
    with open(file.name, "ab") as log:  # noqa: PTH123
        log.write(b"a line more")


def shrink(file):
    os.truncate(file.name, 10)


def fail(file):
    raise OSError(5, "Input/output error")


def fail_otherwise(file):
    raise RuntimeError("of the caller")


CHANGES = [
    (shrink, f"it ended after [0-9]+ of {SIZE} bytes"),
    (grow, f"it grew beyond {SIZE} bytes"),
    (fail, "Input/output error"),
    (fail_otherwise, "of the caller"),
    (lambda file: file.close(), "closed file"),
    (lambda file: lambda: "text", "it returned str instead of bytes"),
    (lambda file: lambda: None, "it returned NoneType instead of bytes"),
    (lambda file: lambda: b"", f"it ended after [0-9]+ of {SIZE} bytes"),
]


@pytest.mark.parametrize("at", [1, 2, 5])
@pytest.mark.parametrize(("change", "reason"), CHANGES)
def test_a_file_that_changes_while_it_is_sent_raises(file, receiver, run, tmp_path, at, change, reason):
    (tmp_path / "log").write_bytes(b"x" * SIZE)
    with Changing(tmp_path / "log", at, change) as log:
        with pytest.raises(UnusableFile, match=f"Cannot read 'log' to its end: .*{reason}"):
            run(file.set_content(log))
        assert log.reads >= at
    assert receiver.whole == []


@pytest.mark.parametrize(
    ("size", "reason"), [(LARGE + 1, f"it grew beyond {LARGE} bytes"), (10, f"it ended after [0-9]+ of {LARGE} bytes")]
)
def test_a_path_whose_file_changes_while_it_is_sent_raises(file, receiver, run, tmp_path, size, reason):
    (tmp_path / "log").touch()
    os.truncate(tmp_path / "log", LARGE)
    receiver.when_begun = lambda: os.truncate(tmp_path / "log", size)
    with pytest.raises(UnusableFile, match=f"Cannot read 'log' to its end: {reason}"):
        run(file.set_content(tmp_path / "log"))
    assert receiver.whole == []


def test_a_file_that_does_not_change_is_sent_whole(file, receiver, run, tmp_path):
    (tmp_path / "log").write_bytes(b"x" * SIZE)
    run(file.set_content(tmp_path / "log"))
    with (tmp_path / "log").open("rb") as log:
        log.seek(1000)  # a file is sent from its start
        run(file.set_content(log))
    assert [b"x" * SIZE + b"\r\n--" in body for body in receiver.whole] == [True, True]


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/full"])
def test_a_device_without_an_end_raises(file, receiver, run, path):
    with pytest.raises(UnusableFile, match="it grew beyond 0 bytes"):
        run(file.set_content(path))
    assert receiver.whole == []


class Log(io.BytesIO):
    """A file in memory that may be one that can only be read once."""

    name = "log"

    def __init__(self, rewindable):
        super().__init__(b"x" * SIZE)
        self.seekable = lambda: rewindable


@pytest.mark.parametrize("change", [lambda log: log.truncate(10), lambda log: (log.seek(0, 2), log.write(b"more"))])
def test_a_second_attempt_of_the_same_request_is_checked_as_well(change):
    log = Log(True)
    with upload(log, "x") as found:
        request = built(found)
        assert len(b"".join(request.stream)) == int(request.headers["Content-Length"]) > SIZE
        change(log)
        with pytest.raises(UnusableFile, match=r"Cannot read 'log' to its end: it (ended|grew)"):
            list(request.stream)
        other = built(found)
        assert len(b"".join(other.stream)) == int(other.headers["Content-Length"]), "it is announced anew"


@pytest.mark.parametrize("pieces", [3, 5])
def test_what_can_only_be_read_once_is_never_sent_from_its_middle(pieces):
    with upload(Log(False), "x") as found:
        assert len(list(islice(built(found).stream, pieces))) == pieces
        with pytest.raises(UnusableFile, match="Cannot read 'log' to its end: it cannot be rewound to be sent"):
            list(built(found).stream)


def built(found):
    """Build the request as httpx does."""
    return httpx.Request("POST", "http://x/", files={"file": (found.filename, found.content, found.content_type)})


def test_a_file_of_proc_has_no_length_and_is_sent_whole(client, server, run):
    path = "/organizations/A/platforms/P/files/f/content"
    server.on("POST", path, {})
    run(client.platforms("A").new("P").files().new("f").set_content("/proc/version"))
    with open("/proc/version", "rb") as file:  # noqa: PTH123
        assert file.read() in server.last.content


def test_an_error_of_the_network_stays_one(file, receiver, run, tmp_path):
    receiver.close()
    (tmp_path / "log").write_bytes(b"x")
    with pytest.raises(TransportError):
        run(file.set_content(tmp_path / "log"))
