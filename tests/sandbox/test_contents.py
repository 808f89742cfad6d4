"""Contents of files: large ones are read and sent in pieces, and an incomplete upload changes nothing."""

from __future__ import annotations

import hashlib
import io
import socket
import time
from base64 import b64encode
from collections.abc import Callable
from contextlib import nullcontext

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.uploads import PIECE, Upload
from comodit_client.sandbox.state.contents import FILE
from comodit_client.sandbox.state.store import Store

LARGE = bytes(range(256)) * (PIECE // 100)
OTHER = LARGE[::-1]
#: The contents of every new sandbox.
PATH = "/organizations/OOO/platforms/Demo%20Platform/files/big.bin"


@pytest.fixture
def path(api) -> str:
    """Return the path of the content of a file that has none yet."""
    api("POST", f"{api.O}/platforms/Demo%20Platform/files/", {"name": "big.bin"})
    return f"{PATH}/content"


def rows(sandbox: Sandbox, table: str) -> int:
    """Return the number of rows in a table when all requests are complete."""
    until(lambda: not sandbox._store.contents._users)
    return rows_now(sandbox._store, table)


def rows_now(store: Store, table: str) -> int:
    with store.transaction():
        return store._connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]


def until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline


def content_of(api, path: str) -> bytes:
    response = api.client.get(path)
    assert response.status_code == 200, response.text
    assert response.headers["Content-Length"] == str(len(response.content))
    assert response.headers["Content-Type"] == "application/octet-stream"
    return response.content


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, len(LARGE)])
def test_contents_of_any_size_are_returned(api, path: str, size: int) -> None:
    api.upload(path, LARGE[:size])
    assert content_of(api, path) == LARGE[:size]
    digests = [done["digest"] for done in api.sandbox.executions()]
    assert digests[-1] == hashlib.sha256(LARGE[:size]).hexdigest()


def test_bare_bytes_are_returned(api, path: str) -> None:
    response = api.client.post(path, content=LARGE, headers={"Content-Type": "application/octet-stream"})
    assert response.status_code == 200
    assert content_of(api, path) == LARGE


def test_a_large_thumbnail(api) -> None:
    path = f"{api.O}/applications/Wordpress/thumb"
    for content in (LARGE, b"GIF89a" + LARGE):
        api.upload(path, content)
        assert content_of(api, path) == content


def test_a_large_document_is_read(api) -> None:
    body = {"name": "Large", "description": "x" * 2 * PIECE}
    assert api("POST", f"{api.O}/platforms/", body)["description"] == body["description"]
    assert rows(api.sandbox, "upload") == rows(api.sandbox, "attachment")


@pytest.mark.parametrize(
    ("content", "rendered"),
    [
        (LARGE, LARGE),
        (b"${_host_name} " + LARGE, None),
        (b"x" * len(LARGE), None),
        (b"\xc3\xa9" * PIECE + b"${_host_name}", b"\xc3\xa9" * PIECE + b"web"),
    ],
    ids=["no text", "no text, with marks", "no template", "template"],
)
def test_large_files_are_rendered_for_hosts(api, content: bytes, rendered: bytes | None) -> None:
    path = f"{api.host(applications=['Wordpress'])}/applications/Wordpress/files/wp-config.php"
    api.upload(f"{api.O}/applications/Wordpress/files/wp-config.php/content", content)
    assert content_of(api, path) == (rendered or content)
    link = api("GET", f"{path}/link")["url"]
    assert httpx.get(link).content == (rendered or content)


def begun(sandbox: Sandbox, path: str, framing: str, body: bytes) -> socket.socket:
    """Begin to upload a file, but do not complete it."""
    connection = socket.create_connection(("127.0.0.1", sandbox.port))
    head = (
        f"POST /api{path} HTTP/1.1\r\nHost: x\r\nAuthorization: Basic {b64encode(b'UUU:PPP').decode()}\r\n"
        f"Content-Type: application/octet-stream\r\n{framing}\r\n\r\n"
    )
    connection.sendall(head.encode() + body)
    return connection


@pytest.mark.parametrize(
    ("framing", "body"),
    [
        (f"Content-Length: {2 * len(LARGE)}", LARGE),
        ("Transfer-Encoding: chunked", b"%x\r\n%s\r\n" % (len(LARGE), LARGE)),
    ],
    ids=["length", "chunks"],
)
def test_a_cut_upload_leaves_the_old_content(api, path: str, framing: str, body: bytes, caplog) -> None:
    api.upload(path, OTHER)
    before = {table: rows(api.sandbox, table) for table in ("upload", "piece", "attachment")}
    version = api("GET", f"{api.O}/platforms/Demo%20Platform")["version"]
    connection = begun(api.sandbox, path, framing, body)
    # Pieces are written before the upload is complete.
    until(lambda: rows_now(api.sandbox._store, "piece") > before["piece"])
    connection.close()
    assert {table: rows(api.sandbox, table) for table in before} == before
    assert content_of(api, path) == OTHER
    assert api("GET", f"{api.O}/platforms/Demo%20Platform")["version"] == version
    assert caplog.records == [], "the sandbox logs no error"


