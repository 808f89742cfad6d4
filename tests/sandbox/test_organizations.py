"""Organizations and environments."""

from __future__ import annotations

import re

import pytest


def test_the_seed(api) -> None:
    (organization,) = api.items("/organizations/")
    assert organization["name"] == "OOO"
    assert organization["environments"] == ["Default"]
    assert organization["groups"] == ["admin", "users", "readonly", "auditors", "no access"]
    assert organization["settings"] == []
    assert [platform["name"] for platform in api.items(f"{api.O}/platforms/")] == ["Demo Platform", "Cloud"]
    assert [distribution["name"] for distribution in api.items(f"{api.O}/distributions/")] == ["Demo Distribution"]
    (application,) = api.items(f"{api.O}/applications/")
    assert application["name"] == "Wordpress"
    assert [service["name"] for service in application["services"]] == ["httpd"]
    assert application["files"][0]["template"]["delimiter"] == {"start": "${", "end": "}"}
    assert {parameter["key"] for parameter in application["parameters"]} == {"wp_admin_password", "wp_admin_email"}
    flavors = api.items("/flavors/")
    assert len(flavors) > 1
    assert all(flavor["parameters"] for flavor in flavors)
    assert api("GET", f"/flavors/{flavors[0]['name']}") == flavors[0]


def test_keys(api) -> None:
    access = api("GET", f"{api.O}/access")
    assert re.fullmatch("[0-9a-f]{32}", access["accessKey"])
    assert re.fullmatch("[0-9A-Za-z]{32}", access["secretKey"])
    assert api("GET", api.O)["access"] == access
    renewed = api("POST", f"{api.O}/access")
    assert renewed["accessKey"] == access["accessKey"]
    assert renewed["secretKey"] != access["secretKey"]
    assert api("GET", f"{api.O}/access") == renewed


def test_a_new_organization_is_empty_or_populated(api) -> None:
    empty = api("POST", "/organizations/", {"name": "A", "settings": [{"key": "k", "value": 1}]})
    assert empty["environments"] == []
    assert empty["groups"] == ["admin", "users", "readonly", "auditors", "no access"]
    assert [setting["key"] for setting in empty["settings"]] == ["k"]
    assert api.items("/organizations/A/applications/") == []
    assert api("POST", "/organizations/", {"name": "B"}, populate="true")["environments"] == ["Default"]
    assert [application["name"] for application in api.items("/organizations/B/applications/")] == ["Wordpress"]
    assert [organization["name"] for organization in api.items("/organizations/")] == ["OOO", "A", "B"]
    api("POST", "/organizations/", {"name": "A"}, status=409)


def test_read_only_members_of_an_organization_are_ignored(api) -> None:
    before = api("GET", api.O)
    body = {
        "name": "OOO",
        "access": {"secretKey": "mine"},
        "environments": [],
        "groups": ["x"],
        "settings": [{"key": "k"}],
    }
    after = api("PUT", api.O, body)
    assert after == {**before, "version": 1}


def test_renaming_an_organization_keeps_its_contents(api) -> None:
    api.host()
    api("POST", "/organizations/", {"name": "Taken"})
    api("PUT", f"{api.O}/", {"name": "Taken"}, status=409)
    api("PUT", f"{api.O}/", {"name": "New"})
    api("GET", api.O, status=404)
    assert api("GET", "/organizations/New/environments/Default/hosts/web")["organization"] == "New"


def test_deleting_organizations(api) -> None:
    host = api.host()
    api("DELETE", api.O, status=409)
    api("DELETE", "/organizations/", status=409)
    api("DELETE", host)
    api("DELETE", api.O)
    api("GET", api.O, status=404)
    api("POST", "/organizations/", {"name": "A"}, populate=True)
    api("DELETE", "/organizations/")
    assert api.items("/organizations/") == []


def test_an_environment(api) -> None:
    made = api("POST", f"{api.O}/environments/", {"name": "Prod", "settings": [{"key": "k", "value": [1]}]})
    assert made["organization"] == "OOO"
    assert made["hosts"] == []
    assert made["description"] == ""
    assert made["settings"] == [{"key": "k", "value": [1], "version": 0}]
    api("POST", f"{api.O}/environments/", {"name": "Prod"}, status=409)
    changed = api(
        "PUT", f"{api.O}/environments/Prod", {"name": "Prod", "description": "d", "hosts": ["x"], "settings": []}
    )
    assert changed == {**made, "description": "d", "version": 1}
    assert [environment["name"] for environment in api.items(f"{api.O}/environments/")] == ["Default", "Prod"]
    api("PUT", f"{api.O}/environments/Prod/", {"name": "Default"}, status=409)
    api("PUT", f"{api.O}/environments/Prod/", {"name": "Live"})
    assert api("GET", api.O)["environments"] == ["Default", "Live"]
    api("DELETE", f"{api.O}/environments/Live")
    api("DELETE", f"{api.O}/environments/Live", status=404)


def test_an_environment_with_hosts_is_not_deleted(api) -> None:
    host = api.host()
    assert api("GET", api.E)["hosts"] == ["web"]
    assert "web" in api("DELETE", api.E, status=409)["error"][0]
    api("DELETE", f"{api.O}/environments/", status=409)
    api("DELETE", host)
    api("DELETE", f"{api.O}/environments/")
    assert api.items(f"{api.O}/environments/") == []


def test_clone_of_an_environment(api) -> None:
    """S34: each host is cloned under the same name and is DEFINED."""
    host = api.ready_host("web", settings=[{"key": "k", "value": "v"}], applications=["Wordpress"])
    api("POST", f"{api.E}/settings/", {"key": "e", "value": 1})
    original = api("GET", host)
    environment = api("GET", api.E)
    clone = api("PUT", f"{api.E}/_clone", name="Copy 100%/é")
    assert clone["name"] == "Copy 100%/é"
    assert clone["hosts"] == ["web"]
    assert clone["settings"] == environment["settings"]
    assert clone["uuid"] != environment["uuid"]
    copy = api("GET", f"{api.O}/environments/Copy%20100%25%2F%C3%A9/hosts/web")
    assert copy["state"] == "DEFINED"
    assert copy["uuid"] != original["uuid"]
    same = ("name", "platform", "distribution", "applications", "settings")
    assert {name: copy[name] for name in same} == {name: original[name] for name in same}
    api("PUT", f"{api.E}/_clone", name="Default", status=409)
    assert api("GET", host) == original


@pytest.mark.parametrize("path", ["/organizations/", "/organizations/OOO/environments/"])
def test_a_name_is_required(api, path: str) -> None:
    api("POST", path, {"description": "d"}, status=400)
