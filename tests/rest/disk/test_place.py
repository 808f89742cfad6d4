"""Files are reached from the handle of their folder: no link is followed, and nothing but regular files is read."""

from __future__ import annotations

import contextlib
import os
import socket
from io import BytesIO
from pathlib import Path

import pytest

from comodit_client.disk import handles, tree
from comodit_client.disk.handles import DEEPEST
from comodit_client.disk.layout import JOB
from comodit_client.disk.place import Place
from comodit_client.disk.stamps import export_time, set_export_time
from comodit_client.disk.swap import replaced
from comodit_client.rest.exceptions import UnusableFile


@pytest.fixture(params=[True, False], ids=["handles", "checks"])
def top(request, tmp_path, monkeypatch):
    """A folder, on a system with handles of folders and on one without."""
    monkeypatch.setattr(handles, "HAS_HANDLES", request.param)
    (tmp_path / "top").mkdir()
    return Place.at(tmp_path / "top")


def pipe(path):
    os.mkfifo(path)


def listening(path):
    with socket.socket(socket.AF_UNIX) as one, contextlib.chdir(path.parent):  # the name of a socket must be short
        one.bind(path.name)


READS = (Place.open, Place.is_file, tree.document)


@pytest.mark.parametrize(
    ("make", "said"), [(pipe, "a named pipe"), (listening, "a socket"), (Path.mkdir, "it is not a file")]
)
def test_what_is_not_a_file_is_rejected_at_once(top, make, said):
    make(top.path / "x")
    for step in READS:
        with pytest.raises(UnusableFile, match=said):
            step(top / "x")


@pytest.mark.usefixtures("top")
def test_a_device_is_rejected_at_once():
    for step in READS:
        with pytest.raises(UnusableFile, match="a device"):
            step(Place.at("/dev") / "zero")  # it never ends


@pytest.mark.parametrize("make", [pipe, Path.touch])
def test_a_folder_that_is_none_is_rejected_at_once(top, tmp_path, make):
    make(tmp_path / "x")
    place = Place.at(tmp_path / "x")
    with pytest.raises(UnusableFile, match=r"Not a directory|replaced"):
        place.names()
    with pytest.raises(UnusableFile, match="Cannot read"):
        (place / "definition.json").open()
    assert not place.is_folder()


def test_a_type_that_changes_between_check_and_opening_is_noticed(top, monkeypatch):
    (top.path / "x").touch()
    real = os.open

    def late(path, *args, **options):
        if str(path).endswith("x"):
            (top.path / "x").unlink()
            pipe(top.path / "x")
        return real(path, *args, **options)

    monkeypatch.setattr(os, "open", late)
    with pytest.raises(UnusableFile, match="a named pipe"):
        (top / "x").open()


