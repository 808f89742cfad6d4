"""Exports of single entities from a canned server."""

from __future__ import annotations

import json

import httpx
import pytest

from comodit_client.rest.exceptions import ExportException, ServerError, TransportError

from .conftest import PNG

AT = "/organizations/A/applications/Shop"


def names_beside(folder):
    return sorted(path.name for path in folder.parent.iterdir())


def test_an_application_is_written_as_the_original_did(make_export, shop, run, read, tmp_path):
    run(make_export(with_secrets=True).export_application(shop, tmp_path / "a" / "b"))
    assert read(tmp_path / "a" / "b") == {
        "definition.json": json.dumps(shop.get_json(), indent=4).encode(),
        "files/a.conf": b"\xff\x00\r\n",
        "files/empty": b"",
        "gits/src/definition.json": b'{\n    "name": "src",\n    "token": "t0ken-in-clear",\n    "branch": null\n}',
        "rpmmodules/nodejs/definition.json": b'{\n    "name": "nodejs",\n    "stream": "18"\n}',
        "thumb": PNG,
    }
    assert b"\\u00e9" in (tmp_path / "a" / "b" / "definition.json").read_bytes()


def test_each_thing_is_asked_for_once(make_export, shop, server, run, tmp_path):
    run(make_export().export_application(shop, str(tmp_path / "a")))
    contents = [f"GET {AT}/files/{name}/content" for name in ("a.conf", "empty", "never")]
    lists = [f"GET {AT}/{part}" for part in ("files/", "thumb", "rpmmodules/", "gits/")]
    assert sorted(server.lines) == sorted(lists + contents)


def test_one_request_at_a_time_gives_the_same(make_export, shop, run, read, tmp_path):
    run(make_export(parallel=1).export_application(shop, tmp_path / "one"))
    run(make_export(parallel=8).export_application(shop, tmp_path / "many"))
    assert read(tmp_path / "one") == read(tmp_path / "many")


def test_none_at_a_time_is_refused(make_export):
    with pytest.raises(ExportException, match="parallel=0"):
        make_export(parallel=0)


def test_secrets_are_left_out_and_told(make_export, shop, run, read, tmp_path):
    shop.set_json(
        {
            "name": "Shop",
            "parameters": [
                {"name": "pw", "schema": {"secret": True, "default": "hush-1"}, "value": "hush-2"},
                {"name": "list", "schema": {"items": {"password": True}}, "value": ["hush-3", "hush-4"]},
                {"name": "port", "schema": {"type": "integer"}, "value": 80},
                {
                    "name": "db",
                    "schema": {"properties": {"pw": {"secret": True}, "host": {}}},
                    "value": {"pw": "hush-5", "host": "h", "more": 1},
                },
            ],
            "users": [{"name": "u", "password": "hush-6"}, {"name": "v", "password": None}],
        }
    )
    export = make_export()
    run(export.export_application(shop, tmp_path / "a"))
    written = read(tmp_path / "a")
    assert not [name for name, text in written.items() if b"hush" in text or b"t0ken" in text]
    definition = json.loads(written["definition.json"])
    assert [parameter.get("value") for parameter in definition["parameters"]] == [
        None,
        [],
        80,
        {"host": "h", "more": 1},
    ]
    assert definition["users"] == [{"name": "u"}, {"name": "v", "password": None}]
    assert export.left_out == [
        "definition.json: parameters.0.schema.default",
        "definition.json: parameters.0.value",
        "definition.json: parameters.1.value.0",
        "definition.json: parameters.1.value.1",
        "definition.json: parameters.3.value.pw",
        "definition.json: users.0.password",
        "gits/src/definition.json: token",
    ]
    assert shop.users[0].password == "hush-6", "what is exported is not changed"


def test_files_with_secrets_are_for_their_owner_alone(make_export, shop, run, tmp_path):
    export = make_export(with_secrets=True)
    run(export.export_application(shop, tmp_path / "a"))
    modes = {path.parent.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("definition.json")}
    assert modes["src"] == 0o600
    assert modes["nodejs"] & 0o044
    assert export.left_out == []


def test_a_folder_with_something_in_it_is_refused_before_any_request(make_export, shop, server, run, read, tmp_path):
    (tmp_path / "readme.txt").write_text("mine")
    with pytest.raises(ExportException, match="already exists and is not empty"):
        run(make_export().export_application(shop, tmp_path))
    with pytest.raises(ExportException, match="not an export"):
        run(make_export(True).export_application(shop, tmp_path))
    with pytest.raises(ExportException, match="not a folder"):
        run(make_export(True).export_application(shop, tmp_path / "readme.txt"))
    assert server.lines == []
    assert read(tmp_path) == {"readme.txt": b"mine"}


