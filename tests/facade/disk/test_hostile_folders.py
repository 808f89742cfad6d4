"""A folder that is changed under way, or holds what is no file, neither hangs a run nor leads it elsewhere."""

from __future__ import annotations

import json
import os

import pytest

from comodit_client.rest.exceptions import ExportException, ImportException, UnusableFile

SHOP = "/organizations/A/applications/Shop"


@pytest.fixture
def folder(make_export, shop, run, tmp_path):
    run(make_export().export_application(shop, tmp_path / "o"))
    return tmp_path / "o"


@pytest.fixture
def outside(tmp_path):
    (tmp_path / "outside").mkdir()
    for name in ("a.conf", "definition.json"):
        (tmp_path / "outside" / name).write_text("mine")
    return tmp_path / "outside"


@pytest.fixture
def other(shop):
    return shop.client.organizations().new("B")


def swap(place, outside):
    place.rename(place.with_name("moved"))
    place.symlink_to(outside)


@pytest.mark.parametrize("place", ["definition.json", "files/a.conf", "thumb", "gits/src/definition.json", "files"])
def test_a_pipe_in_place_of_a_file_is_rejected_at_once(make_import, colour, shop, other, run, folder, place):
    file = folder / place
    file.rename(folder.parent / "away")
    os.mkfifo(file)
    if place == "files":  # as any other file in its place
        run(make_import(queue_actions=True).import_application(other, folder, True))
        return
    with pytest.raises(UnusableFile, match="a named pipe, not a file"):
        run(make_import().import_application(other, folder))
    with pytest.raises(UnusableFile, match="a named pipe, not a file"):
        run(colour.module("sync").SyncEngine(folder).pull(shop))


@pytest.mark.parametrize("name", [".comodit-sync.json", ".comodit-sync-push.json"])
def test_a_pipe_in_place_of_the_record_of_a_sync_is_rejected(colour, shop, run, folder, name):
    os.mkfifo(folder / name)
    with pytest.raises(UnusableFile, match="a named pipe, not a file"):
        run(colour.module("sync").SyncEngine(folder).status(shop))


def test_a_pipe_in_place_of_the_folder_is_rejected(make_import, other, run, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnusableFile, match="Cannot read"):
        run(make_import().import_application(other, tmp_path / "pipe"))


@pytest.mark.parametrize(("place", "said"), [("files", "symbolic link"), ("", "replaced after it was read")])
def test_an_import_does_not_read_what_was_swapped_after_planning(
    make_import, server, other, run, folder, outside, place, said
):
    (outside / "files").mkdir()
    (outside / "files" / "a.conf").write_text("mine")
    server.on("POST", "/organizations/B/applications/", {})
    importer = make_import(queue_actions=True)
    run(importer.import_application(other, folder))
    swap(folder / place, outside)
    with pytest.raises(ImportException, match=said):
        run(importer.execute_queue())
    assert not [line for line in server.lines if "content" in line and line.startswith("POST")]


@pytest.mark.parametrize(("place", "said"), [("files", "symbolic link"), ("", "replaced after it was read")])
def test_a_pull_does_not_write_to_what_was_swapped_after_reading(
    colour, server, shop, run, read, folder, outside, place, said
):
    before = read(outside)
    server.on("GET", f"{SHOP}/files/a.conf/content", b"theirs")

    def late(count):
        if count.done == count.total and not (folder.parent / "moved").exists() and not (folder / "moved").exists():
            swap(folder / place, outside)

    with pytest.raises(UnusableFile, match=said):
        run(colour.module("sync").SyncEngine(folder, on_conflict="server", progress=late).pull(shop))
    assert read(outside) == before


def test_an_export_does_not_write_to_what_was_swapped_under_way(make_export, shop, run, read, tmp_path, outside):
    (outside / "src").mkdir()
    before = read(outside)

    def late(count):
        (new,) = tmp_path.glob(".o.*.new")
        if not (new / "moved").exists():
            swap(new / "files", outside)

    with pytest.raises(UnusableFile, match="symbolic link"):
        run(make_export(progress=late, parallel=1).export_application(shop, tmp_path / "o"))
    assert read(outside) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["outside"]


def nested(depth):
    return json.loads('{"a":' * depth + "1" + "}" * depth)


def test_an_entity_that_is_nested_too_deep_is_not_exported(make_export, shop, run, tmp_path):
    document = {"name": "Shop", "x": nested(99)}
    run(make_export().export_application(shop.collection.wrap(document), tmp_path / "a"))
    document = {"name": "Shop", "x": nested(400)}
    with pytest.raises(ExportException, match="nested more than 100 deep"):
        run(make_export().export_application(shop.collection.wrap(document), tmp_path / "b"))


def test_a_definition_that_is_nested_too_deep_is_not_imported(make_import, server, other, run, folder):
    (folder / "definition.json").write_text(json.dumps({"name": "Shop", "x": nested(400)}))
    server.forget()
    with pytest.raises(UnusableFile, match="nested more than 100 deep"):
        run(make_import().import_application(other, folder))
    assert server.lines == []


@pytest.mark.parametrize("method", ["import_full_env", "import_full_host"])
def test_a_folder_without_an_organization_around_it_is_rejected(make_import, server, other, run, method):
    owners = [other, other.environments().new("E")][: 2 if method == "import_full_host" else 1]
    with pytest.raises(ImportException, match="not in the folder of an exported organization"):
        run(getattr(make_import(), method)(*owners, "/tmp"))
    assert server.lines == []