STEPS = {
    "open": lambda file: file.open(),
    "create": lambda file: file.create(),
    "replace": lambda file: file.replace(BytesIO(b"x")),
    "make": lambda file: (file.parent / "new").make(),
    "rename": lambda file: file.rename(file.beside("other")),
    "rename to": lambda file: Place(file.top, ("mine",)).rename(file),
    "unlink": lambda file: file.unlink(),
    "rmdir": lambda file: file.rmdir(),
    "names": lambda file: file.parent.names(),
    "status": lambda file: file.status(),
    "set_time": lambda file: file.set_time(0),
    "set_mode": lambda file: file.parent.set_mode(0o700),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("depth", [0, 1])
def test_no_step_goes_through_a_link(top, tmp_path, step, depth):
    outside = tmp_path / "outside"
    (outside / "a").mkdir(parents=True)
    for folder in (outside, outside / "a"):
        (folder / "file").write_text("mine")
    (top.path / "mine").write_text("x")
    (top.path / "link").symlink_to(outside)
    before = {path: path.stat() for path in (outside, *outside.rglob("*"))}
    file = top / ("link/a/file" if depth else "link/file")
    with pytest.raises(UnusableFile, match=r"link.*symbolic link"):
        STEPS[step](file)
    assert {path: path.stat() for path in (outside, *outside.rglob("*"))} == before


@pytest.mark.parametrize("step", STEPS)
def test_no_step_works_in_another_folder_that_took_the_place(top, tmp_path, step):
    (top.path / "a").mkdir()
    (top.path / "a" / "file").write_text("mine")
    top.path.rename(tmp_path / "moved")
    top.path.symlink_to(tmp_path / "other")
    (tmp_path / "other" / "a").mkdir(parents=True)
    (tmp_path / "other" / "a" / "file").write_text("mine")
    with pytest.raises(UnusableFile, match="the folder was replaced after it was read"):
        STEPS[step](top / "a" / "file")
    assert sorted(path.name for path in (tmp_path / "other").rglob("*")) == ["a", "file"]


def test_a_link_to_the_folder_itself_is_followed(top, tmp_path):
    (tmp_path / "link").symlink_to(top.path)
    (Place.at(tmp_path / "link") / "x").replace(BytesIO(b"1"))
    assert (top.path / "x").read_bytes() == b"1"


@pytest.mark.parametrize("path", [None, 7.5, b"x", "a\0b"])
def test_what_is_no_path_is_rejected(path):
    with pytest.raises(UnusableFile, match="as a folder"):
        Place.at(path)


def dig(folder, depth):
    """Make folders below each other, deeper than any path that the system accepts."""
    handle = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d", dir_fd=handle)
        below = os.open("d", os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = below
    os.close(handle)


def test_folders_that_are_nested_too_deep_are_rejected_and_can_be_replaced(tmp_path):
    target = tmp_path / "o"
    (target / "jobs").mkdir(parents=True)
    (target / "definition.json").write_text("{}")
    dig(target / "jobs", 2_000)
    with pytest.raises(UnusableFile, match=f"more than {DEEPEST} deep"):
        list(tree.members(Place.at(target), JOB))
    with pytest.raises(UnusableFile, match=f"more than {DEEPEST} deep"):
        export_time(Place.at(target))
    with replaced(target, force=True) as new:
        (new / "definition.json").replace(BytesIO(b"{}"))
    assert [path.name for path in tmp_path.rglob("*")] == ["o", "definition.json"]


@pytest.mark.parametrize("nested", ['{"a":' * 101 + "1" + "}" * 101, '{"a":' + "[" * 100 + "]" * 100 + "}"])
def test_json_that_is_nested_too_deep_is_rejected(top, nested):
    (top.path / "x").write_text(nested)
    with pytest.raises(UnusableFile, match=f"nested more than {DEEPEST} deep"):
        tree.document(top / "x")
    (top.path / "x").write_text('{"a":' * 100 + "1" + "}" * 100)
    assert tree.document(top / "x")


def test_a_file_that_is_too_large_is_not_read(top):
    with (top.path / "x").open("wb") as opened:
        opened.truncate(1 << 40)  # it takes no space
    with pytest.raises(UnusableFile, match="larger than 64 MiB"):
        tree.document(top / "x")


def test_times_are_set_without_following_links(top, tmp_path):
    (tmp_path / "outside").touch()
    before = (tmp_path / "outside").stat()
    for name in ("a", "b"):
        (top.path / name).touch()
    (top.path / "link").symlink_to(tmp_path / "outside")
    set_export_time(top)
    assert (tmp_path / "outside").stat().st_mtime_ns == before.st_mtime_ns or not handles.HAS_HANDLES
    assert export_time(top) == (top.path / "a").stat().st_mtime_ns


def test_messages_use_other_names_for_what_is_in_a_temporary_folder(tmp_path):
    top = Place.at(tmp_path, {"jobs/a.json": "all.yaml, line 3"})
    assert [str(place) for place in (top, top / "jobs/a.json", top / "jobs/b.json")] == [
        tmp_path.name,
        "all.yaml, line 3",
        "jobs/b.json",
    ]
    with pytest.raises(UnusableFile, match=r"^Cannot read 'all.yaml, line 3': No such file"):
        (top / "jobs/a.json").open()
    assert (top == Place.at(tmp_path), (top / "jobs/a.json").path) == (True, tmp_path / "jobs" / "a.json")
