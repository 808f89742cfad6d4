"""Properties of packages and RPM modules, at every owner: listed, got, changed, and what a change would touch."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import Conflict, EntityNotFoundException, InvalidName, UnsupportedOperation

HOST = "/organizations/A/environments/E/hosts/h"
OWNERS = {
    "organization": (lambda c: c.organizations().new("A"), "/organizations/A"),
    "environment": (lambda c: c.environments("A").new("E"), "/organizations/A/environments/E"),
    "host": (lambda c: c.hosts("A", "E").new("h"), HOST),
    "host group": (lambda c: c.host_groups("A").new({"name": "G"}), "/organizations/A/hostgroups/G"),
}
RESOURCES = {"packages": "packageName", "rpmmodules": "rpmModule"}


@pytest.fixture(params=OWNERS.values(), ids=OWNERS.keys())
def owner(request, client):
    """An owner of properties, and its path."""
    make, path = request.param
    return make(client), path


@pytest.fixture(params=RESOURCES.items(), ids=RESOURCES.keys())
def resource(request):
    """A kind of resource: its part of the URL, and the member that names it."""
    return request.param


@pytest.fixture
def organization(client):
    return client.organizations().new("A")


def document(member, value="1.24"):
    return {
        "id": "_application[W].package[n].release",
        "application": "W",
        member: "n",
        "key": "release",
        "value": value,
    }


def test_every_owner_has_properties_of_packages_and_modules(owner, resource, server, run):
    thing, path = owner
    folder, member = resource
    place = f"{path}/applications/W/{folder}/n/properties/release"
    server.on("GET", f"{path}/application_properties/", {"items": [document(member)]})
    for method in ("GET", "POST", "PUT"):
        server.on(method, place, document(member))
    server.on("DELETE", place, httpx.Response(204))
    server.on("GET", f"{place}/impact", {"packageResources": ["n"]})
    got = run((thing.package if folder == "packages" else thing.rpm_module)("W", "n", "release"))
    (listed,) = run(thing.application_properties.list())
    assert got.get_json() == listed.get_json() == document(member)
    created = run(thing.resource_properties.create("release", "W", value="1", **{_python(member): "n"}))
    assert server.last.json == {"key": "release", "application": "W", member: "n", "value": "1"}
    assert created.property_id == created.identifier == created.name == document(member)["id"]
    assert run(thing.resource_impact(f"applications/W/{folder}/n/properties/release")).packages == ["n"]
    for entity in (got, listed, created):
        entity.value = "2"
        assert run(entity.update()) == document(member)
        assert server.last.json["value"] == "2"
        run(entity.refresh())
        assert run(entity.impact()).packages == ["n"]
        run(entity.delete())
    assert server.lines == [
        f"GET {place}",
        f"GET {path}/application_properties/",
        f"POST {place}",
        f"GET {place}/impact",
        *[f"PUT {place}", f"GET {place}", f"GET {place}/impact", f"DELETE {place}"] * 3,
    ]


def _python(member):
    return {"packageName": "package_name", "rpmModule": "rpm_module"}[member]


def test_navigation_costs_no_request(organization, server):
    assert organization.application_properties.url == "organizations/A/application_properties/"
    assert organization.resource_properties.url == "organizations/A/"
    described = organization.resource_properties.new("release", "W", "n")
    assert described.url == "organizations/A/applications/W/packages/n/properties/release/"
    assert described.getUrl() == described.url.rstrip("/")
    assert server.asked == []


def test_names_are_encoded_once(organization, server, run):
    path = "/organizations/A/applications/a%2Fb%20c/packages/50%2541/properties/%C3%A9"
    server.on("GET", path, document("packageName"))
    run(organization.package("a/b c", "50%41", "é"))
    assert server.lines == [f"GET {path}"]


def test_the_queries_of_old_scripts_go_along(organization, server, run):
    place = "/organizations/A/applications/W/packages/n/properties/release"
    server.on("GET", "/organizations/A/application_properties/", {"items": [document("packageName")]})
    server.on("PUT", place, document("packageName"))
    server.on("DELETE", place, httpx.Response(204))
    (found,) = run(organization.application_properties.list({"key": "rel", "secret_only": False}))
    assert server.last.query == {"key": "rel", "secret_only": "false"}
    run(found.update(force=True))
    assert server.last.query == {"force": "true"}
    run(found.delete({"trigger_application_handler": False}))
    assert server.last.query == {"trigger_application_handler": "false"}


def test_a_package_wins_over_a_module(organization):
    both = organization.resource_properties.new("k", "W", "n", "m")
    assert both.getUrl() == "organizations/A/applications/W/packages/n/properties/k"


@pytest.mark.parametrize("members", [{}, {"packageName": None, "rpmModule": ""}])
def test_a_property_of_nothing_has_no_url(organization, server, run, members):
    lost = organization.resource_properties.wrap({"application": "W", "key": "k", "value": "1", **members})
    for call in (lost.create, lost.update, lost.delete, lost.refresh, lost.impact):
        with pytest.raises(UnsupportedOperation, match="package_name or rpm_module"):
            run(call())
    assert server.asked == []
    assert lost.value == "1"


@pytest.mark.parametrize("lacking", ["application", "key"])
def test_a_property_without_application_or_key_never_reaches_another_resource(organization, server, run, lacking):
    lost = organization.resource_properties.wrap({**document("packageName"), lacking: None})
    with pytest.raises(InvalidName):
        run(lost.delete())
    assert server.asked == []


@pytest.mark.parametrize(
    "path", ["", "settings/k", "applications/W/packages/n", "applications/W/files/n/properties/k", "packages/n"]
)
def test_a_path_that_leads_to_no_property_is_refused_here(organization, server, run, path):
    with pytest.raises(UnsupportedOperation, match="not the path of a property"):
        run(organization.resource_impact(path))
    assert server.asked == []


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("applications/W/packages/n", "applications/W/packages/n"),
        ("/applications/a b/rpmmodules/50%/", "applications/a%20b/rpmmodules/50%25"),
        ("settings/k", "settings/k"),
    ],
)
def test_a_host_tells_the_impact_of_any_resource(client, server, run, path, asked):
    server.on("GET", f"{HOST}/{asked}/impact", {"packageResources": ["n"]})
    assert run(client.hosts("A", "E").new("h").resource_impact(path)).packages == ["n"]
    assert server.lines == [f"GET {HOST}/{asked}/impact"]


@pytest.mark.parametrize("path", ["", "/", "applications//packages/n", "applications/../settings/k"])
def test_a_path_that_would_mean_another_resource_is_refused_here(client, server, run, path):
    with pytest.raises(InvalidName):
        run(client.hosts("A", "E").new("h").resource_impact(path))
    assert server.asked == []


def test_an_owner_that_the_api_gives_no_properties_says_so(client, server, run):
    platform = client.platforms("A").new("P")
    for call in (lambda: platform.application_properties.list(), lambda: platform.package("W", "n", "k")):
        with pytest.raises(UnsupportedOperation, match="Organizations, environments and hosts have it"):
            call()
    assert server.asked == []


def test_a_listed_property_cannot_be_got_by_its_id_nor_renamed(organization, server, run):
    with pytest.raises(UnsupportedOperation):
        run(organization.application_properties.get("_application[W].package[n].release"))
    with pytest.raises(UnsupportedOperation, match="part of its URL"):
        run(organization.resource_properties.wrap(document("packageName")).rename("other"))
    assert server.asked == []


def test_refusals_are_handed_on_and_lose_nothing(organization, server, run):
    place = "/organizations/A/applications/W/packages/n/properties/release"
    server.on("POST", place, (409, {"error": ["it is there already"]}))
    made = organization.resource_properties.new("release", "W", "n", value="1")
    with pytest.raises(Conflict, match="it is there already"):
        run(made.create())
    assert made.value == "1"
    for call in (made.update, made.delete, made.refresh):
        with pytest.raises(EntityNotFoundException):
            run(call())
    assert made.value == "1"


def test_what_the_server_answers_is_taken(organization, server, run):
    place = "/organizations/A/applications/W/packages/n/properties/release"
    server.on("POST", place, document("packageName", "2"))
    server.on("PUT", place, httpx.Response(202))
    made = organization.resource_properties.new("release", "W", "n", value="1")
    assert run(made.create()) == document("packageName", "2")
    made.value = "3"
    assert run(made.update()) == document("packageName", "3"), "an empty answer leaves what is here"
