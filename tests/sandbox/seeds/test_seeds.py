"""Seeds: folders of exports, files of calls and cassettes; a call that fails stops the start."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import httpx
import pytest

from comodit_client.sandbox import ApiError, Sandbox
from comodit_client.sandbox.__main__ import main

HOSTS = "/organizations/OOO/environments/Default/hosts/"
CONTENT = "/organizations/OOO/applications/Wordpress/files/wp-config.php/content"
CALLS = [
    {"method": "POST", "path": "/organizations/", "query": {"populate": True}, "body": {"name": "New"}},
    {"method": "POST", "path": HOSTS, "body": {"name": "web", "description": "2026-01-01"}},
    {"method": "post", "path": CONTENT.lstrip("/"), "content": base64.b64encode(b"seeded").decode()},
    {"method": "PUT", "path": "organizations/OOO/platforms/Demo Platform", "body": {"name": "Demo", "description": ""}},
]
AS_YAML = f"""
- method: POST
  path: {HOSTS}
  body: {{name: web, description: 2026-01-01}}
"""


def seeded(tmp_path: Path, text: str, name: str = "calls", **options) -> Sandbox:
    file = tmp_path / name
    file.write_text(text)
    return Sandbox(seed=file, **options)


def hosts(sandbox: Sandbox) -> list[str]:
    store = sandbox._store
    environment = store.find(store.anywhere("organizations", "OOO").id, "environments", "Default")
    return store.names(environment.id, "hosts")


@pytest.mark.parametrize("text", ["\n".join(map(json.dumps, CALLS)) + "\n", json.dumps(CALLS, indent=1)])
def test_the_calls_of_a_file_run_as_the_first_user(tmp_path: Path, text: str) -> None:
    with seeded(tmp_path, text, mfa_secret="JBSWY3DPEHPK3PXP", token="t", clock="frozen") as sandbox:
        with httpx.Client(base_url=sandbox.url, headers={"X-ComodIT-AppKey": "t"}) as client:
            for _ in range(2):
                assert hosts(sandbox) == ["web"]
                assert client.get("/organizations/New/environments/Default").status_code == 200
                assert client.get(CONTENT).content == b"seeded"
                assert client.get("/organizations/OOO/platforms/Demo").status_code == 200
                (entry, *_) = client.get("/organizations/OOO/audit/").json()["items"]
                assert entry["username"] == "UUU"
                client.delete(f"{HOSTS}web").raise_for_status()
                sandbox.reset()
        assert sandbox.stats()["total"] == 0


def test_a_list_in_yaml(tmp_path: Path) -> None:
    sandbox = seeded(tmp_path, AS_YAML)
    assert sandbox._store.anywhere("hosts", "web").doc["description"] == "2026-01-01"
    sandbox.close()


@pytest.mark.parametrize("text", ["", "[]", "\n"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    seeded(tmp_path, text).close()


def test_a_cassette(tmp_path: Path) -> None:
    form = '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nin a form\r\n--b--\r\n'

    def interaction(method: str, path: str, code: int, body: str, media_type: str = "application/json") -> dict:
        request = {"method": method, "uri": f"https://x.example/api{path}", "body": body}
        return {
            "request": {**request, "headers": {"content-type": [media_type]}},
            "response": {"status": {"code": code}},
        }

    interactions = [
        interaction("GET", HOSTS, 200, ""),
        interaction("POST", HOSTS, 200, '{"name": "a%20b"}'),
        interaction("POST", HOSTS, 409, '{"name": "a%20b"}'),
        interaction("POST", f"{HOSTS}a%2520b/settings/", 200, '{"key": "k", "value": 1}'),
        interaction("PUT", f"{HOSTS}nope", 404, "{}"),
        interaction("POST", CONTENT, 200, form, "multipart/form-data; boundary=b"),
    ]
    with seeded(tmp_path, "interactions:\n" + "".join(f"- {json.dumps(item)}\n" for item in interactions)) as sandbox:
        assert hosts(sandbox) == ["a%20b"]
        assert httpx.get(f"{sandbox.url}{CONTENT}", auth=("UUU", "PPP")).content == b"in a form"
        (entry, *_) = sandbox.executions() or [None]
        assert entry is None


def test_a_cassette_of_this_library(tmp_path: Path) -> None:
    (cassette,) = Path(__file__).parents[2].glob("scenarios/cassettes/test_recorded.test_quick_start[[]api].yaml")
    sandbox = Sandbox(seed=cassette)
    assert hosts(sandbox) == []  # It deletes its host.
    sandbox.close()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"method": "POST"}', "call 1 is invalid: 'path' must be text"),
        ('[{"method": "GET", "path": "/flavors/"}, 5]', "call 2 is invalid: it must be an object"),
        ('{"method": "GET", "path": "/", "header": {}}', "unknown member 'header'"),
        ('{"method": "GET", "path": "/x?y=1"}', "move it to 'query'"),
        ('{"method": "GET", "path": "/", "body": {}, "content": ""}', "remove one"),
        ('{"method": "GET", "path": "/", "content": "?"}', "must be base64"),
        ('{"method": "GET", "path": "/", "query": [1]}', "'query' must be an object"),
        ('{"method": "GET", "path": "/"}\n{', "line 2 is not JSON"),
        ("just text", "no list of calls"),
        ("a: [", "neither JSON nor YAML"),
        ("interactions: [{}]", "not a request with its response"),
    ],
)
def test_an_invalid_file(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ApiError, match="Cannot seed the sandbox from") as caught:
        seeded(tmp_path, text).close()
    assert words in str(caught.value)


def test_a_call_that_fails_stops_the_start(tmp_path: Path, capsys) -> None:
    text = "\n".join(json.dumps(call) for call in (CALLS[1], CALLS[1]))
    db = tmp_path / "db"
    for _ in range(2):
        with pytest.raises(ApiError, match=r"call 2, POST .*/hosts/, failed with 409: Host web exists already"):
            seeded(tmp_path, text, db=str(db))
    assert main(["--port", "0", "--seed", str(tmp_path / "calls")]) == 1
    assert "call 2" in capsys.readouterr().err
    # Nothing of the seed stays.
    sandbox = Sandbox(db=str(db))
    assert hosts(sandbox) == []
    sandbox.close()


def test_an_existing_database_is_not_seeded_again(tmp_path: Path) -> None:
    for _ in range(2):
        sandbox = seeded(tmp_path, json.dumps(CALLS[1:2]), db=str(tmp_path / "db"))
        assert hosts(sandbox) == ["web"]
        sandbox.close()


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ApiError, match="No such file"):
        Sandbox(seed=tmp_path / "nope")


def test_a_folder_is_an_archive_that_can_be_changed(tmp_path: Path) -> None:
    (tmp_path / "definition.json").write_text('{"name": "Acme", "environments": []}')
    with Sandbox(seed=tmp_path) as sandbox:
        body = {"name": "Env"}
        response = httpx.post(f"{sandbox.url}/organizations/Acme/environments/", json=body, auth=("UUU", "PPP"))
        assert response.status_code == 200
        sandbox.reset()
        assert sandbox._store.all("environments") == []
