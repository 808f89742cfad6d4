"""The reset restores the initial state by a snapshot, so it reads nothing again."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import httpx
import pytest

from comodit_client.sandbox import Sandbox

AUTH = ("UUU", "PPP")


def organizations(sandbox: Sandbox) -> list[str]:
    return sandbox._store.names(0, "organizations")


def add(sandbox: Sandbox, name: str) -> None:
    with sandbox._store.transaction():
        sandbox._store.add(0, "organizations", name, {"uuid": name})


def test_a_reset_restores_state_clock_faults_and_counts() -> None:
    with Sandbox(faults=["502"], clock="frozen") as sandbox:
        add(sandbox, "More")
        sandbox.advance(5)
        sandbox.fail("503")
        httpx.delete(f"{sandbox.url}/organizations/More", auth=AUTH)
        httpx.delete(f"{sandbox.url}/organizations/More", auth=AUTH)
        sandbox.reset()
        assert organizations(sandbox) == ["OOO"]
        assert sandbox.now() == 1_700_000_000
        assert [(fault["kind"], fault["applied"]) for fault in sandbox.faults()] == [("502", 0)]
        assert sandbox.stats() == {"total": 0, "requests": {}}
        assert sandbox.executions() == []


def test_a_reset_ends_tokens_and_keeps_passwords(tmp_path: Path) -> None:
    first = Sandbox()
    first.add_user("bob", "b")
    first.save_snapshot(tmp_path / "s")
    first.close()
    with Sandbox(snapshot=tmp_path / "s") as sandbox, httpx.Client(base_url=sandbox.url) as client:
        headers = {"X-ComodIT-JwtToken": client.get("/account/_verify", auth=("bob", "b")).json()["jwtToken"]}
        sandbox.reset()
        assert client.get("/organizations/", headers=headers).status_code == 401
        assert client.get("/organizations/", auth=("bob", "b")).status_code == 200


def test_a_reset_reads_no_archive_again(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "definition.json").write_text('{"name": "Acme", "environments": []}')
    sandbox = Sandbox(archive=folder, writable=True)
    shutil.rmtree(folder)
    add(sandbox, "More")
    sandbox.reset()
    assert organizations(sandbox) == ["Acme"]
    sandbox.close()


def test_a_reset_of_an_existing_database_gives_the_initial_organization(tmp_path: Path) -> None:
    db = str(tmp_path / "db")
    for _ in range(2):
        sandbox = Sandbox(db=db)
        add(sandbox, "More")
        sandbox.reset()
        assert organizations(sandbox) == ["OOO"]
        add(sandbox, "More")
        sandbox.reset()
        assert organizations(sandbox) == ["OOO"]
        add(sandbox, "Left")
        sandbox.close()
        shutil.copyfile(db, tmp_path / "copy")
        with sqlite3.connect(tmp_path / "copy") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        Sandbox(db=db).close()


def test_the_statements_of_a_reset_are_few() -> None:
    sandbox, statements = Sandbox(), []
    sandbox.make_hosts(100)
    sandbox._store._connection.set_trace_callback(statements.append)
    sandbox.reset()
    assert len(statements) < 20
    sandbox._store._connection.set_trace_callback(None)
    sandbox.close()


@pytest.mark.parametrize("db", [":memory:", "db"])
def test_large_contents_are_restored(db: str, tmp_path: Path) -> None:
    """Larger than the journal in memory."""
    with Sandbox(db=db if db == ":memory:" else str(tmp_path / db)) as sandbox:
        path = f"{sandbox.url}/organizations/OOO/applications/Wordpress/files/wp-config.php/content"
        content = b"0123456789abcdef" * (1 << 20) + b"end"
        httpx.post(path, files={"file": ("x", content)}, auth=AUTH).raise_for_status()
        name = sandbox.snapshot()
        sandbox.reset()
        assert len(httpx.get(path, auth=AUTH).content) < 1000
        sandbox.restore(name)
        assert httpx.get(path, auth=AUTH).content == content
