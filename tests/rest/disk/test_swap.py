"""A folder is replaced as a whole, and what an interrupted run left beside it is taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from comodit_client.disk import swap
from comodit_client.disk.names import places
from comodit_client.rest.exceptions import ExportException

LEFT = ".o.0123456789abcdef"


def fill(folder, text):
    folder.mkdir(parents=True)
    (folder / "definition.json").write_text(text)
    return folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def write(target, text="new", force=True):
    with swap.replaced(target, force) as folder:
        (folder / "definition.json").write_text(text)


@pytest.fixture(params=[True, False], ids=["exchange", "rename"])
def exchange(request, monkeypatch):
    if not request.param:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)


@pytest.mark.usefixtures("exchange")
def test_the_new_one_takes_the_place_of_the_old_one(tmp_path):
    target = fill(tmp_path / "o", "old")
    (target / ".hidden").write_text("mine")
    write(target)
    assert (target / "definition.json").read_text() == "new"
    assert names(target) == [".hidden", "definition.json"]
    assert names(tmp_path) == ["o"]


@pytest.mark.usefixtures("exchange")
def test_a_failure_while_it_is_written_changes_nothing(tmp_path):
    target = fill(tmp_path / "o", "old")

    def broken():
        with swap.replaced(target, force=True) as folder:
            (folder / "definition.json").write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert (target / "definition.json").read_text() == "old"
    assert names(tmp_path) == ["o"]


def test_what_was_left_is_taken_away(tmp_path):
    target = fill(tmp_path / "o", "old")
    (fill(tmp_path / f"{LEFT}.new", "half") / ".git").mkdir()
    fill(tmp_path / f"{LEFT}.old", "older")
    write(target)
    assert names(tmp_path) == ["o"]
    assert names(target) == [".git", "definition.json"]


def test_what_only_looks_so_stays(tmp_path):
    others = [".o.new", ".o.0123456789abcdeg.new", ".oo.0123456789abcdef.new", ".o.x.0123456789abcdef.old"]
    for other in others:
        fill(tmp_path / other, "mine")
    outside = fill(tmp_path / "outside", "mine")
    (tmp_path / f"{LEFT}.new").symlink_to(outside)
    write(tmp_path / "o")
    assert names(tmp_path) == sorted([*others, f"{LEFT}.new", "outside", "o"])
    assert (outside / "definition.json").read_text() == "mine"


def test_one_that_was_stopped_between_two_renamings_is_put_back(tmp_path):
    fill(tmp_path / f"{LEFT}.old", "old")
    fill(tmp_path / f"{LEFT}.new", "new")
    with pytest.raises(ExportException, match="already exists"):
        write(tmp_path / "o", force=False)
    assert (tmp_path / "o" / "definition.json").read_text() == "old"
    assert names(tmp_path) == ["o"]


def test_a_renaming_that_fails_is_taken_back(tmp_path, monkeypatch):
    target = fill(tmp_path / "o", "old")
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    rename = Path.rename

    def refuse(self, other):
        if self.name.endswith(".new"):
            raise OSError("no")
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="no"):
        write(target)
    assert (target / "definition.json").read_text() == "old"
    assert names(tmp_path) == ["o"]


def test_paths_below_one_folder_differ_at_each_depth():
    found = places([("a", "x"), ("A", "x"), ("a", "X"), ("..", "x/y")])
    assert [path.as_posix() for path in found] == ["%61/%78", "A/x", "%61/X", ".%2E/x%2Fy"]
