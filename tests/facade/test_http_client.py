"""The transport under its old name: paths in, JSON out."""

from __future__ import annotations

import pytest

from comodit_client.config import singleton
from comodit_client.rest.client import HttpClient
from comodit_client.rest.exceptions import EntityNotFoundException, InvalidArgument, InvalidName
from comodit_client.sandbox import Sandbox


@pytest.fixture
def http(colour, run):
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        client = colour.module("_client.http_client").HttpClient(sandbox.url, "UUU", "PPP")
        yield client
        run(client.close())


def test_old_scripts_find_the_blocking_one(colour) -> None:
    found = colour.module("_client.http_client").HttpClient
    assert (found is HttpClient) == (not colour.is_async)


def test_it_creates_reads_updates_and_deletes(http, run) -> None:
    made = run(http.create("organizations/OOO/applications/", {"name": "a b"}))
    assert run(http.read("organizations/OOO/applications/a b"))["uuid"] == made["uuid"]
    run(http.update("organizations/OOO/applications/a%20b", {**made, "description": "x"}))
    assert run(http.read("organizations/OOO/applications/", {"x": "y"}))["items"][-1]["description"] == "x"
    run(http.delete("organizations/OOO/applications/a b"))
    with pytest.raises(EntityNotFoundException):
        run(http.read("organizations/OOO/applications/a b"))


def test_a_response_that_is_not_decoded_is_a_file(http, run) -> None:
    response = run(http.read("organizations/OOO", decode=False))
    assert '"name":"OOO"' in http.decode(response)


def test_a_local_file_is_uploaded(http, run, tmp_path) -> None:
    file = {"name": "f", "filePath": "/etc/f", "owner": "root", "group": "root", "mode": "644"}
    run(http.create("organizations/OOO/applications/", {"name": "a"}))
    run(http.create("organizations/OOO/applications/a/files/", file))
    (tmp_path / "f").write_bytes(b"content")
    content = "organizations/OOO/applications/a/files/f/content"
    run(http.upload_to_exising_file_with_path(tmp_path / "f", content))
    assert run(http.read(content, decode=False)).read() == b"content"


def test_a_singleton_is_made_once() -> None:
    made = []
    factory = singleton(lambda: made.append(1) or object())
    assert factory() is factory()
    assert made == [1]


@pytest.mark.parametrize("path", ["..", "organizations/../users", "a/./b", "a/%2e%2E/b", "\udcff", None, 5, b"users"])
def test_a_path_that_would_reach_another_resource_is_an_error(http, run, path) -> None:
    for call in (http.read, http.create, http.update, http.delete):
        with pytest.raises(InvalidName, match="Invalid path "):
            run(call(path))


def test_parameters_that_are_none_are_left_out(http, run) -> None:
    assert run(http.read("organizations/OOO", {"x": None}))["name"] == "OOO"
    with pytest.raises(InvalidArgument, match="Cannot send the query"):
        run(http.read("organizations/OOO", "x=1"))
