"""Updates based on an old version: rejected or accepted, as the sandbox is started."""

from __future__ import annotations

import subprocess
import sys

import httpx
import pytest

from comodit_client.sandbox import Sandbox

AUTH = ("UUU", "PPP")
PATH = "/organizations/OOO/environments/Default"


@pytest.fixture(scope="module", params=["reject", "accept"])
def running(request):
    with Sandbox(stale_versions=request.param) as sandbox, httpx.Client(base_url=sandbox.url, auth=AUTH) as client:
        yield sandbox, client, request.param


@pytest.fixture
def client(running):
    running[0].reset()
    return running[1]


def put(client: httpx.Client, version: object, condition: str | None = None) -> httpx.Response:
    headers = {} if condition is None else {"If-Match": condition}
    return client.put(PATH, json={"name": "Default", "version": version}, headers=headers)


def test_an_older_version_in_the_body(client, running) -> None:
    assert put(client, 0).json()["version"] == 1
    response = put(client, 0)
    assert response.status_code == (409 if running[2] == "reject" else 200)
    if running[2] == "reject":
        assert response.json()["error"][0].endswith("read it again, and repeat your change")
        assert client.get(PATH).json()["version"] == 1


@pytest.mark.parametrize("version", [None, 1, 7, "0", True, "x", 1.0])
def test_other_versions_in_the_body_are_ignored(client, version: object) -> None:
    put(client, 0)
    assert put(client, version).json()["version"] == 2


@pytest.mark.parametrize("condition", ['"0"', '"7"', "0", "1", '"1', "", '"x", "0"', '""'])
def test_another_version_in_the_condition(client, condition: str) -> None:
    put(client, 0)
    response = put(client, 1, condition)
    assert response.status_code == 412
    assert "read it again" in response.json()["error"][0]
    assert client.get(PATH).json()["version"] == 1


@pytest.mark.parametrize("condition", ['"1"', 'W/"1"', '"0", "1"', "*"])
def test_the_version_in_the_condition(client, condition: str) -> None:
    put(client, 0)
    assert put(client, None, condition).json()["version"] == 2


def test_an_update_of_a_definition_keeps_its_parts_so_that_none_is_lost(client, running) -> None:
    path = "/organizations/OOO/applications/Wordpress"
    before = client.get(path).json()
    client.post(f"{path}/files/", json={"name": "new"}).raise_for_status()
    assert client.put(path, json=before).status_code == 200
    assert "new" in [file["name"] for file in client.get(path).json()["files"]]
    assert client.put(path, json=before).status_code == (409 if running[2] == "reject" else 200)


def test_a_missing_entity_is_missing(client) -> None:
    response = client.put(f"{PATH}x", json={"name": "x"}, headers={"If-Match": '"0"'})
    assert response.status_code == 404


def test_the_command_has_the_option(capsys) -> None:
    with pytest.raises(ValueError, match="reject, accept"):
        Sandbox(stale_versions="ignore")
    command = [sys.executable, "-m", "comodit_client.sandbox", "--port", "0", "--stale-versions", "accept"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    url = f"http://127.0.0.1:{process.stdout.readline().split()[-1]}/api"
    with process, httpx.Client(base_url=url, auth=AUTH) as client:
        assert [put(client, 0).status_code for _ in range(2)] == [200, 200]
        process.terminate()
