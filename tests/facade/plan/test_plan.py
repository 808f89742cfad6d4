"""Plans: what they announce, and what they send."""

from __future__ import annotations

import json
import shutil
import stat

import pytest

from comodit_client.api.importer import Import
from comodit_client.api.planner import ChangePlan, MemberChange, Planner
from comodit_client.rest.exceptions import ImportException, PlanException, PlanOutdated, UnusableFile

from .conftest import change, edit, paths, state_of, write

NOTHING = "organization OOO: no changes"


@pytest.mark.parametrize("prune", [False, True])
def test_an_unchanged_export_has_an_empty_plan_that_sends_nothing(folder, counting, prune):
    client, transport = counting()
    planner = Planner(folder, prune=prune)
    plan = planner.plan(client)
    assert (str(plan), bool(plan), plan.is_empty, planner.left_out) == (NOTHING, False, True, [])
    assert plan.apply(client).done == ()
    assert transport.written == []


@pytest.mark.parametrize("prune", [False, True])
def test_an_edited_export_is_applied_and_then_there_is_nothing_to_plan(folder, client, counting, tmp_path, prune):
    edit(folder)
    before = state_of(client, tmp_path / "x")
    plan = Planner(folder, prune=prune).plan(client)
    planned = paths(plan)
    assert planned[0] == "update organization ."
    assert "create host environments/Prod/hosts/web-1" in planned
    assert "create application context environments/Prod/hosts/web-1/applications/Tool" in planned
    assert "create platform context environments/Prod/hosts/web-1/platform" in planned
    assert "update content applications/Wordpress/files/wp-config.php" in planned
    assert "create picture applications/Wordpress/thumb" in planned
    assert "create setting settings/zone" in planned
    assert {line for line in planned if line.startswith("delete ")} == (DELETED if prune else set())
    counted, transport = counting()
    report = plan.apply(counted, parallel=4)
    assert len(transport.written) == len(plan.changes) == len(report.done)
    assert str(Planner(folder, prune=False).plan(client)) == NOTHING
    assert (str(Planner(folder, prune=True).plan(client)) == NOTHING) is prune
    after = state_of(client, tmp_path / "x")
    assert (before.keys() - after.keys() == set()) is not prune


DELETED = {
    "delete application context environments/Default/hosts/web/applications/Wordpress",
    "delete git applications/Wordpress/gits/src",
    "delete hostgroup hostgroups/Fronts",
    "delete pipeline pipelines/Release",
    "delete parameter applications/Wordpress/parameters/wp_admin_email",
}


def test_an_organization_that_does_not_exist_is_created(folder, client):
    edit(folder)
    change(folder / "definition.json", name="NEW")
    plan = Planner(folder, prune=True).plan(client)
    assert {change.action for change in plan.changes} == {"create"}
    plan.apply(client)
    assert str(Planner(folder, prune=True).plan(client)) == "organization NEW: no changes"


