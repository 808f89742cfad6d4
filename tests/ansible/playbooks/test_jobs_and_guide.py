"""The crontab, the guide, the configuration files, and entities without an equivalent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.ansible.playbooks.running import convert, losses, write_archive

PROD = {"environments/Prod/definition": {"name": "Prod"}}


def crontab(tmp_path: Path, **members: Any) -> list[str]:
    """Return the lines for a job."""
    documents = {**PROD, "jobs/Night/definition": {"name": "Night", **members}}
    text = convert(write_archive(tmp_path, documents)).output.text("crontab")
    return text.partition("\n\n")[2].splitlines()


def test_a_job_with_a_cron_line(tmp_path: Path) -> None:
    lines = crontab(
        tmp_path,
        description="Remove\nlab host",
        enabled=False,
        action="DELETE_HOST",
        input="organizations/Acme/environments/Lab/hosts/tmp 1%",
        cron="0 2 * * *",
        operation={"operation": "NONE"},
    )
    assert lines == [
        "# Night: Remove lab host",
        "# DELETE_HOST organizations/Acme/environments/Lab/hosts/tmp 1%",
        "# It was disabled.",
        r"# 0 2 * * * delete-machine 'tmp 1\%'",
    ]


def test_a_job_with_a_date(tmp_path: Path) -> None:
    lines = crontab(
        tmp_path, enabled=True, action="DELETE_HOST", input="x/h", date="2030-04-04T15:37:30.612+0200", cron=None
    )
    assert lines[2:] == [
        "# Date: 2030-04-04T15:37:30.612+0200",
        "# echo 'delete-machine h' | TZ=UTC at -t 203004041337",
    ]


def test_jobs_that_say_little(tmp_path: Path) -> None:
    assert crontab(tmp_path / "a") == ["# Night", "# No action", "# It has no schedule."]
    lines = crontab(tmp_path / "b", action="OTHER", date="some day; reboot")
    assert lines == ["# Night", "# OTHER", "# Date: some day; reboot", "# echo your-command | at 'some day; reboot'"]


def test_no_text_of_a_job_ends_the_comment(tmp_path: Path) -> None:
    evil = "x\n* * * * * reboot\r\u2028\x0b* * * * * reboot"
    lines = crontab(tmp_path, description=evil, action=evil, input=evil, cron=evil, date=evil)
    assert all(line.startswith("# ") for line in lines)
    assert len(lines) == 5


def test_actions_of_jobs_are_losses(tmp_path: Path) -> None:
    job = {"name": "Night", "action": "DELETE_HOST", "operation": {"operation": "NONE"}}
    project = convert(write_archive(tmp_path, {**PROD, "jobs/Night/definition": job}))
    assert sorted(losses(project)) == ["jobs/Night action", "jobs/Night operation"]
    assert "crontab" in project.output.text("README.md")


def test_without_jobs_there_is_no_crontab(tmp_path: Path) -> None:
    project = convert(write_archive(tmp_path, PROD))
    assert sorted(project.output.files) == [".ansible-lint", "README.md", "ansible.cfg"]


def test_channels_and_groups_of_users_are_losses(tmp_path: Path) -> None:
    documents = {
        **PROD,
        "notifications/chat/definition": {"name": "chat", "channel": "Slack"},
        "groups/admin/definition": {"name": "admin", "users": ["bob"]},
    }
    found = losses(convert(write_archive(tmp_path, documents)))
    assert found["notifications/chat"].startswith("Ansible sends no notifications")
    assert found["groups/admin"].startswith("Ansible has no users and rights")


def test_the_guide_describes_what_there_is(tmp_path: Path) -> None:
    web: dict[str, Any] = {"name": "Web", "packages": []}
    documents = {
        **PROD,
        "applications/Web/definition": web,
        "orchestrations/Roll/definition": {"name": "Roll"},
        "webhooks/Ping/definition": {"name": "Ping", "serverName": "h"},
    }
    text = convert(write_archive(tmp_path, documents)).output.text("README.md")
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Playbooks converted from ComodIT",
        "## Add hosts",
        "## Secrets",
        "## Configure hosts",
        "## Remove an application",
        "## Run orchestrations",
        "## Call webhooks",
        "## Names",
    ]
    assert "- `ansible-playbook orchestrations/roll.yml`" in text
    assert "ansible-vault encrypt" in text


def test_names_that_differ_are_in_a_table(tmp_path: Path) -> None:
    documents = {
        **PROD,
        "definition": {"name": "Acme", "settings": [{"key": "a.b", "value": 1}, {"key": "c", "value": 1}]},
        "applications/My App/definition": {"name": "My App", "packages": []},
        "environments/Prod/definition": {"name": "Prod"},
        "environments/Prod/hosts/web 1/definition": {"name": "web 1"},
        "hostgroups/a|b/definition": {"name": "a|b"},
        "orchestrations/Roll!/definition": {"name": "Roll!"},
        "pipelines/none/definition": {"name": "none?"},
    }
    text = convert(write_archive(tmp_path, documents)).output.text("README.md")
    assert text.partition("|---|---|\n")[2].splitlines() == [
        "| Setting `a.b` | variable `a_b` |",
        "| Application `My App` | role `my_app` |",
        r"| Host group `a\|b` | group `hostgroup_a_b` |",
        "| Host `Prod/web 1` | host `web_1` |",
        "| Orchestration `Roll!` | playbook `orchestrations/roll.yml` |",
    ]


def test_roles_do_not_see_the_variables_of_others(tmp_path: Path) -> None:
    assert "\nprivate_role_vars = True\n" in convert(write_archive(tmp_path, PROD)).output.text("ansible.cfg")


def test_properties_of_packages_are_losses_with_their_values(tmp_path: Path) -> None:
    pinned = {"application": "Web", "packageName": "httpd", "key": "release", "value": "2"}
    documents = {**PROD, "application_properties/Web/packages/httpd/release/definition": pinned}
    (reason,) = losses(convert(write_archive(tmp_path, documents))).values()
    assert reason.endswith("application 'Web' does not use it; for package 'httpd', it sets 'release' to '2'")


def test_only_one_rule_is_skipped(tmp_path: Path) -> None:
    settings = yaml.safe_load(convert(write_archive(tmp_path, PROD)).output.text(".ansible-lint"))
    assert (settings["profile"], settings["skip_list"]) == ("production", ["var-naming[no-role-prefix]"])
