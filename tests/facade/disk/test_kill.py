"""An export is killed at every kind of step that touches the disk: the old export or the new one is still there."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from comodit_client.disk.swap import recovered

from .conftest import points_of, tree
from .forks import Forks

#: Exports a tree whose contents are the text given; the process kills itself before the n-th touch of the disk.
SCRIPT = """
import itertools, os, signal, tempfile
import httpx
from comodit_client.api import Client
from comodit_client.api.exporter import Export

def respond(request, text):
    path = request.url.path
    if path.endswith("/files/"):
        return httpx.Response(200, json={"items": [{"name": f"{text}{number}"} for number in range(12)]})
    if path.endswith("/content"):
        return httpx.Response(200, content=text.encode() * 10)
    return httpx.Response(404, json={"error": ["no"]}) if path.endswith("/thumb") else httpx.Response(200, json={})

def export(folder, text, before=lambda: None):
    transport = httpx.MockTransport(lambda request: respond(request, text))
    with Client("http://comodit.test/api", "UUU", "PPP", transport=transport) as client:
        application = client.applications("A").new("Shop", text)
        before()
        Export(True).export_application(application, folder)

def run(folder, text, last, *touching):
    touches = itertools.count(1)  # of all threads

    def watch(event, args):
        if event not in touching or not isinstance(args[0], str):
            return
        # What is below a folder that is open is named from there.
        within = not os.path.isabs(args[0])
        if (within or os.path.dirname(folder) in args[0]) and next(touches) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    export(folder, text, lambda: sys.addaudithook(watch))
    return next(touches) - 1

import sys
with tempfile.TemporaryDirectory() as home:
    export(os.path.join(home, "o"), "")  # imports all modules
"""
RENAMING = ("os.rename",)
ANY = (*RENAMING, "os.mkdir", "os.rmdir", "os.remove", "open", "os.chmod")


class Exports:
    """Exports to one folder, in which there is something of the user's; each time from the same state.

    Args:
        home: The folder above it.
        forks: Runs the exports.
    """

    def __init__(self, home: Path, forks: Forks) -> None:
        self.folder = home / "o"
        self._saved = home.with_name("saved")
        self._forks = forks
        self.export("old")
        (self.folder / ".git").mkdir()
        (self.folder / ".git" / "HEAD").write_text("mine")
        shutil.copytree(home, self._saved)
        self.old = tree(self.folder)

    def export(self, text: str, last: int = 0, touching: tuple[str, ...] = ANY) -> int | None:
        """Export; None when the process was killed, else how often it touched the disk."""
        touches: int | None = self._forks.run(str(self.folder), text, last, *touching)
        return touches

    def again(self) -> None:
        """Bring the old export back."""
        shutil.rmtree(self.folder.parent)
        shutil.copytree(self._saved, self.folder.parent)

    def left(self) -> dict[str, dict[str, bytes]]:
        """The trees of the folders beside each other; there must be one file of the user's in all of them."""
        found = {folder.name: tree(folder) for folder in self.folder.parent.iterdir()}
        assert [files[".git/HEAD"] for files in found.values() if ".git/HEAD" in files] == [b"mine"]
        return found


@pytest.fixture
def exports(tmp_path: Path) -> Iterator[Exports]:
    with Forks(SCRIPT) as forks:
        yield Exports(tmp_path / "home", forks)


def outcomes(exports: Exports, points: Iterable[int], touching: tuple[str, ...]) -> list[tuple[bool, str]]:
    """For a kill at each of some points: whether a folder is in place, and which export is after recovery."""
    exports.again()
    exports.export("new")
    new = tree(exports.folder)
    assert new.keys() & exports.old.keys() == {".git/HEAD", "definition.json", "gits/", "rpmmodules/"}
    found = []
    for last in points:
        exports.again()
        assert exports.export("new", last, touching) is None
        exports.left()
        is_there = exports.folder.exists()
        assert recovered(exports.folder) == exports.folder
        found.append((is_there, which(exports.left()["o"], {"old": exports.old, "new": new})))
        exports.export("new")
        assert exports.left() == {"o": new}
    return found


def which(left: dict[str, bytes], whole: dict[str, dict[str, bytes]]) -> str:
    """Return the export that a folder holds, whether or not the user's file is in it yet."""
    for name, wanted in whole.items():
        if without_git(left) == without_git(wanted):
            return name
    raise AssertionError(f"neither the old export nor the new one is there: {left}")


def without_git(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: text for path, text in files.items() if path != ".git/HEAD"}


def test_killing_loses_nothing_and_the_next_run_completes_it(exports: Exports) -> None:
    touches = exports.export("new")
    assert touches is not None
    found = [export for _, export in outcomes(exports, points_of(touches, 20), ANY)]
    # Before, and after: the points go from one end to the other.
    assert found == sorted(found, key=["old", "new"].index)
    assert (found[0], found[-1]) == ("old", "new")


def test_between_two_renamings_the_old_export_is_recovered(exports: Exports) -> None:
    found = outcomes(exports, [1, 2, 3, 4], RENAMING)
    assert found == [(True, "old"), (False, "old"), (True, "new"), (True, "new")]
