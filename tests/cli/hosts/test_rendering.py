"""The files of the applications of a host, below a local folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.hosts.conftest import APPLICATION, PLACE, World

LINE = "hosts render-tree"


@pytest.fixture
def installed(world: World, tmp_path: Path) -> World:
    content = tmp_path / "content"
    content.write_bytes("Port ${port} für ${_host.name}".encode())
    assert world.run("applications", "files", "set-content", "OOO", APPLICATION, "conf", str(content)).status == 0
    assert world("hosts applications install", APPLICATION).status == 0
    return world


def test_files_with_their_mode(installed: World, tmp_path: Path) -> None:
    folder = tmp_path / "ü x"
    rows = installed.done(LINE, str(folder), "--skip-chown")
    assert rows == [{"path": "/etc/app/app.conf", "application": APPLICATION, "file": "conf"}]
    file = folder / "etc/app/app.conf"
    assert file.read_text(encoding="utf-8") == f"Port 80 für {PLACE[2]}"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in file.parent.iterdir()] == ["app.conf"]


def test_in_a_table_and_without_modes(installed: World, tmp_path: Path) -> None:
    result = installed(LINE, str(tmp_path / "x"), "--skip-chown", "--skip-chmod")
    assert result.out.splitlines()[1].startswith("/etc/app/app.conf ")
    assert (tmp_path / "x/etc/app/app.conf").stat().st_mode & 0o777 == 0o600


def test_the_owner_is_set(installed: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "fchown", lambda _, user, group: given.append((user, group)))
    assert installed(LINE, str(tmp_path / "x")).status == 0
    assert given == [(0, 0)]


def test_an_owner_that_cannot_be_set_leaves_no_file(
    installed: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "fchown", fail)
    result = installed(LINE, str(tmp_path / "x"))
    assert (result.status, "--skip-chown" in result.err) == (1, True)
    assert [one for one in (tmp_path / "x").rglob("*") if one.is_file()] == []


def test_an_old_file_stays_if_the_new_one_cannot_be_rendered(installed: World, tmp_path: Path) -> None:
    assert installed(LINE, str(tmp_path / "x"), "--skip-chown").status == 0
    file = tmp_path / "x/etc/app/app.conf"
    file.write_text("old", encoding="utf-8")
    installed.sandbox.fail("500", path="*/applications/*/files/*", times=9)
    assert installed(LINE, str(tmp_path / "x"), "--skip-chown").status == 1
    assert file.read_text(encoding="utf-8") == "old"
    assert [one.name for one in file.parent.iterdir()] == ["app.conf"]


@pytest.mark.parametrize("path", ["../../evil", "/etc/../../evil", "/", "a\\b"])
def test_paths_that_lead_out_of_the_folder(installed: World, tmp_path: Path, path: str) -> None:
    body = json.dumps({"name": "conf", "path": path, "owner": "root", "group": "root", "mode": "644"})
    assert installed.run("applications", "files", "update", "OOO", APPLICATION, "conf", "-j", body).status == 0
    folder = tmp_path / "a/b"
    result = installed(LINE, str(folder), "--skip-chown")
    assert (result.status, "path" in result.err) == (1, True)
    assert not folder.exists()


def test_a_mode_that_is_none(installed: World, tmp_path: Path) -> None:
    body = json.dumps({"name": "conf", "path": "/etc/x", "owner": "root", "group": "root", "mode": "rwx"})
    assert installed.run("applications", "files", "update", "OOO", APPLICATION, "conf", "-j", body).status == 0
    result = installed(LINE, str(tmp_path / "x"), "--skip-chown")
    assert (result.status, "--skip-chmod" in result.err) == (1, True)
    assert installed(LINE, str(tmp_path / "x"), "--skip-chown", "--skip-chmod").status == 0


def test_links_in_the_folder_are_not_followed(installed: World, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "x").mkdir()
    (tmp_path / "x/etc").symlink_to(outside)
    assert installed(LINE, str(tmp_path / "x"), "--skip-chown").status == 1
    assert list(outside.iterdir()) == []


def test_a_folder_that_is_a_file(installed: World, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    result = installed(LINE, str(tmp_path / "x"), "--skip-chown")
    assert (result.status, "Traceback" in result.err) == (1, False)


def test_a_host_that_does_not_exist(world: World, tmp_path: Path) -> None:
    assert world.run("hosts", "render-tree", *PLACE[:2], "nope", str(tmp_path / "x")).status == 3
