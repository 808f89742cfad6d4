"""A sync that is interrupted: nothing is lost, the server holds a working state, and the next sync completes it."""

from __future__ import annotations

import json
import random
import shutil

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.api.sync import SyncEngine
from comodit_client.rest.exceptions import ImportException, SyncException, UnusableFile

from .conftest import tree
from .forks import Forks

DEFINITION = {
    "files": [{"name": "old.conf"}, {"name": "kept.conf", "mode": "644"}],
    "parameters": [
        {"name": "Port", "key": "port", "value": "80", "schema": {"type": "string"}},
        {"name": "Old", "key": "old", "schema": {"type": "string"}},
    ],
    "handlers": [{"do": [{"action": "update", "resource": "file://old.conf"}], "on": ["port"]}],
}
EDITED = {
    "description": "Mine",
    "files": [{"name": "kept.conf", "mode": "600"}, {"name": "new.conf"}],
    "parameters": [{"name": "Port", "key": "port", "value": "81", "schema": {"type": "string"}}],
    "handlers": [{"do": [{"action": "update", "resource": "file://new.conf"}], "on": ["port"]}],
}


class Failing(httpx.HTTPTransport):
    """Lets the n-th change fail, before the server hears of it or after it was done; or all requests from then on."""

    asked = 0
    last = 0
    when = "before"

    def handle_request(self, request):
        if request.method == "GET" and not (self.when == "for good" and 0 < self.last <= self.asked):
            return super().handle_request(request)
        self.asked += request.method != "GET"
        fails = self.asked == self.last or (self.when == "for good" and 0 < self.last <= self.asked)
        if fails and self.when == "killed":
            raise KeyboardInterrupt
        if fails and self.when != "after":
            return httpx.Response(500, json={"error": ["out of order"]})
        response = super().handle_request(request)
        if fails:
            response.read()
            raise httpx.ReadError("the answer was lost")
        return response


@pytest.fixture
def transport():
    return Failing()


@pytest.fixture
def organization(comodit_sandbox, transport):
    with Client(comodit_sandbox.url, "UUU", "PPP", transport=transport) as client:
        yield client.get_organization("OOO")


def edited(organization, name, home, pulled):
    """A new application, exported to a folder in which much is edited afterwards."""
    application = organization.applications().wrap({"name": name, **DEFINITION})
    application.create()
    for file in ("old.conf", "kept.conf"):
        application.files().wrap({"name": file}).set_content(b"content of " + file.encode())
    application.rpm_modules().create("nodejs", "18")
    application.gits().create("src", "https://git.example.net/x.git")
    folder = home / name
    Export().export_application(organization.get_application(name), folder)
    if pulled:
        assert SyncEngine(folder).pull(application) == []
    document = json.loads((folder / "definition.json").read_text())
    (folder / "definition.json").write_text(json.dumps({**document, **EDITED}))
    (folder / "files/old.conf").unlink()
    (folder / "files/kept.conf").write_bytes(b"mine")
    (folder / "files/new.conf").write_bytes(b"new")
    if pulled:  # what no definition names is known to be removed only where it was noted
        shutil.rmtree(folder / "gits/src")
    module = folder / "rpmmodules/nodejs/definition.json"
    module.write_text(module.read_text().replace('"18"', '"20"'))
    shutil.copytree(folder / "rpmmodules/nodejs", folder / "rpmmodules/php")
    other = folder / "rpmmodules/php/definition.json"
    other.write_text(other.read_text().replace("nodejs", "php"))
    return application, folder


def files_of(folder):
    """What is in a folder, but for the note, what a killed run was writing, and empty folders."""
    return {
        name: content
        for name, content in tree(folder).items()
        if not name.split("/")[-1].startswith(".") and not name.endswith("/")
    }


