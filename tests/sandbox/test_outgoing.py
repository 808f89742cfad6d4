"""The sandbox sends webhooks and notifications to other servers, never to itself."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.simulation.addresses import Reach
from tests.sandbox.receivers import receiving

ITSELF = "the sandbox itself"
USER = '{"username": "eve", "password": "p", "role": "ADMIN"}'


@pytest.fixture(scope="module", params=[False, True], ids=["loopback", "anywhere"])
def client(request: pytest.FixtureRequest) -> Iterator[httpx.Client]:
    with (
        Sandbox(provision_time=0, change_time=0, anywhere=request.param) as sandbox,
        httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client,
    ):
        yield client


def run(client: httpx.Client, server: str, port: int, **members: object) -> httpx.Response:
    """Create a webhook, run it and delete it."""
    body = {"name": "w", "serverName": server, "port": port, **members}
    client.post("/organizations/OOO/webhooks/", json=body).raise_for_status()
    response = client.put("/organizations/OOO/webhooks/w/_run")
    client.delete("/organizations/OOO/webhooks/w").raise_for_status()
    return response


@pytest.mark.parametrize(
    "server",
    ["127.0.0.1", "localhost", "LocalHost", "127.8.9.10", "::1", "[::1]", "::ffff:127.0.0.1", "[::ffff:7f00:1]",
     "0.0.0.0", "::", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", socket.gethostname()],
)  # fmt: skip
@pytest.mark.parametrize("protocol", ["HTTP", "HTTPS"])
def test_a_webhook_does_not_call_the_sandbox(client: httpx.Client, server: str, protocol: str) -> None:
    call = {"path": "/sandbox/user", "method": "POST", "body": USER, "protocol": protocol}
    call["headers"] = [{"name": "Content-Type", "value": "application/json"}, {"name": "Host", "value": "localhost"}]
    before = client.get("/users/").json()["total"]
    response = run(client, server, client.base_url.port, **call)
    assert response.status_code == 424
    assert ITSELF in response.text or "this machine" in response.text
    assert client.get("/users/").json()["total"] == before


def test_a_name_that_leads_to_the_sandbox(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address is checked, not the name."""
    real = socket.getaddrinfo

    def resolved(host: str, *arguments: object, **more: object) -> object:
        return real("127.0.0.1" if host in ("name.invalid", "localhost") else host, *arguments, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    for server in ("name.invalid", "localhost"):
        response = run(client, server, client.base_url.port)
        assert response.status_code == 424
        assert ITSELF in response.text or "this machine only" in response.text


def test_localhost_that_leads_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: elsewhere)
    with pytest.raises(OSError, match="not an address of this machine"):
        Reach(anywhere=False, own_port=1).connect("localhost", 80)


def test_other_servers_of_this_machine(client: httpx.Client) -> None:
    with receiving() as receiver:
        assert run(client, "127.0.0.1", receiver.port).json()["returnCode"] == 200
        assert run(client, "localhost", receiver.port).json()["returnCode"] == 200
        assert len(receiver.received) == 2


def test_redirects_are_not_followed(client: httpx.Client) -> None:
    with receiving() as receiver:
        receiver.status, receiver.location = 307, f"http://127.0.0.1:{client.base_url.port}/sandbox/reset"
        assert run(client, "127.0.0.1", receiver.port, method="POST").json()["returnCode"] == 307


def test_a_channel_does_not_call_the_sandbox(client: httpx.Client) -> None:
    for server in ("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"):
        value = json.dumps({"webHookUrl": f"http://{server}:{client.base_url.port}/sandbox/reset"})
        client.post("/organizations/OOO/notifications/", json={"name": "c", "channel": "Slack", "value": value})
        response = client.put("/organizations/OOO/notifications/c/_run")
        client.delete("/organizations/OOO/notifications/c").raise_for_status()
        assert response.status_code == 424
        assert ITSELF in response.text


def test_a_pipeline_does_not_call_the_sandbox(client: httpx.Client) -> None:
    top = "/organizations/OOO"
    body = {"name": "w", "serverName": "127.0.0.1", "port": client.base_url.port, "path": "/api/flavors/"}
    for path, document in (
        (f"{top}/webhooks/", body),
        (f"{top}/pipelines/", {"name": "p"}),
        (f"{top}/pipelines/p/stages/", {"name": "s"}),
        (f"{top}/pipelines/p/stages/s/steps/", {"name": "call", "webhook": "w"}),
    ):
        client.post(path, json=document).raise_for_status()
    context = client.put(f"{top}/pipelines/p/_run").json()["uuid"]
    assert client.get(f"{top}/pipelines/p/contexts/{context}").json()["status"] == "ERROR"
    assert any(ITSELF in entry["message"] for entry in client.get(f"{top}/other/").json()["items"])
    for path in ("pipelines/p", "webhooks/w"):
        client.delete(f"{top}/{path}").raise_for_status()
