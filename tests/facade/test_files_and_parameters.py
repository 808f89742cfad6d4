"""Files and parameters of platforms and distributions: templates, their contents, the settings that are expected."""

from __future__ import annotations

import io
import os
from copy import deepcopy
from urllib.parse import quote

import httpx
import pytest

from comodit_client.rest.exceptions import (
    ApiException,
    BadRequest,
    Conflict,
    EntityNotFoundException,
    InvalidName,
    InvalidText,
    ServerError,
    UnusableFile,
)
from tests.conftest import echo

FILE = {"name": "boot file", "delimiter": {"start": "${", "end": "}", "trim": True}, "version": 2, "mine": [None]}
PARAMETER = {
    "name": "RAM size",
    "key": "ram",
    "value": 1024,
    "schema": {"type": "integer", "minimum": 64, "secret": False},
    "version": 1,
    "mine": {"x": 1},
}
DOCUMENT = {"name": "X", "files": [FILE], "parameters": [PARAMETER]}


@pytest.fixture(params=["platforms", "distributions"])
def kind(request):
    """The family of the owner."""
    return request.param


@pytest.fixture
def owner(client, kind):
    return getattr(client, kind)("A").wrap(deepcopy(DOCUMENT))


@pytest.fixture
def files(kind):
    """The path of the collection of files."""
    return f"/organizations/A/{kind}/X/files/"


@pytest.fixture
def parameters(kind):
    """The path of the collection of parameters."""
    return f"/organizations/A/{kind}/X/parameters/"


@pytest.fixture
def content(files):
    """The path of the content of the first file."""
    return f"{files}boot%20file/content"


def sent(server):
    """The part of the last form: its head, and its content."""
    assert server.last.headers["content-type"].startswith("multipart/form-data; boundary=")
    head, _, content = server.last.content.partition(b"\r\n\r\n")
    return head.decode(), content.rpartition(b"\r\n--")[0]


def test_a_file_from_first_to_last(owner, files, server, run):
    path = f"{files}boot%20file"
    server.on("POST", files, echo)
    server.on("GET", path, FILE)
    server.on("PUT", path, echo)
    server.on("DELETE", path, httpx.Response(204))
    made = run(owner.files().create("boot file"))
    assert server.last.json == {"name": "boot file"}
    assert made.content_url == f"{files[1:]}boot file/content"
    file = run(owner.get_file("boot file"))
    file.delimiter.start = file.delimiter.end = "##"
    run(file.update())
    assert server.last.json == {**FILE, "delimiter": {"start": "##", "end": "##", "trim": True}}
    run(file.rename("boot"))
    assert (server.last.json["name"], file.name) == ("boot", "boot")
    run(owner.files().delete("boot file"))
    assert server.lines == [f"POST {files}", f"GET {path}", f"PUT {path}", f"PUT {path}", f"DELETE {path}"]


def test_files_are_listed_and_those_of_the_owner_belong_to_the_collection(owner, colour, files, server, run):
    server.on("GET", files, {"items": [FILE, {"name": "b"}]})
    server.on("PUT", f"{files}boot%20file", echo)
    assert [file.name for file in colour.each(owner.files())] == ["boot file", "b"]
    run(owner.files_f[0].update())
    assert server.last.json == FILE
    assert server.lines == [f"GET {files}", f"PUT {files}boot%20file"]


def test_delimiters_are_given_taken_away_and_absent(owner, colour):
    delimiter = colour.module("files").Delimiter
    file = owner.files().new("x")
    assert (file.delimiter.start, file.delimiter.end) == (None, None)
    assert file.get_json() == {"name": "x"}
    file.delimiter.end = "%>"
    assert file.get_json() == {"name": "x", "delimiter": {"end": "%>"}}
    file.delimiter = delimiter({"start": "<%", "end": "%>"})
    assert file.get_json()["delimiter"] == {"start": "<%", "end": "%>"}
    del file.delimiter
    assert file.get_json() == {"name": "x"}