def check(application, folder):
    application.refresh()
    assert application.description == "Mine"
    assert {file.name: file.read_bytes() for file in application.files().list()} == {
        "kept.conf": b"mine",
        "new.conf": b"new",
    }
    assert [parameter.value for parameter in application.parameters().list()] == ["81"]
    assert {module.name: module.stream for module in application.rpm_modules().list()} == {"nodejs": "20", "php": "20"}
    assert SyncEngine(folder).status(application) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pulled", "when"), [(True, "before"), (False, "after"), (True, "for good"), (False, "killed"), (True, "killed")]
)
def test_a_push_that_failed_midway_is_ended_by_the_next(organization, transport, tmp_path, pulled, when):
    """Wherever it stops, handlers are there and the files that they name, which no removal comes before."""
    application, folder = edited(organization, "Whole", tmp_path, pulled)
    transport.asked = 0
    SyncEngine(folder).push(application)
    check(application, folder)
    changes = transport.asked
    assert changes > 8
    for last in range(1, changes + 1):
        application, folder = edited(organization, f"Part{last}", tmp_path, pulled)
        transport.asked, transport.last, transport.when = 0, last, when
        before = files_of(folder)
        try:
            SyncEngine(folder).push(application)
        except ImportException as error:
            assert when != "killed"
            assert error.report.failed
            assert str(error).endswith("nothing was rolled back. Fix the cause, then push again")
        except KeyboardInterrupt:
            assert when == "killed"
        else:
            assert when == "after"  # what can be sent twice is sent again
            assert transport.asked == changes + 1
        transport.last = 0
        assert files_of(folder) == before
        application.refresh()
        files = {file.name for file in application.files().list()}
        (handler,) = application.get_json()["handlers"]
        assert handler["do"][0]["resource"].removeprefix("file://") in files
        SyncEngine(folder).push(application)
        check(application, folder)


@pytest.fixture
def stopped(organization, transport, tmp_path):
    """An application and its folder, after a push that was killed when half was sent."""
    application, folder = edited(organization, "Shop", tmp_path, pulled=False)
    transport.asked, transport.last, transport.when = 0, 5, "killed"
    with pytest.raises(KeyboardInterrupt):
        SyncEngine(folder).push(application)
    transport.last = 0
    return application, folder


def test_what_was_edited_since_a_stopped_push_goes_with_the_next(stopped):
    application, folder = stopped
    document = json.loads((folder / "definition.json").read_text())
    document["files"][0]["mode"] = "640"
    document["description"] = "Mine, too"
    (folder / "definition.json").write_text(json.dumps(document))
    (folder / "files/kept.conf").write_bytes(b"mine, too")
    SyncEngine(folder).push(application)
    application.refresh()
    assert application.description == "Mine, too"
    assert application.get_file("kept.conf").mode == "640"
    assert application.get_file("kept.conf").read_bytes() == b"mine, too"
    assert SyncEngine(folder).status(application) == []


def test_what_somebody_else_changed_since_a_stopped_push_is_a_conflict(stopped):
    application, folder = stopped
    application.refresh()
    application.description = "Theirs"
    application.update()
    application.files().wrap({"name": "kept.conf"}).set_content(b"theirs")
    with pytest.raises(SyncException) as caught:
        SyncEngine(folder).push(application)
    assert caught.value.conflicts == ["definition.json", "files/kept.conf"]
    SyncEngine(folder, on_conflict="server").pull(application)
    application.description = "Mine"  # what it was to be once is nothing of that push any more
    application.update()
    assert [diff.side for diff in SyncEngine(folder).status(application) if diff.key == "definition.json"] == ["server"]


def test_what_somebody_else_made_since_a_stopped_push_is_a_conflict(stopped):
    application, folder = stopped
    assert not application.rpm_modules().exists("php")
    application.rpm_modules().create("php", "7")
    with pytest.raises(SyncException) as caught:
        SyncEngine(folder).push(application)
    assert caught.value.conflicts == ["rpmmodules/php/definition.json"]


def test_what_somebody_else_deleted_since_a_stopped_push_is_a_conflict(stopped):
    application, folder = stopped
    application.parameters().get("Port").delete()
    with pytest.raises(SyncException) as caught:
        SyncEngine(folder).push(application)
    assert caught.value.conflicts == ["definition.json"]


@pytest.mark.parametrize("text", ["{}", "5", '{"had": {"[": ""}, "sent": {}}', '{"had": {"5": ""}, "sent": {}}'])
def test_what_was_noted_of_a_push_and_tampered_with_is_refused(stopped, text):
    application, folder = stopped
    (folder / ".comodit-sync-push.json").write_text(f'{{"definition.json": {text}}}')
    with pytest.raises(UnusableFile, match="is not what a push wrote"):
        SyncEngine(folder).push(application)


