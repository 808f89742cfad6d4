"""A folder of definitions is read in order. Links are not followed, and other files are skipped."""

from __future__ import annotations

import json

import pytest

from comodit_client.disk import layout, tree
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import UnusableFile


def put(folder, name="definition.json", document=None):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps({} if document is None else document))
    return folder


def test_a_document_keeps_the_order_of_its_members(tmp_path):
    put(tmp_path, document={"z": 1, "a": None})
    assert list(tree.document(Place.at(tmp_path) / "definition.json").items()) == [("z", 1), ("a", None)]


@pytest.mark.parametrize(("text", "said"), [("[]", "not an object"), ("{", "not JSON"), ("[" * 100_000, "not JSON")])
def test_what_is_no_document_is_refused(tmp_path, text, said):
    (tmp_path / "definition.json").write_text(text)
    with pytest.raises(UnusableFile, match=said):
        tree.document(Place.at(tmp_path) / "definition.json")


def test_a_document_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnusableFile, match="Cannot read"):
        tree.document(Place.at(tmp_path) / "definition.json")


def test_members_come_in_order_without_stray_files(tmp_path):
    for name in ("b", "a", "C"):
        put(tmp_path / "jobs" / name)
    put(tmp_path / "jobs", "README.md")
    (tmp_path / "jobs" / "empty").mkdir()
    assert [found.name for found in tree.members(Place.at(tmp_path), layout.JOB)] == ["C", "a", "b"]
    assert list(tree.members(Place.at(tmp_path), layout.WEBHOOK)) == []


def test_members_are_found_where_several_folders_lead_to_them(tmp_path):
    place = tmp_path / "application_properties" / "Shop" / "packages" / "httpd" / "release"
    put(place)
    assert list(tree.members(Place.at(tmp_path), layout.RESOURCE_PROPERTY)) == [
        Place.at(tmp_path) / place.relative_to(tmp_path)
    ]


def test_members_that_are_files_are_found(tmp_path):
    put(tmp_path / "applications", "Shop.json")
    put(tmp_path / "applications", "README.md")
    assert [found.name for found in tree.members(Place.at(tmp_path), layout.APPLICATION_CONTEXT)] == ["Shop.json"]


def test_the_folder_that_the_original_looked_for_is_read(tmp_path):
    put(tmp_path / "notification-channels" / "Ops")
    assert [found.name for found in tree.members(Place.at(tmp_path), layout.NOTIFICATION)] == ["Ops"]


def test_contents_are_found_by_their_names(tmp_path):
    put(tmp_path / "files", "a%2Fb")
    assert tree.content(Place.at(tmp_path), "a/b") == Place.at(tmp_path) / "files/a%2Fb"
    assert tree.content(Place.at(tmp_path), "../definition.json") is None
    assert tree.content(Place.at(tmp_path) / "files", "a/b") is None


def test_links_are_refused_wherever_they_are(tmp_path):
    outside = put(tmp_path / "outside", "secret")
    put(outside)
    inside = put(tmp_path / "inside")
    (inside / "files").mkdir()
    (inside / "files" / "a").symlink_to(outside / "secret")
    (inside / "thumb").symlink_to(tmp_path / "nowhere")
    (inside / "jobs").mkdir()
    (inside / "jobs" / "x").symlink_to(outside)
    (inside / "webhooks").symlink_to(outside)
    inside = Place.at(inside)
    for read in (
        lambda: tree.content(inside, "a"),
        lambda: (inside / "thumb").is_file(),
        lambda: list(tree.members(inside, layout.JOB)),
        lambda: list(tree.members(inside, layout.WEBHOOK)),
        lambda: tree.document(inside / "files" / "a"),
    ):
        with pytest.raises(UnusableFile, match="symbolic link"):
            read()


def test_a_folder_in_place_of_a_file_is_refused(tmp_path):
    (tmp_path / "thumb").mkdir()
    with pytest.raises(UnusableFile, match="not a file"):
        (Place.at(tmp_path) / "thumb").is_file()
