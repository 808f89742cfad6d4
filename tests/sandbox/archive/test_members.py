"""What an archive contains stays: contents, unknown members, references to what is missing, members of groups."""

from __future__ import annotations

import json
import shutil

import httpx

from comodit_client.api import Client, Export
from comodit_client.sandbox import Sandbox
from tests.sandbox.world import AUTH

from .conftest import connect, export, rewrite, tree, write

HOST = "/organizations/OOO/environments/Default/hosts/web"


def test_contents_are_found_by_the_names_of_files(tmp_path, serve):
    names = ["a:b", "A", "a", "%41", "é" * 200, "CON", "x.", "a\u200cb"]
    with Sandbox() as origin, connect(origin) as client:
        files = [{"name": name} for name in names]
        client.post("/organizations/OOO/applications/", json={"name": "App", "files": files}).raise_for_status()
        with Client(origin.url, *AUTH) as api:
            application = api.get_application("OOO", "App")
            for name in names:
                application.files().get(name).set_content(name.encode())
        exported = export(origin, tmp_path / "one")
        viewer = serve(exported)
        with Client(viewer.url, *AUTH) as api:
            found = api.get_application("OOO", "App").files()
            assert {name: found.get(name).read_content() for name in names} == {name: name for name in names}
        assert tree(export(viewer, tmp_path / "two")) == tree(exported)


def test_names_that_an_old_export_did_not_encode(tmp_path, serve):
    document = {"name": "App", "packages": [], "files": [{"name": "a%41b"}, {"name": "none"}]}
    folder = write(tmp_path / "App", document, **{"a%41b": "content"})
    with connect(serve(folder)) as client:
        path = "/organizations/OOO/applications/App/files"
        assert client.get(f"{path}/a%2541b/content").text == "content"
        assert client.get(f"{path}/none/content").status_code == 404


def test_unknown_members_stay(copy, serve, tmp_path):
    for file in copy.rglob("*.json"):
        if file.parts[-3] != "hostgroups":  # others contain a copy of them
            rewrite(file, **{"x-unknown": {"b": [None], "a": 1}})
    first = {name: content for name, content in tree(copy).items() if content is not None}
    again = tree(export(serve(copy), tmp_path / "again"))
    parsed = {name: json.loads(text) for name, text in first.items() if name.endswith(".json")}
    assert {name: json.loads(again[name] or b"") for name in parsed} == parsed
    assert "x-unknown" in parsed["environments/Default/hosts/web/instance.json"]


def test_groups_keep_their_identifiers(copy, serve):
    """The real server gives each its own; only those with users are read with each request."""
    number = 0
    for file in copy.rglob("groups/*/definition.json"):
        number += 1
        rewrite(file, uuid=f"{number:032X}", description=f"group {number}")
    viewer = serve(copy, writable=True)
    paths = ["/organizations/OOO", "/organizations/OOO/environments/Default", HOST]
    with connect(viewer) as client:
        found = [group for path in paths for group in client.get(f"{path}/groups/").json()["items"]]
        assert len({group["uuid"] for group in found}) == number == 15
        assert all(group["description"] == f"group {int(group['uuid'], 16)}" for group in found)
        assert len(viewer._store.all("groups")) == sum(1 for group in found if group["users"]) == 3
        changed = {"name": "auditors", "description": "new", "users": []}
        client.put(f"{HOST}/groups/auditors", json=changed).raise_for_status()
        assert client.get(f"{HOST}/groups/auditors").json()["description"] == "new"


def test_members_of_an_agent_stay(copy, serve):
    file = copy / "environments/Default/hosts/web/instance.json"
    data = {"hostname": "h", "ip": {"eth1": "192.0.2.1"}, "memory": 5}
    rewrite(file, hostData=data)
    with connect(serve(copy)) as client:
        assert client.get(f"{HOST}/instance").json()["hostData"] == data


def test_references_to_what_is_missing_stay(copy, serve):
    shutil.rmtree(copy / "hostgroups")
    shutil.rmtree(copy / "applications" / "App")
    with connect(serve(copy)) as client:
        orchestration = client.get("/organizations/OOO/orchestrations/roll").json()
        assert [item["hostGroup"] for item in orchestration["orderedHostGroup"]] == [{"name": "webs"}]
        assert client.get(HOST).json()["applications"] == ["App"]
        assert client.get("/organizations/OOO/application_properties/").json()["items"] == []


def test_without_secrets_there_are_none(source, tmp_path, serve):
    archive = export(source.sandbox, tmp_path / "OOO", secrets=False)
    (archive / "applications/App/files/conf").write_text("port ${port} ${_org.secret_key}")
    (archive / "distributions/Dist/files/conf").write_text("port ${port} ${_org.access_key}")
    with connect(serve(archive)) as client:
        access = client.get("/organizations/OOO").json()["access"]
        assert access.keys() == {"accessKey"}
        key = client.get("/organizations/OOO/applicationkeys/key").json()
        assert "token" not in key
        assert client.get(f"{HOST}/distribution/files/conf").text == f"port 80 {access['accessKey']}"
        response = client.get(f"{HOST}/applications/App/files/conf")
        # A template shows, or reports, a variable that nobody set.
        assert response.status_code < 500
        assert "secret_key" in response.text


def test_members_of_groups_are_visible_and_cannot_log_in(viewer):
    with connect(viewer) as client:
        assert [user["username"] for user in client.get("/users/").json()["items"]] == ["UUU", "bob"]
    for password in ("", "not-a-secret", "PPP"):
        assert httpx.get(f"{viewer.url}/organizations/", auth=("bob", password)).status_code == 401


def test_the_user_of_the_sandbox_sees_everything(folder, tmp_path, serve):
    """The groups show who was in them."""
    viewer = serve(folder, user="me", password="p")
    with httpx.Client(base_url=viewer.url, auth=("me", "p")) as client:
        group = client.get("/organizations/OOO/groups/admin").json()
        assert [user["username"] for user in group["users"]] == ["UUU"]
        assert client.get("/organizations/OOO").json()["access"].keys() == {"accessKey", "secretKey"}
        assert client.get(HOST).status_code == 200
    with Client(viewer.url, "me", "p") as client:
        Export(with_secrets=True).export_organization(client.get_organization("OOO"), tmp_path / "again")
    assert tree(tmp_path / "again") == tree(folder)
