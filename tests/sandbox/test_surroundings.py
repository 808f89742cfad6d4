"""Environments and hosts without access are not shown, and not changed on the way."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx
import pytest

from tests.sandbox.conftest import Api

CLOSED = f"{Api.O}/environments/Closed"
HIDDEN = f"{CLOSED}/hosts/hidden"
TEXT = "not-to-be-seen"


def join(api: Api, owner: str, group: str) -> None:
    api("PUT", f"{owner}/groups/{group.replace(' ', '%20')}", {"name": group, "users": [{"username": "bob"}]})


@pytest.fixture
def bob(api) -> Iterator[Api]:
    """Return the API for a user of the organization who has no access to one of its environments."""
    api("POST", f"{Api.O}/environments/", {"name": "Closed", "description": TEXT})
    body = {"name": "hidden", "description": TEXT, "platform": "Demo Platform", "distribution": "Demo Distribution"}
    api("POST", f"{CLOSED}/hosts/", {**body, "applications": ["Wordpress"]})
    api("POST", f"{HIDDEN}/instance/", {})
    api.sandbox.advance(20)
    for owner in (CLOSED, HIDDEN):
        api("POST", f"{owner}/settings/", {"key": "wp_admin_email", "value": TEXT})
    api.ready_host("web", applications=["Wordpress"])
    hosts = [{"environment": "Default", "host": "web"}, {"environment": "Closed", "host": "hidden"}]
    api("POST", f"{Api.O}/hostgroups/", {"name": "all", "hosts": hosts})
    groups = [{"hostGroup": {"name": "all"}}]
    action = {"application": "Wordpress", "handler": "Restart", "position": 0}
    orchestration = {"name": "o", "orderedHostGroup": groups, "applicationsOperations": [action]}
    api("POST", f"{Api.O}/orchestrations/", orchestration)
    api("PUT", f"{Api.O}/orchestrations/o/_run")
    api.sandbox.advance(20)
    api.sandbox.add_user("bob", "p")
    join(api, Api.O, "users")
    join(api, CLOSED, "no access")
    with httpx.Client(base_url=api.sandbox.url, auth=("bob", "p")) as client:
        yield Api(client, api.sandbox)


@pytest.mark.parametrize(
    "path",
    [
        "/organizations/",
        Api.O,
        f"{Api.O}/environments/",
        f"{Api.O}/hosts/",
        f"{Api.O}/tree/settings/",
        f"{Api.O}/groups/tree",
        f"{Api.O}/hostgroups/",
        f"{Api.O}/hostgroups/all",
        f"{Api.O}/orchestrations/",
        f"{Api.O}/orchestrations/o",
        f"{Api.O}/orchestrations/o/contexts/",
        f"{Api.O}/settings/wp_admin_password/impact",
        f"{Api.O}/hostgroups/all/settings/wp_admin_password/impact",
        f"{Api.O}/applications/Wordpress/packages/httpd/properties/release/impact",
        *(f"{Api.O}/{kind}/" for kind in ("audit", "notification", "agent", "other")),
        "/users/bob/hosts",
    ],
)
def test_what_is_closed_is_not_shown(api, bob: Api, path: str) -> None:
    everything, shown = (json.dumps(caller("GET", path)) for caller in (api, bob))
    for word in ("Closed", "hidden", TEXT):
        assert word not in shown
    join(api, CLOSED, "readonly")
    api("PUT", f"{CLOSED}/groups/no%20access", {"name": "no access", "users": []})
    if not path.endswith(("/bob/hosts", "/agent/", "/notification/", "/other/")):
        assert "hidden" in everything or "Closed" in everything
        again = json.dumps(bob("GET", path))
        assert "hidden" in again or "Closed" in again


def test_an_impact_says_that_it_is_incomplete(api, bob: Api) -> None:
    for path in ("settings/wp_admin_password", "applications/Wordpress/packages/httpd/properties/release"):
        (mine,) = bob("GET", f"{Api.O}/{path}/impact")["settingHandlerContexts"]
        (whole,) = api("GET", f"{Api.O}/{path}/impact")["settingHandlerContexts"]
        assert (mine["noAccessToAllResources"], whole["noAccessToAllResources"]) == (True, False)
        assert [host["name"] for host in mine["hosts"]] == ["web"]


def test_a_new_order_of_a_host_group_keeps_the_hidden_hosts(api, bob: Api) -> None:
    group = bob("GET", f"{Api.O}/hostgroups/all")
    assert [host["host"] for host in group["hosts"]] == ["web"]
    bob("PUT", f"{Api.O}/hostgroups/all", {**group, "hosts": []})
    assert [host["host"] for host in api("GET", f"{Api.O}/hostgroups/all")["hosts"]] == ["hidden"]
    body = {"name": "mine", "hosts": [{"environment": "Closed", "host": "hidden"}]}
    bob("POST", f"{Api.O}/hostgroups/", body, status=400)


def test_what_is_closed_is_not_changed(api, bob: Api) -> None:
    bob("PUT", f"{Api.O}/orchestrations/o/_run", status=403)
    steps = f"{Api.O}/pipelines/p/stages/s/steps/"
    for path, body in (("pipelines/", {"name": "p"}), ("pipelines/p/stages/", {"name": "s"})):
        api("POST", f"{Api.O}/{path}", body)
    api("POST", steps, {"name": "t", "orchestration": "o"})
    bob("PUT", f"{Api.O}/pipelines/p/_run", status=403)
    job = {"name": "j", "action": "DELETE_HOST", "input": HIDDEN.removeprefix("/")}
    bob("POST", f"{Api.O}/jobs/", job, status=403)
    api("POST", f"{Api.O}/jobs/", job)
    bob("PUT", f"{Api.O}/jobs/j/_run", status=403)
    bob("DELETE", f"{Api.O}/environments/", status=403)
    bob("PUT", f"{Api.E}/hosts/web", {"name": "web", "environment": "Closed"}, status=403)
    assert api.state(HIDDEN) == "READY"
    assert api.state(f"{Api.E}/hosts/web") == "READY"


def test_a_host_without_access_stays_in_a_cleared_environment(api, bob: Api) -> None:
    host = f"{Api.E}/hosts/other"
    api("POST", f"{Api.E}/hosts/", {"name": "other"})
    join(api, host, "readonly")
    bob("DELETE", f"{Api.E}/hosts/", status=403)
    bob("DELETE", host, status=403)
    assert api("GET", host)["name"] == "other"


def test_errors_do_not_name_hidden_hosts(api, bob: Api) -> None:
    for path in (f"{Api.O}/applications/Wordpress", f"{Api.O}/platforms/Demo%20Platform"):
        assert "hidden" in api("DELETE", path, status=409)["error"][0]
        (text,) = bob("DELETE", path, status=409)["error"]
        assert "web and more" in text
        assert "hidden" not in text


def test_a_copy_gives_no_new_rights(api, bob: Api) -> None:
    """A copy has only the rights of its owner, so it must not come from where the caller has fewer."""
    web = f"{Api.E}/hosts/web"
    join(api, web, "auditors")
    bob("PUT", f"{web}/_clone", status=403)
    bob("PUT", f"{Api.E}/_clone", status=403, name="Copy")
    api("PUT", f"{web}/groups/auditors", {"name": "auditors", "users": []})
    assert bob("PUT", f"{web}/_clone")["name"] == "web (1)"
    assert bob("PUT", f"{Api.E}/_clone", name="Copy")["hosts"] == ["web", "web (1)"]


def test_a_right_below_does_not_include_the_owner_above(api, bob: Api) -> None:
    api("PUT", f"{Api.O}/groups/users", {"name": "users", "users": []})
    web = f"{Api.E}/hosts/web"
    for owner in (Api.O, Api.E):
        api("POST", f"{owner}/settings/", {"key": "k", "value": TEXT})
    join(api, web, "users")
    organization, environment = bob("GET", Api.O), bob("GET", Api.E)
    assert (organization["environments"], organization["settings"]) == (["Default"], [])
    assert (environment["hosts"], environment["settings"]) == (["web"], [])
    assert TEXT not in json.dumps([bob.items("/organizations/"), bob.items(f"{Api.O}/environments/")])
    bob("PUT", f"{web}/_clone", status=403)
    bob("PUT", f"{web}/instance/_create_image", {"name": "i", "createDistribution": True}, status=403)
    assert len(bob.items(f"{web}/audit/")) == len(api.items(f"{web}/audit/")) > 0
