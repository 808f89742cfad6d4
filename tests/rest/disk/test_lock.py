"""One run at a time uses a folder, of any thread or process; what a killed run leaves hinders nobody."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import ExitStack

import pytest

from comodit_client.disk import lock
from comodit_client.disk.lock import locked
from comodit_client.rest.exceptions import SyncException, UnusableFile

HOLD = """
import sys
from comodit_client.disk.lock import locked
with locked(sys.argv[1], sys.argv[2] == "exclusive"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "o" / "applications" / "Shop").mkdir(parents=True)
    for place in ("o", "o/applications/Shop"):
        (tmp_path / place / "definition.json").write_text("{}")
    return tmp_path / "o"


@pytest.fixture
def hold(folder):
    """Hold the lock in another process until it is killed."""
    with ExitStack() as stack:

        def start(kind, place=""):
            command = [sys.executable, "-c", HOLD, str(folder / place), kind]
            process = stack.enter_context(
                subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            stack.callback(process.kill)
            assert process.stdout.readline() == "held\n"
            return process

        yield start


def is_free(folder, exclusive):
    try:
        with locked(folder, exclusive, SyncException):
            return True
    except SyncException as error:
        assert "another export, import or sync is using it" in str(error)
        return False


@pytest.mark.parametrize(
    ("holder", "exclusive", "free"),
    [("exclusive", True, False), ("exclusive", False, False), ("shared", True, False), ("shared", False, True)],
)
def test_another_process_is_kept_out(folder, hold, holder, exclusive, free):
    process = hold(holder)
    assert is_free(folder, exclusive) == free
    assert is_free(os.path.relpath(folder), exclusive) == free
    (folder.parent / "link").symlink_to(folder)
    assert is_free(folder.parent / "link", exclusive) == free
    assert is_free(folder.parent / "other", exclusive)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert is_free(folder, exclusive)


@pytest.mark.parametrize(
    ("mine", "other", "free"), [(True, True, False), (True, False, False), (False, True, False), (False, False, True)]
)
def test_another_run_of_the_same_thread_is_kept_out(folder, mine, other, free):
    with locked(folder, mine):
        assert is_free(folder, other) == free
    assert is_free(folder, other)


@pytest.mark.parametrize(
    ("mine", "other", "free"), [(True, True, False), (True, False, False), (False, True, True), (False, False, True)]
)
def test_a_run_in_a_folder_below_is_kept_out_by_one_that_writes(folder, mine, other, free):
    below = folder / "applications" / "Shop"
    with locked(folder, mine):
        assert is_free(below, other) == free
    with locked(below, other):
        assert is_free(folder, mine) == (not mine)
        assert is_free(folder / "applications" / "Other", True)


def test_nothing_is_left_beside_the_folder(folder):
    for exclusive in (True, False):
        with locked(folder, exclusive):
            assert [path.name for path in folder.parent.iterdir() if path != folder] == [".o.comodit-lock"] * exclusive
        assert list(folder.parent.iterdir()) == [folder]


def test_what_a_killed_run_left_is_removed_by_the_next(folder):
    file = folder.with_name(".o.comodit-lock")
    file.touch()
    with locked(folder, exclusive=False), locked(folder, exclusive=False):
        assert not is_free(folder, exclusive=True)
    assert is_free(folder, exclusive=True)
    assert not file.exists()


def test_the_next_run_does_not_lock_a_file_that_the_last_one_removed(folder, monkeypatch):
    file, lock_file = folder.with_name(".o.comodit-lock"), lock.lock
    opened = []

    def late(handle, shared):
        if not opened:
            file.unlink()  # the last run ends between opening and locking
        opened.append(handle)
        lock_file(handle, shared)

    monkeypatch.setattr(lock, "lock", late)
    with locked(folder, exclusive=True):
        assert file.exists()
        assert not is_free(folder, exclusive=True)


def test_a_folder_to_come_is_locked_as_well(tmp_path):
    with locked(tmp_path / "a" / "b", exclusive=True):
        assert not is_free(tmp_path / "a" / "b", exclusive=True)
        assert not is_free(tmp_path / "a" / "b", exclusive=False)
    with locked(tmp_path / "nowhere" / "b", exclusive=False):
        assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("exclusive", [True, False])
def test_where_no_file_can_be_created_the_folder_is_locked(folder, monkeypatch, exclusive):
    real = os.open

    def refuse(path, flags, *args, **options):
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied")
        return real(path, flags, *args, **options)

    monkeypatch.setattr(os, "open", refuse)
    with locked(folder, exclusive):
        assert not is_free(folder, exclusive=True)
        assert is_free(folder, exclusive=False) == (not exclusive)


def test_a_file_system_without_locks_stops_nobody(folder, monkeypatch):
    def unsupported(handle, shared):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock, "lock", unsupported)
    with locked(folder, exclusive=True):
        pass
    assert list(folder.parent.iterdir()) == [folder]


def test_a_forked_process_does_not_keep_the_lock(folder):
    with locked(folder, exclusive=True):
        child = os.fork()
        if child == 0:
            signal.pause()
    try:
        assert is_free(folder, exclusive=True)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


@pytest.mark.parametrize("path", [None, "a\0b"])
def test_what_is_no_path_is_rejected(path):
    with pytest.raises(UnusableFile, match="as a folder"), locked(path, exclusive=True):
        pass
