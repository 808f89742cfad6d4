"""Requests have the same effects and the same responses by sockets and in process."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from tests.sandbox.conftest import Api

FILES = f"{Api.O}/applications/Wordpress/files"
#: Requests with the status of each.
REQUESTS = [
    ("GET", Api.O, 200),
    ("HEAD", Api.O, 405),
    ("GET", "/organizations/", 200),
    ("GET", "//organizations//OOO", 200),
    ("GET", "/organizations/O%2FO", 404),
    ("GET", "/organizations/%FF", 400),
    ("GET", f"{Api.E}/hosts/?offset=x", 400),
    ("GET", f"{Api.E}/hosts/?offset=&count=0", 400),
    ("GET", f"{Api.E}/hosts/?count=7&count=0", 200),
    ("PATCH", Api.O, 405),
    ("POST", f"{Api.E}/hosts/", 415),
    ("DELETE", f"{Api.E}/hosts/nope", 404),
    ("GET", f"{FILES}/wp-config.php/content", 200),
]


@pytest.mark.parametrize(("method", "path", "status"), REQUESTS)
def test_responses_are_equal(sandbox: Sandbox, method: str, path: str, status: int) -> None:
    url = httpx.URL(sandbox.url + path)
    found = []
    for transport in (None, sandbox.transport()):
        with httpx.Client(transport=transport, auth=("UUU", "PPP")) as client:
            response = client.request(method, url)
        # Only a web server adds a date.
        headers = {name: value for name, value in response.headers.items() if name != "date"}
        found.append((response.status_code, response.reason_phrase, headers, response.content))
    assert found[0] == found[1]
    assert found[0][0] == status


def test_a_host_from_its_creation_to_its_deletion(api: Api) -> None:
    path = api.ready_host()
    api("POST", f"{path}/applications/", {"application": "Wordpress"})
    assert api.state(path) == "UPDATING"
    api.sandbox.advance(4)
    assert api("GET", path)["applications"] == ["Wordpress"]
    assert api("PUT", f"{path}/settings/nope", {"key": "nope", "value": "x"}, status=404)
    api("DELETE", f"{path}/instance")
    assert api("DELETE", path) is None
    assert api.items(f"{api.E}/hosts/") == []


def test_wrong_credentials(client: httpx.Client) -> None:
    response = client.get(Api.O, auth=("UUU", "wrong"))
    assert (response.status_code, response.headers["WWW-Authenticate"][:5]) == (401, "Basic")


def test_requests_are_counted(api: Api) -> None:
    for _ in range(3):
        api("GET", api.O)
    api("POST", f"{api.E}/hosts/", {"name": "web"})
    assert api.sandbox.stats()["total"] == 4
    assert [done["times"] for done in api.sandbox.executions()] == [1]


@pytest.mark.parametrize("size", [10, 1 << 20])
def test_a_file_is_uploaded_and_downloaded(api: Api, size: int) -> None:
    api("POST", f"{FILES}/", {"name": "big", "path": "/big"})
    part = bytes(range(256)) * (size // 256 + 1)
    content = part * 3
    assert api.client.post(f"{FILES}/big/content", content=iter([part] * 3)).status_code == 200
    with api.client.stream("GET", f"{FILES}/big/content") as response:
        assert int(response.headers["Content-Length"]) == len(content)
        pieces = list(response.iter_raw())
    assert b"".join(pieces) == content
    assert len(pieces) > 2 * (size >> 20)


def test_a_body_may_be_a_stream(api: Api) -> None:
    def pieces() -> Iterator[bytes]:
        text = json.dumps({"name": "web", "description": "x" * 1000}).encode()
        for start in range(0, len(text), 100):
            yield text[start : start + 100]

    headers = {"Content-Type": "application/json"}
    response = api.client.post(f"{api.E}/hosts/", content=pieces(), headers=headers)
    assert response.json()["description"] == "x" * 1000


def test_an_invalid_form(api: Api) -> None:
    headers = {"Content-Type": "multipart/form-data"}
    path = f"{FILES}/wp-config.php/content"
    assert "boundary" in api.client.post(path, content=b"x" * 100_000, headers=headers).json()["error"][0]


def test_a_replaced_file_is_read_to_its_end(api: Api) -> None:
    api("POST", f"{FILES}/", {"name": "big", "path": "/big"})
    api.client.post(f"{FILES}/big/content", content=iter([b"a" * (1 << 20)] * 3))
    with api.client.stream("GET", f"{FILES}/big/content") as response:
        pieces = response.iter_raw()
        read = next(pieces)
        api.upload(f"{FILES}/big/content", b"b")
        read += b"".join(pieces)
    assert read == b"a" * (3 << 20)
    assert api.client.get(f"{FILES}/big/content").content == b"b"


def test_links_have_the_host_of_the_request(api: Api) -> None:
    host = api.ready_host(applications=["Wordpress"])
    path = f"{host}/applications/Wordpress/files/wp-config.php/link"
    for short in (True, False):
        url = httpx.URL(api("GET", path, short=short)["url"])
        assert (url.host, url.port) == (api.client.base_url.host, api.client.base_url.port)
        assert api.client.post(url).status_code == 405
        response = api.client.get(url)
        assert response.headers["Content-Type"] == "application/octet-stream"
        assert b"SITE', 'web'" in response.content
        assert api.client.get(url).status_code == 404


def test_the_schema(client: httpx.Client, sandbox: Sandbox) -> None:
    response = client.get(f"{sandbox.base_url}/openapi.yaml")
    assert (response.headers["Content-Type"], "openapi: " in response.text) == ("application/yaml", True)


def test_a_long_list(api: Api) -> None:
    api.sandbox.make_hosts(1000)
    with api.client.stream("GET", f"{api.E}/hosts/") as response:
        length = int(response.headers["Content-Length"])
        content = b"".join(response.iter_raw())
    assert len(content) == length
    assert json.loads(content)["total"] == 1000