def test_an_export_makes_a_stopped_push_void(stopped):
    application, folder = stopped
    Export(force=True).export_application(application, folder)
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


#: Pulls into a folder; the process kills itself before its n-th change of the disk there.
SCRIPT = """
import os, signal
from comodit_client.api import Client
from comodit_client.api.sync import SyncEngine

CHANGING = ("os.rename", "os.mkdir", "os.rmdir", "os.remove", "open")

def run(url, folder, last):
    changes = 0

    def watch(event, args):
        nonlocal changes
        path = str(args[0])  # relative to a handle of its folder, or absolute
        here = folder in path or not os.path.isabs(path)
        if event in CHANGING and here and (event != "open" or args[2] & (os.O_WRONLY | os.O_RDWR)):
            changes += 1
            if changes == last:
                os.kill(os.getpid(), signal.SIGKILL)

    with Client(url, "UUU", "PPP") as client:
        application = client.get_application("OOO", "Shop")
        sys.addaudithook(watch)
        SyncEngine(folder).pull(application)
    return changes

import sys
with Client(sys.argv[2], "UUU", "PPP") as client:  # imports all modules
    SyncEngine(sys.argv[3]).status(client.get_application("OOO", "Shop"))
"""


@pytest.fixture
def changed(organization, tmp_path):
    """An application that was exported, and then changed in many ways on the server; a content is edited, too."""
    application = organization.applications().wrap({"name": "Shop", **DEFINITION})
    application.create()
    for file in ("old.conf", "kept.conf"):
        application.files().wrap({"name": file}).set_content(b"content of " + file.encode())
    application.rpm_modules().create("nodejs", "18")
    application.gits().create("src", "https://git.example.net/x.git")
    application.refresh()
    Export().export_application(application, tmp_path / "o")
    return application


def change(application):
    application.description = "Theirs"
    application.set_json({**application.get_json(), "handlers": []})
    application.update()
    application.files().wrap({"name": "old.conf"}).delete()
    application.files().wrap({"name": "new.conf"}).create()
    application.files().wrap({"name": "new.conf"}).set_content(b"new")
    application.set_thumbnail_content(b"GIF89a")
    application.gits().wrap({"name": "src"}).delete()
    application.rpm_modules().create("php", "8")
    module = application.rpm_modules().get("nodejs")
    module.stream = "20"
    module.update()


@pytest.fixture
def forks(changed, comodit_sandbox, tmp_path):
    with Forks(SCRIPT, comodit_sandbox.url, str(tmp_path / "o")) as forks:
        yield forks


@pytest.mark.slow
@pytest.mark.parametrize("pulled", [True, False])
def test_a_pull_that_was_killed_lost_nothing_and_the_next_ends_it(
    organization, changed, comodit_sandbox, forks, tmp_path, pulled
):
    folder, saved, url = tmp_path / "o", tmp_path / "saved", comodit_sandbox.url
    if pulled:
        SyncEngine(folder).pull(changed)
        (folder / "files/kept.conf").write_bytes(b"mine")
    (folder / "README").write_text("mine")
    change(changed)
    shutil.copytree(folder, saved)
    old = files_of(folder)
    changes = forks.run(url, str(folder), 0)
    new = files_of(folder)
    assert (new["files/new.conf"], "files/old.conf" in new, "thumb" in new) == (b"new", False, True)
    assert new["README"] == b"mine"
    assert new["files/kept.conf"] == (b"mine" if pulled else b"content of kept.conf")

    points = random.Random(6).sample(range(1, changes + 1), min(20 if pulled else 10, changes))
    for last in points:
        shutil.rmtree(folder)
        shutil.copytree(saved, folder)
        assert forks.run(url, str(folder), last) is None
        left = files_of(folder)
        assert all(content in (old.get(name), new.get(name)) for name, content in left.items())
        assert left.keys() >= old.keys() & new.keys()
        engine = SyncEngine(folder)
        engine.pull(changed)
        assert files_of(folder) == new, last
        engine.status(changed)
        assert engine.left_out == [], "nothing is left behind that no definition names"
    assert len(points) >= 10
