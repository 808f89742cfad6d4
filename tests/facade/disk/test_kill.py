"""An export is killed at every step of a kind that touches the disk: what was there before is there still."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from .conftest import points_of, tree

#: Exports a tree whose contents are the text given; the process kills itself before the n-th touch of the disk, or,
#: where folders cannot change places at once, before the n-th renaming.
SCRIPT = """
import itertools, os, signal, sys
import httpx
from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.disk import swap

folder, text, last, exchange = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
TOUCHING = ["os.rename"]
if exchange == "yes":
    TOUCHING += ["os.mkdir", "os.rmdir", "os.remove", "open", "os.chmod"]
files = [{"name": f"{text}{number}"} for number in range(12)]
touches = itertools.count(1)  # of all threads

def answer(request):
    path = request.url.path
    if path.endswith("/files/"):
        return httpx.Response(200, json={"items": files})
    if path.endswith("/content"):
        return httpx.Response(200, content=text.encode() * 10)
    return httpx.Response(404, json={"error": ["no"]}) if path.endswith("/thumb") else httpx.Response(200, json={})

def watch(event, args):
    if event not in TOUCHING:
        return
    # What is removed with a whole folder is named from the folder above it.
    within = event in ("os.remove", "os.rmdir") and args[1] != -1
    if (within or os.path.dirname(folder) in str(args[0])) and next(touches) == last:
        os.kill(os.getpid(), signal.SIGKILL)

if exchange == "no":
    swap._exchange = lambda one, other: False
with Client("http://comodit.test/api", "UUU", "PPP", transport=httpx.MockTransport(answer)) as client:
    application = client.applications("A").new("Shop", text)
    sys.addaudithook(watch)
    Export(True).export_application(application, folder)
    print(next(touches) - 1)
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


@pytest.fixture
def home(tmp_path):
    """A folder with an old export, in which there is something of the user's; and how it comes back."""
    home, saved = tmp_path / "home", tmp_path / "saved"
    export(home / "o", "old")
    (home / "o" / ".git").mkdir()
    (home / "o" / ".git" / "HEAD").write_text("mine")
    shutil.copytree(home, saved)

    def back():
        shutil.rmtree(home)
        shutil.copytree(saved, home)
        return home

    return back


def outcomes(home: Callable[[], Path], points: Iterable[int], exchange: str) -> list[str]:
    """What is in place after a kill at each of some points; the next run makes all of it good."""
    folder = home() / "o"
    old = tree(folder)
    export(folder, "new", exchange=exchange)
    new = tree(folder)
    assert new.keys() & old.keys() == {".git/HEAD", "definition.json", "gits/", "rpmmodules/"}
    found = []
    for last in points:
        assert export(home() / "o", "new", last, exchange) is None
        left = parts(folder.parent)
        assert [files.pop(".git/HEAD") for files in left.values() if ".git/HEAD" in files] == [b"mine"]
        found.append(outcome(left, {"old": old, "new": new}))
        export(folder, "new", exchange=exchange)
        assert parts(folder.parent) == {"o": new}
    return found


def test_killing_loses_nothing_and_the_next_run_ends_it(home):
    touches = export(home() / "o", "new")
    assert touches is not None
    found = outcomes(home, points_of(touches, 20), "yes")
    # Before, and after: the points go from one end to the other.
    assert found == sorted(found, key=["old", "new"].index)
    assert (found[0], found[-1]) == ("old", "new")


def test_the_same_where_folders_cannot_change_places_at_once(home):
    assert outcomes(home, [1, 2, 3, 4], "no") == ["old", "aside", "new", "new"]


def outcome(left: dict[str, dict[str, bytes]], whole: dict[str, dict[str, bytes]]) -> str:
    """Which export is in place; `aside` is the old one for the moment between two renamings."""
    for name, wanted in whole.items():
        wanted = {path: text for path, text in wanted.items() if path != ".git/HEAD"}
        if left.get("o") == wanted:
            return name
        if "o" not in left and wanted in left.values():
            return "aside"
    raise AssertionError(f"neither the old export nor the new one is there: {left}")
