"""The logs: users' requests, agents' reports, and other events."""

from __future__ import annotations

import json

CHANGE = 4.0


def messages(api, path: str) -> list[str]:
    return [entry["message"] for entry in api.items(path)]


def test_each_changing_request_is_in_the_audit_log(api) -> None:
    host = api.host()
    api("POST", f"{host}/settings/", {"key": "secret", "value": "not-to-be-seen"})
    api("GET", host)
    api("DELETE", f"{host}/settings/nope", status=404)
    api("PUT", host, {"name": "web2"})
    entries = api.items(f"{api.O}/audit/")
    assert [entry["message"] for entry in entries] == [
        "Create host Default/web",
        "Create host setting Default/web/secret",
        "Update host Default/web/web2",
    ]
    assert {entry["username"] for entry in entries} == {"UUU"}
    assert all(set(entry) == {"timestamp", "message", "username", "userFullName"} for entry in entries)
    assert "not-to-be-seen" not in json.dumps(entries)


def test_owners_list_their_part(api) -> None:
    host = api.host()
    api("POST", f"{api.O}/environments/", {"name": "Other"})
    api("PUT", f"{api.E}", {"name": "Renamed"})
    host = host.replace("Default", "Renamed")
    api("PUT", host, {"name": "web", "description": "x"})
    assert len(messages(api, f"{api.O}/audit/")) == 4
    assert messages(api, f"{api.O}/environments/Renamed/audit/") == [
        "Create host Default/web",
        "Update environment Default/Renamed",
        "Update host Renamed/web",
    ]
    assert messages(api, f"{host}/audit/") == ["Update host Renamed/web"]
    assert messages(api, f"{api.O}/environments/Other/audit/") == []


def test_a_log_survives_a_deletion(api) -> None:
    api("DELETE", api.host())
    assert messages(api, f"{api.O}/audit/") == ["Create host Default/web", "Delete host Default/web"]
    api("POST", "/organizations/", {"name": "Other"})
    api("DELETE", "/organizations/Other")
    assert len(messages(api, f"{api.O}/audit/")) == 2


def test_agents_report(api) -> None:
    host = api.ready_host(applications=["Wordpress"])
    assert messages(api, f"{host}/agent/") == ["Agent of web registered"]
    api("PUT", f"{host}/applications/Wordpress/services/httpd/_restart")
    api.sandbox.fail_task("OOO", "Default", "web", task="restart service httpd", error="masked")
    api.sandbox.advance(CHANGE)
    wanted = ["Agent of web registered", "web: restart service httpd: masked"]
    for owner in (host, api.E, api.O):
        assert messages(api, f"{owner}/agent/") == wanted


def test_other_events(api) -> None:
    host = api.host()
    target = "organizations/OOO/environments/Default/hosts/web"
    api("POST", f"{api.O}/jobs/", {"name": "Clean", "action": "DELETE_HOST", "input": target})
    api("PUT", f"{api.O}/jobs/Clean/_run")
    assert messages(api, f"{api.O}/other/") == ["Job Clean deleted host web"]
    assert messages(api, f"{api.E}/other/") == ["Job Clean deleted host web"]
    api("GET", f"{host}/other/", status=404)


def test_hosts_of_all_environments(api) -> None:
    api.host()
    api("POST", f"{api.O}/environments/", {"name": "Other"})
    api("POST", f"{api.O}/environments/Other/hosts/", {"name": "db"})
    found = [(host["environment"], host["name"]) for host in api.items(f"{api.O}/hosts")]
    assert found == [("Default", "web"), ("Other", "db")]
