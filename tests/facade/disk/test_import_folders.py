"""Folders as they come: of 2012, from Windows, empty, with more in them than an export writes."""

from __future__ import annotations

import json

import pytest

from comodit_client.rest.exceptions import ImportException, UnusableFile

from .conftest import PNG

AT = "/organizations/A"
SHOP = f"{AT}/applications/Shop"


def put(folder, text=None, **members):
    folder.mkdir(parents=True, exist_ok=True)
    document = json.dumps({"name": folder.name, **members}, indent=4)
    (folder / "definition.json").write_text(document if text is None else text)
    return folder


def accept(server, *paths):
    for path in paths:
        server.on("POST", path, {})


def written(server):
    return [line for line in server.lines if not line.startswith("GET")]


@pytest.fixture
def org(client):
    return client.organizations().new("A")


#: An application as the client of 2012 wrote it: parameters without a schema, repositories with members that have no
#: name in Python, custom actions beside the handlers, handlers without names.
OF_2012 = {
    "uuid": "0000A0B0C0D0000000000000000003E8",
    "version": 3,
    "organization": "Demos",
    "name": "Shop",
    "description": "Élan",
    "packages": [{"name": "httpd"}],
    "repositories": [{"name": "r", "location": "http://mirror.example.net/r", "type": "yum", "components": []}],
    "directories": [{"path": "/var/shop", "owner": "root", "mode": "755"}],
    "files": [{"name": "shop.conf", "filePath": "/etc/shop.conf", "template": {"name": "shop.conf"}}],
    "parameters": [{"key": "port", "name": "Port", "description": "", "value": "80"}],
    "handlers": [{"do": [{"action": "update", "resource": "file://shop.conf"}], "on": ["port"]}],
    "actions": [{"key": "flush", "name": "Flush", "description": ""}],
    "publishedAs": None,
    "purchasedAs": "0000A0B0C0D0000000000000000003E9",
    "canPull": False,
    "canPush": False,
}


def test_a_folder_of_2012_is_sent_as_it_is(make_import, server, org, run, tmp_path):
    folder = put(tmp_path / "Shop", **OF_2012)
    (folder / "files").mkdir()
    (folder / "files" / "shop.conf").write_bytes(b"port=${port}\n")
    (folder / "thumb").write_bytes(PNG)
    accept(server, f"{AT}/applications/", f"{SHOP}/files/shop.conf/content", f"{SHOP}/thumb")
    run(make_import(parallel=1).import_application(org, folder))
    assert written(server) == [f"POST {AT}/applications/", f"POST {SHOP}/files/shop.conf/content", f"POST {SHOP}/thumb"]
    of_the_server = {"uuid", "version", "organization", "publishedAs", "purchasedAs", "canPull", "canPush"}
    wanted = {member: value for member, value in OF_2012.items() if member not in of_the_server}
    sent = server.asked[1].json
    assert sent == wanted
    assert list(sent) == list(wanted)


def test_a_folder_of_2012_updates_what_exists_and_deletes_nothing_that_it_does_not_know(
    make_import, server, org, run, tmp_path
):
    folder = put(tmp_path / "Shop", **OF_2012)
    server.on("GET", SHOP, {**OF_2012, "name": "Shop", "description": ""})
    server.on("GET", f"{SHOP}/files/shop.conf", OF_2012["files"][0])
    server.on("GET", f"{SHOP}/parameters/Port", {**OF_2012["parameters"][0], "schema": {"type": "integer"}})
    server.on("GET", f"{SHOP}/files/", {"items": OF_2012["files"]})
    server.on("GET", f"{SHOP}/parameters/", {"items": OF_2012["parameters"]})
    for path in ("", "/files/shop.conf", "/parameters/Port"):
        server.on("PUT", f"{SHOP}{path}", {})
    run(make_import(update_existing=True, delete_missing=True).import_application(org, folder))
    assert sorted(written(server)) == [f"PUT {SHOP}{path}" for path in ("", "/files/shop.conf", "/parameters/Port")]
    sent = {str(request): request.json for request in server.asked if request.method == "PUT"}
    assert sent[f"PUT {SHOP}/parameters/Port"]["schema"] == {"type": "integer"}
    assert sent[f"PUT {SHOP}"]["actions"] == OF_2012["actions"]


