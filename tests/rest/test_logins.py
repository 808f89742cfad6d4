"""The file of logins: the user's alone, whole, an entry per server and user, and old ones read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comodit_client.rest.logins import Logins, default_path

HERE = "https://here/api"


@pytest.fixture
def logins(tmp_path):
    return Logins(tmp_path / ".comodit.jwt")


def test_each_server_and_user_has_an_entry(logins):
    for endpoint, name in ((HERE, "a"), (HERE, "b"), ("https://there/api", "a")):
        logins.keep(endpoint, name, f"{name}@{endpoint}")
    assert logins.find(HERE, "a") == f"a@{HERE}"
    assert logins.find("https://there/api", "a") == "a@https://there/api"
    assert logins.find("https://there/api", "b") is None
    logins.keep(HERE, "a", "new")
    assert (logins.find(HERE, "a"), logins.find(HERE, "b")) == ("new", f"b@{HERE}")


@pytest.mark.parametrize("before", [None, 0o644, 0o666])
def test_nobody_else_can_read_it(logins, before):
    if before:
        logins.path.write_text("{}")
        logins.path.chmod(before)
    logins.keep(HERE, "a", "t")
    assert logins.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["jwt.aaa.bbb", "jwt.aaa.bbb\n", " jwt.aaa.bbb\r\n", "12345"])
def test_an_old_file_holds_one_token_for_all(logins, text):
    logins.path.write_text(text)
    assert logins.find(HERE, "anybody") == text.strip()
    logins.keep(HERE, "a", "new")
    assert (logins.find(HERE, "a"), logins.find(HERE, "b")) == ("new", text.strip())


@pytest.mark.parametrize(
    "content", [b"", b"  \n", b"\xff\xfe", b"two words", b"[1,\n 2]", b'{"a":', b"\xc3\xa9", b"{}"]
)
def test_a_file_of_something_else_holds_none_and_is_replaced(logins, content):
    logins.path.write_bytes(content)
    if content != b'{"a":':  # it might be a token for all that we know
        assert logins.find(HERE, "a") is None
    logins.keep(HERE, "a", "t")
    assert logins.find(HERE, "a") == "t"


def test_values_that_are_no_tokens_are_passed_over(logins):
    logins.path.write_text(json.dumps({f"a {HERE}": 7, f"b {HERE}": "t"}))
    assert (logins.find(HERE, "a"), logins.find(HERE, "b")) == (None, "t")


def test_a_file_that_cannot_be_read_is_left_as_it_is(logins, monkeypatch):
    logins.keep(HERE, "a", "t")
    before = logins.path.read_bytes()

    def refused(self, *arguments, **options):
        raise PermissionError(13, "no")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_text", refused)
        assert logins.find(HERE, "a") is None
        with pytest.raises(PermissionError):
            logins.keep(HERE, "b", "u")
    assert logins.path.read_bytes() == before


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(logins, monkeypatch):
    logins.keep(HERE, "a", "t")

    def full(*arguments, **options):
        raise OSError(28, "no space")

    monkeypatch.setattr("comodit_client.rest.logins.json.dump", full)
    with pytest.raises(OSError, match="no space"):
        logins.keep(HERE, "a", "u")
    assert logins.find(HERE, "a") == "t"
    assert [path.name for path in logins.path.parent.iterdir()] == [".comodit.jwt"]


def test_the_folder_is_that_of_the_environment_or_of_the_user(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("COMODIT_JWT_TOKEN_FILE", raising=False)
    assert default_path() == tmp_path / "home" / ".comodit.jwt"
    monkeypatch.setenv("COMODIT_JWT_TOKEN_FILE", str(tmp_path))
    assert default_path() == tmp_path / ".comodit.jwt"
