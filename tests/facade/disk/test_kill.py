"""An export is killed at every step of a kind that touches the disk: what was there before is there still."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import tree

#: Exports a tree whose contents are the text given; the process kills itself before the n-th touch of the disk.
SCRIPT = """
import os, signal, sys
import httpx
from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.rest.disk import swap

folder, text, last, exchange = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
TOUCHING = ("os.rename", "os.mkdir", "os.rmdir", "os.remove", "open", "os.chmod")
files = [{"name": f"{text}{number}"} for number in range(12)]
touches = 0

def answer(request):
    path = request.url.path
    if path.endswith("/files/"):
        return httpx.Response(200, json={"items": files})
    if path.endswith("/content"):
        return httpx.Response(200, content=text.encode() * 10)
    return httpx.Response(404, json={"error": ["no"]}) if path.endswith("/thumb") else httpx.Response(200, json={})

def watch(event, args):
    global touches
    if event in TOUCHING and os.path.dirname(folder) in str(args[0]):
        touches += 1
        if touches == last:
            os.kill(os.getpid(), signal.SIGKILL)

if exchange == "no":
    swap._exchange = lambda one, other: False
with Client("http://comodit.test/api", "UUU", "PPP", transport=httpx.MockTransport(answer)) as client:
    application = client.applications("A").new("Shop", text)
    sys.addaudithook(watch)
    Export(True).export_application(application, folder)
    print(touches)
"""


def export(folder: Path, text: str, last: int = 0, exchange: str = "yes") -> int | None:
    """Export; None when the process was killed, else how often it touched the disk."""
    command = [sys.executable, "-c", SCRIPT, str(folder), text, str(last), exchange]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
    return int(ended.stdout) if ended.returncode == 0 else None


def parts(home: Path) -> dict[str, dict[str, bytes]]:
    """The trees of the folders in a folder."""
    return {folder.name: tree(folder) for folder in home.iterdir()}


@pytest.mark.parametrize(("exchange", "points"), [("yes", 20), ("no", 10)])
def test_killing_loses_nothing_and_the_next_run_ends_it(tmp_path, exchange, points):
    home, saved = tmp_path / "home", tmp_path / "saved"
    folder = home / "o"
    export(folder, "old")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("mine")
    shutil.copytree(home, saved)
    old = tree(folder)
    touches = export(folder, "new", exchange=exchange)
    new = tree(folder)
    assert new.keys() & old.keys() == {".git/HEAD", "definition.json", "gits/", "rpmmodules/"}

    outcomes = []
    for last in [touches, *random.Random(6).sample(range(1, touches), points - 1)]:
        shutil.rmtree(home)
        shutil.copytree(saved, home)
        assert export(folder, "new", last, exchange) is None
        left = parts(home)
        assert [found.pop(".git/HEAD") for found in left.values() if ".git/HEAD" in found] == [b"mine"]
        outcomes.append(outcome(left, {"old": old, "new": new}))
        export(folder, "new", exchange=exchange)
        assert parts(home) == {"o": new}
    assert "old" in outcomes
    assert "aside" not in outcomes or exchange == "no"


def outcome(left: dict[str, dict[str, bytes]], whole: dict[str, dict[str, bytes]]) -> str:
    """Which export is in place; `aside` is the old one for the moment between two renamings."""
    for name, wanted in whole.items():
        wanted = {path: text for path, text in wanted.items() if path != ".git/HEAD"}
        if left.get("o") == wanted:
            return name
        if "o" not in left and wanted in left.values():
            return "aside"
    raise AssertionError(f"neither the old export nor the new one is there: {left}")