def test_a_missing_file_is_told_and_its_deletion_is_silent(owner, files, server, run):
    with pytest.raises(EntityNotFoundException):
        run(owner.get_file("boot file"))
    run(owner.files_f[0].delete())
    assert server.lines == [f"GET {files}boot%20file", f"DELETE {files}boot%20file"]


@pytest.mark.parametrize("name", ["a/b", "../x", "100%", "what?", "no#1", "Größe", "日本.conf"])
def test_odd_names_reach_what_they_name(owner, files, parameters, server, run, name):
    segment = quote(name, safe="")
    server.on("GET", f"{files}{segment}", {"name": name})
    server.on("GET", f"{files}{segment}/content", b"x")
    server.on("GET", f"{parameters}{segment}", {"name": name})
    assert run(run(owner.get_file(name)).read_bytes()) == b"x"
    assert run(owner.get_parameter(name)).name == name
    assert len(server.asked) == 3


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_what_is_no_name_is_refused_and_nothing_is_sent(owner, server, run, name):
    for ask in (owner.get_file, owner.get_parameter, owner.files().delete):
        with pytest.raises(InvalidName):
            run(ask(name))
    with pytest.raises(InvalidName):
        run(owner.files().new(name).set_content(b"x"))
    assert server.asked == []


@pytest.mark.parametrize("name", ["boot.cfg", "Größe 日本.conf", 'a"b.txt', "no suffix"])
def test_a_content_is_read_from_a_local_file_and_sent_as_one_part(owner, content, server, run, tmp_path, name):
    server.on("POST", content, httpx.Response(204))
    path = tmp_path / "Ordner mit ß" / name
    path.parent.mkdir()
    path.write_bytes(b"ip=${ip}\r\n\xff\x00")
    for given in (path, str(path)):
        assert run(owner.files_f[0].set_content(given)) is None
        head, got = sent(server)
        assert 'name="file"' in head
        assert got == b"ip=${ip}\r\n\xff\x00"
    assert server.lines == [f"POST {content}"] * 2


@pytest.mark.parametrize("given", [b"", bytearray(b"xy"), io.BytesIO(b"xyz")])
def test_a_content_may_be_in_memory(owner, content, server, run, given):
    server.on("POST", content, FILE)
    run(owner.files_f[0].set_content(given))
    head, got = sent(server)
    assert 'filename="boot file"' in head
    assert got == (given.getvalue() if isinstance(given, io.BytesIO) else given)


def test_a_content_that_cannot_be_read_is_told_and_nothing_is_sent(owner, server, run, tmp_path, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(13, "Permission denied")

    file = owner.files_f[0]
    (tmp_path / "ordner").mkdir()
    for given, reason in (
        (tmp_path / "fehlt.conf", "No such file"),
        (os.fspath(tmp_path / "ordner"), "Is a directory"),
        (io.StringIO("x"), "open for reading bytes"),
        (None, "Cannot upload"),
    ):
        with pytest.raises(UnusableFile, match=reason):
            run(file.set_content(given))
    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(UnusableFile, match=r"secret\.conf.*Permission denied"):
        run(file.set_content(tmp_path / "secret.conf"))
    assert server.asked == []


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ((404, {"error": ["File boot file does not exist"]}), EntityNotFoundException),
        ((409, {"error": ["It is locked"]}), Conflict),
        ((413, {"error": ["It is too large"]}), ApiException),
        ((500, {"error": ["No room left"]}), ServerError),
    ],
)
def test_an_upload_that_is_refused_is_told(owner, content, server, run, answer, error):
    server.on("POST", content, answer)
    with pytest.raises(error, match=answer[1]["error"][0]):
        run(owner.files_f[0].set_content(b"x"))


def test_a_content_is_read_as_bytes_and_as_text(owner, content, server, run):
    server.on("GET", content, b"caf\xc3\xa9 \xff!")
    file = owner.files_f[0]
    assert run(file.read_bytes()) == b"caf\xc3\xa9 \xff!"
    assert run(file.get_content()).read() == b"caf\xc3\xa9 \xff!"
    assert run(file.read_content(errors="ignore")) == "café !"
    assert run(file.read_content("replace")) == "café \ufffd!"
    assert server.lines == [f"GET {content}"] * 4


