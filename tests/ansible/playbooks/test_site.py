"""site.yml, uninstall.yml and provision.yml, as parsed YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ansible.playbooks.running import convert, losses, parsed, write_archive

WEB: dict[str, Any] = {"name": "Web", "packages": [{"name": "httpd"}]}
DB: dict[str, Any] = {"name": "Db", "packages": [{"name": "postgresql"}]}


def host(name: str, *applications: str, environment: str = "Prod", **settings: Any) -> dict[str, Any]:
    """Return the documents of a host. Its contexts have settings by the names of the applications."""
    place = f"environments/{environment}/hosts/{name}"
    contexts = {
        f"{place}/applications/{application}": {
            "application": application,
            "position": position,
            "settings": [{"key": key, "value": value} for key, value in settings.get(application, {}).items()],
        }
        for position, application in enumerate(applications)
    }
    return {f"{place}/definition": {"name": name, "state": "READY", "applications": list(applications)}, **contexts}


def fleet(*hosts: dict[str, Any], **more: Any) -> dict[str, Any]:
    documents: dict[str, Any] = {
        "applications/Web/definition": WEB,
        "applications/Db/definition": DB,
        "environments/Prod/definition": {"name": "Prod", "hosts": []},
        **more,
    }
    for one in hosts:
        documents |= one
    return documents


def roles(play: dict[str, Any]) -> list[str]:
    return [task["ansible.builtin.import_role"]["name"] for task in play["tasks"]]


def test_hosts_with_the_same_applications_share_a_play(tmp_path: Path) -> None:
    documents = fleet(
        host("a", "Web", "Db"), host("b", "Db", "Web"), host("c", "Web", "Db"), host("d", "Web"), host("e")
    )
    project = convert(write_archive(tmp_path, documents))
    plays = parsed(project, "site.yml")
    assert [(play["hosts"], roles(play)) for play in plays] == [
        (["a", "c"], ["web", "db"]),
        (["b"], ["db", "web"]),
        (["d"], ["web"]),
    ]
    assert all(play["become"] is True for play in plays)
    assert [play["name"] for play in plays] == ["Configure a, c", "Configure b", "Configure d"]


def test_the_positions_of_contexts_are_the_order_of_installation(tmp_path: Path) -> None:
    documents = fleet(host("a", "Web", "Db"))
    documents["environments/Prod/hosts/a/applications/Web"]["position"] = 7
    project = convert(write_archive(tmp_path, documents))
    assert roles(parsed(project, "site.yml")[0]) == ["db", "web"]


def test_a_group_with_exactly_these_hosts_names_them(tmp_path: Path) -> None:
    front = {"name": "Front", "hosts": [{"environment": "Prod", "host": name} for name in ("a", "b")]}
    documents = fleet(
        host("a", "Web", "Db"),
        host("b", "Web", "Db"),
        host("c", "Db"),
        host("x", "Db", "Web", environment="Lab"),
        **{"hostgroups/Front/definition": front, "environments/Lab/definition": {"name": "Lab", "hosts": []}},
    )
    project = convert(write_archive(tmp_path, documents))
    assert [play["hosts"] for play in parsed(project, "site.yml")] == ["environment_Lab", "hostgroup_Front", ["c"]]
    alone = convert(write_archive(tmp_path / "alone", fleet(host("a", "Web"), host("b", "Web"), host("c"))))
    assert [play["hosts"] for play in parsed(alone, "site.yml")] == ["application_web"]
    everywhere = convert(write_archive(tmp_path / "everywhere", fleet(host("a", "Web", "Db"), host("b", "Web", "Db"))))
    assert [play["hosts"] for play in parsed(everywhere, "site.yml")] == ["environment_Prod"]


def test_variables_that_the_inventory_cannot_hold_are_passed(tmp_path: Path) -> None:
    """Both applications use the key, with different values on the same host."""
    shared = {"parameters": [{"key": "listen", "name": "listen"}]}
    documents = fleet(
        host("a", "Web", "Db", Web={"listen": 80}, Db={"listen": 5432}),
        host("b", "Web", "Db", Web={"listen": 81}, Db={"listen": 5432}),
    )
    documents["applications/Web/definition"] = WEB | shared
    documents["applications/Db/definition"] = DB | shared
    project = convert(write_archive(tmp_path, documents))
    plays = parsed(project, "site.yml")
    assert [(play["hosts"], [task["vars"] for task in play["tasks"]]) for play in plays] == [
        (["a"], [{"listen": 80}, {"listen": 5432}]),
        (["b"], [{"listen": 81}, {"listen": 5432}]),
    ]
    removal = parsed(project, "uninstall.yml")[0]
    assert (removal["hosts"], [task.get("vars") for task in removal["tasks"][1:]]) == (
        ["b"],
        [{"listen": 5432}, {"listen": 81}],
    )


def test_applications_are_removed_in_reverse_and_by_name_only(tmp_path: Path) -> None:
    project = convert(write_archive(tmp_path, fleet(host("a", "Web", "Db"))))
    ((check, *removals),) = [play["tasks"] for play in parsed(project, "uninstall.yml")]
    assert check["ansible.builtin.assert"]["that"] == ["comodit_application is defined"]
    assert [task["ansible.builtin.include_role"] for task in removals] == [
        {"name": "db", "tasks_from": "uninstall"},
        {"name": "web", "tasks_from": "uninstall"},
    ]
    assert [task["when"] for task in removals] == [f"comodit_application in ['{role}', '*']" for role in ("db", "web")]


def test_a_context_without_a_definition_is_a_loss(tmp_path: Path) -> None:
    project = convert(write_archive(tmp_path, fleet(host("a", "Web", "Bought"))))
    assert roles(parsed(project, "site.yml")[0]) == ["web"]
    reason = losses(project)["environments/Prod/hosts/a/applications/Bought application"]
    assert reason == "the folder has no definition of the application"


@pytest.mark.parametrize(
    ("documents", "hosts"),
    [
        ({"applications/Web/definition": WEB}, ["all"]),
        ({"applications/Db/definition": DB, "applications/Web/definition": WEB}, ["application_db", "application_web"]),
        (
            {"applications/Web/definition": WEB, **host("a"), "environments/Prod/definition": {"name": "Prod"}},
            ["application_web"],
        ),
        ({"environments/Prod/definition": {"name": "Prod"}}, None),
    ],
)
def test_applications_without_hosts(tmp_path: Path, documents: dict[str, Any], hosts: list[str] | None) -> None:
    project = convert(write_archive(tmp_path, documents))
    assert {"site.yml", "uninstall.yml"} & project.output.files.keys() == (
        {"site.yml", "uninstall.yml"} if hosts else set()
    )
    if hosts:
        assert [play["hosts"] for play in parsed(project, "site.yml")] == hosts


def test_files_of_platforms_and_distributions_are_rendered(tmp_path: Path) -> None:
    documents = fleet(host("a"), host("b"))
    for name in ("a", "b"):
        place = f"environments/Prod/hosts/{name}"
        documents[f"{place}/definition"] |= {"platform": "Virt", "distribution": "Linux 9"}
        documents[f"{place}/platform"] = {"platform": "Virt", "settings": []}
        documents[f"{place}/distribution"] = {"distribution": "Linux 9", "settings": []}
    documents["platforms/Virt/definition"] = {"name": "Virt", "driver": {"className": "x"}}
    documents["distributions/Linux 9/definition"] = {"name": "Linux 9", "files": []}
    project = convert(write_archive(tmp_path, documents))
    (play,) = parsed(project, "provision.yml")
    assert roles(play) == ["platform_virt", "distribution_linux_9"]
    assert (play["hosts"], play["gather_facts"]) == ("environment_Prod", False)
    assert "become" not in play


def test_a_context_of_an_unknown_distribution_is_a_loss(tmp_path: Path) -> None:
    documents = fleet(host("a"))
    documents["environments/Prod/hosts/a/definition"] |= {"distribution": "Gone"}
    documents["environments/Prod/hosts/a/distribution"] = {"distribution": "Gone", "settings": []}
    project = convert(write_archive(tmp_path, documents))
    assert "provision.yml" not in project.output.files
    reason = losses(project)["environments/Prod/hosts/a/distribution distribution"]
    assert reason == "the folder has no definition of the distribution"


def test_definitions_without_hosts_are_for_their_groups(tmp_path: Path) -> None:
    documents = fleet(**{"platforms/Virt/definition": {"name": "Virt", "driver": {}}})
    project = convert(write_archive(tmp_path, documents))
    assert [play["hosts"] for play in parsed(project, "provision.yml")] == ["platform_Virt"]


def test_variables_for_a_role_that_does_not_exist_are_losses(tmp_path: Path) -> None:
    documents = fleet(host("a", "Web", "Bought", Web={"port": 1, "zone": 2}, Bought={"port": 3, "zone": 2}))
    project = convert(write_archive(tmp_path, documents))
    place = "environments/Prod/hosts/a/applications/Bought"
    assert losses(project)[f"{place} settings.0"] == "the folder has no definition of the application"
    assert f"{place} settings.1" not in losses(project)
