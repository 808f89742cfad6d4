"""Files of snapshots: written whole or not at all, and never changed by a sandbox that starts from one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import httpx
import pytest

from comodit_client.sandbox import ApiError, Sandbox
from comodit_client.sandbox.__main__ import main

AUTH = ("UUU", "PPP")


def names(sandbox: Sandbox) -> list[str]:
    return sandbox._store.names(0, "organizations")


def add(sandbox: Sandbox, name: str) -> None:
    with sandbox._store.transaction():
        sandbox._store.add(0, "organizations", name, {"uuid": name, "version": 0, "name": name})


@pytest.fixture(params=[":memory:", "db"])
def saved(request, tmp_path: Path) -> Path:
    """Return the file of a snapshot with one more organization, an upload, a fault and a later time."""
    db, path = request.param, tmp_path / "snapshots" / "s.db"
    path.parent.mkdir()
    with Sandbox(db=db if db == ":memory:" else str(tmp_path / db), clock="frozen,start=1000") as sandbox:
        add(sandbox, "Kept")
        sandbox.fail("503", times=3, path="*/flavors/")
        assert httpx.get(f"{sandbox.url}/flavors/", auth=AUTH).status_code == 503
        sandbox.advance(500)
        sandbox.save_snapshot(path)
        add(sandbox, "Lost")
    return path


def test_a_sandbox_starts_from_a_snapshot_and_returns_to_it(saved: Path) -> None:
    content = saved.read_bytes()
    with Sandbox(snapshot=saved, clock="frozen") as sandbox:
        for _ in range(2):
            assert names(sandbox) == ["OOO", "Kept"]
            assert sandbox.now() == 1500
            assert [fault["applied"] for fault in sandbox.faults()] == [1]
            with httpx.Client(base_url=sandbox.url, auth=AUTH) as client:
                assert [client.get("/flavors/").status_code for _ in range(3)] == [503, 503, 200]
                files = "/organizations/OOO/applications/Wordpress/files/wp-config.php/content"
                assert b"ADMIN_EMAIL" in client.get(files).content
            add(sandbox, "Lost")
            sandbox.advance(9)
            sandbox.reset()
    assert saved.read_bytes() == content
    assert [file.name for file in saved.parent.iterdir()] == [saved.name]
    assert saved.stat().st_mode & 0o777 == 0o600


def test_options_that_are_given_take_precedence(saved: Path) -> None:
    sandbox = Sandbox(snapshot=saved, clock="frozen,start=7", faults=["502"])
    assert sandbox.now() == 7
    assert [fault["kind"] for fault in sandbox.faults()] == ["502"]
    sandbox.close()


def test_a_snapshot_fills_a_new_database_only(saved: Path, tmp_path: Path) -> None:
    db = str(tmp_path / "other.db")
    for wanted in (["OOO", "Kept"], ["OOO", "Kept", "More"]):
        sandbox = Sandbox(snapshot=saved, db=db)
        assert names(sandbox) == wanted
        add(sandbox, "More") if wanted[-1] == "Kept" else None
        sandbox.close()
    with sqlite3.connect(db) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_named_snapshot_is_saved(tmp_path: Path) -> None:
    sandbox = Sandbox()
    sandbox.snapshot("empty")
    add(sandbox, "More")
    sandbox.save_snapshot(tmp_path / "s", "empty")
    with pytest.raises(ApiError, match="does not exist"):
        sandbox.save_snapshot(tmp_path / "t", "nope")
    sandbox.close()
    again = Sandbox(snapshot=tmp_path / "s")
    assert names(again) == ["OOO"]
    again.close()


def test_a_database_can_be_given(tmp_path: Path) -> None:
    db = tmp_path / "db"
    running = Sandbox(db=str(db))
    add(running, "Kept")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    # The other sandbox is running, so the last changes are in the log beside the file.
    sandbox = Sandbox(snapshot=db)
    assert names(sandbox) == ["OOO", "Kept"]
    sandbox.close()
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    running.close()


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch) -> None:
    sandbox = Sandbox()
    target = tmp_path / "s.db"
    target.write_text("before")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(ApiError, match="No space left"):
            sandbox.save_snapshot(target)
    assert [file.name for file in tmp_path.iterdir()] == ["s.db"]
    assert target.read_text() == "before"
    with pytest.raises(ApiError, match="Cannot write the snapshot"):
        sandbox.save_snapshot(tmp_path / "missing" / "s.db")
    sandbox.close()


@pytest.mark.parametrize("content", [None, b"", b"text" * 100])
def test_a_file_that_is_no_snapshot(tmp_path: Path, content: bytes | None, capsys) -> None:
    path = tmp_path / "s.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(sqlite3.Error, match=str(path)):
        Sandbox(snapshot=path)
    assert main(["--port", "0", "--snapshot", str(path)]) == 1
    assert str(path) in capsys.readouterr().err


def test_a_snapshot_and_an_archive_exclude_each_other(saved: Path, tmp_path: Path) -> None:
    for options in ({"archive": tmp_path}, {"seed": tmp_path}):
        with pytest.raises(ApiError, match="cannot be combined"):
            Sandbox(snapshot=saved, **options)
