"""What can be uploaded, and what is refused before anything is sent."""

from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path

import pytest

from comodit_client.rest.exceptions import PythonApiException, UnusableFile
from comodit_client.rest.uploads import picture, upload

PNG = b"\x89PNG\r\n\x1a\n\x00\xff"


def read(found):
    return found.content if isinstance(found.content, bytes) else found.content.read()


@pytest.mark.parametrize("name", ["gate.conf", "Žižkov café.txt", "日本", "with space", "a%2Fb"])
@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_of_any_name(tmp_path, name, kind):
    (tmp_path / name).write_bytes(b"abc")
    with upload(kind(tmp_path / name), "other") as found:
        assert (read(found), found.filename) == (b"abc", name)
    with pytest.raises(UnusableFile, match="closed file"):
        found.content.read()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("notes.txt", "text/plain"),
        ("page.html", "text/html"),
        ("thumb.png", "image/png"),
        ("gate.conf", "application/octet-stream"),
        ("thumb", "application/octet-stream"),
    ],
)
def test_the_type_follows_from_the_name_and_not_from_the_machine(tmp_path, name, kind):
    (tmp_path / name).write_bytes(b"")
    with upload(tmp_path / name, "x") as found:
        assert found.content_type == kind


@pytest.mark.parametrize("content", [b"abc", bytearray(b"abc"), memoryview(b"abc")])
def test_bytes_have_the_name_that_is_given(content):
    with upload(content, "notes.txt") as found:
        assert (found.content, found.filename, found.content_type) == (b"abc", "notes.txt", "text/plain")


def test_an_open_file_is_not_closed_and_not_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"abc")
    with (tmp_path / "a.txt").open("rb") as file:
        with upload(file, "other") as found:
            assert found.filename == "a.txt"
            assert file.tell() == 0
            assert (read(found), file.tell()) == (b"abc", 3)
        assert not file.closed


def test_what_has_no_name_gets_the_one_that_is_given():
    with upload(io.BytesIO(b"abc"), "other") as found:
        assert found.filename == "other"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.conf", "No such file or directory"),
        ("folder", "Is a directory"),
        ("file/below", "Not a directory"),
        ("null\0byte", "null byte"),
        ("", "Is a directory"),
    ],
)
def test_a_path_that_cannot_be_read_is_told(tmp_path, monkeypatch, path, reason):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnusableFile, match=rf"Cannot upload .*: .*{reason}") as raised, upload(path, "x"):
        pytest.fail("nothing is to be sent")
    assert isinstance(raised.value, PythonApiException)
    assert repr(str(Path(path))) in str(raised.value)


def test_a_file_without_rights_is_told(tmp_path, monkeypatch):
    def refuse(*arguments, **options):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnusableFile, match=r"Cannot upload .*: Permission denied"), upload(tmp_path / "x", "x"):
        pytest.fail("nothing is to be sent")


@pytest.mark.parametrize("content", [io.StringIO("abc"), None, 1, ["a"], {"a": 1}])
def test_what_is_neither_path_nor_bytes_is_told(content):
    with pytest.raises(UnusableFile, match="Give a path, bytes, or a file that is open for reading bytes"):  # noqa: SIM117
        with upload(content, "x"):
            pytest.fail("nothing is to be sent")


def test_a_file_that_is_closed_is_told():
    file = io.BytesIO(b"abc")
    file.close()
    with pytest.raises(UnusableFile, match="Cannot upload 'x': the file is closed"), upload(file, "x"):
        pytest.fail("nothing is to be sent")


def test_a_name_that_is_no_utf_8_is_made_one(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118 - Path takes no bytes
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(b"abc")
    with upload(os.fsdecode(path), "x") as found:
        assert (read(found), found.filename, found.content_type) == (b"abc", "caf\ufffd.txt", "text/plain")


def test_a_file_that_breaks_off_while_it_is_sent_is_told():
    class Broken(io.BytesIO):
        def read(self, size=-1):
            if size == 0:
                return b""
            raise OSError(5, "Input/output error")

    with upload(Broken(b"abc"), "x") as found, pytest.raises(UnusableFile, match="Cannot read 'x' to its end: Inp"):
        found.content.read(3)


def test_a_fault_of_the_caller_is_not_taken_for_one_of_the_file(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OSError, match="mine") as raised, upload(tmp_path / "a", "x"):
        raise OSError("mine")
    assert not isinstance(raised.value, UnusableFile)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0JFIF", "image/jpeg"),
        (b"GIF89a...", "image/gif"),
        (b"GIF87a...", "image/gif"),
        (b"", "application/octet-stream"),
        (b"\x89PN", "application/octet-stream"),
        (b"<svg/>", "application/octet-stream"),
        (b"GIF90a", "application/octet-stream"),
        (b"x" + PNG, "application/octet-stream"),
    ],
)
def test_pictures_of_any_type_are_sent_with_the_type_of_their_first_bytes(tmp_path, content, kind):
    (tmp_path / "thumb").write_bytes(content)
    for given in (content, tmp_path / "thumb", io.BytesIO(content)):
        with picture(given, "thumb") as found:
            assert (read(found), found.content_type) == (content, kind)


@pytest.mark.parametrize(("name", "kind"), [("a.svg", "image/svg+xml"), ("a.gif", "image/gif"), ("a.bmp", "image/bmp")])
def test_the_name_of_a_picture_decides_its_type(tmp_path, name, kind):
    (tmp_path / name).write_bytes(PNG)
    with picture(tmp_path / name, "thumb") as found:
        assert (read(found), found.content_type) == (PNG, kind)


def test_a_picture_that_was_just_written_is_looked_at_from_its_beginning():
    file = io.BytesIO()
    file.write(PNG)
    with picture(file, "thumb") as found:
        assert read(found) == PNG


def test_a_picture_that_cannot_be_rewound_is_sent_whole():
    ends = os.pipe()
    with os.fdopen(ends[1], "wb") as sink, os.fdopen(ends[0], "rb") as pipe:
        sink.write(PNG)
        sink.close()
        with picture(pipe, "thumb") as found:
            assert (read(found), found.content_type) == (PNG, "application/octet-stream")


def test_a_file_of_text_is_refused_whatever_its_class():
    with (
        tempfile.NamedTemporaryFile("w+") as file,
        pytest.raises(UnusableFile, match="open for reading text"),
        upload(file, "x"),
    ):
        pytest.fail("it was taken")


def test_a_pipe_is_sent_once_and_not_as_nothing_the_second_time():
    ends = os.pipe()
    with os.fdopen(ends[1], "wb") as sink, os.fdopen(ends[0], "rb") as pipe:
        sink.write(b"abc")
        sink.close()
        with upload(pipe, "x") as found:
            assert (found.content.read(9), found.content.read(9)) == (b"abc", b"")
            with pytest.raises(UnusableFile, match="cannot be rewound"):
                found.content.seek(0)


def test_what_can_be_rewound_is_sent_as_often_as_needed():
    with upload(io.BytesIO(b"abc"), "x") as found:
        for _ in range(3):
            found.content.seek(0)
            assert (found.content.read(9), found.content.read(9)) == (b"abc", b"")


def test_asking_a_file_for_nothing_is_not_its_end():
    with upload(io.BytesIO(b"abc"), "x") as found:
        assert [found.content.read(size) for size in (0, 0, -1)] == [b"", b"", b"abc"]
