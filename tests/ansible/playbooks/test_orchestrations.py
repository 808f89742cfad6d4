"""Playbooks of orchestrations, as parsed YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from comodit_client.ansible.archive import read_archive
from comodit_client.ansible.names import handler_slug, unique_slugs
from comodit_client.rest.exceptions import ExportException
from tests.ansible.playbooks.running import convert, losses, parsed, tasks, write_archive

WEB: dict[str, Any] = {
    "name": "Web",
    "services": [{"name": "httpd"}],
    "files": [{"name": "site", "path": "/etc/site"}],
    "handlers": [{"name": name, "do": [], "on": []} for name in ("Re-load", "re load", "", None, "Обновить")],
}


def fleet(*operations: dict[str, Any], **members: Any) -> dict[str, Any]:
    """Return the documents of hosts a to d, all but d with the application, and of an orchestration on b, then a."""
    documents: dict[str, Any] = {
        "applications/Web/definition": WEB,
        "environments/Prod/definition": {"name": "Prod", "hosts": []},
        "hostgroups/Front/definition": {"name": "Front", "hosts": ordered("b", "gone")},
        "hostgroups/Back/definition": {"name": "Back", "hosts": ordered("a", "b")},
        "orchestrations/Roll/definition": {
            "name": "Roll",
            "orderedHostGroup": [
                {"position": 1, "hostGroup": {"name": "Back", "uuid": "x"}},
                {"position": 0, "hostGroup": {"name": "Front"}},
            ],
            "applicationsOperations": list(operations),
            **members,
        },
    }
    for name in ("a", "b", "c", "d"):
        place = f"environments/Prod/hosts/{name}"
        applications = [] if name == "d" else ["Web"]
        documents[f"{place}/definition"] = {"name": name, "state": "READY", "applications": applications}
        if applications:
            documents[f"{place}/applications/Web"] = {"application": "Web", "settings": []}
    return documents


def ordered(*hosts: str) -> list[dict[str, Any]]:
    """Return members of a host group, the last one first, so that only their positions have the order."""
    members = [{"position": place, "environment": "Prod", "host": host} for place, host in enumerate(hosts)]
    return members[::-1]


def test_operations_run_by_position_on_one_host_after_the_other(tmp_path: Path) -> None:
    operations = [
        {"application": "Web", "handler": "Re-load", "position": 1},
        {"application": "Web", "serviceAction": {"name": "httpd", "action": "STOP"}, "position": 0},
    ]
    project = convert(write_archive(tmp_path, fleet(*operations, description="Rolling\nreload")))
    (play,) = parsed(project, "orchestrations/roll.yml")
    assert play["hosts"] == "{{ comodit_hosts | default(['b', 'a']) }}"
    assert {name: play[name] for name in ("serial", "any_errors_fatal", "max_fail_percentage", "order")} == {
        "serial": 1,
        "any_errors_fatal": True,
        "max_fail_percentage": 0,
        "order": "inventory",
    }
    stop, reload = play["tasks"]
    assert stop["ansible.builtin.service"] == {"name": "httpd", "state": "stopped"}
    assert reload["ansible.builtin.include_role"] == {"name": "web", "tasks_from": "handler_re_load"}
    assert stop["when"] == reload["when"] == ["'application_web' in group_names"]
    assert project.output.text("orchestrations/roll.yml").startswith("---\n# Rolling\n# reload\n# Runs all")
    assert losses(project) == {
        "orchestrations/Roll orderedHostGroup.0.hostGroup.uuid": "it is a copy; the host group itself is used"
    }


@pytest.mark.parametrize(
    ("action", "state"),
    [("START", "started"), ("stop", "stopped"), ("Restart", "restarted"), ("RELOAD", "reloaded"), (None, "restarted")],
)
def test_actions_on_services(tmp_path: Path, action: str | None, state: str) -> None:
    operation = {"application": "Web", "handler": None, "serviceAction": {"name": "httpd", "action": action}}
    (task,) = tasks(convert(write_archive(tmp_path, fleet(operation))), "orchestrations/roll.yml")
    assert task["ansible.builtin.service"]["state"] == state


@pytest.mark.parametrize(
    ("operation", "member", "reason"),
    [
        ({"handler": "gone"}, "handler", "application 'Web' has no handler 'gone'"),
        ({"serviceAction": {"name": "nginx"}}, "serviceAction", "application 'Web' has no service 'nginx'"),
        (
            {"serviceAction": {"name": "httpd", "action": "KILL"}},
            "serviceAction",
            "the action 'KILL' on a service is unknown",
        ),
        ({}, "", "it names neither a handler nor a service"),
    ],
)
def test_an_impossible_operation_is_a_loss_and_fails(
    tmp_path: Path, operation: dict[str, Any], member: str, reason: str
) -> None:
    project = convert(write_archive(tmp_path, fleet({"application": "Web", **operation})))
    (task,) = tasks(project, "orchestrations/roll.yml")
    assert task["ansible.builtin.fail"] == {"msg": f"This operation was not converted: {reason}."}
    assert task["when"] == ["'application_web' in group_names"]
    assert losses(project)[f"orchestrations/Roll applicationsOperations.0.{member}".rstrip(".")] == reason


def test_an_application_without_a_definition_fails_where_it_is_installed(tmp_path: Path) -> None:
    documents = fleet({"application": "Bought", "handler": "x"})
    documents["environments/Prod/hosts/a/definition"]["applications"] = ["Bought"]
    documents["environments/Prod/hosts/a/applications/Bought"] = {"application": "Bought", "settings": []}
    project = convert(write_archive(tmp_path, documents))
    (task,) = tasks(project, "orchestrations/roll.yml")
    assert "ansible.builtin.fail" in task
    assert task["when"] == ["inventory_hostname in ['a']"]


def test_handlers_get_the_variables_of_each_host(tmp_path: Path) -> None:
    """The key is used by two applications of each host, so the inventory cannot hold its values."""
    documents = fleet({"application": "Web", "handler": "Re-load"})
    parameters = {"parameters": [{"key": "listen", "name": "listen"}]}
    documents["applications/Web/definition"] = WEB | parameters
    documents["applications/Db/definition"] = {"name": "Db", "packages": [], **parameters}
    for name, value in {"a": 1, "b": 2, "c": 1}.items():
        place = f"environments/Prod/hosts/{name}"
        documents[f"{place}/definition"]["applications"] = ["Web", "Db"]
        settings = [{"key": "listen", "value": value}]
        documents[f"{place}/applications/Web"] = {"application": "Web", "settings": settings}
        documents[f"{place}/applications/Db"] = {"application": "Db", "settings": [{"key": "listen", "value": 9}]}
    found = tasks(convert(write_archive(tmp_path, documents)), "orchestrations/roll.yml")
    assert [(task["vars"], task["when"][1]) for task in found] == [
        ({"listen": 1}, "inventory_hostname in ['a', 'c']"),
        ({"listen": 2}, "inventory_hostname in ['b']"),
    ]


def test_without_hosts_it_runs_nowhere(tmp_path: Path) -> None:
    documents = fleet(orderedHostGroup=[{"hostGroup": {"name": "Gone"}}])
    project = convert(write_archive(tmp_path, documents))
    (play,) = parsed(project, "orchestrations/roll.yml")
    assert play["hosts"] == "{{ comodit_hosts | default('all:!all') }}"
    assert losses(project)["orchestrations/Roll orderedHostGroup"].startswith("the folder has none of its host groups")


def test_a_missing_host_group_is_a_loss(tmp_path: Path) -> None:
    groups = [{"hostGroup": {"name": "Gone"}}, {"hostGroup": None}, {"hostGroup": {"name": "Back"}}]
    project = convert(write_archive(tmp_path, fleet(orderedHostGroup=groups)))
    (play,) = parsed(project, "orchestrations/roll.yml")
    assert play["hosts"] == "{{ comodit_hosts | default(['a', 'b']) }}"
    found = losses(project)
    assert found["orchestrations/Roll orderedHostGroup.0.hostGroup"] == "the folder has no host group 'Gone'"


def test_names_never_become_templates(tmp_path: Path) -> None:
    documents = fleet({"application": "Web", "handler": "Re-load"})
    documents["orchestrations/Roll/definition"]["name"] = "{{ lookup('pipe', 'id') }}\n- x"
    project = convert(write_archive(tmp_path, documents))
    (play,) = parsed(project, "orchestrations/lookup_pipe_id_x.yml")
    assert play["name"] == "Run orchestration { { lookup('pipe', 'id') }} - x"


def test_handlers_have_files_of_their_own(tmp_path: Path) -> None:
    (web,) = read_archive(write_archive(tmp_path / "o", fleet())).organization.parts["applications"]  # type: ignore[union-attr]
    names = ["Re-load", "re load", "Обновить"]
    assert [handler_slug(web, name) for name in names] == ["re_load", "re_load_2", "unnamed"]
    with pytest.raises(ExportException, match="'applications/Web': it has no handler 'gone'"):
        handler_slug(web, "gone")


def test_slugs_are_unique_whatever_the_names() -> None:
    assert unique_slugs(["a b", "a_b_2", "A-B", "a b", "é", "", "x" * 300]) == {
        "a b": "a_b",
        "a_b_2": "a_b_2",
        "A-B": "a_b_3",
        "é": "unnamed",
        "": "unnamed_2",
        "x" * 300: "x" * 100,
    }


def test_handlers_of_orchestrations_are_losses(tmp_path: Path) -> None:
    documents = fleet()
    documents["orchestrations/Roll/handlers/on-port/definition"] = {"name": "on-port", "triggers": ["port"]}
    reason = losses(convert(write_archive(tmp_path, documents)))["orchestrations/Roll/handlers/on-port"]
    assert reason.startswith("Ansible does not watch settings")