def test_force_replaces_the_whole_but_for_hidden_entries(make_export, shop, run, read, tmp_path):
    folder = tmp_path / "a"
    run(make_export().export_application(shop, folder))
    fresh = read(folder)
    (folder / "files" / "stale").write_text("old")
    (folder / "jobs" / "old").mkdir(parents=True)
    (folder / "thumb").unlink()
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref")
    folder.chmod(0o700)
    run(make_export(force=True).export_application(shop, folder))
    assert read(folder) == fresh | {".git/HEAD": b"ref"}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert names_beside(folder) == ["a"]


def test_a_link_to_a_folder_stays_a_link(make_export, shop, run, read, tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    run(make_export().export_application(shop, tmp_path / "link"))
    assert (tmp_path / "link").is_symlink()
    assert "definition.json" in read(tmp_path / "real")


@pytest.mark.parametrize("part", ["files/", "files/a.conf/content", "thumb", "gits/"])
def test_a_failure_leaves_what_was_there(make_export, shop, server, run, read, tmp_path, part):
    folder = tmp_path / "a"
    run(make_export().export_application(shop, folder))
    before = read(folder)
    server.on("GET", f"{AT}/rpmmodules/", {"items": []})
    server.on("GET", f"{AT}/{part}", (500, {"error": ["no"]}))
    with pytest.raises(ServerError):
        run(make_export(True).export_application(shop, folder))
    with pytest.raises(ServerError):
        run(make_export().export_application(shop, tmp_path / "b"))
    assert read(folder) == before
    assert names_beside(folder) == ["a"]


def test_a_connection_that_breaks_leaves_nothing(make_export, shop, server, run, tmp_path):
    server.on("GET", f"{AT}/files/a.conf/content", httpx.ReadError("cut"))
    with pytest.raises(TransportError, match="cut"):
        run(make_export().export_application(shop, tmp_path / "a"))
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_is_told_as_ours(make_export, shop, run, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportException, match="Cannot export to"):
        run(make_export().export_application(shop, tmp_path / "file" / "below"))


def test_no_name_leads_out_of_the_folder(make_export, shop, server, run, read, tmp_path):
    names = ["../../x", "/etc/x", "CON", "web", "Web", "a\\b"]
    server.on("GET", f"{AT}/files/", {"items": [{"name": name} for name in names]})
    for name in names:
        quoted = name.replace("/", "%2F").replace("\\", "%5C")
        server.on("GET", f"{AT}/files/{quoted}/content", name.encode())
    run(make_export().export_application(shop, tmp_path / "a" / "b"))
    contents = {name: text for name, text in read(tmp_path).items() if "/files/" in name}
    assert contents == {
        "a/b/files/..%2F..%2Fx": b"../../x",
        "a/b/files/%2Fetc%2Fx": b"/etc/x",
        "a/b/files/%43ON": b"CON",
        "a/b/files/Web": b"Web",
        "a/b/files/%77%65%62": b"web",
        "a/b/files/a%5Cb": b"a\\b",
    }


@pytest.mark.parametrize(
    "part",
    ["files/", "gits/"],
)
def test_what_cannot_be_told_apart_is_refused(make_export, shop, server, run, tmp_path, part):
    server.on("GET", f"{AT}/{part}", {"items": [{"name": "x"}, {"name": "x"}]})
    with pytest.raises(ExportException, match="same name"):
        run(make_export().export_application(shop, tmp_path / "a"))
    assert list(tmp_path.iterdir()) == []


def test_progress_tells_each_step(make_export, shop, run, tmp_path):
    seen = []
    run(make_export(progress=seen.append, parallel=1).export_application(shop, tmp_path / "a", backup=True))
    assert seen[0].item == "backup of application Shop"
    assert [count.done for count in seen] == list(range(1, len(seen) + 1))
    assert seen[-1].done == seen[-1].total == 10
    assert {"application Shop: a.conf", "git src", "rpmmodule nodejs"} <= {count.item for count in seen}


def test_progress_that_raises_ends_the_export(make_export, shop, run, tmp_path):
    def refuse(count):
        raise KeyError(count.item)

    with pytest.raises(KeyError):
        run(make_export(progress=refuse).export_application(shop, tmp_path / "a"))
    assert list(tmp_path.iterdir()) == []


def test_a_host_is_exported_with_its_contexts(make_export, client, server, run, read, tmp_path):
    at = "/organizations/A/environments/E/hosts/h"
    host = client.hosts("A", "E").wrap({"name": "h", "state": "READY", "platform": "P", "distribution": ""})
    server.on("GET", f"{at}/applications/", {"items": [{"application": "x/y"}, {"application": "Shop"}]})
    server.on("GET", f"{at}/platform/", {"platform": "P"})
    server.on("GET", f"{at}/groups/", {"items": [{"name": "users"}]})
    run(make_export().export_host(host, tmp_path / "short"))
    assert list(read(tmp_path / "short")) == [
        "applications/Shop.json",
        "applications/x%2Fy.json",
        "definition.json",
        "platform.json",
    ]
    run(make_export(complete=True).export_host(host, tmp_path / "all"))
    assert read(tmp_path / "all").keys() - read(tmp_path / "short").keys() == {"groups/users/definition.json"}
