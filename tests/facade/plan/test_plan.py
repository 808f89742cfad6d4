"""Plans: what they announce, what they send, and that secrets are not shown."""

from __future__ import annotations

import json
import shutil
import stat

import pytest

from comodit_client.api.importer import Import
from comodit_client.api.planner import ChangePlan, MemberChange, PlannedChange, Planner
from comodit_client.disk.desired import desired
from comodit_client.rest.exceptions import ImportException, PlanException, PlanOutdated, UnusableFile

from .conftest import change, edit, state_of, write

NOTHING = "organization OOO: no changes"


def paths(plan):
    return [f"{change.action} {change.kind} {change.path}" for change in plan.changes]


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


def test_secrets_are_never_shown(folder, client):
    edit(folder)
    plan = Planner(folder).plan(client)
    shown = (str(plan), repr(plan), json.dumps(plan.to_json()), repr(plan.files))
    assert not any("s3cret" in text for text in shown)
    assert "value: ********" in str(plan)
    broken = client.get_application("OOO", "Wordpress")
    broken.lock()
    with pytest.raises(ImportException) as error:
        plan.apply(client)
    assert "s3cret" not in f"{error.value} {error.value.report}"


def test_secrets_are_in_no_message(folder, client, tmp_path):
    edit(folder)
    plan = Planner(folder).plan(client)
    broken = client.get_application("OOO", "Wordpress")
    broken.description = "somebody else's"
    broken.update()
    with pytest.raises(PlanOutdated) as outdated:
        plan.apply(client)
    file = tmp_path / "plan.json"
    plan.save(file)
    found = json.loads(file.read_text())
    assert "s3cret" in file.read_text()
    texts = [str(outdated.value), repr(outdated.value), str(outdated.value.paths)]
    for members in ({"server": "https://elsewhere.test"}, {"files": "s3cret"}, {"changes": [found["files"][0]]}):
        file.write_text(json.dumps({**found, **members}))
        with pytest.raises(PlanException) as error:
            ChangePlan.load(file).apply(client)
        texts += [str(error.value), repr(error.value)]
    for key in range(len(found["files"])):
        broken_files = [one for number, one in enumerate(found["files"]) if number != key]
        file.write_text(json.dumps({**found, "files": [*broken_files, {**found["files"][key], "names": 1}]}))
        with pytest.raises(PlanException) as error:
            ChangePlan.load(file)
        texts += [str(error.value), repr(error.value)]
    assert not any("s3cret" in text for text in texts)


def test_secrets_of_applications_that_are_not_in_the_folder_are_not_shown(folder, client):
    edit(folder)
    Planner(folder, targets=["applications"]).plan(client).apply(client)
    write(
        folder / "environments/Default/hosts/x/definition.json",
        name="x",
        settings=[{"key": "api_key", "value": "s3cret"}],
    )
    change(folder / "environments/Default/definition.json", settings=[{"key": "api_key", "value": "s3cret"}])
    plan = Planner(folder / "environments/Default").plan(client)
    assert paths(plan) == [
        "create setting settings/api_key",
        "replace platform context hosts/web/platform",
        "create host hosts/x",
    ]
    assert "s3cret" not in f"{plan} {plan!r} {plan.to_json()}"


def test_a_changed_secret_is_masked_on_both_sides(folder, client):
    edit(folder)
    Planner(folder).plan(client).apply(client)
    host = folder / "environments/Prod/hosts/web-1/definition.json"
    change(host, settings=[{"key": "port", "value": 81}, {"key": "api_key", "value": "s3cret-other"}])
    assert Planner(folder).plan(client).changes == (
        PlannedChange(
            "update", "setting", "environments/Prod/hosts/web-1/settings/port", (MemberChange("value", 80, 81),)
        ),
        PlannedChange(
            "update",
            "setting",
            "environments/Prod/hosts/web-1/settings/api_key",
            (MemberChange("value", "********", "********"),),
        ),
    )


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


YAML = """
kind: organization
name: OOO
---
kind: application
name: Shop
files:
- {name: a.conf, content: text}
parameters: PARAMETERS
---
kind: host
environment: Default
name: n
platform: PLATFORM
---
kind: platform context
environment: Default
host: n
platform: Demo Platform
"""


@pytest.mark.parametrize(
    ("parameters", "platform", "reason"),
    [
        ("[{}]", "Demo Platform", "more/shop.yaml, line 5 has an item of parameters without a name"),
        ("[]", "Other", "more/shop.yaml, line 11 and more/shop.yaml, line 16 name different values of platform"),
    ],
)
def test_mistakes_name_the_yaml_file(client, tmp_path, parameters, platform, reason):
    (tmp_path / "more").mkdir()
    text = YAML.replace("PARAMETERS", parameters).replace("PLATFORM", platform)
    (tmp_path / "more" / "shop.yaml").write_text(f"# A comment{text}")
    write(tmp_path / "environments/Default/definition.json", name="Default")
    with desired(tmp_path) as folder, pytest.raises(ImportException) as error:
        Planner(folder).plan(client)
    assert reason in str(error.value)
    assert "comodit-desired" not in str(error.value)


def test_a_file_without_a_name_has_no_content_and_is_reported(folder, client):
    change(folder / "applications/Wordpress/definition.json", files=[{"path": "/x"}])
    with pytest.raises(ImportException, match=r"applications/Wordpress/definition\.json has an item of files without"):
        Planner(folder).plan(client)


def test_reports_name_files_by_their_paths_in_the_folder(folder, client):
    (folder / "applications/Wordpress/files/wp-config.php").write_bytes(b"edited")
    (folder / "applications/Wordpress/thumb").write_bytes(b"\x89PNG\r\n\x1a\nnew")
    assert Planner(folder).plan(client).apply(client).done == (
        "Upload file 'wp-config.php' of application 'Wordpress' from 'applications/Wordpress/files/wp-config.php'",
        "Upload thumbnail of application 'Wordpress' from 'applications/Wordpress/thumb'",
    )


def test_an_import_and_a_plan_of_a_folder_agree(folder, client):
    change(folder / "definition.json", name="ONE")
    Import().import_organization(client, folder)
    assert str(Planner(folder, prune=True).plan(client)) == "organization ONE: no changes"
