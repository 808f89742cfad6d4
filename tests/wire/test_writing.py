"""Files are written whole or not at all; a link is followed, and a pipe or a device is written into."""

from __future__ import annotations

import io
import os
import resource
import signal
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from comodit_client.wire import writing
from comodit_client.wire.errors import PythonApiException, UnusableFile
from comodit_client.wire.writing import Writer, written


def write(path, content=b"new", mode=0o666):
    with written(path, mode) as file:
        assert file.write(content) == len(content)


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("kind", [str, Path])
@pytest.mark.parametrize("name", ["a", "Größe 日本", "x" * 250, ".hidden"])
def test_a_file_of_any_name_is_made_and_replaced(tmp_path, kind, name):
    for content in (b"first", b"", b"x" * 1_000_000):
        write(kind(tmp_path / name), content)
        assert (tmp_path / name).read_bytes() == content
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("mode", [0o600, 0o666])
def test_a_new_file_gets_the_given_mode_less_the_umask(tmp_path, mode):
    before = os.umask(0o027)
    try:
        write(tmp_path / "a", mode=mode)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode & ~0o027


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o2755])
def test_a_replaced_file_keeps_its_mode_and_its_owner(tmp_path, mode):
    (tmp_path / "a").write_bytes(b"old")
    if os.getuid() == 0:
        os.chown(tmp_path / "a", 1234, 5678)
    (tmp_path / "a").chmod(mode)
    before = (tmp_path / "a").stat()
    write(tmp_path / "a", mode=0o600)
    after = (tmp_path / "a").stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_the_old_content_is_there_until_the_new_one_is_complete(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    with written(tmp_path / "a") as file:
        file.write(b"new")
        assert (tmp_path / "a").read_bytes() == b"old"
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("error", [RuntimeError("mine"), OSError("mine"), KeyboardInterrupt("mine")])
@pytest.mark.parametrize("before", [None, b"old"])
def test_an_exception_of_the_caller_comes_through_and_leaves_the_file(tmp_path, error, before):
    if before:
        (tmp_path / "a").write_bytes(before)
    with pytest.raises(type(error), match="mine") as raised, written(tmp_path / "a") as file:
        file.write(b"half")
        raise error
    assert raised.value is error
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == ([before] if before else [])


@pytest.mark.parametrize("step", ["replace", "chmod", "close"])
def test_a_step_that_fails_leaves_the_file_and_nothing_beside_it(tmp_path, monkeypatch, step):
    (tmp_path / "a").write_bytes(b"old")

    def fail(*_arguments, **_options):
        raise OSError(122, "Disk quota exceeded")

    monkeypatch.setattr(*((writing._Sink, "commit") if step == "close" else (os, step)), fail)
    with pytest.raises(UnusableFile, match=r"Cannot write '.*a': Disk quota exceeded\. Check the path"):
        write(tmp_path / "a")
    monkeypatch.undo()
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"old")


@pytest.mark.parametrize("size", [200_000, 200])
def test_a_file_that_grows_too_large_leaves_the_old_one(tmp_path, size):
    (tmp_path / "a").write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(UnusableFile, match=r"a': File too large\. Check the path"):
            write(tmp_path / "a", b"x" * size)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"old")


@pytest.mark.parametrize("size", [10, 100_000])
def test_a_full_device_raises(size):
    with pytest.raises(UnusableFile, match="Cannot write '/dev/full': No space left on device"):
        write("/dev/full", b"x" * size)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("folder", "Is a directory"),
        ("to folder", "Is a directory"),
        ("folder/", "Is a directory"),
        ("new/", "No such file"),
        ("new/.", "No such file"),
        ("missing/new", "No such file"),
        ("to missing folder", "No such file"),
        ("file/new", "Not a directory"),
        ("file/", "Not a directory"),
        ("loop", "symbolic links"),
        ("socket", "No such device"),
        ("x" * 300, "File name too long"),
        ("a\0b", "null"),
        ("\ud800", "surrogates not allowed"),
    ],
)
def test_a_path_that_cannot_be_written_raises_at_once(tmp_path, path, reason):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "to folder").symlink_to("folder")
    (tmp_path / "to missing folder").symlink_to("missing/new")
    (tmp_path / "loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        before = names(tmp_path)
        with pytest.raises(UnusableFile, match=reason), written(f"{tmp_path}/{path}"):
            pytest.fail("it was opened")
    assert names(tmp_path) == before
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.parametrize("path", ["", ".", "..", "/", None, 5, ["a"], object()])
def test_what_is_no_path_of_a_file_raises(path, tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    with pytest.raises(UnusableFile, match="Cannot write "), written(path):
        pytest.fail("it was opened")
    assert names(tmp_path / "in") == []


@pytest.mark.parametrize("what", ["file", "folder"])
def test_without_rights_nothing_is_written(tmp_path, monkeypatch, what):
    """Root may do everything, so the system's answer is made up."""
    (tmp_path / "a").write_bytes(b"old")
    opened = os.open

    def refuse(path, flags, *arguments, **options):
        if bool(flags & os.O_CREAT) == (what == "folder"):
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UnusableFile, match=r"a': Permission denied"), written(tmp_path / "a"):
        pytest.fail("it was opened")
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"old")


