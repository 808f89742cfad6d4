"""A folder is replaced as a whole, and recovered when an interrupted run left none at its place."""

from __future__ import annotations

import pytest

from comodit_client.disk import swap
from comodit_client.disk.names import relative_paths
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import ExportException, UnusableFile

LEFT = ".o.0123456789abcdef"


def fill(folder, text):
    folder.mkdir(parents=True)
    (folder / "definition.json").write_text(text)
    return folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def write(target, text="new", force=True):
    with swap.replaced(target, force) as folder:
        (folder.path / "definition.json").write_text(text)


@pytest.mark.parametrize("name", ["o", "o" * 234, "o" * 255, "é" * 127])
def test_the_new_one_takes_the_place_of_the_old_one(tmp_path, name):
    target = fill(tmp_path / name, "old")
    (target / ".hidden").write_text("mine")
    write(target)
    assert (target / "definition.json").read_text() == "new"
    assert names(target) == [".hidden", "definition.json"]
    assert names(tmp_path) == [name]


def test_a_failure_while_it_is_written_changes_nothing(tmp_path):
    target = fill(tmp_path / "o", "old")

    def broken():
        with swap.replaced(target, force=True) as folder:
            (folder.path / "definition.json").write_text("half")
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


def test_what_the_user_had_in_a_folder_comes_back_even_when_the_folder_was_removed(tmp_path):
    (fill(tmp_path / f"{LEFT}.new", "old") / ".git").mkdir()
    write(tmp_path / "o")
    assert names(tmp_path) == ["o"]
    assert names(tmp_path / "o") == [".git", "definition.json"]


def test_what_only_looks_so_stays(tmp_path):
    others = [".o.new", ".o.0123456789abcdeg.new", ".oo.0123456789abcdef.new", ".o.x.0123456789abcdef.old"]
    for other in others:
        fill(tmp_path / other, "mine")
    outside = fill(tmp_path / "outside", "mine")
    (tmp_path / f"{LEFT}.new").symlink_to(outside)
    (tmp_path / f"{LEFT}.old").symlink_to(outside)
    assert not swap.recovered(tmp_path / "o").exists()
    write(tmp_path / "o")
    assert names(tmp_path) == sorted([*others, f"{LEFT}.new", f"{LEFT}.old", "outside", "o"])
    assert (outside / "definition.json").read_text() == "mine"


def test_one_that_was_stopped_between_two_renamings_is_put_back_by_an_export(tmp_path):
    fill(tmp_path / f"{LEFT}.old", "old")
    fill(tmp_path / f"{LEFT}.new", "new")
    with pytest.raises(ExportException, match="already exists"):
        write(tmp_path / "o", force=False)
    assert (tmp_path / "o" / "definition.json").read_text() == "old"
    assert names(tmp_path) == ["o"]


@pytest.mark.parametrize("place", [".", "applications", "applications/Shop"])
def test_one_that_was_stopped_between_two_renamings_is_put_back_by_a_reader(tmp_path, place):
    fill(tmp_path / f"{LEFT}.old" / "applications" / "Shop", "old")
    fill(tmp_path / f"{LEFT}.new", "new")
    assert swap.recovered(tmp_path / "o" / place) == tmp_path / "o" / place
    assert (tmp_path / "o" / "applications" / "Shop" / "definition.json").read_text() == "old"
    assert names(tmp_path) == [f"{LEFT}.new", "o"]


def test_an_empty_folder_in_its_place_does_not_hinder_that(tmp_path):
    fill(tmp_path / f"{LEFT}.old", "old")
    (tmp_path / "o").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "o")
    assert (swap.recovered(tmp_path / "link") / "definition.json").read_text() == "old"


def test_what_is_there_is_not_recovered(tmp_path):
    target = fill(tmp_path / "o", "new")
    fill(tmp_path / f"{LEFT}.old", "old")
    assert (swap.recovered(target) / "definition.json").read_text() == "new"
    (tmp_path / "file").write_text("mine")
    assert swap.recovered(tmp_path / "file" / "o") == tmp_path / "file" / "o"
    assert swap.recovered(tmp_path / "nowhere" / "o") == tmp_path / "nowhere" / "o"
    assert names(tmp_path) == [f"{LEFT}.old", "file", "o"]


def test_what_cannot_be_put_back_is_named(tmp_path, monkeypatch):
    fill(tmp_path / f"{LEFT}.old", "old")

    def fail(self, other):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Place, "rename", fail)
    with pytest.raises(UnusableFile, match=r"o' after an interrupted export: .*\.old' failed with Permission denied"):
        swap.recovered(tmp_path / "o")
    assert names(tmp_path) == [f"{LEFT}.old"]


def test_two_readers_may_recover_at_the_same_time(tmp_path, monkeypatch):
    fill(tmp_path / f"{LEFT}.old", "old")
    rename = Place.rename

    def late(self, other):
        rename(self, other)  # the other reader
        return rename(self, other)

    monkeypatch.setattr(Place, "rename", late)
    assert (swap.recovered(tmp_path / "o") / "definition.json").read_text() == "old"


def test_a_renaming_that_fails_is_taken_back(tmp_path, monkeypatch):
    target = fill(tmp_path / "o", "old")
    rename = Place.rename

    def refuse(self, other):
        if self.name.endswith(".new"):
            raise OSError("no")
        return rename(self, other)

    monkeypatch.setattr(Place, "rename", refuse)
    with pytest.raises(OSError, match="no"):
        write(target)
    assert (target / "definition.json").read_text() == "old"
    assert names(tmp_path) == ["o"]


def test_a_reader_that_recovers_while_the_new_one_is_put_in_place_stops_the_export(tmp_path, monkeypatch):
    target = fill(tmp_path / "o", "old")
    rename = Place.rename

    def between(self, other):
        moved = rename(self, other)
        if other.name.endswith(".old"):
            swap.recovered(target)
        return moved

    monkeypatch.setattr(Place, "rename", between)
    with pytest.raises(OSError, match="not empty"):
        write(target)
    assert (target / "definition.json").read_text() == "old"
    assert names(tmp_path) == ["o"]


def test_paths_below_one_folder_differ_at_each_depth():
    found = relative_paths([("a", "x"), ("A", "x"), ("a", "X"), ("..", "x/y")])
    assert [path.as_posix() for path in found] == ["%61/%78", "A/x", "%61/X", ".%2E/x%2Fy"]
