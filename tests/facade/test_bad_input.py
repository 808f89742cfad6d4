"""What people get wrong, and what servers do: each ends in a clear exception or in the right thing."""

from __future__ import annotations

import socket
from urllib.parse import quote

import httpx
import pytest

from comodit_client.rest.exceptions import (
    HostFailed,
    InvalidName,
    InvalidResponse,
    TransportError,
    Unauthorized,
    WaitTimeout,
)

HOSTS = "/organizations/A/environments/E/hosts"
READERS = {
    "organization": lambda c, name: c.get_organization(name),
    "environment": lambda c, name: c.get_environment("A", name),
    "environment of": lambda c, name: c.get_environment(name, "E"),
    "host": lambda c, name: c.get_host("A", "E", name),
    "host in": lambda c, name: c.get_host("A", name, "h"),
    "host of": lambda c, name: c.get_host(name, "E", "h"),
    "hosts of": lambda c, name: c.hosts("A", name).list(),
    "application": lambda c, name: c.get_application("A", name),
    "application key": lambda c, name: c.get_application_key("A", name),
    "rpm module": lambda c, name: c.rpm_module("A", "W", name),
    "application file": lambda c, name: c.applications("A").new("W").get_file(name),
    "content of": lambda c, name: c.applications("A").new("W").files().new(name, "/x").set_content(b"x"),
    "parameter": lambda c, name: c.applications("A").new("W").get_parameter(name),
    "clone of": lambda c, name: c.applications("A").new(name).clone("x"),
    "lock": lambda c, name: c.applications("A").new(name).lock(),
    "platform": lambda c, name: c.get_platform("A", name),
    "distribution": lambda c, name: c.get_distribution("A", name),
    "flavor": lambda c, name: c.get_flavor(name),
    "setting": lambda c, name: c.organizations().new("A").get_setting(name),
    "change": lambda c, name: c.hosts("A", "E").new("h").get_change(name),
    "context": lambda c, name: c.hosts("A", "E").new("h").get_application(name),
    "instance of": lambda c, name: c.hosts("A", "E").new(name).get_instance(),
    "uninstall": lambda c, name: c.hosts("A", "E").new("h").uninstall(name),
    "handler": lambda c, name: c.hosts("A", "E").new("h").applications().new("W").run_handler(name),
    "file": lambda c, name: c.hosts("A", "E").new("h").render_plat_file(name),
    "link": lambda c, name: c.hosts("A", "E").new("h").get_app_link("W", name),
    "service": lambda c, name: c.hosts("A", "E").new("h").live_restart_service("W", name),
    "sensor": lambda c, name: c.hosts("A", "E").new("h").instance().new().get_status("hosts", name),
    "wait": lambda c, name: c.hosts("A", "E").new(name).wait_for_state("READY", 1),
    "delete": lambda c, name: c.hosts("A", "E").new(name).delete(),
    "update": lambda c, name: c.hosts("A", "E").new(name).update(),
}


@pytest.mark.parametrize("name", ["", None], ids=["empty", "none"])
@pytest.mark.parametrize("read", READERS.values(), ids=READERS.keys())
def test_empty_and_missing_identifiers_are_refused_and_nothing_is_sent(client, server, run, clock, read, name):
    with pytest.raises(InvalidName):
        run(read(client, name))
    assert server.asked == []


@pytest.mark.parametrize(
    "name", ["a/b", "100%", "what?", "no#1", "DB Master", "café", "日本", "a%2Fb", "../x", "a&b=c", "a+b", "a;b", "{0}"]
)
def test_names_with_odd_characters_reach_what_they_name(client, server, run, name):
    path = f"/organizations/{quote(name, safe='')}/environments/{quote(name, safe='')}/hosts/{quote(name, safe='')}"
    server.on("GET", path, {"name": name})
    server.on("PUT", path, {"name": name})
    server.on("GET", f"{path}/settings/{quote(name, safe='')}", {"key": name})
    host = run(client.get_host(name, name, name))
    run(host.update())
    assert run(host.get_setting(name)).key == name
    assert host.url == f"organizations/{name}/environments/{name}/hosts/{name}/"
    assert server.lines == [f"GET {path}", f"PUT {path}", f"GET {path}/settings/{quote(name, safe='')}"]


