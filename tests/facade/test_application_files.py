"""Files, parameters and the picture of an application."""

from __future__ import annotations

import io
from copy import deepcopy
from urllib.parse import quote

import httpx
import pytest

from comodit_client.rest.exceptions import Conflict, EntityNotFoundException, UnusableFile
from tests.conftest import echo

APP = "/organizations/A/applications/Web"
FILE = f"{APP}/files/on%20install.sh"
PARAMETER = f"{APP}/parameters/HTTP%20port"
CONF = {"name": "on install.sh", "path": "/opt/x.sh", "mode": "755", "template": {"name": "x", "own": 1}, "mine": [1]}
PORT = {"name": "HTTP port", "key": "port", "value": 80, "schema": {"type": "integer", "secret": False}, "mine": 1}
DOCUMENT = {"name": "Web", "files": [CONF], "parameters": [PORT]}
PNG = b"\x89PNG\r\n\x1a\n\x00\xff"


@pytest.fixture
def app(client):
    return client.applications("A").wrap(deepcopy(DOCUMENT))


@pytest.fixture
def file(app):
    return app.files_f[0]


def sent(server):
    """The part of the last form: its head, and its content."""
    kind = server.last.headers["content-type"]
    assert kind.startswith("multipart/form-data; boundary=")
    head, _, content = server.last.content.partition(b"\r\n\r\n")
    return head.decode(), content.rpartition(b"\r\n--")[0]


def test_files_of_the_definition_belong_to_the_collection(app, file, server, run):
    assert file.url == "organizations/A/applications/Web/files/on install.sh/"
    assert file.content_url == f"{file.url}content"
    server.on("DELETE", FILE, httpx.Response(204))
    run(file.delete())
    assert server.lines == [f"DELETE {FILE}"]
    assert app.parameters_f[0].url == "organizations/A/applications/Web/parameters/HTTP port/"


def test_a_file_goes_back_whole(app, server, run):
    server.on("GET", FILE, CONF)
    server.on("PUT", FILE, echo)
    file = run(app.get_file("on install.sh"))
    file.file_path, file.owner, file.group, file.mode = "/opt/y.sh", "web", "adm", "700"
    file.template.delimiter.start = "##"
    file.template.delimiter.end = "##"
    run(file.update())
    assert server.last.json == {
        **CONF,
        "path": "/opt/y.sh",
        "mode": "700",
        "template": {"name": "x", "own": 1, "delimiter": {"start": "##", "end": "##"}},
        "owner": "web",
        "group": "adm",
    }


def test_a_file_is_described_by_what_is_given(app, server, run):
    server.on("POST", f"{APP}/files/", echo)
    made = run(app.files().create("gate.conf", "/etc/gate.conf", mode="640", group=None))
    assert server.last.json == {
        "name": "gate.conf",
        "path": "/etc/gate.conf",
        "owner": "root",
        "mode": "640",
        "template": {"name": "gate.conf"},
    }
    assert made.url == "organizations/A/applications/Web/files/gate.conf/"


def test_a_template_is_given_taken_away_and_absent(app, colour):
    files = colour.module("files")
    file = app.files().wrap({"name": "x"})
    assert file.template.name == ""
    assert file.template.delimiter.start is None
    assert file.get_json() == {"name": "x"}
    file.template.name = "y"
    assert file.get_json() == {"name": "x", "template": {"name": "y"}}
    file.template = files.File(None, {"name": "z"})
    assert isinstance(file.template, files.File)
    assert file.get_json() == {"name": "x", "template": {"name": "z"}}
    del file.template
    assert file.get_json() == {"name": "x"}


def test_what_is_added_here_is_sent_at_creation(client, colour, server, run):
    server.on("POST", "/organizations/A/applications/", {"name": "Web"})
    app = client.applications("A").new("Web")
    app.add_file(app.files().new("a.conf", "/etc/a.conf"))
    app.add_parameter(app.parameters().new("Port", "port", "", 80))
    app.files_f = [*app.files_f, {"name": "b.conf"}]
    app.parameters_f.append(colour.module("parameters").Parameter(None, {"name": "Tags", "key": "tags"}))
    run(app.create())
    assert [file["name"] for file in server.last.json["files"]] == ["a.conf", "b.conf"]
    assert server.last.json["parameters"] == [
        {"name": "Port", "key": "port", "description": "", "value": 80},
        {"name": "Tags", "key": "tags"},
    ]
    for member in ("files_f", "parameters_f"):
        setattr(app, member, None)
        assert list(getattr(app, member)) == []
        delattr(app, member)
    assert app.get_json() == {"name": "Web"}


def test_a_content_is_read_from_a_local_file_and_sent_as_one_part(file, server, run, tmp_path):
    server.on("POST", f"{FILE}/content", httpx.Response(204))
    path = tmp_path / "local café.txt"
    path.write_bytes(b"listen = ${port}\n\xff")
    for given in (path, str(path)):
        assert run(file.set_content(given)) is None
        head, content = sent(server)
        assert 'name="file"' in head
        assert "Content-Type: text/plain" in head
        assert content == b"listen = ${port}\n\xff"


