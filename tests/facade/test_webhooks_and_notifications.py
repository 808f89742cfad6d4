"""Webhooks, notification channels and jobs."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import httpx
import pytest

from comodit_client.rest.exceptions import BadRequest, EntityNotFoundException, InvalidResponse, ServerError
from comodit_client.wire.jobs import Operation

HOOK = "/organizations/A/webhooks/w"
CHANNEL = "/organizations/A/notifications"
JOB = "/organizations/A/jobs/j"
PING = {
    "name": "w",
    "method": "POST",
    "serverName": "hooks.example.org",
    "path": "/ping",
    "protocol": "HTTPS",
    "authenticationMethod": "BASIC_AUTH",
    "username": "bot",
    "token": "sesame-token",
    "headers": [{"name": "X-Key", "value": "sesame-header", "secret": True}],
    "parameters": [{"name": "q", "value": "sesame-query", "secret": False}],
    "properties": [{"name": "id", "jsonPath": "$.id"}],
}


@pytest.fixture
def webhook(client):
    return client.organizations().new("A").webhooks().wrap(dict(PING))


@pytest.fixture
def job(client):
    return client.organizations().new("A").jobs().new("j")


class TestWebhooks:
    def test_running_one_gives_what_the_called_server_answered(self, webhook, server, run, capsys):
        server.on("PUT", f"{HOOK}/_run", {"returnCode": 200, "properties": [{"name": "id", "value": "7"}]})
        result = run(webhook.run())
        assert (result.return_code, [(found.name, found.value) for found in result.properties]) == (200, [("id", "7")])
        result.show()
        assert "Return code: 200" in capsys.readouterr().out

    def test_a_server_that_cannot_be_reached_is_told(self, webhook, server, run):
        server.on("PUT", f"{HOOK}/_run", (500, {"error": ["hooks.example.org does not answer"]}), httpx.Response(200))
        with pytest.raises(ServerError, match="does not answer"):
            run(webhook.run())
        with pytest.raises(InvalidResponse):
            run(webhook.run())

    def test_its_impact_is_printed_without_asking(self, webhook, server, capsys):
        webhook.impact(2)
        shown = capsys.readouterr().out
        assert [word for word in ("POST", "hooks.example.org", "/ping", "$.id") if word not in shown] == []
        assert "sesame" not in shown
        assert all(line.startswith("   ") for line in shown.splitlines())
        assert server.asked == []

    def test_secrets_are_masked(self, webhook, capsys):
        webhook.show()
        shown = capsys.readouterr().out
        assert "X-Key" in shown
        assert "Value: sesame-query" in shown, "it says that it is no secret"
        assert "sesame" not in shown.replace("sesame-query", "") + repr(webhook) + repr(webhook.headers[0])

    def test_all_members_can_be_set(self, client, server, run):
        server.on("POST", "/organizations/A/webhooks/", lambda request: httpx.Response(201, content=request.content))
        webhook = client.webhooks("A").new("w")
        webhook.method, webhook.server_name, webhook.path, webhook.protocol = "GET", "localhost", "/", "HTTP"
        webhook.port, webhook.authentication_method = 8080, "NO_AUTH"
        webhook.headers.append({"name": "Accept", "value": "*/*"})
        webhook.parameters = [{"name": "q", "value": "1"}]
        webhook.properties = [{"name": "id", "jsonPath": "$.id"}]
        run(webhook.create())
        assert server.last.json == {
            "name": "w",
            "description": "",
            "method": "GET",
            "serverName": "localhost",
            "path": "/",
            "protocol": "HTTP",
            "port": 8080,
            "authenticationMethod": "NO_AUTH",
            "headers": [{"name": "Accept", "value": "*/*"}],
            "parameters": [{"name": "q", "value": "1"}],
            "properties": [{"name": "id", "jsonPath": "$.id"}],
        }

    @pytest.mark.parametrize("absent", [{}, {"headers": None, "parameters": None, "properties": None}])
    def test_absent_lists_are_empty(self, client, absent):
        webhook = client.webhooks("A").wrap({"name": "w", **absent})
        assert [*webhook.headers, *webhook.parameters, *webhook.properties] == []


class TestNotifications:
    @pytest.mark.parametrize(("name", "sent"), [(None, {}), ("chat", {"name": "chat"})])
    def test_one_is_made_and_takes_the_name_of_the_answer(self, client, server, run, name, sent):
        server.on("POST", f"{CHANNEL}/", {"name": "Slack-1", "channel": "Slack"})
        server.on("PUT", f"{CHANNEL}/Slack-1/_run", (204, None))
        made = run(client.notifications("A").create("Slack", "{}", name))
        assert server.last.json == {"channel": "Slack", "value": "{}", **sent}
        run(made.run())
        assert server.lines[-1] == f"PUT {CHANNEL}/Slack-1/_run"

    def test_the_name_can_be_set_and_taken_away(self, client):
        channel = client.notifications("A").new("SLACK", "{}")
        assert (channel.name, "name" in channel.get_json()) == ("", False)
        channel.name = "chat"
        assert channel.name == channel.identifier == channel.get_json()["name"] == "chat"
        del channel.name
        assert "name" not in channel.get_json()

    def test_what_it_tells_of_is_switched_in_place(self, client, server, run):
        server.on("PUT", f"{CHANNEL}/chat", lambda request: httpx.Response(200, content=request.content))
        views = [{"actionType": "compError", "active": False, "description": "Host is not compliant"}]
        channel = client.notifications("A").wrap({"name": "chat", "notifiableViews": views})
        channel.notifiables[0].active = True
        channel.notifiables.append({"actionType": "provisioned", "active": True})
        channel.channel, channel.value = "Email", "{}"
        run(channel.update())
        assert [(kind["actionType"], kind["active"]) for kind in server.last.json["notifiableViews"]] == [
            ("compError", True),
            ("provisioned", True),
        ]
        assert channel.notifiables[0].action_type == channel.notifiables[0].actionType == "compError"

    def test_where_it_sends_is_a_secret(self, client, capsys):
        channel = client.notifications("A").new("Slack", '{"webHookUrl":"https://hooks.example.org/sesame"}', "chat")
        channel.show()
        channel.impact(4)
        shown = capsys.readouterr().out
        assert shown.count("Channel: Slack") == 2
        assert "sesame" not in shown + repr(channel)

    def test_a_kind_that_the_server_does_not_know_is_refused(self, client, server, run):
        server.on("POST", f"{CHANNEL}/", (400, {"error": ["Unknown channel"]}))
        with pytest.raises(BadRequest, match="Unknown channel"):
            run(client.notifications("A").create("Pigeon"))


class TestJobs:
    @pytest.mark.parametrize(
        ("arguments", "options", "query"),
        [
            ((), {}, {}),
            ((None,), {}, {}),
            (({"wait": False},), {}, {"wait": "false"}),
            ((), {"wait": True}, {"wait": "true"}),
        ],
    )
    def test_one_is_run_now(self, job, server, run, arguments, options, query):
        server.on("PUT", f"{JOB}/_run", (204, None))
        assert run(job.run(*arguments, **options)) is None
        assert server.last.query == query

    def test_a_refusal_is_told(self, job, server, run):
        server.on("PUT", f"{JOB}/_run", (400, {"error": ["Job is disabled"]}))
        with pytest.raises(BadRequest, match="Job is disabled"):
            run(job.run())

    def test_one_is_run_at_a_datetime(self, job, server, run):
        server.on("POST", "/organizations/A/jobs/", (201, {"name": "j", "date": "2030-04-04T13:37:30.612+0000"}))
        job.date = datetime(2030, 4, 4, 15, 37, 30, 612000, tzinfo=timezone(timedelta(hours=2)))
        moment = job.run_at
        run(job.create())
        assert server.last.json["date"] == "2030-04-04T15:37:30.612+0200"
        assert (job.date, job.run_at) == ("2030-04-04T13:37:30.612+0000", moment)

    def test_all_members_can_be_set(self, job, server, run):
        server.on("POST", "/organizations/A/jobs/", (201, {"name": "j"}))
        job.enabled, job.action, job.cron = True, "DELETE_HOST", "0 2 * * *"
        job.input = "organizations/A/environments/E/hosts/h"
        job.operation.description = "NONE"
        job.operation.operation = "NONE"
        job.operation.arguments.append({"type": "string", "value": "now"})
        run(job.create())
        assert server.last.json == {
            "name": "j",
            "description": "",
            "enabled": True,
            "action": "DELETE_HOST",
            "cron": "0 2 * * *",
            "input": "organizations/A/environments/E/hosts/h",
            "operation": {
                "description": "NONE",
                "operation": "NONE",
                "arguments": [{"type": "string", "value": "now"}],
            },
        }

    def test_an_operation_can_be_replaced(self, job):
        job.operation = Operation({"operation": "NONE"})
        job.date = "2030-04-04T15:37:30.612+0200"
        assert job.get_json()["operation"] == {"operation": "NONE"}

    def test_reading_an_absent_operation_does_not_make_one(self, job):
        assert job.operation.description is None
        assert "operation" not in job.get_json()

    def test_all_can_be_deleted(self, client, server, run):
        server.on("DELETE", "/organizations/A/jobs/", (204, None))
        run(client.jobs("A").clear())
        assert server.lines == ["DELETE /organizations/A/jobs/"]


@pytest.mark.parametrize("reach", ["webhook", "notification"])
def test_one_that_is_not_there_is_not_found(client, server, run, reach):
    with pytest.raises(EntityNotFoundException):
        run(getattr(client, reach)("A", "gone"))
    assert server.lines == [f"GET /organizations/A/{reach}s/gone"]
