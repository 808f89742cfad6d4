"""Webhooks and notifications are sent to loopback only."""

from __future__ import annotations

import json
import socket
from base64 import b64encode
from collections.abc import Iterator

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.operations.webhooks import _extract
from tests.sandbox.receivers import Receiver, receiving


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as running:
        yield running


def webhook(api, port: int, **members: object) -> str:
    """Create a webhook to a port of this machine; return its path."""
    body = {"name": "Ping", "protocol": "HTTP", "serverName": "127.0.0.1", "port": port, **members}
    api("POST", f"{api.O}/webhooks/", body)
    return f"{api.O}/webhooks/Ping"


def test_the_request_is_sent_as_described(api, receiver: Receiver) -> None:
    receiver.response = {"id": 42, "items": [{"name": "x y"}]}
    receiver.status = 201
    path = webhook(
        api,
        receiver.port,
        method="POST",
        path="/hooks/a b?fixed=1",
        body='{"a": 1}',
        headers=[{"name": "X-Kind", "value": "probe", "secret": True}],
        parameters=[{"name": "q", "value": "1&2"}],
        properties=[
            {"name": "id", "jsonPath": "$.id"},
            {"name": "first", "jsonPath": "$.items[0]['name']"},
            {"name": "absent", "jsonPath": "$.nope"},
        ],
        authenticationMethod="BASIC_AUTH",
        username="robot",
        token="not-a-secret",
    )
    result = api("PUT", f"{path}/_run")
    found = [{"name": "id", "value": "42"}, {"name": "first", "value": "x y"}]
    assert result == {"returnCode": 201, "properties": found}
    (request,) = receiver.received
    assert (request.method, request.path) == ("POST", "/hooks/a%20b?fixed=1&q=1%262")
    assert request.headers["X-Kind"] == "probe"
    assert request.headers["Authorization"] == f"Basic {b64encode(b'robot:not-a-secret').decode()}"
    assert request.body == '{"a": 1}'


def test_an_error_of_the_called_server_is_a_result(api, receiver: Receiver) -> None:
    receiver.status = 503
    assert api("PUT", f"{webhook(api, receiver.port)}/_run") == {"returnCode": 503, "properties": []}


def test_a_webhook_without_a_connection(api) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    path = webhook(api, port, token="not-a-secret", authenticationMethod="BASIC_AUTH", username="robot")
    (text,) = api("PUT", f"{path}/_run", status=424)["error"]
    assert "Ping failed" in text
    assert "not-a-secret" not in text


def test_webhooks_reach_this_machine_only(api) -> None:
    path = webhook(api, 80, serverName="hooks.example.org")
    assert "hooks.example.org" in api("PUT", f"{path}/_run", status=424)["error"][0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"serverName": "http://example.org"},
        {"serverName": "a b"},
        {"serverName": "example.org/path"},
        {"path": "no/slash"},
        {"port": 0},
        {"port": 70000},
        {"protocol": "FTP"},
        {"method": "BREW"},
        {"authenticationMethod": "MAGIC"},
        {"headers": [{"name": "X Y", "value": "1"}]},
        {"headers": [{"name": "X", "value": "1\r\nY: 2"}]},
        {"properties": [{"name": "x", "jsonPath": "$..x"}]},
        {"properties": [{"name": "x", "jsonPath": "x"}]},
    ],
)
def test_an_invalid_url_is_rejected(api, wrong: dict[str, object]) -> None:
    api("POST", f"{api.O}/webhooks/", {"name": "Ping", **wrong}, status=400)
    assert api.items(f"{api.O}/webhooks/") == []


def test_a_webhook_without_a_server_cannot_run(api) -> None:
    api("POST", f"{api.O}/webhooks/", {"name": "Ping", "description": ""})
    assert "serverName" in api("PUT", f"{api.O}/webhooks/Ping/_run", status=409)["error"][0]


def test_paths_into_a_reply() -> None:
    content = {"a": {"b": [1, {"c d": None}]}}
    assert _extract(content, "$.a.b[0]") == "1"
    assert _extract(content, "$") == json.dumps(content)
    for absent in ("$.a.b[7]", "$.a.b.c", "$[0]", "$.a.b[1]['c d']"):
        assert _extract(content, absent) is None
    with pytest.raises(ApiError):
        _extract(content, "$.a[")


# ---- notifications


