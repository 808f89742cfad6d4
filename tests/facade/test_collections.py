"""What all collections can do, and what each kind can."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import EntityNotFoundException, InvalidName, ServerError, UnsupportedOperation

HOSTS = "/organizations/A/environments/E/hosts"
WEB = {"name": "web-1", "state": "READY"}


@pytest.fixture
def hosts(client, server):
    server.on("GET", f"{HOSTS}/", {"count": 2, "items": [WEB, {"name": "web-2"}]})
    server.on("GET", f"{HOSTS}/web-1", WEB)
    return client.hosts("A", "E")


def test_list_gives_the_entities_in_the_servers_order(hosts, server, run, colour):
    found = run(hosts.list({"max": 10}))
    assert [type(host) for host in found] == [colour.module("host").Host] * 2
    assert [host.name for host in found] == ["web-1", "web-2"]
    assert server.last.query == {"max": "10"}


def test_a_loop_costs_one_request(hosts, server, colour):
    assert [host.name for host in colour.each(hosts)] == ["web-1", "web-2"]
    assert server.lines == [f"GET {HOSTS}/"]


def test_a_list_of_what_is_not_there_raises(client, run):
    with pytest.raises(EntityNotFoundException):
        run(client.hosts("A", "nowhere").list())


def test_get_gives_an_entity_that_is_connected(hosts, server, run):
    host = run(hosts.get("web-1", {"obfuscate": True}))
    assert host.get_json() == WEB
    assert host.collection is hosts
    assert server.last.query == {"obfuscate": "true"}


@pytest.mark.parametrize("return_error_code", [True, False])
def test_get_of_what_is_absent_raises_whatever_old_scripts_ask_for(hosts, run, return_error_code):
    with pytest.raises(EntityNotFoundException):
        run(hosts.get("nobody", {}, return_error_code))


@pytest.mark.parametrize("arguments", [(), ("",), (None,), (".",), ("..",), (True,), (b"x",)])
@pytest.mark.parametrize("verb", ["get", "delete"])
def test_without_identifier_nothing_is_sent(hosts, server, run, verb, arguments):
    with pytest.raises(InvalidName, match="host"):
        run(getattr(hosts, verb)(*arguments))
    assert server.asked == []


def test_count_and_exists_ask_once(hosts, server, run):
    assert run(hosts.count()) == 2
    assert run(hosts.exists("web-1")) is True
    assert run(hosts.exists("nobody")) is False
    assert server.lines == [f"GET {HOSTS}/", f"GET {HOSTS}/web-1", f"GET {HOSTS}/nobody"]


@pytest.mark.parametrize("name", ["", ".", "..", None])
def test_what_cannot_be_a_name_does_not_exist(hosts, server, run, name):
    assert run(hosts.exists(name)) is False
    assert server.asked == []


def test_exists_does_not_take_a_fault_for_an_answer(hosts, server, run):
    server.on("GET", f"{HOSTS}/web-1", (500, {"error": ["boom"]}))
    with pytest.raises(ServerError):
        run(hosts.exists("web-1"))


def test_clear_deletes_the_collection(hosts, server, run):
    server.on("DELETE", f"{HOSTS}/", httpx.Response(204))
    run(hosts.clear({"x": 1}))
    assert server.lines == [f"DELETE {HOSTS}/"]
    assert server.last.query == {"x": "1"}


def test_refresh_reads_an_entity_again(hosts, server, run):
    host = hosts.new("web-1")
    run(hosts.refresh(host, {"obfuscate": False}))
    assert host.state == "READY"
    assert server.last.query == {"obfuscate": "false"}


def test_new_wraps_json_of_old_scripts(hosts):
    assert hosts.wrap({"name": "x"}).name == "x"
    assert hosts.wrap().get_json() == {}


@pytest.mark.parametrize(
    ("make", "verb"),
    [
        (lambda client: client.flavors().wrap({"name": "F"}), "create"),
        (lambda client: client.flavors().wrap({"name": "F"}), "update"),
        (lambda client: client.flavors().wrap({"name": "F"}), "delete"),
        (lambda client: client.flavors(), "clear"),
        (lambda client: client.hosts("A", "E").new("h").changes().wrap({"orderNum": 1}), "create"),
        (lambda client: client.hosts("A", "E").new("h").changes().wrap({"orderNum": 1}), "update"),
        (lambda client: client.hosts("A", "E").new("h").instance(), "clear"),
    ],
)
def test_what_the_api_does_not_offer_says_so_and_sends_nothing(client, server, run, make, verb):
    with pytest.raises(UnsupportedOperation, match=verb):
        run(getattr(make(client), verb)())
    assert server.asked == []


KINDS = {
    "organizations": (lambda c: c.organizations(), "/organizations/", "Organization"),
    "environments": (lambda c: c.environments("A"), "/organizations/A/environments/", "Environment"),
    "applications": (lambda c: c.applications("A"), "/organizations/A/applications/", "Application"),
    "platforms": (lambda c: c.platforms("A"), "/organizations/A/platforms/", "Platform"),
    "distributions": (lambda c: c.distributions("A"), "/organizations/A/distributions/", "Distribution"),
    "flavors": (lambda c: c.flavors(), "/flavors/", "Flavor"),
    "hosts": (lambda c: c.hosts("A", "E"), f"{HOSTS}/", "Host"),
    "changes": (lambda c: c.hosts("A", "E").new("h").changes(), f"{HOSTS}/h/changes/", "Change"),
    "contexts": (
        lambda c: c.hosts("A", "E").new("h").applications(),
        f"{HOSTS}/h/applications/",
        "ApplicationContext",
    ),
    "alerts": (
        lambda c: c.hosts("A", "E").new("h").instance().new().alerts(),
        f"{HOSTS}/h/instance/alerts/",
        "MonitoringAlert",
    ),
    "settings": (lambda c: c.organizations().new("A").settings(), "/organizations/A/settings/", "SimpleSetting"),
}


@pytest.mark.parametrize(("make", "path", "kind"), KINDS.values(), ids=KINDS.keys())
def test_each_kind_of_collection_lists_its_kind_from_its_url(client, server, run, make, path, kind):
    server.on("GET", path, {"items": [{"name": "x", "key": "x", "orderNum": 1, "application": "x", "timestamp": 1}]})
    collection = make(client)
    assert f"/{collection.url}" == path
    (found,) = run(collection.list())
    assert type(found).__name__ == kind
    assert found.collection is collection
    assert found.identifier in ("x", "1")
    assert isinstance(found.label, str)
    assert run(collection.count()) == 1
    assert server.lines == [f"GET {path}"] * 2


CREATED = {
    "organization": (lambda c: c.organizations().create("N"), "/organizations/", {"name": "N"}, {"populate": "true"}),
    "organization, bare": (
        lambda c: c.organizations().create("N", False),
        "/organizations/",
        {"name": "N"},
        {"populate": "false"},
    ),
    "environment": (
        lambda c: c.environments("A").create("N", "d"),
        "/organizations/A/environments/",
        {"name": "N", "description": "d"},
        {},
    ),
    "application": (
        lambda c: c.applications("A").create("N"),
        "/organizations/A/applications/",
        {"name": "N", "description": ""},
        {},
    ),
    "platform": (
        lambda c: c.platforms("A").create("N", "d", "x.Driver", False),
        "/organizations/A/platforms/",
        {"name": "N", "description": "d", "driver": {"className": "x.Driver"}},
        {"default": "false", "test": "true"},
    ),
    "distribution": (
        lambda c: c.distributions("A").create("N"),
        "/organizations/A/distributions/",
        {"name": "N", "description": ""},
        {},
    ),
    "host": (
        lambda c: c.hosts("A", "E").create("N", "d", "P", "D", ["a", "b"]),
        f"{HOSTS}/",
        {"name": "N", "description": "d", "platform": "P", "distribution": "D", "applications": ["a", "b"]},
        {},
    ),
    "host, bare": (
        lambda c: c.hosts("A", "E").create("N"),
        f"{HOSTS}/",
        {"name": "N", "description": "", "platform": None, "distribution": None},
        {},
    ),
    "host with one application": (
        lambda c: c.hosts("A", "E").create("N", applications="Wordpress"),
        f"{HOSTS}/",
        {"name": "N", "description": "", "platform": None, "distribution": None, "applications": ["Wordpress"]},
        {},
    ),
    "context": (
        lambda c: c.hosts("A", "E").new("h").applications().create("N", {"k": [1]}),
        f"{HOSTS}/h/applications/",
        {"application": "N", "settings": [{"key": "k", "value": [1]}]},
        {},
    ),
    "platform context": (
        lambda c: c.hosts("A", "E").new("h").platform().create("N"),
        f"{HOSTS}/h/platform/",
        {"platform": "N"},
        {},
    ),
    "distribution context": (
        lambda c: c.hosts("A", "E").new("h").distribution().create("N", {"k": None}),
        f"{HOSTS}/h/distribution/",
        {"distribution": "N", "settings": [{"key": "k", "value": None}]},
        {},
    ),
}


@pytest.mark.parametrize(("create", "path", "body", "query"), CREATED.values(), ids=CREATED.keys())
def test_create_sends_one_request_and_gives_the_entity(client, server, run, create, path, body, query):
    server.on("POST", path, {**body, "version": 0})
    made = run(create(client))
    assert server.lines == [f"POST {path}"]
    assert list(server.last.json.items()) == list(body.items())
    assert server.last.query == query
    assert made.get_json() == {**body, "version": 0}


def test_a_distribution_takes_the_parameters_of_a_flavor(client, server, run):
    parameters = [{"name": "Kernel", "key": "kernel", "value": "k"}, {"name": "initrd"}, "odd", None]
    server.on("GET", "/flavors/CentOS", {"name": "CentOS", "parameters": parameters})
    server.on("POST", "/organizations/A/distributions/", {"name": "N"})
    run(client.distributions("A").create("N", "d", "CentOS"))
    assert server.last.json["settings"] == [{"key": "kernel", "value": "k"}, {"key": "initrd", "value": None}]


SINGLETONS = ["instance", "platform", "distribution"]


@pytest.mark.parametrize("kind", SINGLETONS)
def test_a_collection_of_one_is_its_member(client, server, run, colour, kind):
    collection = getattr(client.hosts("A", "E").new("h"), kind)()
    path = f"{HOSTS}/h/{kind}/"
    server.on("GET", path, {kind: "x", "own": 1})
    member = run(collection.get())
    assert member.get_json()["own"] == 1
    assert (member.identifier, member.name, member.url) == ("", "", path[1:])
    assert [found.get_json() for found in run(collection.list())] == [member.get_json()]
    assert [found.get_json() for found in colour.each(collection)] == [member.get_json()]
    assert run(collection.count()) == 1
    assert run(collection.exists()) is True
    server.on("DELETE", path, httpx.Response(204))
    run(member.delete())
    run(collection.delete())
    assert set(server.lines) == {f"GET {path}", f"DELETE {path}"}


@pytest.mark.parametrize("kind", SINGLETONS)
def test_a_collection_of_one_may_be_empty(client, run, colour, kind):
    collection = getattr(client.hosts("A", "E").new("h"), kind)()
    assert run(collection.list()) == []
    assert colour.each(collection) == []
    assert run(collection.count()) == 0
    assert run(collection.exists()) is False
    with pytest.raises(EntityNotFoundException):
        run(collection.get())


def test_the_class_of_the_entities_is_for_the_collection_of_a_resource_to_say(client, colour):
    with pytest.raises(NotImplementedError):
        colour.module("collection").Collection(client).wrap({})
