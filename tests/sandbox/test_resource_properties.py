"""Properties of packages and RPM modules of all owners."""

from __future__ import annotations

import pytest

ORG = "/organizations/OOO"
ENV = f"{ORG}/environments/Default"
HOST = f"{ENV}/hosts/web"
OWNERS = {ORG: {}, ENV: {"environment": "Default"}, HOST: {"environment": "Default", "host": "web"}}
RESOURCES = {
    "packages/httpd": ("package[httpd]", {"packageName": "httpd"}),
    "rpmmodules/php": ("rpmModule[php]", {"rpmModule": "php"}),
}


@pytest.fixture
def host(api) -> str:
    """A host with an application that has a package and an RPM module, without changes."""
    api("POST", f"{ORG}/applications/Wordpress/rpmmodules/", {"name": "php"})
    path = api.ready_host(applications=["Wordpress"])
    api.tasks(path)
    return path


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize("resource", RESOURCES)
def test_the_properties_of_each_owner(api, host: str, owner: str, resource: str) -> None:
    word, about = RESOURCES[resource]
    path = f"{owner}/applications/Wordpress/{resource}/properties/release"
    api("GET", path, status=404)
    api("PUT", path, {"value": "1"}, status=404)
    api("DELETE", path, status=404)
    made = api("POST", path, {"application": "other", "key": "other", **about, "value": "2.4", "extra": 1})
    assert made == {
        "id": f"_application[Wordpress].{word}.release",
        "organization": "OOO",
        **OWNERS[owner],
        "application": "Wordpress",
        **about,
        "key": "release",
        "value": "2.4",
        "extra": 1,
    }
    api("POST", path, {**about, "value": "2.4"}, status=409)
    assert api("GET", path) == made
    changed = api("PUT", path, {**made, "value": "2.5"})
    assert changed == {**made, "value": "2.5"}
    listed = f"{owner}/application_properties/"
    assert api.items(listed) == [changed]
    assert api.items(listed, key="release") == api.items(listed, key=made["id"]) == [changed]
    assert api.items(listed, key="other") == api.items(listed, secret_only=True) == []
    for other in OWNERS:
        assert len(api.items(f"{other}/application_properties/")) == (1 if other == owner else 0)
    api("DELETE", path)
    assert api.items(listed) == []


@pytest.mark.parametrize("owner", OWNERS)
def test_properties_of_missing_resources(api, host: str, owner: str) -> None:
    for below in ("Nope/packages/httpd", "Wordpress/packages/nope", "Wordpress/rpmmodules/httpd"):
        path = f"{owner}/applications/{below}/properties/release"
        api("POST", path, {"value": "1"}, status=404)
        api("GET", path, status=404)
        api("GET", f"{path}/impact", status=404)
    assert api.items(f"{owner}/application_properties/") == []


def test_properties_follow_a_rename_of_their_application(api, host: str) -> None:
    path = "/applications/Wordpress/packages/httpd/properties/release"
    api("POST", ORG + path, {"value": "1"})
    api("PUT", f"{ORG}/applications/Wordpress", {**api("GET", f"{ORG}/applications/Wordpress"), "name": "Blog"})
    [item] = api.items(f"{ORG}/application_properties/")
    assert item["id"] == "_application[Blog].package[httpd].release"
    assert api("GET", ORG + path.replace("Wordpress", "Blog")) == item
    api("DELETE", f"{host}/applications/Blog")
    api("DELETE", f"{ORG}/applications/Blog")
    assert api.items(f"{ORG}/application_properties/") == []


@pytest.mark.parametrize("resource", RESOURCES)
def test_changes_and_impact(api, host: str, resource: str) -> None:
    """The properties of nearer owners override those of farther ones."""
    kind, _, name = resource.partition("/")
    label = "package" if kind == "packages" else "RPM module"
    path = f"applications/Wordpress/{resource}/properties/release"
    touched = "packageResources" if kind == "packages" else "rpmModuleResources"
    api.host("defined", applications=["Wordpress"])
    api.ready_host("without")
    for owner in OWNERS:
        impact = api("GET", f"{owner}/{path}/impact")
        assert impact[touched] == [name]
        [context] = impact["settingHandlerContexts"]
        assert context["application"] == "Wordpress"
        assert context["hosts"] == [{"name": "web", "environment": "Default"}]
        api("POST", f"{owner}/{path}", {"value": "1"})
        assert api.tasks(host) == [[f"update {label} {name}"]]
    assert api("GET", f"{ENV}/{path}/impact")[touched] == []
    api("PUT", f"{ENV}/{path}", {"value": "2"})
    assert api.tasks(host) == [], "the host hides it"
    api("PUT", f"{HOST}/{path}", {"value": "1"})
    assert api.tasks(host) == [], "nothing is different"
    api("PUT", f"{HOST}/{path}", {"value": "3"})
    api("DELETE", f"{HOST}/{path}")
    api("DELETE", f"{ENV}/{path}", trigger_application_handler=False)
    assert api.tasks(host) == [[f"update {label} {name}"]] * 2
    assert api.items(f"{ENV}/hosts/without/changes/", show_processed=True) == []


@pytest.mark.parametrize("resource", RESOURCES)
def test_the_impact_of_a_resource_of_a_host(api, host: str, resource: str) -> None:
    kind, _, name = resource.partition("/")
    touched = {"packages": "packageResources", "rpmmodules": "rpmModuleResources"}[kind]
    path = f"applications/Wordpress/{resource}/impact"
    impact = api("GET", f"{host}/{path}")
    assert impact[touched] == [name]
    [context] = impact.pop("settingHandlerContexts")
    assert (context["application"], context["hosts"]) == ("Wordpress", [{"name": "web", "environment": "Default"}])
    assert [name for name, listed in impact.items() if listed] == [touched]
    defined = api("GET", f"{api.host('defined', applications=['Wordpress'])}/{path}")
    assert defined.keys() == {*impact, "settingHandlerContexts"}
    assert not any(defined.values())


@pytest.mark.parametrize(
    "path",
    [
        "applications/Wordpress/packages/nope",
        "applications/Wordpress/rpmmodules/httpd",
        "applications/Nope/packages/httpd",
        "applications/Wordpress/services/httpd",
        "applications/Wordpress/packages",
        "applications//packages/httpd",
        "nope",
    ],
)
def test_a_host_has_no_such_resource(api, host: str, path: str) -> None:
    api("GET", f"{host}/{path}/impact", status=404)
    api("PUT", f"{host}/{path}/impact", {}, status=405)


def test_an_application_that_is_not_installed_has_no_impact(api) -> None:
    api("GET", f"{api.ready_host()}/applications/Wordpress/packages/httpd/impact", status=404)


def test_a_resource_named_impact(api, host: str) -> None:
    """Literals match before names, and names before names with slashes."""
    api("POST", f"{host}/settings/", {"key": "impact", "value": 1})
    assert api("GET", f"{host}/settings/impact")["value"] == 1
    assert "settingHandlerContexts" in api("GET", f"{host}/settings/impact/impact")
    api("GET", f"{host}/applications/impact", status=404)


def test_missing_host_groups(api) -> None:
    group = f"{ORG}/hostgroups/nope"
    for path in (f"{group}/application_properties/", f"{group}/applications/Wordpress/packages/httpd/properties/x"):
        assert "Host group nope" in api("GET", path, status=404)["error"][0]
