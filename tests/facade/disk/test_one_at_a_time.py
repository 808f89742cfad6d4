"""One export, import or sync at a time uses a folder. Others fail at once, and nothing is damaged."""

from __future__ import annotations

from threading import Barrier, Thread

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.disk.lock import locked
from comodit_client.rest.exceptions import ExportException, ImportException, SyncException, UnusableFile

IN_USE = "another export, import or sync is using it"


@pytest.fixture
def folder(make_export, shop, run, tmp_path):
    run(make_export().export_application(shop, tmp_path / "o"))
    return tmp_path / "o"


@pytest.fixture
def use(colour, make_export, make_import, shop, run):
    """The ways to use a folder, by name."""
    organization = shop.client.organizations().new("A")
    sync = colour.module("sync")
    return {
        "export": lambda folder: run(make_export(True).export_application(shop, folder)),
        "import": lambda folder: run(make_import(True, True).import_application(organization, folder)),
        "missing": lambda folder: run(make_import().import_application_if_not_exist(organization, folder, [])),
        "status": lambda folder: run(sync.SyncEngine(folder).status(shop)),
        "pull": lambda folder: run(sync.SyncEngine(folder).pull(shop)),
        "push": lambda folder: run(sync.SyncEngine(folder).push(shop)),
        "provider": lambda folder: run(sync.LocalFileProvider(folder).thumb_exists()),
    }


@pytest.mark.parametrize(
    ("way", "error"),
    [
        ("export", ExportException),
        ("import", ImportException),
        ("missing", ImportException),
        ("status", SyncException),
        ("pull", SyncException),
        ("push", SyncException),
        ("provider", UnusableFile),
    ],
)
def test_all_are_kept_out_of_a_folder_that_is_written(use, folder, read, way, error):
    before = read(folder)
    with locked(folder, exclusive=True), pytest.raises(error, match=IN_USE):
        use[way](folder)
    assert read(folder) == before
    use[way](folder)
    assert [path.name for path in folder.parent.iterdir()] == ["o"]


@pytest.mark.parametrize(
    ("way", "free"),
    [("export", False), ("import", True), ("status", True), ("pull", False), ("push", False), ("provider", True)],
)
def test_those_that_write_are_kept_out_of_a_folder_that_is_read(use, folder, way, free):
    with locked(folder, exclusive=False):
        if free:
            use[way](folder)
        else:
            with pytest.raises((ExportException, SyncException), match=IN_USE):
                use[way](folder)


def test_an_export_holds_the_folder_while_it_runs(make_export, use, folder, shop, run):
    said = []

    def second(count):
        with pytest.raises(ImportException) as error, locked(folder, exclusive=False, error=ImportException):
            pass
        said.append(str(error.value))

    run(make_export(True, progress=second).export_application(shop, folder))
    assert said
    assert all(IN_USE in one for one in said)


def test_an_import_holds_the_folder_while_it_runs(make_import, server, shop, folder, run):
    server.on("GET", "/organizations/B/applications/Shop", (404, {"error": ["no"]}))
    said = []

    def second(count):
        with locked(folder, exclusive=False):
            said.append(count)
        with pytest.raises(UnusableFile, match=IN_USE), locked(folder, exclusive=True):
            pass

    for path in ("", "Shop/files/a.conf/content", "Shop/files/empty/content", "Shop/thumb", "Shop/rpmmodules/"):
        server.on("POST", f"/organizations/B/applications/{path}", {})
    server.on("POST", "/organizations/B/applications/Shop/gits/", {})
    run(make_import(progress=second).import_application(shop.client.organizations().new("B"), folder))
    assert len(said) == 6


def test_exports_of_many_threads_leave_one_whole(server, shop, read, tmp_path):
    folder, errors, ended = tmp_path / "o", [], []
    barrier = Barrier(4)

    def export(client):
        application = client.applications("A").wrap(shop.get_json())
        for _ in range(5):
            barrier.wait()
            try:
                Export(force=True).export_application(application, folder)
                ended.append(folder)
            except ExportException as error:
                errors.append(str(error))

    with Client("http://comodit.test/api", "UUU", "PPP", transport=httpx.MockTransport(server)) as client:
        Export().export_application(client.applications("A").wrap(shop.get_json()), folder)
        whole = read(folder)
        threads = [Thread(target=export, args=(client,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(ended) + len(errors) == 20
    assert ended
    assert all(IN_USE in error for error in errors)
    assert read(folder) == whole
    assert [path.name for path in tmp_path.iterdir()] == ["o"]
