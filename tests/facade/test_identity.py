"""Entities, collections and clients are equal when they stand for the same thing on the server."""

from __future__ import annotations

import copy
import pickle

import httpx
import pytest

from comodit_client.rest.options import Polling

HOSTS = "/organizations/A/environments/E/hosts"
#: Entities that differ in one thing from the host w: its class, its owner, its name, its user, its server.
OTHERS = {
    "name": lambda client, make: client.hosts("A", "E").wrap({"name": "v"}),
    "environment": lambda client, make: client.hosts("A", "F").wrap({"name": "w"}),
    "class": lambda client, make: client.environments("A").wrap({"name": "w"}),
    "user": lambda client, make: make("http://comodit.test/api", "V", "P").hosts("A", "E").wrap({"name": "w"}),
    "server": lambda client, make: make("http://other.test/api", "U", "P").hosts("A", "E").wrap({"name": "w"}),
    "key": lambda client, make: make("http://comodit.test/api", token="K").hosts("A", "E").wrap({"name": "w"}),
    "no collection": lambda client, make: type(client.hosts("A", "E").wrap())(None, {"name": "w"}),
    "text": lambda client, make: "w",
    "nothing": lambda client, make: None,
}


@pytest.fixture
def hosts(client, server):
    server.on("GET", f"{HOSTS}/", {"items": [{"name": "w"}, {"name": "v"}]})
    server.on("GET", f"{HOSTS}/w", {"name": "w"})
    return client.hosts("A", "E")


def test_two_reads_of_one_entity_are_equal(hosts, client, run):
    first, second = run(hosts.get("w")), run(client.hosts("A", "E").get("w"))
    assert first == second
    assert len({first, second, hosts.new("w")}) == 1
    assert first in run(hosts.list())
    assert [found == first for found in run(hosts.list())] == [True, False]


def test_a_client_with_other_options_reads_equal_entities(hosts, client, run):
    other = client.with_options(timeout=3, polling=Polling(initial_interval=1))
    assert other == client
    assert hash(other) == hash(client)
    assert run(other.get_host("A", "E", "w")) == run(hosts.get("w"))


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS.keys())
def test_entities_that_differ_are_not_equal(hosts, client, make_client, run, other):
    host, different = run(hosts.get("w")), other(client, make_client)
    assert host != different
    assert different != host
    assert {host, different} == {different, host}
    assert len({host, different}) == 2


def test_an_entity_of_the_other_api_is_not_equal(hosts, colour, run):
    from comodit_client import aio, api

    package = api if colour.is_async else aio
    host = package.Client("http://comodit.test/api", "U", "P").hosts("A", "E").new("w")
    assert host != run(hosts.get("w"))


def test_a_local_change_keeps_the_identity(hosts, run):
    host = run(hosts.get("w"))
    held = {host}
    host.name = "renamed"
    assert host in held
    assert host == run(hosts.get("w"))
    assert (host.loaded_as, host.identifier) == ("w", "renamed")
    assert run(hosts.exists(host)) is True


def test_a_response_renews_the_identity(hosts, server, run):
    server.on("PUT", f"{HOSTS}/w", {"name": "x"})
    server.on("GET", f"{HOSTS}/x", {"name": "x"})
    host = run(hosts.get("w"))
    run(host.rename("x"))
    assert host == run(hosts.get("x"))
    assert host != run(hosts.get("w"))
    assert run(hosts.exists(host)) is True


def test_what_is_created_gets_its_identity(hosts, server, run):
    host = hosts.wrap()
    host.name = "w"
    assert host != run(hosts.get("w"))
    server.on("POST", f"{HOSTS}/", (201, {"name": "w"}))
    run(host.create())
    assert host == run(hosts.get("w"))


def test_entities_without_identity_are_equal_to_themselves_only(hosts, client):
    for make in (hosts.wrap, lambda: type(hosts.wrap())(None), lambda: client.flavors().wrap({"description": "d"})):
        one, other = make(), make()
        assert one == one
        assert one != other
        assert len({one, other, copy.copy(one)}) == 2


def test_the_one_entity_of_a_collection_of_one_is_equal(client):
    host = client.hosts("A", "E").new("w")
    assert host.instance().new() == host.instance().wrap({"state": "RUNNING"})
    assert host.instance().new() != client.hosts("A", "E").new("v").instance().new()
    lone = type(host.instance().new())
    assert lone(None) != lone(None)


@pytest.mark.parametrize("odd", [5, True, ["w"], {"x": 1}])
def test_an_identifier_of_an_odd_type_can_be_compared(client, odd):
    for collection in (client.hosts("A", "E"), client.organizations().new("A").settings()):
        one, other = collection.wrap({"name": odd, "key": odd}), collection.wrap({"name": odd, "key": odd})
        assert one == other
        assert len({one, other}) == 1


def test_collections_of_one_class_client_and_url_are_equal(client, make_client):
    settings = client.organizations().new("A").settings()
    assert settings == client.organizations().new("A").settings()
    assert len({settings, client.organizations().new("A").settings()}) == 1
    assert settings != client.organizations().new("B").settings()
    assert settings != client.environments("A")
    assert client.hosts("A", "E") != make_client("http://other.test/api", "U", "P").hosts("A", "E")
    assert settings != settings.url


def test_exists_takes_an_entity(hosts, client, server, make_client, run):
    host = run(hosts.get("w"))
    server.forget()
    assert run(hosts.exists(host)) is True
    assert run(hosts.exists(hosts.new("nobody"))) is False
    assert server.lines == [f"GET {HOSTS}/w", f"GET {HOSTS}/nobody"]


@pytest.mark.parametrize("other", ["environment", "class", "user", "server", "key", "no collection"])
def test_an_entity_of_another_place_does_not_exist_here(hosts, client, server, make_client, run, other):
    assert run(hosts.exists(OTHERS[other](client, make_client))) is False
    assert server.asked == []


def test_clients_of_one_account_are_equal(colour):
    make = colour.module("client").Client
    one = make("http://comodit.test/api", "U", "P")
    assert one == make("http://comodit.test/api/", "U", "changed", timeout=3)
    assert len({one, make("http://comodit.test/api", "U", "P")}) == 1
    for other in (
        make("http://comodit.test/api", "V", "P"),
        make("http://comodit.test/api", token="T"),
        make("http://comodit.test/other", "U", "P"),
        make("http://comodit.test/api", "U", "P", transport=httpx.MockTransport(lambda request: httpx.Response(200))),
        "http://comodit.test/api",
    ):
        assert one != other


def test_in_takes_an_entity(server):
    from comodit_client.api import Client

    server.on("GET", f"{HOSTS}/w", {"name": "w"})
    with Client("http://comodit.test/api", "U", "P", transport=httpx.MockTransport(server)) as client:
        hosts = client.hosts("A", "E")
        assert hosts.new("w") in hosts
        assert hosts.new("nobody") not in hosts
        assert server.lines == [f"GET {HOSTS}/w", f"GET {HOSTS}/nobody"]
        assert client.hosts("A", "F").new("w") not in hosts
        assert Client("http://comodit.test/api", "V", "P").hosts("A", "E").new("w") not in hosts
        assert hosts.wrap() not in hosts
        assert client.environments("A").new("w") not in hosts
        assert len(server.lines) == 2


def test_a_pickled_entity_keeps_its_identity(colour):
    client = colour.module("client").Client("http://comodit.test/api", "U", "P")
    host = client.hosts("A", "E").wrap({"name": "w"})
    host.name = "renamed"
    made = pickle.loads(pickle.dumps(host))
    assert made == host
    assert (made.name, made.loaded_as) == ("renamed", "w")