def test_a_read_only_file_of_a_user_is_not_replaced(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o444)
    tmp_path.chmod(0o777)
    program = (
        "import os, sys; sys.path[:0] = sys.argv[2].split(':')\n"
        "from comodit_client.wire.writing import written\n"
        "os.chdir(sys.argv[1]); os.getuid() or os.setuid(1234)\n"
        "with written('a') as file: file.write(b'new')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path, ":".join(sys.path)], capture_output=True, text=True, check=False
    )
    assert "UnusableFile: Cannot write 'a': Permission denied" in done.stderr
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"old")


@pytest.mark.parametrize("before", [None, b"old"])
@pytest.mark.parametrize("links", [["real/a"], ["other", "real/a"]])
def test_a_link_stays_and_its_target_is_written(tmp_path, before, links):
    (tmp_path / "real").mkdir()
    if before:
        (tmp_path / "real" / "a").write_bytes(before)
    for name, target in zip(["link", "other"], links, strict=False):
        (tmp_path / name).symlink_to(target)
    with written(tmp_path / "link") as file:
        file.write(b"new")
        assert len(names(tmp_path / "real")) == (2 if before else 1), "it is written beside its target"
    assert (tmp_path / "link").is_symlink()
    assert (names(tmp_path / "real"), (tmp_path / "real" / "a").read_bytes()) == (["a"], b"new")
    assert names(tmp_path) == sorted(["real", "link", *(["other"] if len(links) == 2 else [])])


@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_written_into_and_stays(tmp_path, linked):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(tmp_path / ("link" if linked else "pipe"))
        assert os.read(reader, 100) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert names(tmp_path) == ["link", "pipe"]


def test_a_pipe_takes_more_than_it_holds(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    got = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write(tmp_path / "pipe", b"x" * 1_000_000)
    reader.join(60)
    assert got == [b"x" * 1_000_000]


@pytest.mark.parametrize("size", [10, 1_000_000])
def test_a_pipe_that_nobody_reads_any_more_raises(tmp_path, size):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(UnusableFile, match=r"pipe': Broken pipe"), written(tmp_path / "pipe") as file:
        os.close(reader)
        file.write(b"x" * size)


def test_a_device_stays_a_device():
    write("/dev/null")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


PROGRAM = """
import sys; sys.path[:0] = {path!r}
from comodit_client.wire.writing import written
print("before", flush=True)
with written({name!r}) as file: file.write(b"new\\n")
print("after", flush=True)
"""


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
@pytest.mark.parametrize("kind", ["file", "pipe", "socket"])
def test_standard_output_is_written_into_whatever_it_is(tmp_path, name, kind):
    (tmp_path / "link").symlink_to("/dev/stdout")
    command = [sys.executable, "-c", PROGRAM.format(path=sys.path, name=name)]
    if kind == "file":
        with (tmp_path / "out").open("wb") as out:
            subprocess.run(command, check=True, stdout=out, cwd=tmp_path)
        got = (tmp_path / "out").read_bytes()
    elif kind == "pipe":
        got = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=tmp_path).stdout
    else:
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                subprocess.run(command, check=True, stdout=theirs.fileno(), cwd=tmp_path)
            got = ours.makefile("rb").read()
    assert got == b"before\nnew\nafter\n"
    assert (tmp_path / "link").is_symlink()


def test_a_descriptor_that_is_closed_or_only_read_raises(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    with (tmp_path / "a").open("rb") as file:
        path = f"/dev/fd/{file.fileno()}"
        with pytest.raises(UnusableFile, match="Bad file descriptor"), written(path):
            pytest.fail("it was opened")
    with pytest.raises(UnusableFile, match="Bad file descriptor"), written(path):
        pytest.fail("it was opened")
    assert (tmp_path / "a").read_bytes() == b"old"


class Taking(io.RawIOBase):
    """A raw file that takes a few bytes at a time, and then what is given."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.content = b""

    def write(self, piece):
        answer = self.answers.pop(0) if self.answers else len(piece)
        if isinstance(answer, Exception):
            raise answer
        self.content += bytes(piece[: answer or 0])
        return answer


def test_a_file_that_takes_a_part_gets_the_rest():
    file = Taking(1, 2)
    assert Writer(file, "x").write(b"abcdef") == 6
    assert file.content == b"abcdef"


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ((2, 0), "it took 2 of 6 bytes"),
        ((None,), "it took 0 of 6 bytes"),
        ((-1,), "it took 0 of 6 bytes"),
        ((3, OSError(28, "No space left on device")), "No space left on device"),
        ((ValueError("write to closed file"),), "write to closed file"),
        ((RuntimeError("of the caller"),), "of the caller"),
    ],
)
def test_a_file_that_does_not_take_all_raises(answers, reason):
    with pytest.raises(UnusableFile, match=f"Cannot write 'x': {reason}"):
        Writer(Taking(*answers), "x").write(b"abcdef")


def test_our_own_exception_of_a_file_comes_through():
    mine = PythonApiException("mine")
    with pytest.raises(PythonApiException) as raised:
        Writer(Taking(mine), "x").write(b"abc")
    assert raised.value is mine


def test_a_file_of_the_caller_need_not_count():
    class Sink:
        content = b""

        def write(self, piece):
            self.content += piece

    sink = Sink()
    assert Writer(sink, "x").write(b"abc") == 3
    assert sink.content == b"abc"
