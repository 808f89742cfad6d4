"""What an import does with what is there already, with what is missing, and with folders not to be trusted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comodit_client.rest.exceptions import ImportException, UnusableFile

from .conftest import PNG

AT = "/organizations/A/applications"
SHOP = f"{AT}/Shop"


def write(folder: Path, document: dict[str, Any], **contents: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "definition.json").write_text(json.dumps(document))
    for name, content in contents.items():
        (folder / "files").mkdir(exist_ok=True)
        (folder / "files" / name).write_bytes(content)
    return folder


@pytest.fixture
def folder(tmp_path):
    """An application as a client of 2012 wrote it, with what nobody knows."""
    document = {
        "uuid": "0000A0B0C0D0000000000000000003E8",
        "organization": "Elsewhere",
        "version": 7,
        "name": "Shop",
        "unknown": {"b": [None], "a": "é"},
        "files": [{"name": "a"}, {"name": "never"}],
        "parameters": [{"name": "Port", "key": "port", "value": "80"}],
    }
    folder = write(tmp_path / "Shop", document, a=b"\xff\x00\r\n")
    (folder / "thumb").write_bytes(PNG)
    return folder


@pytest.fixture
def org(client):
    return client.organizations().new("A")


def accept(server):
    for path in (AT, f"{SHOP}/files", f"{SHOP}/parameters"):
        server.on("POST", f"{path}/", {})
    for path in ("files/a/content", "files/never/content", "thumb"):
        server.on("POST", f"{SHOP}/{path}", {})


@pytest.mark.parametrize("picture", [b"<svg/>", b"", b"RIFF....WEBP"])
def test_a_picture_of_any_type_is_sent_and_ends_no_import(make_import, server, org, run, folder, picture):
    (folder / "thumb").write_bytes(picture)
    accept(server)
    run(make_import(parallel=1).import_application(org, folder))
    assert server.lines[-1] == f"POST {SHOP}/thumb"
    assert server.last.content.partition(b"\r\n\r\n")[2].startswith(picture + b"\r\n--")


def test_a_folder_of_2012_is_sent_without_what_belongs_to_a_server(make_import, server, org, run, folder):
    accept(server)
    run(make_import(parallel=1).import_application(org, folder))
    assert server.lines == [f"GET {SHOP}", f"POST {AT}/", f"POST {SHOP}/files/a/content", f"POST {SHOP}/thumb"]
    sent = server.asked[1].json
    assert sent["unknown"] == {"b": [None], "a": "é"}
    assert not sent.keys() & {"uuid", "organization", "version"}
    assert b"\xff\x00\r\n" in server.asked[2].content


def test_all_conflicts_are_told_and_nothing_is_done(make_import, server, org, run, folder):
    server.on("GET", SHOP, {"name": "Shop"})
    server.on("GET", f"{SHOP}/files/a", {"name": "a"})
    with pytest.raises(ImportException, match="because of a conflict: Create file 'a' and 3 more") as caught:
        run(make_import().import_application(org, folder))
    assert len(caught.value.problems) == 4
    assert {line.split()[0] for line in server.lines} == {"GET"}


def test_what_exists_is_left_alone_and_what_it_lacks_is_made(make_import, server, org, run, folder):
    accept(server)
    server.on("GET", SHOP, {"name": "Shop"})
    server.on("GET", f"{SHOP}/files/a", {"name": "a"})
    importer = make_import(skip_conflict=True)
    run(importer.import_application(org, folder))
    # The content and the picture are not there: an earlier import did not come so far.
    assert [line for line in server.lines if line.startswith("POST")][:2] == [
        f"POST {SHOP}/files/",
        f"POST {SHOP}/parameters/",
    ]
    assert {f"POST {SHOP}/files/a/content", f"POST {SHOP}/thumb"} <= set(server.lines)
    assert importer.report.skipped == ("Create file 'a'", "Create application 'Shop'")


def test_what_is_there_is_not_uploaded_again(make_import, server, org, run, folder):
    accept(server)
    server.on("GET", SHOP, {"name": "Shop"})
    for file in ("a", "never"):
        server.on("GET", f"{SHOP}/files/{file}", {"name": file})
    server.on("GET", f"{SHOP}/files/a/content", b"")
    server.on("GET", f"{SHOP}/thumb", PNG)
    server.on("GET", f"{SHOP}/parameters/Port", {"name": "Port"})
    run(make_import(skip_conflict=True).import_application(org, folder))
    assert {line.split()[0] for line in server.lines} == {"GET"}


def test_a_queue_is_shown_and_executed_when_it_is_told(make_import, server, org, run, folder, capsys):
    accept(server)
    importer = make_import(queue_actions=True)
    run(importer.import_application(org, folder))
    assert server.lines == [f"GET {SHOP}"]
    assert importer.no_conflict()
    importer.display_queue()
    assert capsys.readouterr().out == "-" * 80 + "\n"
    importer.display_queue(False)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "  Create application 'Shop'"
    assert lines[1].startswith("  Upload file 'a' of application 'Shop' from ")
    assert [action.get_summary() for action in importer.actions] == [line[2:] for line in lines[:-1]]
    report = run(importer.execute_queue())
    assert (len(report.done), report.failed, report.not_attempted) == (3, "", ())
    assert importer.actions == ()


def test_conflicts_have_a_star(make_import, server, org, run, folder, capsys):
    server.on("GET", SHOP, {"name": "Shop"})
    importer = make_import(queue_actions=True)
    run(importer.import_application(org, folder))
    importer.display_queue()
    assert capsys.readouterr().out.startswith("* Create application 'Shop'\n")
    assert not importer.no_conflict()
    assert "conflict" not in repr(importer.actions[0])
    with pytest.raises(ImportException, match="because of a conflict"):
        run(importer.execute_queue())


def test_a_failure_tells_what_was_done_and_the_queue_goes_on_from_there(make_import, server, org, run, folder):
    accept(server)
    server.on("POST", f"{SHOP}/files/a/content", (500, {"error": ["disk full"]}), {})
    importer = make_import(queue_actions=True, parallel=1)
    run(importer.import_application(org, folder))
    with pytest.raises(ImportException, match=r"disk full.*1 of 3 actions completed; nothing was") as caught:
        run(importer.execute_queue())
    report = caught.value.report
    assert report == importer.report
    assert report.done == ("Create application 'Shop'",)
    assert report.failed.startswith("Upload file 'a'")
    assert [text.split(" from ")[0] for text in report.not_attempted] == ["Upload thumbnail of application 'Shop'"]
    server.forget()
    run(importer.execute_queue())
    assert server.lines == [f"POST {SHOP}/files/a/content", f"POST {SHOP}/thumb"]


def test_an_update_sends_what_differs_and_keeps_what_the_folder_does_not_tell(make_import, server, org, run, folder):
    accept(server)
    server.on("GET", SHOP, {"name": "Shop", "uuid": "OURS", "secretOne": "kept"})
    server.on("GET", f"{SHOP}/parameters/Port", {"name": "Port", "key": "port", "value": "8080", "uuid": "P"})
    server.on("PUT", f"{SHOP}/parameters/Port", {})
    server.on("PUT", SHOP, {})
    run(make_import(update_existing=True).import_application(org, folder))
    changes = [request for request in server.asked if request.method != "GET"]
    assert [str(request) for request in changes[:4]] == [
        f"POST {SHOP}/files/",
        f"POST {SHOP}/files/",
        f"PUT {SHOP}/parameters/Port",
        f"PUT {SHOP}",
    ]
    assert changes[2].json == {"name": "Port", "key": "port", "value": "80", "uuid": "P"}
    assert changes[3].json.items() >= {"uuid": "OURS", "secretOne": "kept"}.items()
    assert len(changes) == 6


def test_what_is_not_in_the_folder_is_deleted_where_asked_and_last(make_import, server, org, run, folder):
    accept(server)
    (folder / "gits").mkdir()
    server.on("GET", SHOP, {"name": "Shop"})
    server.on("PUT", SHOP, {})
    server.on("GET", f"{SHOP}/files/", {"items": [{"name": "old"}, {"name": "a"}]})
    server.on("GET", f"{SHOP}/parameters/", {"items": [{"name": "Old", "key": "old"}]})
    server.on("GET", f"{SHOP}/gits/", {"items": [{"name": "src"}]})
    gone = [f"{SHOP}/gits/src", f"{SHOP}/parameters/Old", f"{SHOP}/files/old"]
    for path in gone:
        server.on("DELETE", path, {})
    run(make_import(update_existing=True, delete_missing=True).import_application(org, folder))
    # The folder has no rpmmodules: an old export says nothing of those.
    assert server.lines[-3:] == [f"DELETE {path}" for path in gone]
    assert f"GET {SHOP}/rpmmodules/" not in server.lines


def test_nothing_is_deleted_unless_it_is_asked(make_import):
    with pytest.raises(ImportException, match="pass update_existing=True"):
        make_import(delete_missing=True)
    with pytest.raises(ImportException, match="parallel=0 is invalid"):
        make_import(parallel=0)


def test_a_backup_is_whole_and_private_and_overwrites_nothing(make_import, server, org, run, folder, tmp_path, read):
    accept(server)
    server.on("GET", SHOP, {"name": "Shop", "x": 1})
    server.on("PUT", SHOP, {})
    for part in ("files", "rpmmodules", "gits"):
        server.on("GET", f"{SHOP}/{part}/", {"items": [{"name": "g", "token": "t0p"}] if part == "gits" else []})
    for _ in range(2):
        run(make_import(update_existing=True, backup=tmp_path / "kept").import_application(org, folder))
    written = read(tmp_path / "kept")
    for name in ("Shop", "Shop-2"):
        assert json.loads(written[f"applications/{name}/definition.json"]) == {"name": "Shop", "x": 1}
        file = tmp_path / "kept" / "applications" / name / "gits" / "g" / "definition.json"
        assert b"t0p" in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("place", ["files/a", "files", "thumb", "definition.json", "gits", "gits/x"])
def test_a_symbolic_link_is_refused_before_anything_is_sent(make_import, server, org, run, folder, tmp_path, place):
    outside = tmp_path / "outside"
    outside.mkdir()
    target = folder / place
    if target.is_dir():
        (target / "a").unlink()
        target.rmdir()
    target.unlink(missing_ok=True)
    target.parent.mkdir(exist_ok=True)
    target.symlink_to(outside)
    with pytest.raises(UnusableFile, match="symbolic link"):
        run(make_import().import_application(org, folder))
    assert not [line for line in server.lines if not line.startswith("GET")]


def test_a_file_that_becomes_a_link_meanwhile_is_refused(make_import, server, org, run, folder):
    accept(server)
    importer = make_import(queue_actions=True)
    run(importer.import_application(org, folder))
    (folder / "files" / "a").unlink()
    with pytest.raises(ImportException, match="was deleted after"):
        run(importer.execute_queue())


def test_names_that_lead_outside_find_nothing_there(make_import, server, org, run, tmp_path):
    server.on("POST", f"{AT}/", {})
    (tmp_path / "secret").write_text("not yours")
    folder = write(tmp_path / "x" / "y", {"name": "Shop", "files": [{"name": "../../../secret"}]}, a=b"")
    importer = make_import()
    run(importer.import_application(org, folder))
    assert server.lines == [f"GET {SHOP}", f"POST {AT}/"]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"description": "nameless"}, "lacks the name"),
        ({"name": ""}, "lacks the name"),
        ({"name": 5}, "lacks the name"),
        ({"name": "Shop", "files": [{"path": "/x"}]}, "lists a file without a name"),
    ],
)
def test_a_definition_of_no_use_is_refused(make_import, server, org, run, tmp_path, document, message):
    with pytest.raises(ImportException, match=message):
        run(make_import().import_application(org, write(tmp_path / "x", document)))
    assert not [line for line in server.lines if not line.startswith("GET")]


def test_two_folders_of_one_entity_are_refused(make_import, server, org, run, folder):
    for name in ("one", "two"):
        write(folder / "gits" / name, {"name": "src"})
    with pytest.raises(ImportException, match="holds the same git"):
        run(make_import().import_application(org, folder))


def test_progress_is_told(make_import, server, org, run, folder):
    accept(server)
    seen = []
    run(make_import(progress=seen.append).import_application(org, folder))
    assert [(count.done, count.total) for count in seen] == [(1, 3), (2, 3), (3, 3)]


def test_an_action_of_no_kind_does_nothing(colour, run):
    action = colour.module("_transfer.actions").Action(True)
    assert action.conflict()
    for method in ("execute", "get_summary"):
        with pytest.raises(NotImplementedError):
            run(getattr(action, method)())
