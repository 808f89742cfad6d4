"""Clients, entities and collections pickle and copy: connections and locks stay, all else goes along."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
import ssl
from functools import partial

import httpx
import pytest

from comodit_client.rest.exceptions import PythonApiException
from comodit_client.rest.options import Polling, RetryPolicy, Timeouts
from comodit_client.sandbox import Sandbox
from tests.each import each
from tests.wire.reflection import VIEWS

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
ROOT = "http://comodit.test/api"
OPTIONS = {
    "password": {"username": "U", "password": "P"},
    "application key": {"token": "K"},
    "second factor": {"username": "U", "password": "P", "mfa": "123456"},
    "function for the second factor": {"username": "U", "password": "P", "mfa": partial(str, "123456")},
    "kept login": {"username": "U", "password": "P", "keep_login": "/nowhere/login"},
    "no verification": {"username": "U", "password": "P", "verify": False, "insecure_upload": True},
    "proxy": {"username": "U", "password": "P", "proxy": "http://proxy.test:3128"},
    "options": {
        "username": "U",
        "password": "P",
        "timeout": Timeouts(connect=1, read=2),
        "retries": RetryPolicy(attempts=7),
        "polling": Polling(max_interval=9),
    },
}
#: What cannot leave its process, and the argument of a client that holds it.
STAYS = {
    "transport": lambda colour: httpx.MockTransport(lambda request: httpx.Response(200)),
    "http_client": lambda colour: httpx.AsyncClient() if colour.is_async else httpx.Client(),
    "verify": lambda colour: ssl.create_default_context(),
}


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def live(colour, sandbox, run):
    client = colour.module("client").Client(sandbox.url, "UUU", "PPP")
    yield client
    run(client.close())


def clones(thing):
    """Return copies of a thing, by each way to copy it."""
    pickled = [pickle.loads(pickle.dumps(thing, protocol)) for protocol in PROTOCOLS]
    return [*pickled, copy.copy(thing), copy.deepcopy(thing)]


def sent_by(client):
    """Return what a client sends its requests with."""
    session = client.session
    return client.endpoint, session.timeouts, session.retries, client.polling, client.insecure_upload


@pytest.mark.filterwarnings("ignore:Certificates are not checked")
@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS.keys())
def test_a_client_is_copied_with_its_arguments(colour, options):
    client = colour.module("client").Client(ROOT, **options)
    for made in clones(client):
        assert type(made) is type(client)
        assert made == client
        assert sent_by(made) == sent_by(client)
    adapted = client.with_options(timeout=3, retries=RetryPolicy(attempts=1), polling=Polling(max_interval=2))
    for made in clones(adapted):
        assert sent_by(made) == sent_by(adapted)


def test_a_subclass_is_copied_with_its_attributes(colour):
    http_client = colour.module("_client.http_client").HttpClient(ROOT, "U", "P")
    http_client.note = ["mine"]
    for made in clones(http_client):
        assert type(made) is type(http_client)
        assert made.note == ["mine"]


def test_a_copied_client_has_its_own_connections(live, run):
    run(live.get_organization("OOO"))
    shallow, deep, unpickled = copy.copy(live), copy.deepcopy(live), pickle.loads(pickle.dumps(live))
    run(live.close())
    with pytest.raises(PythonApiException, match="closed"):
        run(shallow.get_organization("OOO"))
    for client in (deep, unpickled):
        assert run(client.get_organization("OOO")).name == "OOO"
        run(client.close())


def test_an_unpickled_client_sends_the_same_credentials(colour, sandbox, live, run):
    keys = live.organizations().new("OOO").application_keys()
    key = run(keys.create(f"key of {colour.package}")).token
    keyed = pickle.loads(pickle.dumps(colour.module("client").Client(sandbox.url, token=key)))
    assert run(keyed.get_organization("OOO")).name == "OOO"
    run(keyed.close())


@pytest.mark.parametrize("name", STAYS)
def test_what_cannot_leave_its_process_is_named(colour, run, name):
    held = STAYS[name](colour)
    client = colour.module("client").Client(ROOT, "U", "hush", **{name: held})
    with pytest.raises(
        TypeError, match=rf"its {name} is a {type(held).__name__}.*Create the client in the process"
    ) as e:
        pickle.dumps(client.hosts("A", "E").new("h"))
    assert isinstance(e.value, PythonApiException)
    assert "hush" not in str(e.value)
    assert copy.deepcopy(client) == client
    run(client.close())


def respond(request):
    return httpx.Response(200, json={"name": "h"})


def test_a_transport_that_pickles_goes_along(colour, run):
    client = colour.module("client").Client(ROOT, "U", "P", transport=httpx.MockTransport(respond))
    made = pickle.loads(pickle.dumps(client.hosts("A", "E")))
    assert run(made.get("h")).name == "h"
    run(made.client.close())
    run(client.close())


def test_entities_and_collections_are_copied_and_work(live, run):
    host = run(live.hosts("OOO", "Default").create("pickled"))
    host.get_json()["unknown"] = {"kept": [1, None]}
    hosts, settings = clones(host), clones(host.settings())
    assert {type(made) for made in hosts} == {type(host)}
    assert [list(made.get_json().items()) for made in hosts] == [list(host.get_json().items())] * len(hosts)
    assert [*hosts, *settings] == [host] * len(hosts) + [host.settings()] * len(settings)
    for made in hosts:
        run(made.refresh())
        assert made.state == "DEFINED"
    for made in settings:
        assert run(made.list()) == []
    run(host.delete())
    for made in [*hosts, *settings]:
        run(made.client.close())


def test_a_list_of_entities_shares_one_client(colour):
    hosts = colour.module("client").Client(ROOT, "U", "P").hosts("A", "E")
    first, second = pickle.loads(pickle.dumps([hosts.new("a"), hosts.new("b")]))
    assert first.collection is second.collection
    assert first.client is not hosts.client


def test_a_deep_copy_of_an_entity_shares_the_client(colour):
    client = colour.module("client").Client(ROOT, "U", "P")
    host = client.hosts("A", "E").wrap({"name": "w", "applications": ["a"]})
    made = copy.deepcopy(host)
    assert made.client is client
    made.application_names.append("b")
    assert host.get_json() == {"name": "w", "applications": ["a"]}


@each("kind", VIEWS)
def test_views_are_copied_with_unknown_members(kind):
    view = kind({"unknown": {"kept": [1, None]}, **dict.fromkeys(kind.MEMBERS)})
    for made in clones(view):
        assert type(made) is kind
        assert list(made.get_json().items()) == list(view.get_json().items())


def test_an_instances_vnc_is_copied_unasked(client, server):
    instance = client.hosts("A", "E").new("h").instance().new()
    assert copy.copy(instance.vnc) is not None
    assert copy.deepcopy(instance.vnc) is not None
    assert server.asked == []


def name_of(host):
    host.refresh()
    return host.name


def test_another_process_uses_an_entity(sandbox):
    from comodit_client.api import Client

    with Client(sandbox.url, "UUU", "PPP") as client:
        org = client.get_organization("OOO")
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            assert pool.apply(name_of, (org,)) == "OOO"
