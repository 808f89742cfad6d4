"""Files of machines: public keys that a script would make, and files that a test puts there (S143)."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from comodit_client.sandbox import ApiError, Sandbox
from tests.sandbox.conftest import Api

PLACE = ("OOO", "Default", "web")


@pytest.fixture
def files(api) -> str:
    """Return the path of the files of a machine."""
    return f"{api.ready_host(applications=['Wordpress'])}/instance/files"


@pytest.mark.parametrize(
    "path",
    [
        "/etc/openshift/rsync_id_rsa.pub",
        "/etc/ssh/ssh_host_rsa_key.pub",
        "/etc/key.pub",
        "/root/.ssh/id_rsa.pub",
        "/home/ann/.ssh/id_ed25519.pub",
        "/var/lib/x/.ssh/keys/backup.pub",
        "/etc//openshift/./../openshift/rsync_id_rsa.pub",
    ],
)
def test_a_public_key_is_that_of_the_host(api, files: str, path: str) -> None:
    key = api("GET", files, path=path)
    assert key.startswith(b"ssh-rsa ")
    assert key == api("GET", files, path="/root/.ssh/id_rsa.pub")


@pytest.mark.parametrize(
    "path", ["/tmp/id.pub", "/etc/key", "/root/.ssh/id_rsa", "/root/ssh/a.pub", "/etc/../tmp/a.pub"]
)
def test_other_files_do_not_exist(api, files: str, path: str) -> None:
    api("GET", files, path=path, status=404)


@pytest.mark.parametrize("path", ["", "etc/a.pub", "~/.ssh/id_rsa.pub"])
def test_a_relative_path(api, files: str, path: str) -> None:
    api("GET", files, path=path, status=400)
    with pytest.raises(ApiError, match="absolute"):
        api.sandbox.put_file(*PLACE, path, "x")


def test_hosts_have_different_keys(api, files: str) -> None:
    other = api.ready_host("other")
    path = "/etc/openshift/rsync_id_rsa.pub"
    assert api("GET", files, path=path) != api("GET", f"{other}/instance/files", path=path)


@pytest.mark.parametrize("path", ["/tmp/new", "/etc/hostname", "/etc/key.pub", "/etc/wordpress/wp-config.php"])
def test_a_file_put_on_a_machine(api, files: str, path: str) -> None:
    other = api.ready_host("other")
    api.sandbox.put_file(*PLACE, path, "first ü")
    assert api("GET", files, path=path) == "first ü".encode()
    api.sandbox.put_file(*PLACE, f"/{path}", b"\x00\xff" * 100_000)
    assert api("GET", files, path=path) == b"\x00\xff" * 100_000
    response = api.client.get(f"{other}/instance/files", params={"path": path})
    assert b"\x00\xff" not in response.content


def test_by_http(api, files: str) -> None:
    url = f"{api.sandbox.base_url}/sandbox/file"
    body = {"host": list(PLACE), "path": "/tmp/x", "content": "text"}
    assert httpx.post(url, json=body).json() == {}
    assert api("GET", files, path="/tmp/x") == b"text"
    for wrong in (
        {"path": ""},
        {"path": 5},
        {"path": "/\ud800"},
        {"host": "web"},
        {"content": "\ud800"},
        {"content": 5},
        {"content": None},
    ):
        sent = json.dumps({**body, **wrong}).encode()
        response = httpx.post(url, content=sent, headers={"Content-Type": "application/json"})
        assert response.status_code == 400, wrong
    assert api("GET", files, path="/tmp/x") == b"text"


def test_a_file_needs_a_machine_and_goes_with_it(api) -> None:
    with pytest.raises(ApiError, match="Host web does not exist"):
        api.sandbox.put_file(*PLACE, "/tmp/x", "text")
    host = api.host()
    with pytest.raises(ApiError, match="no instance"):
        api.sandbox.put_file(*PLACE, "/tmp/x", "text")
    for _ in range(2):
        api("POST", f"{host}/instance/", {})
        api.sandbox.advance(20)
        api("GET", f"{host}/instance/files", path="/tmp/x", status=404)
        api.sandbox.put_file(*PLACE, "/tmp/x", "text")
        assert api("GET", f"{host}/instance/files", path="/tmp/x") == b"text"
        api("DELETE", f"{host}/instance/")


def test_a_restart_keeps_the_files(tmp_path: Path) -> None:
    url = f"{Api.E}/hosts/host-00000/instance/files"
    with Sandbox(db=str(tmp_path / "db"), provision_time=0) as sandbox:
        sandbox.make_hosts(1, provisioned=True)
        sandbox.put_file("OOO", "Default", "host-00000", "/tmp/x", "text")
    with Sandbox(db=str(tmp_path / "db"), provision_time=0) as sandbox:
        found = httpx.get(f"{sandbox.url}{url}", params={"path": "/tmp/x"}, auth=("UUU", "PPP"))
    assert found.text == "text"
