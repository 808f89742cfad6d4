"""The file of logins: the user's alone, whole, an entry per server and user, and old ones read."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from comodit_client.rest import file_lock
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


#: Old files: one token, of the server and user that logged in last.
OLD = [b"jwt.aaa.bbb", b"jwt.aaa.bbb\n", b" jwt.aaa.bbb\r\n", b"\xef\xbb\xbfjwt.aaa.bbb", b'{"": "jwt.aaa.bbb"}']


@pytest.mark.parametrize("content", OLD)
def test_the_token_of_an_old_file_goes_to_the_first_that_claims_it(logins, content):
    logins.path.write_bytes(content)
    assert logins.is_old()
    assert logins.find(HERE, "a") is None
    assert logins.claim(HERE, "a") == "jwt.aaa.bbb"
    assert not logins.is_old()
    assert json.loads(logins.path.read_text()) == {f"a {HERE}": "jwt.aaa.bbb"}
    assert (logins.claim(HERE, "b"), logins.claim("https://there/api", "a")) == (None, None)
    assert logins.find(HERE, "a") == "jwt.aaa.bbb"


@pytest.mark.parametrize("content", OLD)
def test_a_new_login_replaces_an_old_file(logins, content):
    logins.path.write_bytes(content)
    logins.keep(HERE, "a", "new")
    assert (logins.find(HERE, "a"), logins.claim(HERE, "b")) == ("new", None)


def test_a_claim_does_not_replace_a_login_of_the_same_user(logins):
    logins.path.write_text(json.dumps({"": "old", f"a {HERE}": "own"}))
    assert (logins.claim(HERE, "a"), logins.claim(HERE, "b")) == ("own", None)


def test_a_token_that_cannot_be_claimed_in_the_file_is_not_used(logins, monkeypatch):
    logins.path.write_text("jwt.aaa.bbb")

    def full(*arguments, **options):
        raise OSError(28, "no space")

    monkeypatch.setattr("comodit_client.rest.logins.json.dump", full)
    assert logins.claim(HERE, "a") is None
    assert logins.path.read_text() == "jwt.aaa.bbb"


@pytest.mark.parametrize(
    "content", [b"", b"  \n", b"\xff\xfe", b"two words", b"[1,\n 2]", b'{"a":', b"\xc3\xa9", b"{}"]
)
def test_a_file_of_something_else_holds_none_and_is_replaced(logins, content):
    logins.path.write_bytes(content)
    assert logins.is_old() is (content == b'{"a":')  # it might be a token for all that we know
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
    assert {path.name for path in logins.path.parent.iterdir()} == {".comodit.jwt", ".comodit.jwt.lock"}


def test_the_folder_is_that_of_the_environment_or_of_the_user(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("COMODIT_JWT_TOKEN_FILE", raising=False)
    assert default_path() == tmp_path / "home" / ".comodit.jwt"
    monkeypatch.setenv("COMODIT_JWT_TOKEN_FILE", str(tmp_path))
    assert default_path() == tmp_path / ".comodit.jwt"


#: Changes the file as often as it is told, and tells when it starts.
WRITER = """
import pathlib, sys
from comodit_client.rest.logins import Logins
logins = Logins(pathlib.Path(sys.argv[1]))
for number in range(25):
    logins.keep("https://here/api", f"{sys.argv[2]}-{number}", "t")
"""
#: Holds the lock until it is killed.
HOLDER = """
import pathlib, sys, time
from comodit_client.rest.file_lock import file_lock
with file_lock(pathlib.Path(sys.argv[1])):
    print("locked", flush=True)
    time.sleep(600)
"""
#: Claims the token of an old file.
CLAIMANT = """
import pathlib, sys
from comodit_client.rest.logins import Logins
print(Logins(pathlib.Path(sys.argv[1])).claim("https://here/api", sys.argv[2]))
"""


def start(script, *arguments):
    return subprocess.Popen([sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, text=True)


def test_processes_keep_their_logins_without_losing_any(logins):
    writers = [start(WRITER, logins.path, number) for number in range(4)]
    assert [writer.wait() for writer in writers] == [0] * 4
    assert len(json.loads(logins.path.read_text())) == 100
    for writer in writers:
        writer.stdout.close()


def test_threads_keep_their_logins_without_losing_any(logins):
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: logins.keep(HERE, str(number), "t"), range(64)))
    assert len(json.loads(logins.path.read_text())) == 64


def test_one_of_several_processes_claims_the_token_of_an_old_file(logins):
    logins.path.write_text("jwt.aaa.bbb")
    claimants = [start(CLAIMANT, logins.path, f"user-{number}") for number in range(4)]
    answers = [claimant.communicate()[0].strip() for claimant in claimants]
    assert sorted(answers) == ["None", "None", "None", "jwt.aaa.bbb"]


def test_a_lock_is_free_when_its_holder_is_killed(logins, monkeypatch):
    monkeypatch.setattr(file_lock, "PATIENCE", 0.0)
    holder = start(HOLDER, f"{logins.path}.lock")
    assert holder.stdout.readline() == "locked\n"
    with pytest.raises(OSError, match="another process has held the lock"):
        logins.keep(HERE, "a", "t")
    holder.kill()
    holder.communicate()
    logins.keep(HERE, "a", "t")
    assert logins.find(HERE, "a") == "t"


#: Takes the lock, and again while a child that was forked in between is still alive.
FORKER = """
import os, pathlib, signal, sys, time
from comodit_client.rest import file_lock
file_lock.PATIENCE = 0.0
path = pathlib.Path(sys.argv[1])
with file_lock.file_lock(path):
    child = os.fork()
    if not child:
        time.sleep(600)
try:
    with file_lock.file_lock(path):
        print("locked")
finally:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""


def test_a_process_that_is_forked_while_the_lock_is_held_does_not_keep_it(logins):
    assert start(FORKER, f"{logins.path}.lock").communicate()[0] == "locked\n"