def test_unknown_state_values_are_handed_through(client, server, run):
    server.on("GET", f"{HOSTS}/h", {"name": "h", "state": "MELTED"})
    server.on("GET", f"{HOSTS}/h/instance/", {"state": "FROZEN", "synapseState": "Sideways"})
    host = run(client.get_host("A", "E", "h"))
    assert host.state == "MELTED"
    instance = run(host.get_instance())
    assert (instance.state, instance.agent_state) == ("FROZEN", "Sideways")


def test_null_where_a_list_is_expected_is_an_empty_list(client, server, run, colour):
    server.on("GET", f"{HOSTS}/", {"items": None, "count": None})
    server.on("GET", f"{HOSTS}/h", {"name": "h", "applications": None, "settings": None})
    server.on("GET", f"{HOSTS}/h/instance/", {"properties": None})
    server.on("GET", f"{HOSTS}/h/changes/1", {"orderNum": 1, "tasks": None})
    assert run(client.hosts("A", "E").list()) == []
    assert colour.each(client.hosts("A", "E")) == []
    host = run(client.get_host("A", "E", "h"))
    assert (list(host.application_names), list(host.settings_f)) == ([], [])
    host.add_application("Wiki")
    host.add_simple_setting("k", 1)
    assert host.get_json() == {"name": "h", "applications": ["Wiki"], "settings": [{"key": "k", "value": 1}]}
    instance = run(host.get_instance())
    assert (list(instance.properties), instance.get_property("x")) == ([], None)
    change = run(host.get_change(1))
    assert (change.are_tasks_pending(), change.get_tasks_error()) == (False, [])


@pytest.mark.parametrize("ask", [lambda c: c.get_organization("A"), lambda c: c.organizations().list()])
def test_an_answer_that_is_html_is_told(client, server, run, ask):
    for path in ("/organizations/A", "/organizations/"):
        server.on("GET", path, httpx.Response(200, html="<html><h1>Log in</h1></html>"))
    with pytest.raises(
        InvalidResponse, match=r"the response is not JSON \(text/html.*check that the endpoint is the root"
    ):
        run(ask(client))


@pytest.mark.parametrize("ask", [lambda c: c.get_organization("A"), lambda c: c.organizations().list()])
def test_an_answer_that_is_a_list_instead_of_an_object_is_told(client, server, run, ask):
    for path in ("/organizations/A", "/organizations/"):
        server.on("GET", path, [{"name": "A"}])
    with pytest.raises(InvalidResponse, match="the response is not a JSON object but a list"):
        run(ask(client))


def test_a_wrong_password_is_told(make_client, server, run):
    server.on("GET", "/organizations/A", (401, {"error": ["Bad credentials"]}))
    with pytest.raises(Unauthorized, match=r"401: Bad credentials \(check the user name and password") as raised:
        run(make_client("http://comodit.test/api", "UUU", "hush").get_organization("A"))
    assert "hush" not in str(raised.value)


def test_a_server_that_is_not_there_is_told(colour, run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/api"
        client = colour.module("client").Client(url, "UUU", "PPP")
        with pytest.raises(TransportError, match="failed: no ") as raised:
            run(client.get_organization("A"))
    assert raised.value.url == f"{url}/organizations/A"
    run(client.close())


def test_a_host_that_ends_in_error_while_ready_is_waited_for_is_told(client, server, run, clock):
    server.on("GET", f"{HOSTS}/h", {"name": "h", "state": "PROVISIONING"}, {"name": "h", "state": "ERROR"})
    with pytest.raises(HostFailed, match="ERROR"):
        run(client.hosts("A", "E").new("h").wait_for_state("READY"))


def test_a_wait_that_times_out_is_told(client, server, run, clock):
    server.on("GET", f"{HOSTS}/h", {"name": "h", "state": "PROVISIONING"})
    with pytest.raises(WaitTimeout, match="PROVISIONING"):
        run(client.hosts("A", "E").new("h").wait_for_state("READY", 10))
    assert sum(clock.slept) == 10
