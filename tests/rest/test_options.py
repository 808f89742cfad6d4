"""Copies with other options, answers that go to a file, and clients made of what is configured."""

from __future__ import annotations

import io

import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import ConfigException, EntityNotFoundException
from comodit_client.rest.options import RetryPolicy

FILE = "/organizations/A/environments/E/hosts/h/instance/files"
PROFILES = """[client]
default_profile = main

[main]
api = http://main.test/api
username = U
password = hush

[other]
api = http://other.test/api
token = key
"""


@pytest.fixture
def configured(tmp_path, monkeypatch):
    (tmp_path / ".comoditrc").write_text(PROFILES)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name in ("API", "USERNAME", "PASSWORD", "TOKEN", "PROFILE"):
        monkeypatch.delenv(f"COMODIT_{name}", raising=False)


def test_a_copy_shares_the_connections_and_leaves_the_original_as_it_was(make_client, server, run):
    client = make_client(timeout=9)
    copy = client.with_options(timeout=1, retries=RetryPolicy(attempts=1))
    server.on("GET", "/organizations/", {})
    for asked, limit in ((copy, 1), (client, 9)):
        run(asked.organizations().list())
        assert server.last.timeout["read"] == limit
    assert copy.session.connections is client.session.connections
    assert client.session.retries == RetryPolicy()


def test_the_content_of_an_answer_goes_to_a_file(client, server, run):
    server.on("GET", FILE, b"x" * 100_000)
    file = io.BytesIO()
    request = wire.instances.get_file("A", "E", "h", path="/etc/hosts")
    assert run(client.save(request, file)) == 100_000
    assert file.getvalue() == b"x" * 100_000


def test_a_refusal_is_no_content(client, run):
    file = io.BytesIO()
    with pytest.raises(EntityNotFoundException):
        run(client.save(wire.instances.get_file("A", "E", "h", path="/no"), file))
    assert file.getvalue() == b""


@pytest.mark.parametrize(("profile", "root"), [(None, "http://main.test/api"), ("other", "http://other.test/api")])
def test_a_client_is_made_of_a_profile(colour, configured, profile, root):
    assert colour.module("client").Client.from_config(profile).endpoint == root


def test_the_environment_goes_before_the_profile_and_arguments_before_both(colour, configured, monkeypatch):
    kind = colour.module("client").Client
    monkeypatch.setenv("COMODIT_API", "http://env.test/api")
    assert kind.from_config().endpoint == "http://env.test/api"
    assert kind.from_config(endpoint="http://given.test/api").endpoint == "http://given.test/api"


def test_a_profile_that_is_not_there_is_named(colour, configured):
    with pytest.raises(ConfigException, match="Cannot find profile 'nowhere'"):
        colour.module("client").Client.from_config("nowhere")


def test_a_part_that_fails_is_said_by_the_kind_of_execution(colour):
    with pytest.raises(NotImplementedError):
        colour.module("_shared.execution").Execution(None, {}).failed_parts()


def test_old_scripts_reach_executions_by_their_old_name(client):
    old, new = client.orchestrationContexts("A", "O"), client.orchestrations("A").new("O").contexts()
    assert (type(old), old.url) == (type(new), new.url)
