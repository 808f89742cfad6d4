"""What a download can be written to, by each method that writes; what cannot be written costs no request."""

# ruff: noqa: SIM115 - the tests close what the parameters open

from __future__ import annotations

import codecs
import io
import os
import stat
import tempfile
import zipfile
from pathlib import Path

import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import UnusableFile

CONTENT = b"x" * 100_000
PATH = "/organizations/A/platforms/P/files/f/content"
INSTANCE = "/organizations/A/environments/E/hosts/h/instance"


@pytest.fixture(params=["download", "save_content", "save", "download_file"])
def download(request, client, server, run):
    """Download to a target, by each of the methods that do so."""
    server.on("GET", PATH, CONTENT)
    server.on("GET", f"{INSTANCE}/", {"state": "RUNNING"})
    server.on("GET", f"{INSTANCE}/files", CONTENT)
    file = client.platforms("A").new("P").files().new("f")
    instance = run(client.hosts("A", "E").new("h").get_instance())
    server.forget()
    ways = {
        "download": file.download,
        "save_content": file.save_content,
        "save": lambda to: client.save(wire.platform_files.get_content("A", "P", "f"), to),
        "download_file": lambda to: instance.download_file("/etc/hosts", to),
    }
    return lambda to: run(ways[request.param](to))


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


class NoWriter:
    write = None


def closed():
    file = io.BytesIO()
    file.close()
    return file


OPENED = [
    (io.StringIO, "open for writing bytes"),
    (lambda: Path(os.devnull).open("w"), "open for writing bytes"),
    (lambda: tempfile.NamedTemporaryFile("w+"), "open for writing bytes"),
    (lambda: codecs.open(os.devnull, "w", "utf-8"), "open for writing bytes"),
    (lambda: tempfile.SpooledTemporaryFile(mode="w"), "open for writing bytes"),
    (lambda: Path(os.devnull).open("rb"), "open for reading"),
]


@pytest.mark.parametrize(("make", "reason"), OPENED)
def test_a_file_that_takes_no_bytes_raises_and_nothing_is_sent(download, server, make, reason):
    with make() as file, pytest.raises(UnusableFile, match=f"Cannot write .*{reason}"):
        download(file)
    assert server.asked == []


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        (closed(), "the file is closed"),
        (NoWriter(), "open for writing bytes"),
        (object(), "open for writing bytes"),
        (None, "open for writing bytes"),
        (1, "open for writing bytes"),
        (b"path", "open for writing bytes"),
        ("", "No such file"),
        (".", "Is a directory"),
        (Path("/no/such/folder/x"), "No such file"),
        ("a\0b", "null"),
    ],
)
def test_what_cannot_be_written_raises_and_nothing_is_sent(download, server, to, reason):
    with pytest.raises(UnusableFile, match=f"Cannot write .*{reason}"):
        download(to)
    assert server.asked == []


@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_is_replaced_and_a_link_stays(download, tmp_path, kind):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder/a")
    for _ in range(2):
        download(kind(tmp_path / "link"))
        assert (tmp_path / "folder" / "a").read_bytes() == CONTENT
    assert stat.S_IMODE((tmp_path / "folder" / "a").stat().st_mode) == 0o600
    assert (tmp_path / "link").is_symlink()
    assert (names(tmp_path), names(tmp_path / "folder")) == (["folder", "link"], ["a"])


@pytest.mark.parametrize(
    "make",
    [
        io.BytesIO,
        tempfile.TemporaryFile,
        lambda: tempfile.NamedTemporaryFile("w+b"),
        tempfile.SpooledTemporaryFile,
        lambda: tempfile.TemporaryFile(buffering=0),
    ],
)
def test_an_open_file_takes_all_and_stays_open(download, make):
    with make() as file:
        download(file)
        file.seek(0)
        assert file.read() == CONTENT


def test_a_member_of_an_archive_takes_all(download, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive, archive.open("content", "w") as member:
        download(member)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.read("content") == CONTENT


def test_a_full_disk_raises_whether_the_device_is_a_path_or_a_file(download):
    with pytest.raises(UnusableFile, match="Cannot write '/dev/full': No space left on device"):
        download("/dev/full")
    with (
        Path("/dev/full").open("wb", buffering=0) as file,
        pytest.raises(UnusableFile, match="Cannot write '/dev/full': No space left on device"),
    ):
        download(file)


def test_a_pipe_that_nobody_reads_any_more_raises(download):
    ends = os.pipe()
    os.close(ends[0])
    with os.fdopen(ends[1], "wb", buffering=0) as file, pytest.raises(UnusableFile, match="Broken pipe"):
        download(file)


def test_a_pipe_that_does_not_wait_raises_when_it_is_full(download):
    ends = os.pipe()
    os.set_blocking(ends[1], False)
    with (
        os.fdopen(ends[0], "rb"),
        os.fdopen(ends[1], "wb", buffering=0) as file,
        pytest.raises(UnusableFile, match=r"it took \d+ of \d+ bytes"),
    ):
        download(file)


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), RuntimeError("of the caller")])
def test_a_file_that_raises_is_named_with_the_reason(download, error):
    class Broken(io.BytesIO):
        name = "broken.bin"

        def write(self, piece):
            raise error

    with pytest.raises(UnusableFile, match=r"Cannot write 'broken\.bin': (Input|of the caller)") as raised:
        download(Broken())
    assert raised.value.__cause__ is error
