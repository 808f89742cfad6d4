"""Hosts and their contexts."""

from __future__ import annotations

import pytest


def test_contexts_and_settings_in_a_new_host_are_created(api) -> None:
    settings = [{"key": "k", "value": {"a": [1, None]}}]
    host = api.host("web", applications=["Wordpress"], settings=settings, description="Front end")
    document = api("GET", host)
    assert document["state"] == "DEFINED"
    assert document["organization"] == "OOO"
    assert document["environment"] == "Default"
    assert document["platform"] == "Demo Platform"
    assert document["distribution"] == "Demo Distribution"
    assert document["applications"] == ["Wordpress"]
    assert document["settings"] == [{"key": "k", "value": {"a": [1, None]}, "version": 0}]
    assert api("GET", f"{host}/platform/")["platform"] == "Demo Platform"
    assert api("GET", f"{host}/distribution/")["distribution"] == "Demo Distribution"
    assert api("GET", f"{host}/applications/Wordpress")["application"] == "Wordpress"
    assert api.items(f"{api.E}/hosts/") == [document]
    api("POST", f"{api.E}/hosts/", {"name": "web"}, status=409)


@pytest.mark.parametrize("member", ["platform", "distribution"])
def test_definitions_in_a_new_host_must_exist(api, member: str) -> None:
    assert "Nope" in api("POST", f"{api.E}/hosts/", {"name": "x", member: "Nope"}, status=400)["error"][0]


def test_a_put_does_not_change_contexts_and_settings(api) -> None:
    """S37."""
    host = api.host("web", applications=["Wordpress"], settings=[{"key": "k", "value": 1}])
    before = api("GET", host)
    body = {**before, "platform": "Nope", "distribution": None, "applications": [], "settings": [], "state": "READY"}
    assert api("PUT", host, body) == {**before, "version": 1}


def test_rename_and_move(api) -> None:
    """S44: a PUT with another environment moves the host, with its machine."""
    host = api.ready_host()
    api("POST", f"{api.O}/environments/", {"name": "Prod"})
    api.host("taken")
    api("PUT", f"{host}/", {"name": "taken"}, status=409)
    api("PUT", host, {"name": "web", "environment": "Nope"}, status=400)
    moved = api("PUT", host, {"name": "www", "environment": "Prod"})
    assert (moved["name"], moved["environment"], moved["state"]) == ("www", "Prod", "READY")
    api("GET", host, status=404)
    instance = api("GET", f"{api.O}/environments/Prod/hosts/www/instance/")
    assert (instance["host"], instance["environment"]) == ("www", "Prod")
    assert api("GET", api.E)["hosts"] == ["taken"]
    api("POST", f"{api.O}/environments/Prod/hosts/", {"name": "taken"})
    api("PUT", f"{api.E}/hosts/taken", {"name": "taken", "environment": "Prod"}, status=409)


def test_clones_of_a_host(api) -> None:
    """S42."""
    host = api.ready_host("web", applications=["Wordpress"], settings=[{"key": "k", "value": 1}])
    api("POST", f"{host}/applications/Wordpress/settings/", {"key": "own", "value": 2})
    api("POST", f"{host}/applications/Wordpress/settings/", {"key": "wp_admin_password", "value": "s"})
    clone = api("PUT", f"{host}/_clone")
    original = api("GET", host)
    assert clone["name"] == "web (1)"
    assert clone["state"] == "DEFINED"
    assert clone["uuid"] != original["uuid"]
    assert clone["applications"] == ["Wordpress"]
    assert clone["settings"] == original["settings"]
    keys = [setting["key"] for setting in api.items(f"{api.E}/hosts/web%20(1)/applications/Wordpress/settings/")]
    assert keys == ["own", "wp_admin_password"]
    assert api.items(f"{api.E}/hosts/web%20(1)/changes/", show_processed=True) == []
    assert api("PUT", f"{host}/_clone")["name"] == "web (2)"