@pytest.mark.parametrize("errors", ["strict", "xmlcharrefreplace"])
def test_a_content_that_is_not_utf_8_raises(owner, content, server, run, errors):
    file = owner.files_f[0]
    server.on("GET", content, "café".encode())
    assert run(file.read_content()) == "café"
    server.on("GET", content, b"caf\xe9!")
    with pytest.raises(InvalidText, match="Cannot read 'boot file' as text: ") as raised:
        run(file.read_content(errors=errors))
    assert isinstance(raised.value, UnicodeError)
    with pytest.raises(InvalidText, match="invalid continuation byte at byte 3"):
        run(file.read_content())


@pytest.mark.parametrize("errors", ["", "nonsense", None, 1, "a\0b"])
def test_an_unknown_error_handler_raises_and_nothing_is_sent(owner, server, run, errors):
    with pytest.raises(InvalidText, match="Invalid errors="):
        run(owner.files_f[0].read_content(errors))
    assert server.asked == []


def test_a_content_that_was_never_set_is_told(owner, server, run):
    file = owner.files_f[0]
    for read in (file.read_bytes, file.get_content, file.read_content):
        with pytest.raises(EntityNotFoundException):
            run(read())
    assert len(server.asked) == 3


def test_a_parameter_from_first_to_last(owner, parameters, server, run):
    path = f"{parameters}RAM%20size"
    server.on("POST", parameters, echo)
    server.on("GET", path, PARAMETER)
    server.on("PUT", path, echo)
    server.on("DELETE", path, httpx.Response(204))
    run(owner.parameters().create("RAM size", "ram", "in MB", [512, {"huge": None}]))
    assert server.last.json == {
        "name": "RAM size",
        "key": "ram",
        "description": "in MB",
        "value": [512, {"huge": None}],
    }
    parameter = run(owner.get_parameter("RAM size"))
    parameter.value, parameter.schema.secret = 2048, True
    run(parameter.update())
    assert server.last.json == {**PARAMETER, "value": 2048, "schema": {**PARAMETER["schema"], "secret": True}}
    run(parameter.delete())
    assert server.lines == [f"POST {parameters}", f"GET {path}", f"PUT {path}", f"DELETE {path}"]


def test_parameters_are_listed_and_those_of_the_owner_belong_to_the_collection(owner, colour, parameters, server, run):
    server.on("GET", parameters, {"items": [PARAMETER, {"name": "b"}]})
    server.on("DELETE", parameters, httpx.Response(204))
    assert [parameter.key for parameter in colour.each(owner.parameters())] == ["ram", None]
    assert owner.parameters_f[0].url == f"{parameters[1:]}RAM size/"
    run(owner.parameters().clear())
    assert server.lines == [f"GET {parameters}", f"DELETE {parameters}"]


def test_a_default_that_does_not_fit_its_schema_is_told_as_the_server_says_it(owner, parameters, server, run):
    refusal = (400, {"error": ["The default of parameter ram must be an integer"]})
    server.on("POST", parameters, refusal)
    server.on("PUT", f"{parameters}RAM%20size", refusal)
    with pytest.raises(BadRequest, match="must be an integer") as caught:
        run(owner.parameters().create("RAM size", "ram", "", "much"))
    assert caught.value.code == 400
    parameter = owner.parameters_f[0]
    parameter.value = "much"
    with pytest.raises(BadRequest, match="must be an integer"):
        run(parameter.update())
    assert parameter.value == "much"


def test_the_default_of_a_secret_parameter_is_not_shown(owner, capsys):
    parameter = owner.parameters().wrap({"name": "Token", "key": "token", "value": "hush", "schema": {"secret": True}})
    owner.add_parameter(parameter)
    parameter.show()
    owner.show()
    assert "hush" not in capsys.readouterr().out + repr(parameter) + repr(owner)
    assert parameter.value == "hush"
