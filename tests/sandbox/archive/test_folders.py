"""Folders of all sorts: parts of organizations, hand-written ones, and those that cannot be loaded."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from comodit_client.api import Client, Export
from comodit_client.sandbox import ApiError, Sandbox
from tests.sandbox.world import AUTH

from .conftest import connect, export, tree

HOST = "/organizations/OOO/environments/Default/hosts/web"


def write(folder: Path, document: Any, **contents: str) -> Path:
    """Write an entity by hand."""
    folder.mkdir(parents=True)
    (folder / "definition.json").write_text(json.dumps(document), encoding="utf-8")
    for name, content in contents.items():
        (folder / "files").mkdir(exist_ok=True)
        (folder / "files" / name).write_text(content, encoding="utf-8")
    return folder


def rewrite(file: Path, **members: Any) -> None:
    """Change members of a JSON object; those that are None go."""
    document = json.loads(file.read_text(encoding="utf-8")) | members
    kept = {name: value for name, value in document.items() if value is not None}
    file.write_text(json.dumps(kept), encoding="utf-8")


@pytest.fixture
def copy(folder, tmp_path):
    return shutil.copytree(folder, tmp_path / "copy")


# ---- parts


@pytest.fixture
def export_of(source, tmp_path) -> Callable[[str], Path]:
    """Export one entity of the source."""

    def export_one(kind: str) -> Path:
        with Client(source.sandbox.url, *AUTH) as client:
            organization = client.get_organization("OOO")
            environment = organization.get_environment("Default")
            entity = {
                "application": lambda: organization.get_application("App"),
                "platform": lambda: organization.get_platform("Demo Platform"),
                "distribution": lambda: organization.get_distribution("Dist"),
                "environment": lambda: environment,
                "host": lambda: environment.get_host("web"),
            }[kind]()
            getattr(Export(with_secrets=True, complete=True), f"export_{kind}")(entity, tmp_path / kind)
        return tmp_path / kind

    return export_one


PATHS = {
    "application": "applications/App",
    "platform": "platforms/Demo Platform",
    "distribution": "distributions/Dist",
    "environment": "environments/Default",
    "host": "environments/Default/hosts/web",
}


@pytest.mark.parametrize("kind", PATHS)
def test_one_entity_is_put_into_its_organization(kind, export_of, source, serve):
    path = f"/organizations/OOO/{PATHS[kind]}"
    with connect(serve(export_of(kind))) as client, connect(source.sandbox) as original:
        found, expected = client.get(path).json(), original.get(path).json()
    for document in (found, expected):
        # The schemas come from the applications, which the archive of an environment does not contain.
        for setting in document.get("settings", ()):
            setting.pop("schema", None)
    assert found == expected


@pytest.mark.parametrize("kind", ["environment", "host"])
def test_hosts_show_applications_that_the_archive_does_not_contain(kind, export_of, serve):
    with connect(serve(export_of(kind))) as client:
        context = client.get(f"{HOST}/applications/App").json()
        assert context["settings"][0]["value"] == 80
        assert client.get(f"{HOST}/applications/App/files/conf").status_code == 404
        assert client.get(f"{HOST}/application_properties/").json()["items"] == []


def test_several_parts_are_put_together(export_of, source, serve):
    """Their order does not matter."""
    folders = [export_of(kind) for kind in ("environment", "application", "platform", "distribution")]
    path = f"{HOST}/applications/App/files/conf"
    with connect(serve(folders)) as client, connect(source.sandbox) as original:
        assert client.get(path).content == original.get(path).content
        assert len(client.get(f"{HOST}/application_properties/").json()["items"]) == 2


def test_several_organizations(copy, folder, serve):
    rewrite(copy / "definition.json", name="Other")
    with connect(serve([folder, copy])) as client:
        names = [found["name"] for found in client.get("/organizations/").json()["items"]]
    assert names == ["OOO", "Other"]


def test_a_folder_of_applications(tmp_path, serve):
    """As a collection of recipes is: no organization, no identifiers, files without marks."""
    shop = {"name": "Shop", "packages": [], "files": [{"name": "a.conf", "path": "/etc/a.conf"}]}
    write(tmp_path / "all" / "web" / "shop", shop, **{"a.conf": "x ${_org.name}"})
    write(tmp_path / "all" / "db", {"name": "Db", "services": [{"name": "db"}], "parameters": [{"key": "port"}]})
    (tmp_path / "all" / "README.md").write_text("These are recipes.")
    with connect(serve(tmp_path / "all", organization="Mine", writable=True)) as client:
        assert [found["name"] for found in client.get("/organizations/Mine/applications/").json()["items"]] == [
            "Db",
            "Shop",
        ]
        assert client.get("/organizations/Mine/applications/Shop/files/a.conf/content").text == "x ${_org.name}"
        assert client.get("/organizations/Mine/applications/Db/parameters/port").json()["key"] == "port"
        render_on_new_host(client)
        assert "access" in client.get("/organizations/Mine").json()


def render_on_new_host(client: httpx.Client) -> None:
    client.post("/organizations/Mine/environments/", json={"name": "E"}).raise_for_status()
    body = {"name": "h", "applications": ["Shop"]}
    client.post("/organizations/Mine/environments/E/hosts/", json=body).raise_for_status()
    path = "/organizations/Mine/environments/E/hosts/h/applications/Shop/files/a.conf"
    assert client.get(path).text == "x Mine"


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ({"name": "X", "driver": {"className": "a.B"}}, "platforms"),
        ({"name": "X", "handlers": []}, "applications"),
        ({"name": "X", "settings": [], "organization": "OOO"}, "distributions"),
        ({"name": "X", "hosts": ["a"], "organization": "OOO"}, "environments"),
        ({"name": "X", "environment": "Default"}, "environments/Default/hosts"),
    ],
)
def test_the_kind_of_an_entity_follows_from_its_members(document, path, tmp_path, serve):
    with connect(serve(write(tmp_path / "it", document))) as client:
        assert client.get(f"/organizations/OOO/{path}/X").json()["name"] == "X"


def test_an_organization_needs_only_a_name(tmp_path, serve):
    with connect(serve(write(tmp_path / "it", {"name": "Bare"}))) as client:
        assert client.get("/organizations/Bare").json()["access"] == {}
        assert client.get("/organizations/Bare/access").json() == {}
        assert client.get("/organizations/OOO").status_code == 404


# ---- names, members and references


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


# ---- what cannot be loaded


def link(copy: Path, name: str) -> None:
    target = copy / name
    target.rename(copy.parent / "target")
    target.symlink_to(copy.parent / "target")


def duplicate(copy: Path, name: str) -> None:
    shutil.copytree(copy / name, copy / f"{name} again")


def pipe(copy: Path) -> None:
    (copy / "definition.json").unlink()
    shutil.rmtree(copy / "environments" / "Default")
    for folder in ("applications", "distributions", "platforms", "hostgroups"):
        shutil.rmtree(copy / folder)
    for path in [*copy.rglob("definition.json")]:
        path.unlink()
    os.mkfifo(copy / "definition.json")


WEB = "environments/Default/hosts/web"
BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (shutil.rmtree, "the folder does not exist"),
    "a file": (lambda copy: (shutil.rmtree(copy), copy.write_text("{}")), "it is not a folder"),
    "no definition": (lambda copy: (shutil.rmtree(copy), copy.mkdir()), "there is no definition.json in it"),
    "a pipe": (pipe, "there is no definition.json in it"),
    "no JSON": (lambda copy: (copy / WEB / "definition.json").write_text("{"), "definition.json': it is not JSON"),
    "too deep": (
        lambda copy: (copy / WEB / "definition.json").write_text('{"name":' + "[" * 200 + "]" * 200 + "}"),
        "it has more than 100 levels",
    ),
    "a list": (lambda copy: (copy / "definition.json").write_text("[]"), "it does not contain a JSON object"),
    "no name": (lambda copy: rewrite(copy / WEB / "definition.json", name=None), "it lacks the member 'name'"),
    "a name that is no text": (lambda copy: rewrite(copy / WEB / "definition.json", name=7), "it lacks the member"),
    "two hosts": (lambda copy: duplicate(copy, WEB), "Host web exists already"),
    "two applications": (lambda copy: duplicate(copy, "applications/App"), "Application App exists already"),
    "two contexts": (
        lambda copy: shutil.copy(copy / WEB / "applications/App.json", copy / WEB / "applications/B.json"),
        "has the same 'application'",
    ),
    "two files": (
        lambda copy: rewrite(copy / "applications/App/definition.json", files=[{"name": "a"}, {"name": "a"}]),
        "two of the files have the same name",
    ),
    "a file without a name": (
        lambda copy: rewrite(copy / "applications/App/definition.json", files=[{}]),
        "one of the files has no name",
    ),
    "a setting without a key": (
        lambda copy: rewrite(copy / "definition.json", settings=[{"value": 1}]),
        "it has a setting without a key",
    ),
    "two settings": (
        lambda copy: rewrite(copy / "definition.json", settings=[{"key": "a"}, {"key": "a"}]),
        "Setting a exists already",
    ),
    "an unknown group": (
        lambda copy: rewrite(copy / "groups/users/definition.json", name="owners"),
        "there is no such group",
    ),
    "a user without a name": (
        lambda copy: rewrite(copy / "groups/users/definition.json", users=[{}]),
        "it has a user without a name",
    ),
    "a key without a name": (
        lambda copy: rewrite(copy / "groups/users/definition.json", applicationKeys=[{}]),
        "it has an application key without a name",
    ),
    "a property of nothing": (
        lambda copy: rewrite(
            next((copy / "application_properties").rglob("definition.json")), packageName=None, rpmModule=None
        ),
        "it names neither a package nor an RPM module",
    ),
    "a link to a definition": (lambda copy: link(copy, f"{WEB}/definition.json"), "it is a symbolic link"),
    "a link to a folder": (lambda copy: link(copy, "environments/Default/hosts"), "it is a symbolic link"),
    "a link to a host": (lambda copy: link(copy, WEB), "it is a symbolic link"),
    "a link to a content": (lambda copy: link(copy, "applications/App/files/conf"), "it is a symbolic link"),
    "a link to contents": (lambda copy: link(copy, "applications/App/files"), "it is a symbolic link"),
    "a link to a picture": (lambda copy: link(copy, "applications/App/thumb"), "it is a symbolic link"),
    "a link to an instance": (lambda copy: link(copy, f"{WEB}/instance.json"), "it is a symbolic link"),
    "unclear": (
        lambda copy: (shutil.rmtree(copy), write(copy, {"name": "x", "organization": "OOO"})),
        "it is neither an organization nor",
    ),
    "half of a surrogate pair": (
        lambda copy: rewrite(copy / WEB / "definition.json", name="\ud800"),
        "half of a surrogate pair",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_folder_that_cannot_be_loaded(broken, copy):
    damage, text = BROKEN[broken]
    damage(copy)
    with pytest.raises(ApiError, match=re.escape(text)) as raised:
        Sandbox(archive=copy)
    assert "\n" not in str(raised.value)


def test_a_definition_may_not_be_huge(tmp_path):
    folder = write(tmp_path / "it", {"name": "x"})
    with (folder / "definition.json").open("ab") as file:
        file.truncate((64 << 20) + 1)
    with pytest.raises(ApiError, match="larger than 64 MiB"):
        Sandbox(archive=folder)


def test_folders_may_not_be_nested_too_deep(tmp_path):
    (tmp_path / "/".join(["d"] * 150)).mkdir(parents=True)
    with pytest.raises(ApiError, match="nested more than 100 deep"):
        Sandbox(archive=tmp_path)


def test_two_archives_may_not_have_the_same_organization(folder):
    with pytest.raises(ApiError, match="Organization OOO exists already"):
        Sandbox(archive=[folder, folder])


def test_the_folder_itself_may_be_a_link(folder, tmp_path, serve):
    (tmp_path / "link").symlink_to(folder)
    with connect(serve(tmp_path / "link")) as client:
        assert client.get(HOST).status_code == 200
