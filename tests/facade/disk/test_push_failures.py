"""A push whose requests fail says what completed and what did not."""

from __future__ import annotations

import pytest

from comodit_client.rest.exceptions import ImportException

SHOP = "/organizations/A/applications/Shop"
FILES = [{"name": name} for name in "abcd"]


@pytest.fixture
def engine(colour):
    return lambda folder, **options: colour.module("sync").SyncEngine(folder, **options)


@pytest.fixture
def shop(meeting, met, run):
    """An application with four files that have no contents."""
    meeting.answers[f"GET {SHOP}"] = 200, {"name": "Shop", "files": FILES}
    for part, items in (("files", FILES), ("rpmmodules", []), ("gits", [])):
        meeting.answers[f"GET {SHOP}/{part}/"] = 200, {"items": items}
    for file in FILES:
        meeting.answers[f"GET {SHOP}/files/{file['name']}"] = 200, file
    return run(met.get_application("A", "Shop"))


@pytest.fixture
def folder(shop, make_export, run, tmp_path):
    """The application, exported; contents are added."""
    run(make_export().export_application(shop, tmp_path / "Shop"))
    for file in FILES:
        (tmp_path / "Shop" / "files" / file["name"]).write_bytes(b"x")
    return tmp_path / "Shop"


def upload(folder, name):
    return f"Upload file {name!r} of application 'Shop' from {str(folder / 'files' / name)!r}"


@pytest.mark.parametrize("failing", ["abcd", "bd"])
def test_all_uploads_that_failed_at_the_same_time_are_named(meeting, shop, folder, engine, run, failing):
    meeting.meets = lambda line: line.startswith("POST")
    for name in failing:
        meeting.answers[f"POST {SHOP}/files/{name}/content"] = 500, {"error": [f"no room for {name}"]}
    with pytest.raises(ImportException) as caught:
        run(engine(folder, parallel=4).push(shop))
    report, message = caught.value.report, str(caught.value)
    assert {report.failed, *report.also_failed} == {upload(folder, name) for name in failing}
    assert len(report.also_failed) == len(failing) - 1
    assert report.done == tuple(upload(folder, name) for name in "abcd" if name not in failing)
    assert report.not_attempted == ()
    assert f" - {4 - len(failing)} of 4 actions completed; nothing was rolled back. Fix the cause, then push" in message
    for name in failing:
        assert f"{upload(folder, name)} failed: " in message
        assert f"no room for {name}" in message


def test_what_was_not_attempted_counts(meeting, shop, folder, engine, run):
    meeting.answers[f"POST {SHOP}/files/b/content"] = 500, {"error": ["no room"]}
    with pytest.raises(ImportException, match=r"^Upload file 'b' .*no room.* - 1 of 4 actions completed") as caught:
        run(engine(folder, parallel=1).push(shop))
    report = caught.value.report
    assert report.done == (upload(folder, "a"),)
    assert report.not_attempted == (upload(folder, "c"), upload(folder, "d"))
    assert (report.failed, report.also_failed) == (upload(folder, "b"), ())
