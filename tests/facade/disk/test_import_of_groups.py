"""Groups are there wherever there is an owner: their members are added, and their descriptions are brought along."""

from __future__ import annotations

import pytest

from .same import rename


@pytest.fixture
def exported(organization, make_export, run, tmp_path):
    """The folder of an organization; a group of its host has a description of its own."""
    host = run(run(organization.get_environment("Default")).get_host("web"))
    describe(host, "users", "Those on call", run)
    run(make_export().export_organization(organization, tmp_path / "o"))
    rename(tmp_path / "o", "Copy")
    return tmp_path / "o"


def describe(owner, group, description, run):
    found = run(owner.groups().get(group))
    found.description = description
    run(found.update())


@pytest.fixture
def described(sandbox_client, run):
    """Give the descriptions of the groups of the copy's host."""

    def find():
        host = run(sandbox_client.get_host("Copy", "Default", "web"))
        return {group.name: group.description for group in run(host.groups().list())}

    return find


def test_a_description_comes_along(exported, sandbox_client, comodit_sandbox, make_import, run, described):
    run(make_import().import_organization(sandbox_client, exported))
    assert described()["users"] == "Those on call"
    assert described()["readonly"] == "Read access"
    written = [
        done["path"] for done in comodit_sandbox.executions() if done["path"].startswith("/api/organizations/Copy")
    ]
    assert [path for path in written if "/groups/" in path] == [
        "/api/organizations/Copy/environments/Default/hosts/web/groups/users"
    ]


def test_of_the_groups_that_are_as_usual_one_is_looked_at(exported, sandbox_client, comodit_sandbox, make_import, run):
    importer = make_import(queue_actions=True)
    run(importer.import_organization(sandbox_client, exported))
    (last,) = [action for action in importer.actions if action.get_summary() == "Update the descriptions of groups"]
    run(importer.execute_queue())
    before = comodit_sandbox.stats()["total"]
    run(last.execute())
    # 15 groups: one for each of five names, and the one that is another - which this time is as it shall be.
    assert comodit_sandbox.stats()["total"] - before == 6


def test_an_update_describes_what_is_there(exported, sandbox_client, make_import, run, described):
    run(make_import().import_organization(sandbox_client, exported))
    host = run(sandbox_client.get_host("Copy", "Default", "web"))
    describe(host, "users", "Mine", run)
    run(make_import(skip_conflict=True).import_organization(sandbox_client, exported))
    assert described()["users"] == "Mine"
    run(make_import(update_existing=True).import_organization(sandbox_client, exported))
    assert described()["users"] == "Those on call"
