"""The transport under its old name: paths in, JSON out."""

from __future__ import annotations

import pytest

from comodit_client.api.exceptions import EntityNotFoundException
from comodit_client.config import singleton
from comodit_client.rest.client import HttpClient
from comodit_client.sandbox import Sandbox


@pytest.fixture
def http():
    with Sandbox(provision_time=0, change_time=0) as sandbox, HttpClient(sandbox.url, "UUU", "PPP") as client:
        yield client


def test_it_creates_reads_updates_and_deletes(http) -> None:
    made = http.create("organizations/OOO/applications/", {"name": "a b"})
    assert http.read("organizations/OOO/applications/a b")["uuid"] == made["uuid"]
    http.update("organizations/OOO/applications/a%20b", {**made, "description": "x"})
    assert http.read("organizations/OOO/applications/", {"x": "y"})["items"][-1]["description"] == "x"
    http.delete("organizations/OOO/applications/a b")
    with pytest.raises(EntityNotFoundException):
        http.read("organizations/OOO/applications/a b")


def test_a_response_that_is_not_decoded_is_a_file(http) -> None:
    response = http.read("organizations/OOO", decode=False)
    assert '"name":"OOO"' in http.decode(response)


def test_a_local_file_is_uploaded(http, tmp_path) -> None:
    file = {"name": "f", "filePath": "/etc/f", "owner": "root", "group": "root", "mode": "644"}
    http.create("organizations/OOO/applications/", {"name": "a"})
    http.create("organizations/OOO/applications/a/files/", file)
    (tmp_path / "f").write_bytes(b"content")
    http.upload_to_exising_file_with_path(tmp_path / "f", "organizations/OOO/applications/a/files/f/content")
    assert http.read("organizations/OOO/applications/a/files/f/content", decode=False).read() == b"content"


def test_a_singleton_is_made_once() -> None:
    made = []
    factory = singleton(lambda: made.append(1) or object())
    assert factory() is factory()
    assert made == [1]
