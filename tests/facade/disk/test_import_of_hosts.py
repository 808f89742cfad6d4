"""Environments, hosts and organizations come from folders: what they need is there, and no machine is made."""

from __future__ import annotations

import json
import shutil

import pytest

from comodit_client.rest.exceptions import ImportException

HOST = "environments/Default/hosts/web"


@pytest.fixture
def exported(organization, make_export, run, tmp_path):
    run(make_export(with_secrets=True).export_organization(organization, tmp_path / "o"))
    return tmp_path / "o"


def edit(file, **members):
    document = json.loads(file.read_text())
    file.write_text(json.dumps({**document, **members}))


@pytest.fixture
def copy(sandbox_client, run):
    """An empty organization."""
    return run(sandbox_client.organizations().create("Copy", populate=False))


def test_an_environment_brings_what_its_hosts_need(exported, copy, make_import, run):
    run(make_import().import_full_env(copy, exported / "environments" / "Default"))
    host = run(run(copy.get_environment("Default")).get_host("web"))
    assert host.application_names == ["Wordpress"]
    assert run(run(host.get_application("Wordpress")).settings().get("wp_admin_password")).value == "hush"
    assert host.state == "DEFINED"
    assert [app.name for app in run(copy.applications().list())] == ["Wordpress"]


def test_a_host_brings_what_it_needs(exported, copy, make_import, run):
    environment = run(copy.environments().create("Other"))
    run(make_import().import_full_host(copy, environment, exported / HOST))
    host = run(environment.get_host("web"))
    assert (host.platform_name, host.distribution_name) == ("Demo Platform", "Demo Distribution")


def test_all_that_is_missing_is_told_before_anything_is_made(exported, copy, make_import, run):
    with pytest.raises(ImportException, match="Nothing was imported") as caught:
        run(make_import().import_environment(copy, exported / "environments" / "Default"))
    assert [problem.split(" does not exist")[0] for problem in caught.value.problems] == [
        "organizations/Copy/applications/Wordpress",
        "organizations/Copy/distributions/Demo Distribution",
        "organizations/Copy/platforms/Demo Platform",
    ]
    assert run(copy.environments().list()) == []


def test_a_context_that_is_missing_in_the_folder_is_told(exported, copy, make_import, run):
    (exported / HOST / "platform.json").unlink()
    with pytest.raises(ImportException, match=r"platform\.json is missing"):
        run(make_import().import_full_env(copy, exported / "environments" / "Default"))
    (exported / HOST / "applications" / "Wordpress.json").unlink()
    with pytest.raises(ImportException, match="names Wordpress, but its context is missing"):
        run(make_import().import_full_env(copy, exported / "environments" / "Default"))
    assert run(copy.environments().list()) == []


def test_a_machine_is_attached_where_asked_and_never_made(exported, copy, make_import, run):
    run(make_import(with_instances=True).import_full_env(copy, exported / "environments" / "Default"))
    environment = run(copy.get_environment("Default"))
    attached = run(run(environment.get_host("web")).get_instance())
    assert attached.properties
    run(run(environment.get_host("web")).instance().delete())
    run(run(environment.get_host("web")).delete())
    run(environment.delete())

    edit(exported / HOST / "instance.json", properties=[])
    importer = make_import(with_instances=True)
    run(importer.import_full_env(copy, exported / "environments" / "Default"))
    assert ["it has no properties" in reason for reason in importer.left_out] == [True]
    assert not run(run(run(copy.get_environment("Default")).get_host("web")).instance().exists())


def test_parts_that_are_missing_are_brought_and_others_left(exported, copy, make_import, run):
    importer = make_import()
    for _ in range(2):
        run(importer.import_application_if_not_exist(copy, exported / "applications", ["Wordpress"]))
        run(importer.import_distribution_if_not_exist(copy, exported / "distributions", "Demo Distribution"))
        run(importer.import_platform_if_not_exist(copy, exported / "platforms", "Demo Platform"))
    assert importer.report.done == ()
    with pytest.raises(ImportException, match="has no folder for it"):
        run(importer.import_platform_if_not_exist(copy, exported / "platforms", "Other"))


