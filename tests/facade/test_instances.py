"""Instances: the machines behind hosts."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import ApiException, EntityNotFoundException, InvalidResponse

INSTANCE = "/organizations/A/environments/E/hosts/h/instance"
VERBS = {
    "start": ("PUT", "_start"),
    "pause": ("PUT", "_pause"),
    "resume": ("PUT", "_resume"),
    "shutdown": ("PUT", "_stop"),
    "poweroff": ("PUT", "_off"),
    "forget": ("PUT", "_forget"),
    "lock": ("POST", "lock"),
    "unlock": ("POST", "unlock"),
}


@pytest.fixture
def instance(client):
    properties = [
        {"key": "ip.eth0", "value": "10.0.0.1"},
        {"key": "ip.eth0", "value": "10.0.0.2"},
        {"key": "hostname", "value": None},
        "odd",
        None,
        {"value": "keyless"},
    ]
    return client.hosts("A", "E").new("h").instance().wrap({"state": "RUNNING", "properties": properties})


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("code", [200, 202, 204])
def test_each_verb_is_one_request_that_may_be_answered_by_nothing(instance, server, run, verb, code):
    method, path = VERBS[verb]
    server.on(method, f"{INSTANCE}/{path}", httpx.Response(code))
    assert run(getattr(instance, verb)()) is None
    assert server.lines == [f"{method} {INSTANCE}/{path}"]
    assert server.last.content == b""


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_is_refused_raises(instance, server, run, verb):
    method, path = VERBS[verb]
    server.on(method, f"{INSTANCE}/{path}", (409, {"error": ["not now"]}))
    with pytest.raises(ApiException, match="not now"):
        run(getattr(instance, verb)())


def test_properties_are_found_by_their_keys(instance):
    assert instance.get_property("ip.eth0") == "10.0.0.1"
    assert instance.get_property("hostname") is None
    assert instance.get_property("nothing") is None
    assert instance.get_ip("eth0") == "10.0.0.1"
    assert instance.get_ip("eth1") is None


@pytest.mark.parametrize("properties", [None, "x", 5, {}, {"key": "x"}])
def test_properties_of_whatever_kind_do_not_hurt(client, properties):
    instance = client.hosts("A", "E").new("h").instance().wrap({"properties": properties})
    assert instance.get_property("ip.eth0") is None


def test_an_instance_is_made_by_provisioning(client, server, run):
    server.on("POST", f"{INSTANCE}/", (202, {"state": "PENDING"}))
    instance = run(client.hosts("A", "E").new("h").instance().create())
    assert instance.state == "PENDING"
    assert server.last.json == {}


def test_an_instance_with_properties_is_attached(client, server, run):
    server.on("POST", f"{INSTANCE}/properties", {"state": "RUNNING"})
    instance = client.hosts("A", "E").new("h").instance().new()
    instance.properties.append({"key": "ip.eth0", "value": "10.0.0.1"})
    run(instance.create({"x": True}))
    assert server.lines == [f"POST {INSTANCE}/properties"]
    assert server.last.json == [{"key": "ip.eth0", "value": "10.0.0.1"}]
    assert server.last.query == {"x": "true"}
    assert instance.state == "RUNNING"


@pytest.mark.parametrize(
    ("arguments", "options", "query"),
    [
        ((), {"force": True}, {"force": "true"}),
        ((), {"force": False}, {}),
        (({"x": 1},), {"force": True}, {"x": "1", "force": "true"}),
        (({"force": True},), {}, {"force": "true"}),
    ],
)
def test_an_instance_is_deleted_by_force(instance, server, run, arguments, options, query):
    server.on("DELETE", f"{INSTANCE}/", httpx.Response(204))
    run(instance.delete(*arguments, **options))
    assert (server.lines, server.last.query) == ([f"DELETE {INSTANCE}/"], query)


def test_an_instance_prints_as_its_host_and_its_state(instance):
    assert repr(instance) == "Instance('A/E/h', state='RUNNING')"
    assert repr(type(instance)(None, {"host": "h", "locked": True})) == "Instance('h', locked=True)"


def test_an_instance_is_deleted_by_its_own_url(instance, server, run):
    server.on("DELETE", f"{INSTANCE}/", httpx.Response(202))
    run(instance.delete())
    assert server.lines == [f"DELETE {INSTANCE}/"]


def test_a_file_of_the_machine_is_read_as_bytes(instance, server, run):
    server.on("GET", f"{INSTANCE}/files", b"\xff\x00key")
    file = run(instance.get_file_content("/root/.ssh/id rsa.pub"))
    assert file.read() == b"\xff\x00key"
    assert server.last.query == {"path": "/root/.ssh/id rsa.pub"}


def test_a_file_that_is_not_there_raises(instance, run):
    with pytest.raises(EntityNotFoundException):
        run(instance.get_file_content("/nothing"))


def test_a_sensor_tells_its_value(instance, server, run):
    server.on("GET", f"{INSTANCE}/status/hosts/cpu", {"status": {"cpu": "5"}})
    assert run(instance.get_status("hosts", "cpu")) == "5"


@pytest.mark.parametrize("answer", [{}, {"status": None}, {"status": {}}, {"status": "cpu"}, {"status": ["cpu"]}])
def test_a_sensor_that_the_answer_lacks_is_told(instance, server, run, answer):
    server.on("GET", f"{INSTANCE}/status/hosts/cpu", answer)
    with pytest.raises(InvalidResponse, match="has no value for"):
        run(instance.get_status("hosts", "cpu"))


def test_an_image_is_made_of_a_view_or_a_document(instance, server, run, colour):
    server.on("PUT", f"{INSTANCE}/_create_image", httpx.Response(202))
    document = {"imageName": "i", "settings": [{"key": "k", "value": 1}]}
    image = colour.module("platform").Image(document)
    run(instance.create_image(image))
    run(instance.create_image(document))
    assert [request.json for request in server.asked] == [document, document]


def test_show_properties_prints_them(client, capsys):
    properties = [{"key": "a", "value": "1"}, "odd", {"key": "b", "value": "2"}]
    client.hosts("A", "E").new("h").instance().wrap({"properties": properties}).show_properties(2)
    assert capsys.readouterr().out.splitlines() == ["   Key: a", "   Value: 1", "   Key: b", "   Value: 2"]


def test_alerts_are_listed_and_cleared(instance, server, run):
    alert = {"timestamp": 5, "collection": "host", "property": "load", "output": "high", "compare_method": "gt"}
    server.on("GET", f"{INSTANCE}/alerts/", {"items": [alert]})
    server.on("DELETE", f"{INSTANCE}/alerts/", httpx.Response(204))
    (found,) = run(instance.alerts().list())
    assert (found.identifier, found.name, found.label) == ("5", "5", "host/load: high")
    assert (found.plugin, found.sensor, found.comparator) == ("host", "load", "gt")
    run(instance.alerts().clear())
    assert server.lines[-1] == f"DELETE {INSTANCE}/alerts/"
