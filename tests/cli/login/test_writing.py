"""The config file: written whole or not at all, by one process at a time, and what is unknown stays."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from comodit_client.config import Config
from comodit_client.config.writing import (
    is_readable_by_others,
    remove_profile,
    set_default_profile,
    user_file,
    write_profile,
)
from comodit_client.rest.exceptions import ConfigException, InvalidEndpoint, MissingCredentials

TEXT = """\
; first
[client]
# which
Default_Profile : two

[one]
api=https://one/api
username=u
 # an indented comment
password=p%%;#x
#token = old
extra = a
  b

  [not a section]
more = c
# of two

[two]
api = https://two/api
token = t
[DEFAULT]
vnc_viewer_call = v
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rc"
    path.write_text(TEXT)
    return path


def members(path: Path, name: str) -> dict[str, str]:
    return {key: value for key, value in Config(path).config[name].items() if key != "vnc_viewer_call"}


def test_a_new_profile_is_appended(file: Path) -> None:
    write_profile("three", api="https://three/api/", username="me", password="pw", path=file)
    assert file.read_text() == (f"{TEXT}\n[three]\napi = https://three/api\nusername = me\npassword = pw\n")
    assert Config(file).default_profile_name == "two"


def test_an_existing_profile_keeps_other_members(file: Path) -> None:
    before = members(file, "one")
    write_profile("one", api="https://new/api", token=" key\n", default=True, path=file)
    assert members(file, "one") == {
        "api": "https://new/api",
        "token": "key",
        "extra": before["extra"],
        "more": "c",
    }
    assert Config(file).default_profile_name == "one"
    assert [line for line in file.read_text().split("\n") if "#" in line or ";" in line] == [
        "; first",
        "# which",
        " # an indented comment",
        "#token = old",
        "# of two",
    ]


def test_a_password_replaces_a_key(file: Path) -> None:
    write_profile("two", api="https://two/api", username="u", password="p", path=file)
    assert members(file, "two") == {"api": "https://two/api", "username": "u", "password": "p"}


@pytest.mark.parametrize("password", ["p=:;#%", "#", ";x", "[a]", "é\u2028ü", '"quoted"', "a  b", "%(x)s", "\\n"])
def test_any_password_is_read_back(tmp_path: Path, password: str) -> None:
    path = write_profile("p", api="https://h/api", username="u", password=password, path=tmp_path / "new")
    assert Config(path).get_password("p") == password


@pytest.mark.parametrize("name", ["a b", "ü", "a]b", "#x", "[x", "p:q=r", "Client"])
def test_any_name_is_read_back(file: Path, name: str) -> None:
    write_profile(name, api="https://h/api", token="t", default=True, path=file)
    assert Config(file).default_profile_name == name
    assert members(file, name) == {"api": "https://h/api", "token": "t"}
    set_default_profile("one", file)
    assert remove_profile(name, file) == "one"
    assert file.read_text().rstrip("\n") == TEXT.replace("Default_Profile : two", "default_profile = one").rstrip("\n")


@pytest.mark.parametrize(
    ("name", "more", "error"),
    [
        ("client", {"token": "t"}, ConfigException),
        ("DEFAULT", {"token": "t"}, ConfigException),
        ("", {"token": "t"}, ConfigException),
        (" a", {"token": "t"}, ConfigException),
        ("a\nb", {"token": "t"}, ConfigException),
        ("a", {"username": "u", "password": " p"}, ConfigException),
        ("a", {"username": "u", "password": "p "}, ConfigException),
        ("a", {"username": "u", "password": "p\nx = y"}, MissingCredentials),
        ("a", {"username": "u"}, MissingCredentials),
        ("a", {}, MissingCredentials),
        ("a", {"token": "t", "api": "h"}, InvalidEndpoint),
    ],
)
def test_what_cannot_be_stored(file: Path, name: str, more: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        write_profile(name, path=file, **{"api": "https://h/api", **more})
    assert file.read_text() == TEXT
    assert "x = y" not in str(caught.value)


@pytest.mark.parametrize("text", ["no section", "[a]\n[a]\n", "[client\n", b"\xff\xfe"])
def test_files_that_cannot_be_read(tmp_path: Path, text: str | bytes) -> None:
    path = tmp_path / "rc"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = path.read_bytes()
    with pytest.raises(ConfigException, match="rc"):
        write_profile("a", api="https://h/api", token="t", path=path)
    assert path.read_bytes() == before


def test_the_old_file_stays_when_writing_fails(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(ConfigException, match="No space left"):
        set_default_profile("one", file)
    assert file.read_text() == TEXT
    assert sorted(path.name for path in file.parent.iterdir()) == ["rc", "rc.lock"]


def test_the_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ConfigException, match="Cannot change the config file"):
        write_profile("a", api="https://h/api", token="t", path=tmp_path / "none" / "rc")


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    set_default_profile("one", link)
    assert link.is_symlink()
    assert Config(file).default_profile_name == "one"


def test_others_cannot_read_it_any_more(file: Path) -> None:
    file.chmod(0o640)
    assert is_readable_by_others(file)
    set_default_profile("one", file)
    assert not is_readable_by_others(file)
    assert not is_readable_by_others(file / "none")


def test_removing(file: Path) -> None:
    assert remove_profile("two", file) == "one"
    assert Config(file).config.keys() == {"one"}
    assert "# of two" in file.read_text()
    assert remove_profile("one", file) is None
    assert not file.exists()


@pytest.mark.parametrize("change", [set_default_profile, remove_profile])
@pytest.mark.parametrize("name", ["client", "DEFAULT", "oen"])
def test_profiles_that_are_not_there(file: Path, change: object, name: str) -> None:
    with pytest.raises(ConfigException, match="Cannot find profile"):
        change(name, file)  # type: ignore[operator]
    assert file.read_text() == TEXT


def test_windows_line_ends(file: Path) -> None:
    file.write_bytes(TEXT.replace("\n", "\r\n").encode())
    set_default_profile("one", file)
    assert Config(file).default_profile_name == "one"


def test_threads_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rc"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: write_profile(f"p{n}", api="https://h/api", token="t", path=path), range(40)))
    assert Config(path).config.keys() == {f"p{n}" for n in range(40)}


def test_processes_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rc"
    code = (
        "import sys; from comodit_client.config.writing import write_profile\n"
        "for n in range(10): write_profile(f'{sys.argv[1]}{n}', api='https://h/api', token='t', path=sys.argv[2])"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, letter, str(path)]) for letter in "abc"]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert len(Config(path).config) == 30


def test_a_home_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "relative")
    with pytest.raises(ConfigException, match="HOME is not an absolute path"):
        user_file()
