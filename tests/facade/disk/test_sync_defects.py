"""What was wrong with sync once, as far as no other test shows that it is not: each would fail with the defect."""

from __future__ import annotations

import json

import pytest

WORDPRESS = "applications/Wordpress"


@pytest.fixture
def engine(colour):
    return lambda folder, **options: colour.module("sync").SyncEngine(folder, **options)


@pytest.fixture
def application(organization, run):
    return run(organization.get_application("Wordpress"))


@pytest.fixture
def folder(application, make_export, run, tmp_path):
    run(make_export().export_application(application, tmp_path / "w"))
    return tmp_path / "w"


def edit(file, **members):
    document = json.loads(file.read_text())
    file.write_text(json.dumps({**document, **members}, indent=4))


def times(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_each_content_is_fetched_once(shop, server, make_export, engine, run, tmp_path):
    """Once it was up to three times, and the folder's were compared as text."""
    run(make_export().export_application(shop, tmp_path / "Shop"))
    server.forget()
    assert run(engine(tmp_path / "Shop").status(shop)) == []
    asked = [request.path for request in server.asked]
    assert len(asked) == len(set(asked))
    assert all(request.method == "GET" for request in server.asked)
    assert sum(path.endswith("/content") for path in asked) == 3


@pytest.mark.parametrize("method", ["pull", "push", "status"])
def test_where_nothing_differs_nothing_is_written(shop, server, make_export, engine, run, tmp_path, method):
    """No PUT, and no definition that is written as it was."""
    run(make_export().export_application(shop, tmp_path / "Shop"))
    run(engine(tmp_path / "Shop").pull(shop))
    before = times(tmp_path / "Shop")
    server.forget()
    run(getattr(engine(tmp_path / "Shop"), method)(shop))
    assert {request.method for request in server.asked} == {"GET"}
    assert times(tmp_path / "Shop") == before


def test_differences_are_returned_and_nothing_is_printed(application, folder, engine, run, capsys):
    edit(folder / "definition.json", description="Mine")
    for method in ("pull", "push"):
        (diff,) = run(getattr(engine(folder), method)(application, dry_run=True))
        assert diff.new_value == {**diff.old_value, "description": "Mine"}
    run(engine(folder).push(application))
    assert capsys.readouterr() == ("", "")


def test_modules_and_git_resources_are_synced_both_ways(application, folder, engine, run):
    edit(folder / "rpmmodules/nodejs/definition.json", stream="20")
    edit(folder / "gits/src/definition.json", branch="next")
    diffs = run(engine(folder).push(application))
    assert [diff.key for diff in diffs] == ["gits/src/definition.json", "rpmmodules/nodejs/definition.json"]
    assert run(application.rpm_modules().get("nodejs")).stream == "20"
    source = run(application.gits().get("src"))
    assert source.branch == "next"
    run(source.delete())
    run(application.rpm_modules().create("php", "8"))
    run(engine(folder).pull(application))
    assert not (folder / "gits/src").exists()
    assert json.loads((folder / "rpmmodules/php/definition.json").read_text())["stream"] == "8"


def test_a_folder_for_contents_is_made_and_what_is_gone_already_is_no_matter(application, folder, engine, run):
    (content,) = (folder / "files").iterdir()
    content.unlink()
    (folder / "files").rmdir()
    assert [(diff.type, diff.side) for diff in run(engine(folder).pull(application))] == [("create", "server")]
    assert content.read_bytes() == run(application.files().wrap({"name": content.name}).read_bytes())
    content.unlink()
    run(application.files().wrap({"name": content.name}).delete())
    run(engine(folder).pull(application))
    assert json.loads((folder / "definition.json").read_text())["files"] == []
    assert run(engine(folder).status(application)) == []


def test_only_what_differs_is_sent(application, folder, engine, run):
    """One changed member of a file once deleted all files and parameters, and lost the contents."""
    (file,) = json.loads((folder / "definition.json").read_text())["files"]
    before = run(application.files().wrap({"name": file["name"]}).read_bytes())
    uuids = [parameter.uuid for parameter in run(application.parameters().list())]
    edit(folder / "definition.json", files=[{**file, "mode": "600"}])
    run(engine(folder).push(application))
    assert run(application.get_file(file["name"])).mode == "600"
    assert run(application.files().wrap({"name": file["name"]}).read_bytes()) == before
    assert [parameter.uuid for parameter in run(application.parameters().list())] == uuids


def test_null_and_absent_are_the_same(application, folder, engine, run):
    document = json.loads((folder / "definition.json").read_text())
    (folder / "definition.json").write_text(json.dumps({**document, "publishedAs": None, "note": None}))
    assert run(engine(folder).status(application)) == []


def test_members_that_a_definition_lost_are_removed(application, folder, engine, run):
    """A list may be missing."""
    document = json.loads((folder / "definition.json").read_text())
    kept = {member: value for member, value in document.items() if member not in ("files", "parameters", "handlers")}
    (folder / "definition.json").write_text(json.dumps(kept))
    run(engine(folder).push(application))
    assert run(application.files().list()) == []
    assert run(application.parameters().list()) == []
    assert run(engine(folder).status(application)) == []


def test_a_platform_without_pictures_is_synced(organization, make_export, engine, run, tmp_path):
    platform = run(organization.get_platform("Demo Platform"))
    run(platform.files().wrap({"name": "boot"}).create())
    run(platform.files().wrap({"name": "boot"}).set_content(b"\xff"))
    run(platform.refresh())
    run(make_export().export_platform(platform, tmp_path / "p"))
    (tmp_path / "p/files/boot").write_bytes(b"mine")
    assert [diff.key for diff in run(engine(tmp_path / "p").push(platform))] == ["files/boot"]
    assert run(platform.files().wrap({"name": "boot"}).read_bytes()) == b"mine"


def test_a_picture_is_bytes(application, folder, engine, run):
    (folder / "thumb").write_bytes(b"\x89PNG\r\n\x1a\n\xff")
    assert [diff.key for diff in run(engine(folder).push(application))] == ["thumb"]
    assert run(application.read_thumbnail_content()) == b"\x89PNG\r\n\x1a\n\xff"
    run(application.set_thumbnail_content(b"GIF89a\xfe"))
    run(engine(folder).pull(application))
    assert (folder / "thumb").read_bytes() == b"GIF89a\xfe"


def test_an_entity_is_fetched_anew(application, organization, folder, engine, run):
    """The object at hand may be old: what it says is no state of the server."""
    other = run(organization.get_application("Wordpress"))
    other.description = "Theirs"
    run(other.update())
    assert application.description != "Theirs"
    run(engine(folder).pull(application))
    assert json.loads((folder / "definition.json").read_text())["description"] == "Theirs"
