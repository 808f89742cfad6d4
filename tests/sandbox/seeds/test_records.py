"""Records: the calls that changed something, without their secrets, as a seed for another sandbox."""

from __future__ import annotations

import base64
import contextlib
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from comodit_client.sandbox import ApiError, Sandbox

O = "/organizations/OOO"  # noqa: E741
HOSTS = f"{O}/environments/Default/hosts/"
CONTENT = f"{O}/applications/Wordpress/files/wp-config.php/content"
HIDDEN = "h1dden"


def recorded(file: Path, *calls: tuple[str, str, Any], **options) -> list[dict[str, Any]]:
    """Make calls in a sandbox that records; return the lines of the file."""
    with Sandbox(record=file, **options) as sandbox, httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client:
        for method, path, body in calls:
            upload = isinstance(body, bytes)
            sent = {"files": {"file": ("x", body)}} if upload else {"json": body}
            client.request(method, path, **sent)
    return [json.loads(line) for line in file.read_text().splitlines()]


def test_only_changes_that_succeed_are_recorded(tmp_path: Path) -> None:
    lines = recorded(
        tmp_path / "r",
        ("GET", HOSTS, None),
        ("POST", HOSTS, {"name": "a b"}),
        ("POST", HOSTS, {"name": "a b"}),
        ("PUT", f"{HOSTS}a%20b?force=true", {"name": "c"}),
        ("POST", f"{O}/nope/", {}),
        ("DELETE", f"{HOSTS}c", None),
    )
    assert lines == [
        {"method": "POST", "path": HOSTS, "body": {"name": "a b"}},
        {"method": "PUT", "path": f"{HOSTS}a%20b", "query": {"force": "true"}, "body": {"name": "c"}},
        {"method": "DELETE", "path": f"{HOSTS}c"},
    ]
    assert (tmp_path / "r").stat().st_mode & 0o777 == 0o600


def test_a_call_whose_response_is_lost_is_recorded(tmp_path: Path) -> None:
    with Sandbox(record=tmp_path / "r", faults=["reset-after-serving", "503"]) as sandbox:
        for _ in range(2):
            with contextlib.suppress(httpx.TransportError):
                httpx.post(f"{sandbox.url}{HOSTS}", json={"name": "web"}, auth=("UUU", "PPP"))
    assert len((tmp_path / "r").read_text().splitlines()) == 1


@pytest.mark.parametrize("content", [b"", b"\x00\xff text", b"0123456789" * 250_001])
def test_a_record_is_a_seed(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "r"
    lines = recorded(
        file, ("POST", HOSTS, {"name": "web", "settings": [{"key": "k", "value": 1}]}), ("POST", CONTENT, content)
    )
    assert base64.b64decode(lines[1]["content"]) == content
    # Recording goes on in the same file, after the calls of the seed.
    again = recorded(file, ("POST", HOSTS, {"name": "db"}), seed=file)
    assert again[:2] == lines
    assert len(again) == 3
    with Sandbox(seed=file) as sandbox, httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client:
        assert [host["name"] for host in client.get(HOSTS).json()["items"]] == ["web", "db"]
        assert client.get(f"{HOSTS}web/settings/k").json()["value"] == 1
        assert client.get(CONTENT).content == content


def test_secrets_are_replaced(tmp_path: Path) -> None:
    parameter = {"name": "pin", "key": "pin", "value": HIDDEN, "schema": {"type": "string", "secret": True}}
    settings = [
        {"key": "pin", "value": HIDDEN},
        {"key": "wp_admin_password", "value": HIDDEN},
        {"key": "k", "value": "v"},
        {"key": "db_password", "value": HIDDEN},
    ]
    file = tmp_path / "r"
    calls = [
        ("POST", f"{O}/applications/", {"name": "App", "parameters": [parameter]}),
        ("POST", HOSTS, {"name": "web", "settings": settings}),
        ("PUT", f"{HOSTS}web/settings/pin", {"key": "pin", "value": {"deep": [HIDDEN]}}),
        ("POST", f"{O}/applications/App/parameters/", {**parameter, "name": "pin2", "key": "pin2"}),
        ("POST", "/users/", {"username": "bob", "password": HIDDEN}),
        ("POST", f"{O}/gits/", {"name": "git", "url": "https://x.example", "token": HIDDEN}),
    ]
    lines = recorded(file, *calls)
    assert HIDDEN not in file.read_text()
    assert [setting["value"] for setting in lines[1]["body"]["settings"]] == ["SECRET", "SECRET", "v", "SECRET"]
    assert lines[2]["body"] == {"key": "pin", "value": "SECRET"}
    assert len(lines) >= 4
    with Sandbox(seed=file) as sandbox:
        assert sandbox._store.anywhere("hosts", "web") is not None


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(ApiError, match="Cannot record to"):
        Sandbox(record=tmp_path / "no" / "r")


def test_a_full_disk_does_not_break_the_call(caplog) -> None:
    with Sandbox(record="/dev/full") as sandbox:
        response = httpx.post(f"{sandbox.url}{HOSTS}", json={"name": "web"}, auth=("UUU", "PPP"))
        assert response.status_code == 200
    assert "Cannot record a call to /dev/full" in caplog.text
