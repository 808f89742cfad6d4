"""Files that are sent: as a form, read in pieces, named and bounded so that no content can break out."""

from __future__ import annotations

import io
import os

import pytest

from comodit_client.rest.exceptions import UnusableFile
from comodit_client.rest.uploads import upload
from comodit_client.wire.request import Request, Upload, identity


class Watched(io.BytesIO):
    """A file that remembers how much was read at once."""

    def __init__(self, content):
        super().__init__(content)
        self.most = 0

    def read(self, size=-1):
        piece = super().read(size)
        self.most = max(self.most, len(piece))
        return piece


def sending(upload):
    return Request("x.put", "POST", "/x", "nothing", identity, parts={"file": upload})


@pytest.fixture
def send(client, server, run):
    server.on("POST", "/x", {})

    def send(content, filename="site.conf"):
        run(client.run(sending(Upload(content, filename))))
        return server.last

    return send


@pytest.mark.parametrize("wrapped", [bytes, io.BytesIO])
def test_a_file_is_one_part_of_a_form(send, wrapped):
    asked = send(wrapped(b"\x00\xff\r\n--content"))
    kind, _, boundary = asked.headers["Content-Type"].partition("; boundary=")
    assert kind == "multipart/form-data"
    assert (
        asked.content
        == (
            f"--{boundary}\r\n"
            'Content-Disposition: form-data; name="file"; filename="site.conf"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode()
        + b"\x00\xff\r\n--content"
        + f"\r\n--{boundary}--\r\n".encode()
    )


def test_each_form_has_a_boundary_of_its_own(send):
    first, second = (send(b"--+++").headers["Content-Type"] for _ in range(2))
    assert first != second


def test_a_name_of_any_letters_arrives(send):
    assert 'filename="größe 你.conf"'.encode() in send(b"x", "größe 你.conf").content


def test_a_name_cannot_end_its_header(send):
    content = send(b"x", 'a"\r\nEvil: 1').content
    assert b"\r\nEvil" not in content


def test_a_large_file_is_read_in_pieces(send):
    file = Watched(b"x" * 1_000_000)
    asked = send(file)
    assert len(asked.content) > 1_000_000
    assert asked.headers["Content-Length"] == str(len(asked.content))
    assert file.most <= 65_536
    assert not file.closed


def test_a_pipe_is_sent_to_its_end_though_its_length_is_not_known(client, server, run):
    server.on("POST", "/x", {})
    ends = os.pipe()
    with os.fdopen(ends[0], "rb") as pipe:
        with os.fdopen(ends[1], "wb") as sink:
            sink.write(b"from a pipe")
        with upload(pipe, "x") as content:
            run(client.run(sending(content)))
    assert b"\r\n\r\nfrom a pipe\r\n--" in server.last.content
    assert "Content-Length" not in server.last.headers


def test_a_file_that_breaks_off_ends_the_request_with_an_exception_of_ours(client, server, run):
    class Broken(io.BytesIO):
        def read(self, size=-1):
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().read(2)

    with upload(Broken(b"abcd"), "x") as content, pytest.raises(UnusableFile, match="Cannot read 'x' to its end"):
        run(client.run(sending(content)))
    assert server.asked == []


def test_the_content_is_in_no_repr():
    assert "secret" not in repr(sending(Upload(b"secret", "a")))


@pytest.mark.parametrize("kind", ["bytes", "path", "file"])
def test_an_empty_upload_is_an_empty_part_of_the_form(client, server, run, tmp_path, kind):
    server.on("POST", "/x", {})
    (tmp_path / "empty.conf").write_bytes(b"")
    given = {"bytes": b"", "path": tmp_path / "empty.conf", "file": io.BytesIO(b"")}[kind]
    with upload(given, "empty.conf") as content:
        run(client.run(sending(content)))
    boundary = server.last.headers["Content-Type"].partition("; boundary=")[2]
    head, found, tail = server.last.content.partition(b"\r\n\r\n")
    assert b'filename="empty.conf"' in head
    assert (found, tail) == (b"\r\n\r\n", f"\r\n--{boundary}--\r\n".encode())
    assert server.last.headers["Content-Length"] == str(len(server.last.content))