def test_a_rejected_upload_leaves_the_old_content(api) -> None:
    path = f"{api.O}/applications/Wordpress/files/wp-config.php/content"
    api.upload(path, OTHER)
    api("POST", f"{api.O}/applications/Wordpress/lock")
    pieces = rows(api.sandbox, "piece")
    api.upload(path, LARGE, 409)
    assert rows(api.sandbox, "piece") == pieces
    assert content_of(api, path) == OTHER


def test_a_reader_gets_all_of_a_content_that_is_replaced(api, path: str) -> None:
    content = LARGE * 8
    api.upload(path, content)
    with api.client.stream("GET", path) as response:
        pieces = response.iter_bytes()
        read = next(pieces)
        with httpx.Client(base_url=api.sandbox.url, auth=("UUU", "PPP")) as other:
            assert other.post(path, files={"file": b"new"}).status_code == 200
            assert other.get(path).content == b"new"
        assert read + b"".join(pieces) == content
    assert rows(api.sandbox, "upload") == rows(api.sandbox, "attachment")


def test_copies_share_a_content(api, path: str) -> None:
    api.upload(path, LARGE)
    pieces = rows(api.sandbox, "piece")
    api("PUT", f"{api.O}/platforms/Demo%20Platform/_clone", name="Copy")
    assert rows(api.sandbox, "piece") == pieces
    api.upload(path, OTHER)
    copy = path.replace("Demo%20Platform", "Copy")
    assert (content_of(api, path), content_of(api, copy)) == (OTHER, LARGE)
    api("DELETE", f"{api.O}/platforms/Demo%20Platform")
    assert content_of(api, copy) == LARGE
    api("DELETE", f"{api.O}/platforms/Copy")
    assert rows(api.sandbox, "upload") == rows(api.sandbox, "attachment")


def test_a_reset_frees_the_space(api, path: str) -> None:
    pieces = rows(api.sandbox, "piece")
    api.upload(path, LARGE)
    assert rows(api.sandbox, "piece") > pieces
    api.sandbox.reset()
    assert rows(api.sandbox, "piece") == pieces


@pytest.mark.parametrize(("kind", "most"), [("cut", PIECE), ("wrong-length", 2 * PIECE)])
def test_faults_of_large_contents(api, path: str, kind: str, most: int) -> None:
    api.upload(path, LARGE)
    api.sandbox.fail(kind)
    received = io.BytesIO()
    with httpx.Client(base_url=api.sandbox.url, auth=("UUU", "PPP")) as client:
        breaks = pytest.raises(httpx.RemoteProtocolError) if kind == "cut" else nullcontext()
        with breaks, client.stream("GET", path) as response:
            for piece in response.iter_bytes():
                received.write(piece)
        assert LARGE.startswith(received.getvalue())
        assert 0 < received.tell() < most
        assert client.get(path).content == LARGE


def test_a_restart_keeps_contents_and_removes_unfinished_uploads(tmp_path) -> None:
    database = tmp_path / "sandbox.db"
    with Sandbox(db=str(database)) as sandbox:
        with httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client:
            client.post(PATH.removesuffix("big.bin"), json={"name": "big.bin"}).raise_for_status()
            client.post(f"{PATH}/content", files={"file": LARGE}).raise_for_status()
        kept = rows(sandbox, "upload")
        assert Upload(sandbox._store.contents, OTHER).read() == OTHER
        assert rows(sandbox, "upload") == kept + 1
    with Sandbox(db=str(database)) as sandbox:
        assert rows_now(sandbox._store, "upload") == kept
        with httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client:
            assert client.get(f"{PATH}/content").content == LARGE
            assert database.stat().st_size > len(LARGE)
            client.delete(PATH).raise_for_status()
    assert database.stat().st_size < PIECE, "the space is freed"


def test_a_full_disk_is_reported_and_leaves_the_old_content(api, path: str) -> None:
    api.upload(path, OTHER)
    connection = api.sandbox._store._connection
    (size,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {size + 300}")
    try:
        assert "full" in api.upload(path, LARGE, 507)[0]
        assert "full" in api.upload(path, LARGE[: PIECE - 1] + LARGE[: PIECE + 1], 507)[0]
    finally:
        connection.execute("PRAGMA max_page_count = 4294967294")
    assert content_of(api, path) == OTHER
    api.upload(path, LARGE)
    assert content_of(api, path) == LARGE


def test_a_full_disk_is_reported_at_the_last_piece() -> None:
    store = Store(":memory:")
    node = store.add(0, "platforms", "x", {})
    with store.transaction():
        store.contents.write(node.id, FILE, "f", Upload(store.contents, OTHER))
    upload = Upload(store.contents, LARGE[: PIECE - 1])
    store._connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(ApiError) as caught, store.transaction():
        store.contents.write(node.id, FILE, "f", upload)
    assert caught.value.status == 507
    found = store.contents.find(node.id, FILE, "f")
    assert found is not None
    assert found.read() == OTHER
    store.close()
