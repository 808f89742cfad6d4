"""A changed setting starts the orchestrations with a handler for it; settings of host groups apply to their hosts."""

from __future__ import annotations

import pytest

CHANGE = 4.0
APPLICATION = {
    "name": "Web",
    "services": [{"name": "httpd"}],
    "parameters": [{"name": "port", "key": "port", "value": 80, "schema": {"type": "integer"}}],
    "handlers": [{"name": "restart", "do": [{"action": "restart", "resource": "service://httpd"}], "on": ["port"]}],
}


@pytest.fixture
def host(api) -> str:
    """A host with an application, in a host group, and an orchestration with a handler for setting mode."""
    api("POST", f"{api.O}/applications/", APPLICATION)
    path = api.ready_host(applications=["Web"])
    body = {"name": "Front", "hosts": [{"environment": "Default", "host": "web"}]}
    api("POST", f"{api.O}/hostgroups/", body)
    operations = [{"application": "Web", "serviceAction": {"name": "httpd", "action": "restart"}, "position": 0}]
    groups = [{"position": 0, "hostGroup": {"name": "Front"}}]
    body = {"name": "Rolling", "applicationsOperations": operations, "orderedHostGroup": groups}
    api("POST", f"{api.O}/orchestrations/", body)
    api("POST", f"{api.O}/orchestrations/Rolling/handlers/", {"name": "mode", "triggers": ["mode"]})
    return path


def runs(api) -> int:
    api.sandbox.advance(100)
    return len(api.items(f"{api.O}/orchestrations/Rolling/contexts/"))


def test_handlers(api, host: str) -> None:
    path = f"{api.O}/orchestrations/Rolling/handlers/"
    (handler,) = api.items(path)
    assert (handler["name"], handler["triggers"], handler["organization"]) == ("mode", ["mode"], "OOO")
    api("PUT", f"{path}mode", {**handler, "name": "modes", "triggers": []})
    assert api("GET", f"{path}modes")["uuid"] == handler["uuid"]
    api("POST", path, {"name": "modes"}, status=409)
    api("DELETE", f"{path}modes")
    assert api.items(path) == []


@pytest.mark.parametrize("owner", ["", "/environments/Default", "/environments/Default/hosts/web", "/hostgroups/Front"])
def test_a_change_starts_the_orchestration(api, host: str, owner: str) -> None:
    settings = f"{api.O}{owner}/settings/"
    api("POST", settings, {"key": "mode", "value": 1})
    assert runs(api) == 1
    api("PUT", f"{settings}mode", {"key": "mode", "value": 1})
    assert runs(api) == 1
    api("PUT", f"{settings}mode", {"key": "mode", "value": 2})
    assert runs(api) == 2
    api("PUT", settings, {"newOrUpdatedSettings": [{"key": "mode", "value": 3}]}, no_delete=False)
    assert runs(api) == 3
    api("DELETE", f"{settings}mode")
    assert runs(api) == 4
    assert api.tasks(host) == [["restart service httpd"]] * 4


def test_changes_that_start_nothing(api, host: str) -> None:
    api("POST", f"{api.O}/settings/", {"key": "other", "value": 1})
    api("POST", f"{api.O}/settings/", {"key": "mode", "value": 1}, trigger_orchestration_handler=False)
    api("POST", f"{api.O}/environments/", {"name": "Other"})
    api("POST", f"{api.O}/environments/Other/settings/", {"key": "mode", "value": 1})
    assert runs(api) == 0


def test_a_running_orchestration_is_not_started_again(api, host: str) -> None:
    api("POST", f"{api.O}/settings/", {"key": "mode", "value": 1})
    api("PUT", f"{api.O}/settings/mode", {"key": "mode", "value": 2})
    assert runs(api) == 1
    messages = [entry["message"] for entry in api.items(f"{api.O}/other/")]
    assert sum("not started" in message for message in messages) == 1


def test_impact(api, host: str) -> None:
    (execution,) = api("GET", f"{api.O}/settings/mode/impact")["orchestrationHandlerExecution"]
    assert execution["hosts"] == [{"name": "web", "environment": "Default"}]
    assert execution["orchestration"]["name"] == "Rolling"
    assert api("GET", f"{api.O}/settings/port/impact")["orchestrationHandlerExecution"] == []


def test_settings_of_a_host_group_apply_to_its_hosts(api, host: str) -> None:
    """They rank between environment and host."""
    origin = f"{host}/applications/Web/origin-settings/port"
    api("POST", f"{api.E}/settings/", {"key": "port", "value": 81})
    (entry,) = api("GET", f"{api.O}/hostgroups/Front/settings/port/impact")["settingHandlerContexts"]
    assert entry["hosts"] == [{"name": "web", "environment": "Default"}]
    api("POST", f"{api.O}/hostgroups/Front/settings/", {"key": "port", "value": 82})
    api.sandbox.advance(2 * CHANGE)
    assert api.tasks(host) == [["restart service httpd"]] * 2
    assert api("GET", origin)["from"] == "organizations/OOO/hostgroups/Front"
    assert api("GET", f"{api.O}/hostgroups/Front")["settings"][0]["schema"] == {"type": "integer"}
    api("POST", f"{host}/settings/", {"key": "port", "value": 83})
    assert len(api.pending(host)) == 1
    api("DELETE", f"{host}/settings/port")
    api("DELETE", f"{api.O}/hostgroups/Front/settings/")
    assert api("GET", f"{api.O}/hostgroups/Front/settings/port/impact")["settingHandlerContexts"] == [entry]