def test_each_kind_goes_and_comes_by_itself(organization, copy, make_export, make_import, run, tmp_path):
    run(organization.jobs().create("Nightly"))
    run(organization.webhooks().create("Ping"))
    environment = run(organization.get_environment("Default"))
    export, importer = make_export(with_secrets=True), make_import()
    for method, entity, imports in [
        ("export_application", run(organization.get_application("Wordpress")), "import_application"),
        ("export_distribution", run(organization.get_distribution("Demo Distribution")), "import_distribution"),
        ("export_platform", run(organization.get_platform("Demo Platform")), "import_platform"),
        ("export_environment", environment, "import_environment"),
        ("export_hostgroup", run(organization.get_host_group("Fronts")), "import_hostgroup"),
        ("export_orchestration", run(organization.orchestrations().get("Rolling")), "import_orchestrations"),
        ("export_job", run(organization.jobs().get("Nightly")), "import_jobs"),
        ("export_webhook", run(organization.webhooks().get("Ping")), "import_webhook"),
        ("export_pipeline", run(organization.pipelines().get("Release")), "import_pipeline"),
        ("export_notification", run(organization.notifications().get("Ops")), "import_notification"),
    ]:
        run(getattr(export, method)(entity, tmp_path / method))
        run(getattr(importer, imports)(copy, tmp_path / method))
        assert importer.report.done[0].endswith(f" {entity.name!r}")
    run(export.export_host(run(environment.get_host("web")), tmp_path / "host"))
    run(importer.import_host(run(copy.environments().create("Other")), tmp_path / "host"))
    assert run(run(copy.get_environment("Other")).get_host("web")).application_names == ["Wordpress"]
    (stage,) = run(run(copy.pipelines().get("Release")).stages.list())
    assert [step.name for step in run(stage.steps.list())] == ["only"]


def test_an_update_changes_settings_one_by_one_and_reinstalls_nothing(organization, exported, make_import, run):
    host = run(run(organization.get_environment("Default")).get_host("web"))
    edit(exported / HOST / "applications" / "Wordpress.json", settings=[{"key": "wp_admin_email", "value": "new@x"}])
    edit(exported / HOST / "platform.json", settings=[{"key": "zone", "value": "eu"}])
    importer = make_import(update_existing=True)
    run(importer.import_organization(organization.client, exported))
    context = run(host.get_application("Wordpress"))
    assert run(context.settings().get("wp_admin_email")).value == "new@x"
    assert run(context.settings().get("wp_admin_password")).value == "hush"
    assert run(run(host.get_platform()).settings().get("zone")).value == "eu"
    assert not [text for text in importer.report.done if text.startswith("Create") and "setting" not in text]

    shutil.rmtree(exported / "pipelines" / "Release")
    shutil.rmtree(exported / "notifications")
    run(make_import(update_existing=True, delete_missing=True).import_organization(organization.client, exported))
    assert not run(run(host.get_application("Wordpress")).settings().exists("wp_admin_password"))
    assert run(organization.pipelines().list()) == []
    assert [channel.name for channel in run(organization.notifications().list())] == ["Ops"]


def test_an_import_locks_nobody_out(organization, exported, sandbox_client, make_import, run):
    run(sandbox_client.users().create("ann", password="x", email="ann@example.net", full_name="Ann"))
    admin = organization.groups()
    group = run(admin.get("admin"))
    group.add_user("ann")
    run(group.update())
    file = exported / "groups" / "users" / "definition.json"
    edit(file, users=[{"username": "UUU"}])
    run(make_import(update_existing=True).import_organization(sandbox_client, exported))
    assert {user.username for user in run(admin.get("admin")).users} == {"UUU", "ann"}
    assert [user.username for user in run(admin.get("users")).users] == ["UUU"]