@pytest.mark.parametrize("content", [b"--+++ abc", io.BytesIO(b"--+++ abc")])
def test_a_content_may_be_in_memory(file, server, run, content):
    server.on("POST", f"{FILE}/content", {"name": "on install.sh"})
    run(file.set_content(content))
    head, got = sent(server)
    assert 'filename="on install.sh"' in head
    assert got == b"--+++ abc"


@pytest.mark.parametrize("path", ["missing.conf", ".", "a\0b", None, 3])
def test_a_local_file_that_is_not_there_is_told_and_nothing_is_sent(file, server, run, tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnusableFile):
        run(file.set_content(path))
    assert server.asked == []


def test_an_upload_that_is_refused_is_told(file, server, run):
    server.on("POST", f"{FILE}/content", (409, {"error": ["Application is locked"]}))
    with pytest.raises(Conflict, match="Application is locked"):
        run(file.set_content(b"x"))


def test_a_content_is_read_as_bytes_and_as_text(file, server, run):
    server.on("GET", f"{FILE}/content", b"caf\xc3\xa9 \xff!")
    assert run(file.read_bytes()) == b"caf\xc3\xa9 \xff!"
    assert run(file.get_content()).read(3) == b"caf"
    assert run(file.read_content("ignore")) == "café !"
    assert server.lines == [f"GET {FILE}/content"] * 3


def test_a_content_that_was_never_set_is_told(file, run):
    for read in (file.read_bytes, file.get_content, file.read_content):
        with pytest.raises(EntityNotFoundException):
            run(read())


@pytest.mark.parametrize("name", ["a/b", "100%", "what?", "no#1", "DB Master", "../x"])
def test_odd_names_reach_what_they_name(client, server, run, name):
    path = f"/organizations/A/applications/{quote(name, safe='')}"
    server.on("GET", f"{path}/files/{quote(name, safe='')}", {"name": name})
    server.on("GET", f"{path}/files/{quote(name, safe='')}/content", b"x")
    server.on("GET", f"{path}/parameters/{quote(name, safe='')}", {"name": name})
    app = client.applications("A").new(name)
    assert run(run(app.get_file(name)).read_content()) == "x"
    assert run(app.get_parameter(name)).name == name
    assert len(server.asked) == 3


def test_a_parameter_from_first_to_last(app, server, run):
    server.on("POST", f"{APP}/parameters/", echo)
    server.on("GET", PARAMETER, PORT)
    server.on("PUT", PARAMETER, echo)
    server.on("DELETE", PARAMETER, httpx.Response(204))
    made = run(app.parameters().create("HTTP port", "port"))
    assert server.last.json == {"name": "HTTP port", "key": "port", "description": "", "value": None}
    assert made.value is None
    parameter = run(app.get_parameter("HTTP port"))
    parameter.value = {"lo": 1}
    parameter.schema.secret = True
    run(parameter.update())
    assert server.last.json == {**PORT, "value": {"lo": 1}, "schema": {"type": "integer", "secret": True}}
    run(parameter.rename("Port"))
    assert (server.last.json["name"], parameter.name) == ("Port", "Port")
    run(app.parameters().delete("HTTP port"))
    assert server.lines[2:] == [f"PUT {PARAMETER}", f"PUT {PARAMETER}", f"DELETE {PARAMETER}"]


def test_the_default_of_a_secret_parameter_is_not_shown(app, capsys):
    parameter = app.parameters().wrap({"name": "Password", "value": "hush", "schema": {"secret": True}})
    parameter.show()
    assert "hush" not in capsys.readouterr().out + repr(parameter)


def test_a_picture_is_sent_and_read(app, server, run, tmp_path):
    server.on("POST", f"{APP}/thumb", httpx.Response(204))
    server.on("GET", f"{APP}/thumb", PNG)
    path = tmp_path / "thumb.png"
    path.write_bytes(PNG)
    written = io.BytesIO()
    written.write(PNG)
    for given in (path, str(path), PNG, written):
        run(app.set_thumbnail_content(given))
        head, content = sent(server)
        assert 'name="file"' in head
        assert content == PNG
    assert run(app.read_thumbnail_content()) == PNG
    assert run(app.get_thumbnail_content()).read(4) == b"\x89PNG"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"<svg/>"])
def test_a_picture_of_any_type_is_sent_as_it_is(app, server, run, content):
    server.on("POST", f"{APP}/thumb", {})
    run(app.set_thumbnail_content(content))
    assert server.last.content.partition(b"\r\n\r\n")[2].startswith(content + b"\r\n--")


def test_a_picture_that_cannot_be_read_raises_and_nothing_is_sent(app, server, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnusableFile):
        run(app.set_thumbnail_content("missing.png"))
    assert server.asked == []


def test_a_picture_that_is_missing_is_told(app, run):
    for read in (app.read_thumbnail_content, app.get_thumbnail_content):
        with pytest.raises(EntityNotFoundException):
            run(read())