def test_a_channel_without_a_name_gets_one_and_keeps_it(api) -> None:
    path = f"{api.O}/notifications"
    bodies = [{"channel": "SLACK", "value": "{}"}, {"channel": "SLACK", "name": ""}, {"value": "{}"}, {}]
    made = [api("POST", f"{path}/", body)["name"] for body in bodies]
    assert made == ["SLACK", "SLACK 2", "channel", "channel 2"]
    assert [item["name"] for item in api.items(f"{path}/")] == sorted(made)
    changed = api("PUT", f"{path}/SLACK 2", {"channel": "SLACK", "value": "{}"})
    assert (changed["name"], changed["value"]) == ("SLACK 2", "{}")
    assert api("PUT", f"{path}/SLACK 2", {"name": "chat"})["name"] == "chat"
    api("GET", f"{path}/SLACK 2", status=404)
    api("POST", f"{path}/", {"name": "chat"}, status=409)
    api("PUT", f"{path}/chat/_run", status=204)


def channel(api, port: int | None, *events: str, kind: str = "Slack") -> str:
    views = [{"actionType": event, "active": True} for event in events]
    value = json.dumps({"webHookUrl": f"http://127.0.0.1:{port}/chat?room=1"}) if port else "{}"
    body = {"name": "ops", "channel": kind, "value": value, "notifiableViews": views}
    api("POST", f"{api.O}/notifications/", body, status=200 if port or kind != "Slack" else 400)
    return f"{api.O}/notifications/ops"


def test_a_channel_lists_all_kinds_of_events(api, receiver: Receiver) -> None:
    views = api("GET", channel(api, receiver.port, "compOk", "ownKind"))["notifiableViews"]
    assert len(views) == 9
    assert [view["actionType"] for view in views if view["active"]] == ["compOk", "ownKind"]
    assert all(view["description"] for view in views)


def test_a_test_message(api, receiver: Receiver) -> None:
    path = channel(api, receiver.port)
    api("PUT", f"{path}/_run", status=204)
    (request,) = receiver.received
    assert (request.method, request.path) == ("POST", "/chat?room=1")
    assert json.loads(request.body) == {"text": "Test message from OOO"}
    assert len(api.items(f"{api.O}/notification/")) == 1
    receiver.status = 500
    assert "500" in api("PUT", f"{path}/_run", status=424)["error"][0]


def test_events_are_notified(api, receiver: Receiver) -> None:
    channel(api, receiver.port, "provisioned", "execute")
    host = api.ready_host()
    api("PUT", f"{host}/instance/_pause")
    api.state(host)
    texts = [json.loads(request.body)["text"] for request in receiver.received]
    assert texts == ["Host web is provisioned", "Pause of host web"]
    log = api.items(f"{host}/notification/")
    assert [entry["message"] for entry in log] == [f"ops: {text}" for text in texts]
    assert log[0]["timestamp"] <= log[1]["timestamp"]


def test_inactive_events_are_not_notified(api, receiver: Receiver) -> None:
    channel(api, receiver.port, "compError")
    api.ready_host()
    assert receiver.received == []
    assert api.items(f"{api.O}/notification/") == []


def test_a_failed_message_is_logged(api) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    channel(api, port, "provisioned")
    api.ready_host()
    messages = [entry["message"] for entry in api.items(f"{api.O}/other/")]
    assert len(messages) == 1
    assert "ops failed" in messages[0]


def test_mail_appears_in_the_log_only(api) -> None:
    channel(api, None, "provisioned", kind="Email")
    api.ready_host()
    assert [entry["message"] for entry in api.items(f"{api.O}/notification/")] == ["ops: Host web is provisioned"]


@pytest.mark.parametrize(
    "value", ["no JSON", "[]", "{}", '{"webHookUrl": 5}', '{"webHookUrl": "ftp://x/"}', '{"webHookUrl": "http://x:y/"}']
)
def test_a_chat_without_an_address_is_rejected(api, value: str) -> None:
    api("POST", f"{api.O}/notifications/", {"name": "ops", "channel": "Slack", "value": value}, status=400)


def test_a_sandbox_may_reach_other_machines() -> None:
    """The test sends nothing: the name does not resolve."""
    with Sandbox(anywhere=True) as sandbox, httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client:
        body = {"name": "Ping", "serverName": "name.invalid", "port": 9}
        client.post("/organizations/OOO/webhooks/", json=body)
        (text,) = client.put("/organizations/OOO/webhooks/Ping/_run").json()["error"]
    assert "this machine only" not in text
