"""The viewer of a profile."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from comodit_client.config import Config
from tests.cli.hosts.conftest import World


@pytest.fixture
def viewer(ready: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """Return a world with a profile whose viewer writes its arguments to a file."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    configure(tmp_path, f'{shlex.quote(sys.executable)} -c \'import sys; open("seen", "w").write(sys.argv[1])\' %h:%p')
    return ready


def configure(home: Path, call: str) -> None:
    text = f"[client]\ndefault_profile = main\n[main]\napi = http://127.0.0.1:9/api\nusername = u\npassword = p\n{call}"
    (home / ".comoditrc").write_text(text.replace("password = p\n", "password = p\nvnc_viewer_call = "), "utf-8")
    assert Config().path == home / ".comoditrc"


def address(world: World) -> str:
    shown = world("hosts vnc", "--dry-run").out.strip()
    return shlex.split(shown)[-1]


def test_the_viewer_gets_the_address(viewer: World, tmp_path: Path) -> None:
    assert viewer("hosts vnc").status == 0
    assert (tmp_path / "seen").read_text("utf-8") == address(viewer)


def test_a_dry_run_starts_nothing(viewer: World, tmp_path: Path) -> None:
    host, _, port = address(viewer).partition(":")
    assert host
    assert port.isdigit()
    assert not (tmp_path / "seen").exists()
    assert viewer.done("hosts vnc", "--dry-run").endswith(f"{host}:{port}")


@pytest.mark.parametrize("call", ["no-such-viewer %h", f"{sys.executable} -c 'exit(3)' %h", "'", ""])
def test_viewers_that_do_not_work(viewer: World, tmp_path: Path, call: str) -> None:
    configure(tmp_path, call)
    result = viewer("hosts vnc")
    assert (result.status, result.out, "Traceback" in result.err) == (1, "", False)


def test_without_a_profile(ready: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    result = ready("hosts vnc")
    assert (result.status, "vnc_viewer_call" in result.err) == (1, True)


def test_a_machine_that_is_off(viewer: World) -> None:
    viewer("hosts instance poweroff")
    assert viewer("hosts vnc").status == 5


@pytest.mark.parametrize("address", [{"hostname": "-listen", "port": "1"}, {"hostname": "h", "port": "1;x"}, {}])
def test_addresses_that_are_none(viewer: World, monkeypatch: pytest.MonkeyPatch, address: dict[str, str]) -> None:
    monkeypatch.setattr("comodit_client.cli.commands.vnc.plain", lambda _: address)
    result = viewer("hosts vnc")
    assert (result.status, "address" in result.err) == (1, True)