def test_a_host_with_an_instance_is_not_deleted(api) -> None:
    """S47, our choice."""
    host = api.ready_host()
    assert "instance" in api("DELETE", host, status=409)["error"][0]
    api("DELETE", f"{api.E}/hosts/", status=409)
    api("DELETE", f"{host}/instance/")
    api("DELETE", host)
    api("DELETE", host, status=404)
    api.host("a")
    api.host("b")
    api("DELETE", f"{api.E}/hosts/")
    assert api.items(f"{api.E}/hosts/") == []


def test_application_contexts(api) -> None:
    host = api.host()
    api("POST", f"{api.O}/applications/", {"name": "Wiki"})
    api("PUT", f"{api.O}/applications/Wiki", {"name": "Wiki", "packages": [{"name": "wiki"}]})
    body = {
        "application": "Wiki",
        "settings": [{"key": "k", "value": 1}],
        "enabled": "true",
        "services": [{"name": "w", "enabled": False}],
        "host": "ignored",
        "position": 9,
    }
    wiki = api("POST", f"{host}/applications/", body)
    assert wiki == {
        "application": "Wiki",
        "organization": "OOO",
        "environment": "Default",
        "host": "web",
        "enabled": True,
        "services": [{"name": "w", "enabled": False}],
        "versionStamp": 1,
        "position": 0,
        "settings": [{"key": "k", "value": 1, "version": 0}],
    }
    assert api("POST", f"{host}/applications/", {"application": "Wordpress"})["position"] == 1
    assert [context["application"] for context in api.items(f"{host}/applications/")] == ["Wiki", "Wordpress"]
    assert api("GET", f"{host}/applications/Wiki") == wiki
    assert api.tasks(host) == [], "S46: nothing is queued for a DEFINED host"
    api("POST", f"{host}/applications/", {"application": "Wiki"}, status=409)
    api("POST", f"{host}/applications/", {"application": "Nope"}, status=400)
    api("POST", f"{host}/applications/", {}, status=400)
    changed = api("PUT", f"{host}/applications/Wiki", {"application": "Wiki", "enabled": False, "settings": []})
    assert changed["enabled"] is False
    assert "services" not in changed
    assert changed["settings"] == wiki["settings"]
    assert (changed["position"], changed["versionStamp"]) == (0, 1)
    api("DELETE", f"{host}/applications/Wiki")
    api("DELETE", f"{host}/applications/Wiki", status=404)
    assert api("GET", host)["applications"] == ["Wordpress"]


@pytest.mark.parametrize(("kind", "name"), [("platform", "Demo Platform"), ("distribution", "Demo Distribution")])
def test_single_contexts(api, kind: str, name: str) -> None:
    api("POST", f"{api.E}/hosts/", {"name": "web"})
    path = f"{api.E}/hosts/web/{kind}/"
    api("GET", path, status=404)
    api("DELETE", path, status=404)
    made = api("POST", path, {kind: name, "settings": [{"key": "k", "value": 1}]})
    assert made == {
        kind: name,
        "organization": "OOO",
        "environment": "Default",
        "host": "web",
        "versionStamp": 0,
        "settings": [{"key": "k", "value": 1, "version": 0}],
    }
    assert api("GET", path) == made
    assert api("GET", f"{api.E}/hosts/web")[kind] == name
    assert api("POST", path, {kind: name})["settings"] == [], "S120: POST replaces"
    api("POST", path, {kind: "Nope"}, status=400)
    assert api("GET", path)[kind] == name, "the rejected one removed nothing"
    api("DELETE", path)
    assert kind not in api("GET", f"{api.E}/hosts/web")


def test_the_number_of_queries_for_a_list_is_constant(api) -> None:
    def statements() -> tuple[list[str], int]:
        status_with_key: list[str] = []
        connection = api.sandbox._store._connection
        connection.set_trace_callback(status_with_key.append)
        listed = [host["name"] for host in api("GET", f"{api.E}/hosts/")["items"]]
        connection.set_trace_callback(None)
        # Work after the response, such as deleting contents, may come too late to be seen here.
        return listed, sum(statement.startswith("SELECT") for statement in status_with_key)

    few = api.sandbox.make_hosts(2, prefix="few", applications=["Wordpress"])
    listed, for_few = statements()
    assert listed == few
    many = api.sandbox.make_hosts(1_000, applications=["Wordpress"])
    listed, for_many = statements()
    assert listed == few + many
    assert for_many == for_few
