"""Uploads as forms and as bare bytes."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import closing

import httpx
import pytest

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.uploads import Upload, receive_body
from comodit_client.sandbox.state.store import Store

FORM = 'multipart/form-data; boundary="a b"'
HEAD = b'--a b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n'
END = b"\r\n--a b--\r\n"


def received(body: bytes, media_type: str = FORM, step: int = 1 << 16) -> bytes:
    """Return the upload in a body that arrives in pieces."""

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(body), step):
            yield body[start : start + step]
        yield b""

    with closing(Store(":memory:")) as store:
        upload = Upload(store.contents)
        asyncio.run(receive_body(media_type, pieces(), upload))
        content = upload.read()
        assert upload.digest == hashlib.sha256(content).hexdigest()
        return content


@pytest.mark.parametrize("step", [1, 2, 7, 1000])
@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"\r\n", b"--a b", b"a\r\n--a", b"\r\n--a c", b"\r\n\r\n--", b"\n--a b", bytes(range(256)) * 3],
)
def test_a_form_is_parsed_in_any_pieces(content: bytes, step: int) -> None:
    assert received(HEAD + content + END, step=step) == content


@pytest.mark.parametrize("step", [1, 1000])
def test_only_the_first_part_named_file_is_read(step: int) -> None:
    other = b'--a b\r\nContent-Disposition: form-data; name="other"\r\n\r\nno\r\n'
    bare = b"--a b\r\n\r\nno\r\n"
    body = b"\r\n" + other + bare + HEAD + b"yes\r\n" + HEAD + b"no\r\n" + other[:-2] + END + b"epilogue"
    assert received(body, step=step) == b"yes"


@pytest.mark.parametrize("step", [1, 1000])
def test_bare_bytes(step: int) -> None:
    """S101: single-part."""
    assert received(HEAD, "application/octet-stream", step) == HEAD
    assert received(b"", "") == b""


@pytest.mark.parametrize(
    ("body", "media_type", "words"),
    [
        (b"", FORM, "is incomplete"),
        (HEAD + b"content", FORM, "is incomplete"),
        (HEAD[:-4], FORM, "is incomplete"),
        (b"--a b--\r\n", FORM, "'file'"),
        (HEAD.replace(b'"file"', b'"files"') + END, FORM, "'file'"),
        (HEAD + END, "multipart/form-data", "boundary"),
        (HEAD + END, 'multipart/form-data; boundary=""', "boundary"),
        (HEAD + END, f"multipart/form-data; boundary={'x' * 1000}", "invalid"),
        (b"preamble" + HEAD + END, FORM, "invalid"),
        (HEAD.replace(b"form-data", b"\x00").replace(b"Content-", b"Con\x00tent-") + END, FORM, "invalid"),
        (HEAD.replace(b"form-data", b"x" * 5000) + END, FORM, "header size"),
        (HEAD[:-2] + b"".join(b"X-%d: y\r\n" % number for number in range(10)) + b"\r\n" + END, FORM, "header count"),
    ],
)
def test_forms_without_a_file(body: bytes, media_type: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        received(body, media_type)
    assert caught.value.status == 400
    assert words in caught.value.texts[0]


@pytest.mark.parametrize("step", [1000, 1 << 20])
@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"--a b\r\n\r\nx\r\n" * 101 + HEAD + END, "100 parts"),
        (b"--a b\r\n\r\n" + b"x" * (1 << 20) + b"y\r\n" + HEAD + END, "bytes beside its file"),
        ((b"--a b\r\n\r\n" + b"x" * (1 << 19) + b"\r\n") * 3 + HEAD + END, "bytes beside its file"),
    ],
)
def test_forms_have_bounds(body: bytes, words: str, step: int) -> None:
    with pytest.raises(ApiError) as caught:
        received(body, step=step)
    assert caught.value.status == 413
    assert words in caught.value.texts[0]


def test_a_document_has_a_bound(api) -> None:
    path, kind = f"{api.O}/settings", {"Content-Type": "application/json"}
    response = api.client.post(path, content=b'{"key": "k", "value": "' + b"x" * (16 << 20) + b'"}', headers=kind)
    assert response.status_code == 413
    assert "16777216 bytes" in response.json()["error"][0]


def test_an_invalid_form_gets_a_response(api) -> None:
    path = f"{api.O}/applications/Wordpress/files/wp-config.php/content"
    response = api.client.post(path, content=b"--x--", headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert response.status_code == 400
    assert response.json()["error"]
    wrong = httpx.post(f"{api.sandbox.url}{path}", files={"file": b"x"}, auth=("UUU", "wrong"))
    assert wrong.status_code == 401
