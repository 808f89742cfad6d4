"""The database file: it is recognized, migrated or left as it is, and a full disk is an error of the request."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.__main__ import main
from comodit_client.sandbox.state.clock import NEVER
from comodit_client.sandbox.state.contents import FILE
from comodit_client.sandbox.state.store import Store

AUTH = ("UUU", "PPP")
OLD_CONTENT = """
CREATE TABLE content (
    id INTEGER PRIMARY KEY, node INTEGER NOT NULL REFERENCES node ON DELETE CASCADE, kind TEXT NOT NULL,
    name TEXT NOT NULL, bytes BLOB NOT NULL, UNIQUE (node, kind, name)
)
"""


def execute(path: Path, *statements: str) -> list[object]:
    """Execute statements on a database; return the first column of the last result."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        rows = [connection.execute(statement).fetchall() for statement in statements]
    return [row[0] for row in rows[-1]]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def made(path: Path) -> None:
    """Create the file of a sandbox with one more organization."""
    with Sandbox(db=str(path)) as sandbox:
        httpx.post(f"{sandbox.url}/organizations", json={"name": "Kept"}, auth=AUTH).raise_for_status()


def as_written_without_version(path: Path) -> None:
    made(path)
    execute(path, "PRAGMA application_id = 0", "PRAGMA user_version = 0")


def test_a_file_carries_the_id_of_the_sandbox_and_a_version(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    made(path)
    assert execute(path, "PRAGMA application_id") == [0x43497362]
    assert execute(path, "PRAGMA user_version") == [1]
    assert execute(path, "PRAGMA journal_mode") == ["wal"]


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    path.touch()
    made(path)
    execute(tmp_path / "no tables.db", "PRAGMA journal_mode = WAL", "VACUUM")
    made(tmp_path / "no tables.db")


@pytest.mark.parametrize("wal", [True, False])
@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE customers (id)"],
        ["CREATE TABLE node (id, parent)"],
        ["CREATE VIEW node AS SELECT 1 AS id"],
        ["PRAGMA user_version = 7"],
        ["CREATE TABLE x (id)", "DROP TABLE x", "PRAGMA application_id = 7"],
    ],
)
def test_a_file_of_another_program_is_left_as_it_is(tmp_path: Path, statements: list[str], wal: bool) -> None:
    path = tmp_path / "shop.db"
    execute(path, f"PRAGMA journal_mode = {'WAL' if wal else 'DELETE'}", *statements)
    before = files(tmp_path)
    with pytest.raises(sqlite3.DatabaseError, match=r"shop\.db: it belongs to another program"):
        Sandbox(db=str(path))
    assert files(tmp_path) == before


def test_a_file_of_another_program_that_is_in_use_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE customers (id)")
        before = files(tmp_path)
        assert len(before) == 3
        with pytest.raises(sqlite3.DatabaseError, match="another program"):
            Sandbox(db=str(path))
        assert files(tmp_path) == before


@pytest.mark.parametrize("statement", ["CREATE TABLE extra (id)", "CREATE VIEW extra AS SELECT 1", "DROP TABLE node"])
def test_a_file_with_other_tables_than_the_sandbox_has_is_left_as_it_is(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "s.db"
    as_written_without_version(path)
    execute(path, statement)
    before = files(tmp_path)
    with pytest.raises(sqlite3.DatabaseError, match="another program"):
        Sandbox(db=str(path))
    assert files(tmp_path) == before


def test_a_file_of_a_newer_sandbox_is_left_as_it_is(tmp_path: Path, capsys) -> None:
    path = tmp_path / "s.db"
    made(path)
    execute(path, "PRAGMA user_version = 2")
    before = files(tmp_path)
    assert main(["--port", "0", "--db", str(path)]) == 1
    assert "a newer sandbox wrote it (version 2" in capsys.readouterr().err
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"text " * 100, "not an SQLite database"), (b"SQLite format 3\x00" + bytes(40), "not an SQLite database")],
)
def test_other_files_are_left_as_they_are(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "s.db"
    path.write_bytes(content)
    with pytest.raises(sqlite3.DatabaseError, match=word):
        Sandbox(db=str(path))
    assert files(tmp_path) == {"s.db": content}


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    with pytest.raises(sqlite3.DatabaseError, match="Choose another file"):
        Sandbox(db=str(path))


@pytest.mark.parametrize("name", [".", "no folder/s.db", "/dev/null"])
def test_paths_that_are_no_files(tmp_path: Path, name: str) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="Choose another file"):
        Sandbox(db=str(tmp_path / name))
    assert files(tmp_path) == {}


def test_a_file_without_a_version_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    as_written_without_version(path)
    with Sandbox(db=str(path)) as sandbox:
        assert httpx.get(f"{sandbox.url}/organizations/Kept", auth=AUTH).status_code == 200
    assert execute(path, "PRAGMA user_version") == [1]


