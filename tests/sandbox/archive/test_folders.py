"""Folders of all sorts: organizations, parts of them, and hand-written ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from comodit_client.api import Client, Export
from tests.sandbox.world import AUTH

from .conftest import connect, rewrite, write

HOST = "/organizations/OOO/environments/Default/hosts/web"


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


def test_the_folder_itself_may_be_a_link(folder, tmp_path, serve):
    (tmp_path / "link").symlink_to(folder)
    with connect(serve(tmp_path / "link")) as client:
        assert client.get(HOST).status_code == 200
