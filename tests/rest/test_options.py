"""Copies with other options, answers that go to a file, and clients made of what is configured."""

from __future__ import annotations

import io

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import ConfigException, EntityNotFoundException, InvalidArgument
from comodit_client.rest.options import Polling, RetryPolicy, Timeouts

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


NAN, INFINITY = float("nan"), float("inf")
#: Values that are no number of seconds that a request can have.
NO_SECONDS = [0, 0.0, -1, -0.5, NAN, INFINITY, -INFINITY, 2_000_001, 10**400, True, False, "5", "", b"5", (5, 10)]
NO_SECONDS += [[5], {}, object(), httpx.Timeout(5), RetryPolicy(), 5j]


@pytest.mark.parametrize("timeout", NO_SECONDS, ids=lambda value: repr(value)[:20])
def test_a_timeout_that_is_none_is_an_error_where_it_is_given(make_client, client, server, run, timeout):
    for use in (
        lambda: make_client(timeout=timeout),
        lambda: client.with_options(timeout=timeout),
        lambda: run(client.run(wire.organizations.list(), timeout)),
        lambda: run(client.save(wire.organizations.list(), io.BytesIO(), timeout)),
    ):
        with pytest.raises(
            InvalidArgument, match=r"Cannot use timeout .*: give seconds, .* or Timeouts for one"
        ) as raised:
            use()
        assert isinstance(raised.value, ValueError)
    assert server.asked == []


@pytest.mark.parametrize("timeout", [*NO_SECONDS, None, Timeouts()], ids=lambda value: repr(value)[:20])
@pytest.mark.parametrize("part", ["connect", "read", "short", "long", "total"])
def test_each_part_of_a_timeout_is_checked(part, timeout):
    with pytest.raises(InvalidArgument, match=f"Cannot use {part} "):
        Timeouts(**{part: timeout})


@pytest.mark.parametrize("seconds", [1e-6, 0.5, 1, 2_000_000])
def test_a_timeout_is_any_number_of_seconds(seconds):
    assert Timeouts.from_argument(seconds).read == seconds


#: Options with values that cannot be used, and those at their limits.
NO_NUMBERS = [-1, NAN, INFINITY, 2_000_001, True, "1", None, (1,)]
WRONG = [
    (RetryPolicy, "attempts", [0, 1.0, 1001, *NO_NUMBERS]),
    (RetryPolicy, "base", NO_NUMBERS),
    (RetryPolicy, "cap", NO_NUMBERS),
    (RetryPolicy, "statuses", [503, "503", [99], {600}, [True], ["503"], [503.0], [[503]], None]),
    (Polling, "initial_interval", NO_NUMBERS),
    (Polling, "multiplier", [0, 0.9, *NO_NUMBERS]),
    (Polling, "max_interval", NO_NUMBERS),
    (Polling, "max_transient_errors", [0.5, *NO_NUMBERS]),
]
RIGHT = [
    (RetryPolicy, {"attempts": 1, "base": 0, "cap": 0}),
    (RetryPolicy, {"attempts": 1000, "base": 2_000_000, "cap": 2_000_000}),
    (RetryPolicy, {"statuses": frozenset()}),
    (Polling, {"initial_interval": 0, "multiplier": 1, "max_interval": 0, "max_transient_errors": 0}),
]


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [(kind, name, value) for kind, name, values in WRONG for value in values],
    ids=lambda value: getattr(value, "__name__", repr(value)[:20]),
)
def test_an_option_that_cannot_be_used_is_an_error_that_names_it(kind, name, value):
    with pytest.raises(InvalidArgument, match=f"Cannot use {name}"):
        kind(**{name: value})


@pytest.mark.parametrize(("kind", "options"), RIGHT)
def test_the_limits_of_options_can_be_used(kind, options):
    made = kind(**options)
    assert {name: getattr(made, name) for name in options} == options


def test_statuses_are_any_collection():
    assert RetryPolicy(statuses=[500, 500]) == RetryPolicy(statuses={500}) == RetryPolicy(statuses=frozenset({500}))


@pytest.mark.parametrize("options", [{"timeout": "hush"}, {"timeout": b"hush"}, {"timeout": ["hush"]}])
def test_a_text_in_the_wrong_place_is_not_quoted(make_client, options):
    with pytest.raises(InvalidArgument) as raised:
        make_client(**options)
    assert "hush" not in str(raised.value)
