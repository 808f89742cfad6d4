"""Contexts of hosts: those of platforms and distributions have no update, so a plan replaces them."""

from __future__ import annotations

import pytest

from comodit_client.api.planner import MemberChange, PlannedChange, Planner
from comodit_client.api.sync import SyncEngine

from .conftest import change, paths, write

NOTHING = "organization OOO: no changes"


def test_another_platform_is_set_and_null_removes_it(folder, client):
    host = folder / "environments/Default/hosts/web"
    client.get_organization("OOO").platforms().create("Other", driver={"className": "X"})
    (host / "platform.json").unlink()
    change(host / "definition.json", platform="Other")
    assert paths(Planner(folder).plan(client)) == ["replace platform context environments/Default/hosts/web/platform"]
    Planner(folder).plan(client).apply(client)
    assert client.get_host("OOO", "Default", "web").platform_name == "Other"
    assert str(Planner(folder).plan(client)) == NOTHING
    change(host / "definition.json", platform=None)
    assert paths(Planner(folder).plan(client)) == ["delete platform context environments/Default/hosts/web/platform"]


@pytest.mark.parametrize("single", ["platform", "distribution"])
def test_a_context_without_an_update_is_replaced_with_all_of_its_members(folder, client, counting, single):
    host = client.get_host("OOO", "Default", "web")
    context = getattr(host, single)().get()
    context.settings().create("kept", "on the server")
    change(folder / f"environments/Default/hosts/web/{single}.json", **{"x-own": {"a": 1}})
    plan = Planner(folder).plan(client)
    assert paths(plan) == [f"replace {single} context environments/Default/hosts/web/{single}"]
    assert plan.changes[0].members == (MemberChange("x-own", None, {"a": 1}),)
    assert plan.counts["replaced"] == 1
    counted, transport = counting()
    plan.apply(counted)
    assert transport.written == [f"POST /api/organizations/OOO/environments/Default/hosts/web/{single}/"]
    replaced = getattr(host, single)().get()
    assert (replaced.get_json()["x-own"], replaced.settings().get("kept").value) == ({"a": 1}, "on the server")
    assert client.get_host("OOO", "Default", "web").state == "READY"
    assert (str(Planner(folder).plan(client)), plan.apply(client).done) == (NOTHING, ())


def test_a_sync_replaces_such_a_context_too(folder, client):
    engine = SyncEngine(folder, on_conflict="folder", with_secrets=True)
    organization = client.get_organization("OOO")
    change(folder / "environments/Default/hosts/web/platform.json", **{"x-own": {"a": 1}})
    assert len(engine.push(organization)) == 1
    assert client.get_host("OOO", "Default", "web").platform().get().get_json()["x-own"] == {"a": 1}
    assert engine.status(organization) == []


def test_the_context_of_an_application_is_updated_in_place(folder, client, counting):
    change(folder / "environments/Default/hosts/web/applications/Wordpress.json", enabled=False, services=[])
    plan = Planner(folder).plan(client)
    path = "environments/Default/hosts/web/applications/Wordpress"
    members = (MemberChange("enabled", None, False), MemberChange("services", None, []))
    assert plan.changes == (PlannedChange("update", "application context", path, members),)
    counted, transport = counting()
    plan.apply(counted)
    assert transport.written == [f"PUT /api/organizations/OOO/{path}"]
    assert str(Planner(folder).plan(client)) == NOTHING


def test_another_platform_of_a_host_keeps_its_machine(folder, client):
    before = client.get_host("OOO", "Default", "web").instance().get().get_json()
    client.get_organization("OOO").platforms().create("Other", driver={"className": "X"})
    write(folder / "environments/Default/hosts/web/platform.json", platform="Other")
    change(folder / "environments/Default/hosts/web/definition.json", platform="Other")
    Planner(folder).plan(client).apply(client)
    assert client.get_host("OOO", "Default", "web").instance().get().get_json() == before