def test_a_folder_from_windows_is_read_and_its_contents_are_left_as_they_are(make_import, server, org, run, tmp_path):
    folder = tmp_path / "Shop"
    (folder / "files").mkdir(parents=True)
    text = json.dumps({"name": "Shop", "description": "é", "files": [{"name": "a.conf"}]}, indent=4, ensure_ascii=False)
    (folder / "definition.json").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    (folder / "files" / "a.conf").write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n\x1a")
    (folder / "Thumbs.db").write_bytes(b"\x00")
    (folder / "files" / "desktop.ini").write_bytes(b"[x]\r\n")
    accept(server, f"{AT}/applications/", f"{SHOP}/files/a.conf/content")
    run(make_import().import_application(org, folder))
    assert server.asked[1].json["description"] == "é"
    assert b"\r\n\r\n\xef\xbb\xbfone\r\ntwo\r\n\x1a\r\n--" in server.last.content
    assert len(server.lines) == 3


@pytest.mark.parametrize("text", ["[]", '["name"]', "null", '"Shop"', "", "{", "\x00"])
def test_a_definition_that_is_no_object_is_refused_before_anything_is_asked(
    make_import, client, org, server, run, tmp_path, text
):
    put(tmp_path / "A")
    put(tmp_path / "A" / "applications" / "Shop", text)
    with pytest.raises(UnusableFile, match=r"Shop.*(no JSON object|is not JSON)"):
        run(make_import(update_existing=True).import_organization(client, tmp_path / "A"))
    with pytest.raises(UnusableFile, match="Shop"):
        run(make_import().import_application(org, tmp_path / "A" / "applications" / "Shop"))
    assert server.lines == []


@pytest.mark.parametrize("name", ["empty", "absent"])
def test_a_folder_without_a_definition_is_refused(make_import, client, org, server, run, tmp_path, name):
    (tmp_path / "empty").mkdir()
    importer, folder = make_import(), tmp_path / name
    for task in (
        lambda: importer.import_organization(client, folder),
        lambda: importer.import_application(org, str(folder)),
        lambda: importer.import_host(org.environments().new("E"), folder),
        lambda: importer.import_pipeline(org, folder),
        lambda: importer.import_full_env(org, folder),
        lambda: importer.import_full_host(org, org.environments().new("E"), folder),
    ):
        with pytest.raises(UnusableFile, match=r"definition\.json' cannot be read"):
            run(task())
    assert server.lines == []


def test_what_an_export_does_not_write_is_passed_over(make_import, client, server, run, tmp_path):
    folder = put(tmp_path / "A")
    for name in ("b", "a"):
        put(folder / "jobs" / name)
    (folder / "jobs" / "README.md").write_text("mine")
    (folder / "jobs" / "empty").mkdir()
    (folder / "webhooks").write_text("no folder")
    (folder / ".git").mkdir()
    (folder / ".git" / "definition.json").write_text("{}")
    accept(server, "/organizations/", f"{AT}/jobs/")
    importer = make_import()
    run(importer.import_organization(client, folder))
    assert importer.report.done == ("Create organization 'A'", "Create job 'a'", "Create job 'b'")


def test_names_that_differ_in_case_are_two_entities(make_import, client, server, run, tmp_path):
    folder = put(tmp_path / "A")
    for place, name in (("one", "shop"), ("two", "Shop")):
        put(folder / "applications" / place, name=name, files=[{"name": "a"}, {"name": "A"}])
        (folder / "applications" / place / "files").mkdir()
        (folder / "applications" / place / "files" / "a").write_bytes(b"small")
        (folder / "applications" / place / "files" / "%41").write_bytes(b"LARGE")
    accept(server, "/organizations/", f"{AT}/applications/")
    for name in ("shop", "Shop"):
        accept(server, *(f"{AT}/applications/{name}/files/{file}/content" for file in "aA"))
    run(make_import().import_organization(client, folder))
    uploads = {str(request): request.content for request in server.asked if request.path.endswith("/content")}
    assert len(uploads) == 4
    for line, content in uploads.items():
        assert (b"LARGE" if "/A/content" in line else b"small") in content


