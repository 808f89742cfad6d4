"""A sandbox that is killed while it sends a request sends it again after a restart."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from comodit_client.sandbox import Sandbox

AUTH = ("UUU", "PPP")
O = "/organizations/OOO"  # noqa: E741


class Hanging:
    """A server that answers only when it is allowed to."""

    def __init__(self) -> None:
        self.arrived = threading.Semaphore(0)
        self.may_reply = threading.Event()
        self.paths: list[str] = []
        self.port = 0


@pytest.fixture
def server() -> Iterator[Hanging]:
    hanging = Hanging()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            hanging.paths.append(self.path)
            hanging.arrived.release()
            hanging.may_reply.wait(30)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  as above
            """Write no log."""

        def handle(self) -> None:
            try:
                super().handle()
            except ConnectionError:
                """The sandbox was killed."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hanging.port = http.server_port
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield hanging
    hanging.may_reply.set()
    http.shutdown()
    http.server_close()
    thread.join()


def begin_message(client: httpx.Client, port: int) -> None:
    value = json.dumps({"webHookUrl": f"http://127.0.0.1:{port}/message"})
    views = [{"actionType": "provisioned", "active": True}]
    body = {"name": "n", "channel": "Slack", "value": value, "notifiableViews": views}
    client.post(f"{O}/notifications/", json=body).raise_for_status()
    hosts = f"{O}/environments/Default/hosts/"
    client.post(hosts, json={"name": "web", "platform": "Demo Platform", "distribution": "Demo Distribution"})
    client.post(f"{hosts}web/instance/", json={}).raise_for_status()


def begin_pipeline(client: httpx.Client, port: int) -> None:
    body = {"name": "w", "serverName": "127.0.0.1", "port": port, "method": "POST", "path": "/webhook"}
    client.post(f"{O}/webhooks/", json=body).raise_for_status()
    client.post(f"{O}/pipelines/", json={"name": "p"}).raise_for_status()
    client.post(f"{O}/pipelines/p/stages/", json={"name": "s"}).raise_for_status()
    client.post(f"{O}/pipelines/p/stages/s/steps/", json={"name": "x", "webhook": "w"}).raise_for_status()
    client.put(f"{O}/pipelines/p/_run").raise_for_status()


@pytest.mark.parametrize(("begin", "path"), [(begin_message, "/message"), (begin_pipeline, "/webhook")])
def test_a_request_that_was_being_sent_is_sent_again(
    tmp_path: Path, server: Hanging, begin: Callable[[httpx.Client, int], None], path: str
) -> None:
    database = str(tmp_path / "s.db")
    process = subprocess.Popen(
        [sys.executable, "-m", "comodit_client.sandbox", "--port", "0", "--provision-time", "0", "--db", database],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    url = f"http://127.0.0.1:{process.stdout.readline().split()[-1]}/api"
    with process, httpx.Client(base_url=url, auth=AUTH) as client:
        begin(client, server.port)
        # The next request does the work that is due. While that hangs, other requests do not send it once more.
        threading.Thread(target=request_that_is_cut, args=[url]).start()
        assert server.arrived.acquire(timeout=10)
        assert client.get("/flavors/").status_code == 200
        process.kill()
    assert server.paths == [path]
    server.may_reply.set()
    with Sandbox(db=database, provision_time=0) as sandbox, httpx.Client(base_url=sandbox.url, auth=AUTH) as client:
        assert [client.get(O).status_code for _ in range(3)] == [200] * 3
        assert server.paths == [path, path]
        contexts = client.get(f"{O}/pipelines/p/contexts/").json().get("items", [])
        assert [context["status"] for context in contexts] == (["FINISHED"] if path == "/webhook" else [])


def request_that_is_cut(url: str) -> None:
    with pytest.raises(httpx.HTTPError):
        httpx.get(url + O, auth=AUTH, timeout=20)


def test_a_reply_that_cannot_be_stored_is_requested_again(api, server: Hanging) -> None:
    begin_pipeline(api.client, server.port)
    connection = api.sandbox._store._connection
    thread = threading.Thread(target=lambda: statuses.append(api.client.get(api.O).status_code))
    statuses: list[int] = []
    thread.start()
    assert server.arrived.acquire(timeout=10)
    connection.execute("PRAGMA query_only = ON")
    server.may_reply.set()
    thread.join()
    connection.execute("PRAGMA query_only = OFF")
    assert statuses == [500]
    assert api("GET", api.O)["name"] == "OOO"
    assert [context["status"] for context in api.items(f"{api.O}/pipelines/p/contexts/")] == ["FINISHED"]
    assert server.paths == ["/webhook"] * 2


def test_the_reply_to_a_cancelled_step_is_ignored(api, server: Hanging) -> None:
    begin_pipeline(api.client, server.port)
    thread = threading.Thread(target=lambda: api.client.get(api.O))
    thread.start()
    assert server.arrived.acquire(timeout=10)
    (context,) = api.items(f"{api.O}/pipelines/p/contexts/")
    api("PUT", f"{api.O}/pipelines/p/contexts/{context['uuid']}/_cancel")
    server.may_reply.set()
    thread.join()
    (context,) = api.items(f"{api.O}/pipelines/p/contexts/")
    assert context["status"] == context["stages"][0]["steps"][0]["status"] == "STOPPED"
    assert server.paths == ["/webhook"]