def test_a_plan_is_saved_for_its_user_only_and_loaded(folder, client, tmp_path):
    edit(folder)
    plan = Planner(folder, prune=True).plan(client)
    file = tmp_path / "plan.json"
    plan.save(file)
    plan.save(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    loaded = ChangePlan.load(file)
    assert (loaded.to_json(), str(loaded)) == (plan.to_json(), str(plan))
    assert loaded.counts == {"created": 12, "updated": 6, "replaced": 0, "deleted": 6} | loaded.counts
    shutil.rmtree(folder)  # the plan holds all that it needs
    loaded.apply(client)
    assert client.get_application("OOO", "Wordpress").description == "edited"


def test_members_that_the_folder_lacks_are_kept_and_a_null_removes_one(folder, client):
    file = folder / "applications/Wordpress/definition.json"
    application = client.get_application("OOO", "Wordpress")
    application.get_json()["x-own"] = {"a": 1}
    application.update()
    file.write_text(json.dumps({"name": "Wordpress", "description": "short"}))
    plan = Planner(folder, prune=True).plan(client)
    assert paths(plan) == ["update application applications/Wordpress"]
    plan.apply(client)
    kept = client.get_application("OOO", "Wordpress").get_json()
    assert (kept["description"], kept["x-own"], len(kept["packages"]) > 0) == ("short", {"a": 1}, True)
    change(file, **{"x-own": None})
    Planner(folder).plan(client).apply(client)
    assert "x-own" not in client.get_application("OOO", "Wordpress").get_json()
    assert str(Planner(folder).plan(client)) == NOTHING


@pytest.mark.parametrize("kind", ["applications/Wordpress", "environments/Default", "platforms/Demo Platform"])
def test_the_folder_of_another_entity_is_planned(folder, client, kind):
    change(folder / kind / "definition.json", description="edited")
    plan = Planner(folder / kind, prune=True).plan(client)
    assert (plan.name, [change.path for change in plan.changes]) == (kind.split("/")[1], ["."])
    plan.apply(client)
    assert not Planner(folder, prune=True).plan(client)


def test_pruning_deletes_hosts_with_their_machines_before_their_environment(folder, client):
    shutil.rmtree(folder / "environments/Default")
    plan = Planner(folder, prune=True).plan(client)
    assert paths(plan)[-2:] == ["delete host environments/Default/hosts/web", "delete environment environments/Default"]
    assert plan.changes[-2].members == (MemberChange("instance", "READY", None),)
    plan.apply(client)
    assert client.get_organization("OOO").environments().list() == []
    assert str(Planner(folder, prune=True).plan(client)) == NOTHING


def test_targets_restrict_a_plan(folder, client):
    edit(folder)
    plan = Planner(folder, targets=["applications/To*", "environments/Prod/hosts/web-1"]).plan(client)
    assert {change.path.split("/")[1] for change in plan.changes} == {"Tool", "Prod"}
    assert "create environment environments/Prod" in paths(plan)
    plan.apply(client)
    assert client.get_application("OOO", "Wordpress").description != "edited"
    with pytest.raises(PlanException, match="matches applications/None"):
        Planner(folder, targets=["applications/None", "applications/Tool"]).plan(client)


def test_applying_waits_for_the_hosts_that_are_affected(folder, client):
    edit(folder)
    seen = []
    plan = Planner(folder, progress=seen.append).plan(client)
    plan.apply(client, progress=seen.append, wait=True, timeout=5)
    assert client.get_host("OOO", "Default", "web").state == "READY"
    assert seen[-1].done == len(plan.changes)


def test_input_errors_are_found_before_anything_is_sent(folder, counting, tmp_path):
    client, transport = counting()
    with pytest.raises(PlanException, match="not a folder"):
        Planner(tmp_path / "missing")
    with pytest.raises(PlanException, match=r"holds no definition\.json"):
        Planner(tmp_path)
    with pytest.raises(PlanException, match="parallel=0"):
        Planner(folder, parallel=0)
    for broken, reason in INVALID:
        copied = tmp_path / "copied"
        shutil.copytree(folder, copied)
        broken(copied)
        with pytest.raises((ImportException, UnusableFile), match=reason):
            Planner(copied).plan(client)
        shutil.rmtree(copied)
    assert transport.written == []


INVALID = [
    (lambda at: shutil.copytree(at / "applications/Wordpress", at / "applications/Again"), "defines the same"),
    (
        lambda at: write(at / "platforms/X/definition.json", description="x"),
        r"^Cannot read 'platforms/X/definition.json'.*names it",
    ),
    (
        lambda at: (at / "platforms/Demo Platform/definition.json").write_text("{"),
        r"'platforms/Demo Platform/definition.json': it is not JSON",
    ),
    (lambda at: change(at / "environments/Default/hosts/web/definition.json", platform="Else"), "make them agree"),
    (
        lambda at: write(at / "environments/Default/hosts/n/definition.json", name="n", platform="N"),
        r"^Nothing was sent: .*platforms/N does not.* plan again$",
    ),
    (lambda at: change(at / "definition.json", settings=[{"value": 1}]), "settings without a key"),
    (lambda at: change(at / "definition.json", settings=[{"key": "a"}] * 2), "two items of settings"),
    (lambda at: change(at / "definition.json", organization="OOO", name="x"), "not the definition of an organization"),
    (lambda at: change(at / "definition.json", name=""), "lacks a name"),
]


def test_a_plan_for_another_server_or_of_another_format_is_not_applied(folder, counting, tmp_path):
    edit(folder)
    client, transport = counting()
    plan = Planner(folder).plan(client)
    file = tmp_path / "plan.json"
    plan.save(file)
    change(file, server="https://elsewhere.test/api")
    with pytest.raises(PlanException, match=r"it is for https://elsewhere\.test/api"):
        ChangePlan.load(file).apply(client)
    for members, reason in (
        ({"format": 2}, "format is 2"),
        ({"format": 1, "kind": "x"}, "unknown kind"),
        ({"kind": "organization", "files": [1]}, "not what a plan wrote"),
    ):
        change(file, **members)
        with pytest.raises(PlanException, match=reason):
            ChangePlan.load(file)
    with pytest.raises(PlanException, match="Cannot read the plan"):
        ChangePlan.load(tmp_path / "missing")
    with pytest.raises(PlanException, match="Cannot write the plan"):
        plan.save(tmp_path / "no" / "plan.json")
    assert transport.written == []


def test_a_plan_file_that_announces_something_else_than_it_holds_is_not_applied(folder, counting, tmp_path):
    edit(folder)
    client, transport = counting()
    file = tmp_path / "plan.json"
    Planner(folder).plan(client).save(file)
    changes = json.loads(file.read_text())["changes"]
    changes[0]["members"][0]["new"] = "harmless"
    change(file, changes=changes)
    with pytest.raises(PlanOutdated) as error:
        ChangePlan.load(file).apply(client)
    assert (error.value.paths, transport.written) == (["."], [])


def test_an_import_and_a_plan_of_a_folder_agree(folder, client):
    change(folder / "definition.json", name="ONE")
    Import().import_organization(client, folder)
    assert str(Planner(folder, prune=True).plan(client)) == "organization ONE: no changes"
