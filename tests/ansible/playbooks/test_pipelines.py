"""Playbooks of pipelines and webhooks, the crontab and the guide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ansible.playbooks.running import convert, losses, parsed, tasks, write_archive

PIPELINE = "pipelines/Release"


def pipeline(*steps: dict[str, Any]) -> dict[str, Any]:
    """Return the documents of an organization with a pipeline of one stage."""
    documents: dict[str, Any] = {
        "environments/Prod/definition": {"name": "Prod", "hosts": []},
        "environments/Prod/hosts/a/definition": {"name": "a", "state": "READY", "applications": []},
        "hostgroups/Front/definition": {"name": "Front", "hosts": [{"environment": "Prod", "host": "a"}]},
        "hostgroups/None/definition": {"name": "None", "hosts": []},
        "orchestrations/Roll/definition": {"name": "Roll", "applicationsOperations": []},
        "webhooks/Ping/definition": {"name": "Ping", "serverName": "hooks.example.org"},
        f"{PIPELINE}/definition": {"name": "Release", "description": "Weekly"},
        f"{PIPELINE}/stages/Deploy/definition": {"name": "Deploy", "order": 1},
    }
    for number, step in enumerate(steps):
        documents[f"{PIPELINE}/stages/Deploy/steps/s{number}/definition"] = {"name": f"s{number}", **step}
    return documents


def webhook(tmp_path: Path, **members: Any) -> tuple[dict[str, Any], dict[str, str], list[dict[str, Any]]]:
    """Return the options of the request of a webhook, the losses, and all tasks."""
    documents = {
        "environments/Prod/definition": {"name": "Prod"},
        "webhooks/Ping/definition": {"name": "Ping", **members},
    }
    project = convert(write_archive(tmp_path, documents))
    found = tasks(project, "webhooks/ping.yml")
    return found[0]["ansible.builtin.uri"], losses(project), found


def test_stages_and_steps_run_in_order(tmp_path: Path) -> None:
    documents = pipeline(
        {"order": 1, "orchestration": "Roll", "orderedHostGroups": [{"position": 0, "hostGroup": {"name": "Front"}}]},
        {"order": 0, "orchestration": "Roll", "webhook": None},
    )
    documents[f"{PIPELINE}/stages/Build/definition"] = {"name": "Build", "order": 0}
    documents[f"{PIPELINE}/stages/Build/steps/Call/definition"] = {"name": "Call", "webhook": "Ping", "order": 0}
    project = convert(write_archive(tmp_path, documents))
    assert parsed(project, "pipelines/release.yml") == [
        {"name": "Stage Build, step Call", "ansible.builtin.import_playbook": "../webhooks/ping.yml"},
        {"name": "Stage Deploy, step s1", "ansible.builtin.import_playbook": "../orchestrations/roll.yml"},
        {
            "name": "Stage Deploy, step s0",
            "ansible.builtin.import_playbook": "../orchestrations/roll.yml",
            "vars": {"comodit_hosts": ["a"]},
        },
    ]
    assert not [loss for loss in losses(project) if loss.startswith(PIPELINE)]


@pytest.mark.parametrize(
    ("step", "member", "reason"),
    [
        ({"webhook": "Gone"}, "webhook", "the folder has no webhook 'Gone'"),
        ({"orchestration": "Gone"}, "orchestration", "the folder has no orchestration 'Gone'"),
        ({}, "", "it names neither an orchestration nor a webhook"),
        (
            {"orchestration": "Roll", "orderedHostGroups": [{"hostGroup": {"name": "None"}}]},
            "orderedHostGroups",
            "its host groups have no hosts",
        ),
    ],
)
def test_an_impossible_step_is_a_loss_and_fails(tmp_path: Path, step: dict[str, Any], member: str, reason: str) -> None:
    project = convert(write_archive(tmp_path, pipeline(step)))
    (task,) = tasks(project, "pipelines/release.yml")
    assert task["ansible.builtin.fail"] == {"msg": f"This step was not converted: {reason}."}
    assert losses(project)[f"{PIPELINE}/stages/Deploy/steps/s0 {member}".rstrip()] == reason


def test_descriptions_of_stages_and_steps_are_comments(tmp_path: Path) -> None:
    documents = pipeline({"orchestration": "Roll", "description": "One\nafter the other"})
    documents[f"{PIPELINE}/stages/Deploy/definition"]["description"] = "To all"
    text = convert(write_archive(tmp_path, documents)).output.text("pipelines/release.yml")
    assert "# Stage Deploy: To all\n# Stage Deploy, step s0: One\n# after the other\n# Runs" in text


def test_a_pipeline_without_steps_is_a_loss(tmp_path: Path) -> None:
    project = convert(write_archive(tmp_path, pipeline()))
    assert "pipelines/release.yml" not in project.output.files
    assert losses(project)[PIPELINE] == "it has no steps"


@pytest.mark.parametrize(
    ("members", "url"),
    [
        ({"serverName": "h.example", "protocol": "HTTPS"}, "https://h.example/"),
        (
            {"serverName": "h.example", "port": 8080, "path": "/a b/{{ x }}?q=1"},
            "http://h.example:8080/a%20b/%7B%7B%20x%20%7D%7D?q=1",
        ),
        ({"serverName": "::1", "path": "/x"}, "http://[::1]/x"),
        ({"serverName": "{{h", "path": "/x"}, "http://%7B%7Bh/x"),
        (
            {
                "serverName": "h",
                "path": "/?q=1",
                "parameters": [{"name": "a b", "value": "{{&"}, {"name": "c", "value": None}],
            },
            "http://h/?q=1&a+b=%7B%7B%26&c=",
        ),
    ],
)
def test_urls(tmp_path: Path, members: dict[str, Any], url: str) -> None:
    options, lost, _ = webhook(tmp_path, **members)
    assert options["url"] == url
    assert options["method"] == "GET"
    assert not lost


def test_requests_are_sent_as_they_are(tmp_path: Path) -> None:
    headers = [{"name": "X-Kind", "value": "{{ kind }}", "secret": False}]
    options, lost, (task,) = webhook(
        tmp_path,
        serverName="h",
        method="POST",
        body='{"a": "{{ b }}"}',
        headers=headers,
        authenticationMethod="NO_AUTH",
    )
    assert options == {
        "url": "http://h/",
        "method": "POST",
        "headers": {"X-Kind": "{{ kind }}"},
        "body": '{"a": "{{ b }}"}',
        "follow_redirects": "none",
        "status_code": "{{ range(200, 400) | list }}",
    }
    assert "no_log" not in task
    assert not lost


def test_texts_with_braces_are_not_templates(tmp_path: Path) -> None:
    members = {"name": "Ping", "serverName": "h", "body": "{{ b }}"}
    documents = {"environments/Prod/definition": {"name": "Prod"}, "webhooks/Ping/definition": members}
    text = convert(write_archive(tmp_path, documents)).output.text("webhooks/ping.yml")
    assert 'body: !unsafe "{{ b }}"' in text


def test_secrets_are_variables_that_the_user_defines_without_a_vault(tmp_path: Path) -> None:
    options, lost, (task,) = webhook(
        tmp_path,
        serverName="h",
        authenticationMethod="BASIC_AUTH",
        username="robot",
        token="not-a-secret",
        headers=[{"name": "X-Key", "value": "not-a-secret", "secret": True}, {"name": "x key"}],
        parameters=[{"name": "it's", "value": "not-a-secret", "secret": True}],
    )
    assert options["url_username"] == "robot"
    assert options["url_password"] == "{{ comodit_webhook_ping_token }}"
    assert options["force_basic_auth"] is True
    assert options["headers"] == {
        "X-Key": "{{ comodit_webhook_ping_header_x_key }}",
        "x key": "{{ comodit_webhook_ping_header_x_key_2 }}",
    }
    assert options["url"] == "http://h/?{{ {'it\\'s': comodit_webhook_ping_parameter_it_s} | urlencode }}"
    assert task["no_log"] is True
    assert {member: "comodit_webhook_ping_" in reason for member, reason in lost.items()} == {
        "webhooks/Ping token": True,
        "webhooks/Ping headers.0.value": True,
        "webhooks/Ping headers.1.value": True,
        "webhooks/Ping parameters.0.value": True,
    }


def test_secrets_are_kept_in_the_vault(tmp_path: Path) -> None:
    members = {"name": "Ping", "serverName": "h", "authenticationMethod": "BASIC_AUTH", "token": "not-a-secret"}
    documents = {"environments/Prod/definition": {"name": "Prod"}, "webhooks/Ping/definition": members}
    (tmp_path / "password").write_text("not-a-secret")
    project = convert(write_archive(tmp_path / "o", documents), vault_password_file=tmp_path / "password")
    (task,) = tasks(project, "webhooks/ping.yml")
    assert task["ansible.builtin.uri"]["url_password"] == "{{ vault_comodit_webhook_ping_token }}"
    assert project.vault.secrets == {"inventory/group_vars/all": {"vault_comodit_webhook_ping_token": "not-a-secret"}}
    assert not losses(project)
    assert "--vault-password-file" in project.output.text("README.md")


def test_credentials_that_are_not_sent_are_losses(tmp_path: Path) -> None:
    options, lost, _ = webhook(tmp_path, serverName="h", authenticationMethod="DIGEST", username="u", token=None)
    assert "url_username" not in options
    assert lost == {
        "webhooks/Ping authenticationMethod": "the conversion knows only NO_AUTH and BASIC_AUTH",
        "webhooks/Ping username": "requests with DIGEST do not use it",
    }


def test_values_are_extracted_from_the_response(tmp_path: Path) -> None:
    paths = {"id": "$.items[0].id", "all": "$", "odd": "$['a b'][\"it's\"]", "deep": "$..id", "no": "id", "{{": "$.x"}
    properties = [{"name": name, "jsonPath": path} for name, path in paths.items()]
    _, lost, (_, keep, show) = webhook(tmp_path, serverName="h", properties=properties)
    assert keep["ansible.builtin.set_fact"] == {
        "comodit_webhook_ping": {
            "id": "{{ comodit_response.json['items'][0]['id'] | default('') }}",
            "all": "{{ comodit_response.json | default('') }}",
            "odd": "{{ comodit_response.json['a b']['it\\'s'] | default('') }}",
        }
    }
    assert show["ansible.builtin.debug"] == {"var": "comodit_webhook_ping"}
    assert sorted(lost) == [f"webhooks/Ping properties.{member}" for member in ("3.jsonPath", "4.jsonPath", "5.name")]


def test_a_webhook_without_a_server_is_a_loss(tmp_path: Path) -> None:
    documents = pipeline({"webhook": "Ping"})
    documents["webhooks/Ping/definition"] = {"name": "Ping"}
    project = convert(write_archive(tmp_path, documents))
    assert losses(project)["webhooks/Ping"] == "it has no serverName, so it cannot be sent"
    assert "ansible.builtin.fail" in tasks(project, "pipelines/release.yml")[0]


def test_one_of_several_headers_or_properties_of_a_name_counts(tmp_path: Path) -> None:
    options, lost, (_, keep, _) = webhook(
        tmp_path,
        serverName="h",
        headers=[{"name": "X", "value": "1"}, {"name": "X", "value": "2"}],
        properties=[{"name": "id", "jsonPath": "$.a"}, {"name": "id", "jsonPath": "$.b"}],
    )
    assert options["headers"] == {"X": "1"}
    assert "['a']" in keep["ansible.builtin.set_fact"]["comodit_webhook_ping"]["id"]
    assert set(lost) == {"webhooks/Ping headers.1", "webhooks/Ping properties.1"}