def test_a_file_of_a_killed_sandbox_without_a_version_is_migrated(tmp_path: Path) -> None:
    path, copy = tmp_path / "s.db", tmp_path / "copy.db"
    as_written_without_version(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE node SET name = 'Log' WHERE name = 'Kept'")
        for end in ("", "-wal"):
            Path(f"{copy}{end}").write_bytes(Path(f"{path}{end}").read_bytes())
    with Sandbox(db=str(copy)) as sandbox:
        assert httpx.get(f"{sandbox.url}/organizations/Log", auth=AUTH).status_code == 200


def test_contents_that_were_stored_as_a_whole_are_migrated(tmp_path: Path) -> None:
    path, content = tmp_path / "s.db", bytes(range(256)) * 10_000
    as_written_without_version(path)
    tables = [f"DROP TABLE {name}" for name in ("attachment", "piece", "upload")]
    execute(path, *tables, OLD_CONTENT, f"INSERT INTO content VALUES (1, 0, 'file', 'f', x'{content.hex()}')")
    with closing(Store(str(path))) as store:
        found = store.contents.find(0, FILE, "f")
        assert found is not None
        assert found.read() == content
        assert found.size == len(content)
    assert execute(path, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'content'") == [0]


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    as_written_without_version(path)
    execute(path, OLD_CONTENT, "PRAGMA foreign_keys = OFF", "INSERT INTO content VALUES (1, 999, 'file', 'f', x'00')")
    tables = execute(path, "SELECT sql FROM sqlite_master ORDER BY name")
    with pytest.raises(sqlite3.Error):
        Sandbox(db=str(path))
    assert execute(path, "SELECT sql FROM sqlite_master ORDER BY name") == tables
    assert execute(path, "PRAGMA user_version") == [0]


def test_work_that_was_in_progress_without_a_version_becomes_due(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    as_written_without_version(path)
    entry = (
        f"INSERT INTO node (parent, kind, name, doc, data) VALUES (0, 'agenda', '{{}}', '{{}}', '{{\"due\": {NEVER}}}')"
    )
    execute(path, entry.replace("'{}', '{}'", "'message', '{}'", 1), entry.replace("'{}', '{}'", "'ready', '{}'", 1))
    with closing(Store(str(path))) as store:
        due = {node.name: node.data["due"] < NEVER for node in store.all("agenda")}
    assert due == {"message": True, "ready": False}


@pytest.fixture
def full(api):
    """Return a function that lets a certain number of pages be added to the database; None for any number."""
    connection = api.sandbox._store._connection

    def limit(pages: int | None) -> None:
        (size,) = connection.execute("PRAGMA page_count").fetchone()
        most = 4294967294 if pages is None else size + pages
        connection.execute(f"PRAGMA max_page_count = {most}")

    yield limit
    limit(None)


def test_a_full_disk_is_an_error_of_every_request_that_writes(api, full) -> None:
    large = "x" * 200_000
    api("POST", f"{api.O}/settings", {"key": "old", "value": 1})
    host, link = api.ready_host(), {"name": "p", "description": large}
    full(2)
    for method, path, body in [
        ("POST", "/organizations", {"name": "New", "description": large}),
        ("POST", f"{api.O}/settings", {"key": "k", "value": large}),
        ("PUT", f"{api.O}/settings/old", {"key": "old", "value": large}),
        ("POST", f"{api.O}/platforms/", link),
        ("PUT", host, {"name": "web", "description": large}),
        ("POST", f"{api.O}/webhooks/", link),
    ]:
        assert "full" in api(method, path, body, status=507)["error"][0], path
    assert api("GET", f"{api.O}/settings/old")["value"] == 1
    full(None)
    assert api("PUT", f"{api.O}/settings/old", {"key": "old", "value": large})["value"] == large


def test_a_full_disk_while_due_work_is_done(api, full) -> None:
    host = api.host()
    api("POST", f"{host}/instance/", {})
    full(0)
    api.sandbox.advance(1000)
    # Fill the page that has room left.
    statuses = Counter(api.client.put(f"{host}/instance/_pause").status_code for _ in range(200))
    assert set(statuses) <= {202, 409, 507}
    full(None)
    assert api.state(host) in ("READY", "PAUSED", "STOPPED")


def test_a_full_disk_while_a_control_command_runs(api, full) -> None:
    full(0)
    response = httpx.post(f"{api.sandbox.base_url}/sandbox/hosts", json={"count": 1000})
    assert response.status_code == 507
    full(None)
    response = httpx.post(f"{api.sandbox.base_url}/sandbox/hosts", json={"count": 3})
    assert len(response.json()["hosts"]) == 3


def test_a_limit_on_the_size_of_files(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "comodit_client.sandbox", "--port", "0", "--db", str(tmp_path / "s.db")],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20)),
    )
    assert process.stdout
    url = f"http://127.0.0.1:{process.stdout.readline().split()[-1]}/api/organizations/OOO/settings"
    with process, httpx.Client(auth=AUTH) as client:
        codes = Counter(
            client.post(url, json={"key": f"k{number}", "value": "x" * 30_000}).status_code for number in range(60)
        )
        assert set(codes) == {200, 507}
        assert len(client.get(url).json()["items"]) >= codes[200]
        process.terminate()