@pytest.mark.parametrize(
    ("kind", "places"),
    [("job", ("jobs/one", "jobs/two")), ("notification", ("notifications/x", "notification-channels/y"))],
)
def test_two_folders_of_one_name_are_refused_before_anything_is_asked(
    make_import, client, server, run, tmp_path, kind, places
):
    folder = put(tmp_path / "A")
    for place in places:
        put(folder / place, name="same")
    with pytest.raises(ImportException, match=f"hold the same {kind}"):
        run(make_import(skip_conflict=True).import_organization(client, folder))
    assert server.lines == []


def test_the_notification_channels_of_the_original_come(make_import, client, server, run, tmp_path):
    folder = put(tmp_path / "A")
    put(folder / "notification-channels" / "Ops", channel="Slack")
    accept(server, "/organizations/", f"{AT}/notifications/")
    run(make_import().import_organization(client, folder))
    assert server.last.json == {"name": "Ops", "channel": "Slack"}


def test_a_picture_of_a_platform_is_passed_over(make_import, server, org, run, tmp_path):
    folder = put(tmp_path / "Cloud")
    (folder / "thumb").write_bytes(PNG)
    accept(server, f"{AT}/platforms/")
    run(make_import().import_platform(org, folder))
    assert written(server) == [f"POST {AT}/platforms/"]


def test_what_belongs_to_the_server_is_sent_nowhere(make_import, client, server, run, tmp_path):
    of_a_server = {"uuid": "U", "version": 9, "organization": "Old"}
    folder = put(tmp_path / "A", access={"secretKey": "s"}, environments=["E"], groups=["admin"], **of_a_server)
    put(folder / "environments" / "E", hosts=["web"], **of_a_server)
    host = {"state": "READY", "environment": "E", "applications": [], "platform": None, "distribution": ""}
    put(folder / "environments" / "E" / "hosts" / "web", **host, **of_a_server)
    put(folder / "webhooks" / "Ping", token="kept", **of_a_server)
    accept(server, "/organizations/", f"{AT}/environments/", f"{AT}/environments/E/hosts/", f"{AT}/webhooks/")
    run(make_import().import_organization(client, folder))
    assert [request.json for request in server.asked if request.method == "POST"] == [
        {"name": "A"},
        {"name": "E"},
        {"name": "web"},
        {"name": "Ping", "token": "kept"},
    ]


def test_paths_with_any_letters_are_uploaded(make_import, server, org, run, tmp_path):
    folder = put(tmp_path / "Größe 日本" / "Shop", files=[{"name": "my file é.conf"}])
    (folder / "files").mkdir()
    (folder / "files" / "my file é.conf").write_bytes("é".encode())
    accept(server, f"{AT}/applications/", f"{SHOP}/files/my%20file%20%C3%A9.conf/content")
    run(make_import().import_application(org, folder))
    assert "é".encode() in server.last.content


def test_an_environment_whose_hosts_name_nothing_needs_nothing(make_import, server, org, run, tmp_path):
    folder = put(tmp_path / "A" / "environments" / "E")
    for name, members in (("a", {}), ("b", {"platform": "", "distribution": None, "applications": None})):
        put(folder / "hosts" / name, **members)
    for part in ("applications", "distributions", "platforms"):
        (tmp_path / "A" / part).mkdir()
    accept(server, f"{AT}/environments/", f"{AT}/environments/E/hosts/")
    importer = make_import()
    run(importer.import_full_env(org, folder))
    assert importer.report.done == ("Create environment 'E'", "Create host 'a'", "Create host 'b'")


def test_all_parts_that_are_nowhere_are_told_at_once(make_import, server, org, run, tmp_path):
    (tmp_path / "applications").mkdir()
    with pytest.raises(ImportException, match="nothing was imported") as caught:
        run(make_import().import_application_if_not_exist(org, tmp_path / "applications", ["b", "a", "b"]))
    assert [problem.split()[0] for problem in caught.value.problems] == [
        "organizations/A/applications/a",
        "organizations/A/applications/b",
    ]
    assert sorted(server.lines) == [f"GET {AT}/applications/{name}" for name in "ab"]


def test_a_lone_name_is_the_name_of_one_application(make_import, server, org, run, tmp_path):
    put(tmp_path / "applications" / "Shop")
    accept(server, f"{AT}/applications/")
    run(make_import().import_application_if_not_exist(org, tmp_path / "applications", "Shop"))
    assert server.lines == [f"GET {SHOP}", f"POST {AT}/applications/"]
