"""What all entities can do, seen on hosts, organizations and settings."""

from __future__ import annotations

import copy
import json

import httpx
import pytest

from comodit_client.rest.exceptions import (
    Conflict,
    EntityNotFoundException,
    InvalidName,
    UnsupportedOperation,
)

HOSTS = "/organizations/A/environments/E/hosts"
DOCUMENT = {"zebra": [1], "name": "web-1", "description": None, "state": "READY", "own": {"x": 1}}


@pytest.fixture
def host(client, server, run):
    server.on("GET", f"{HOSTS}/web-1", DOCUMENT)
    found = run(client.get_host("A", "E", "web-1"))
    server.forget()
    return found


@pytest.mark.parametrize(
    ("arguments", "options", "query"),
    [
        ((), {}, {}),
        ((), {"force": True}, {"force": "true"}),
        ((True,), {}, {"force": "true"}),
        ((False,), {}, {}),
        ((None,), {}, {}),
        (({},), {}, {}),
        (({"force": "true"},), {}, {"force": "true"}),
        (({"a": 1},), {"params": {"b": True}}, {"a": "1", "b": "true"}),
        ((), {"params": {"trigger_application_handler": False}}, {"trigger_application_handler": "false"}),
        ((True, {"a": 1}), {}, {"a": "1", "force": "true"}),
    ],
)
def test_update_takes_force_or_a_query(host, server, run, arguments, options, query):
    server.on("PUT", f"{HOSTS}/web-1", {**DOCUMENT, "version": 2})
    run(host.update(*arguments, **options))
    assert server.lines == [f"PUT {HOSTS}/web-1"]
    assert server.last.query == query


def test_update_does_not_change_the_query_that_it_is_given(host, server, run):
    server.on("PUT", f"{HOSTS}/web-1", DOCUMENT)
    query = {"a": 1}
    run(host.update(True, query))
    run(host.update(query))
    assert query == {"a": 1}


def test_update_sends_the_whole_and_takes_the_answer_in_place(host, server, run):
    server.on("PUT", f"{HOSTS}/web-1", {"name": "web-1", "version": 2})
    document = host.get_json()
    host.description = "changed"
    run(host.update())
    assert list(server.last.json.items()) == [*{**DOCUMENT, "description": "changed"}.items()]
    assert host.get_json() is document
    assert document == {"name": "web-1", "version": 2}


def test_update_of_what_is_not_there_raises_and_keeps_what_is_here(host, run):
    host.description = "changed"
    with pytest.raises(EntityNotFoundException):
        run(host.update())
    assert host.description == "changed"


def test_refresh_replaces_what_is_here_in_place(host, server, run):
    names, document = host.application_names, host.get_json()
    server.on("GET", f"{HOSTS}/web-1", {"name": "web-1", "applications": ["Wiki"]})
    host.description = "lost"
    run(host.refresh({"obfuscate": True}))
    assert server.last.query == {"obfuscate": "true"}
    assert host.get_json() is document
    assert document == {"name": "web-1", "applications": ["Wiki"]}
    names.append("Blog")
    assert document["applications"] == ["Wiki", "Blog"]


def test_refresh_of_what_is_gone_raises_and_keeps_what_is_here(host, server, run):
    server.on("GET", f"{HOSTS}/web-1", (404, {"error": ["gone"]}))
    with pytest.raises(EntityNotFoundException):
        run(host.refresh())
    assert host.get_json() == DOCUMENT


def test_rename_sends_the_new_name_to_the_old_place(host, server, run):
    server.on("PUT", f"{HOSTS}/web-1", {**DOCUMENT, "name": "web 2"})
    host.description = "goes along"
    run(host.rename("web 2"))
    assert server.last.json == {**DOCUMENT, "description": "goes along", "name": "web 2"}
    assert (host.name, host.url) == ("web 2", "organizations/A/environments/E/hosts/web 2/")


def test_rename_that_is_refused_changes_nothing_here(host, server, run):
    server.on("PUT", f"{HOSTS}/web-1", (409, {"error": ["taken"]}))
    with pytest.raises(Conflict):
        run(host.rename("web-2"))
    assert host.get_json() == DOCUMENT


@pytest.mark.parametrize("name", ["", None, 5, True])
def test_rename_to_what_is_no_name_is_refused_before_it_is_sent(host, server, run, name):
    with pytest.raises(InvalidName):
        run(host.rename(name))
    assert server.asked == []
    assert host.get_json() == DOCUMENT


def test_create_sends_what_is_described_and_takes_the_answer(client, server, run):
    server.on("POST", f"{HOSTS}/", (201, {"name": "web-1", "state": "DEFINED", "version": 0}))
    host = client.hosts("A", "E").new("web-1")
    host.description = "changed"
    run(host.create({"populate": True}))
    assert server.last.query == {"populate": "true"}
    assert server.last.json == {"name": "web-1", "description": "changed", "platform": None, "distribution": None}
    assert host.state == "DEFINED"


def test_create_that_is_refused_keeps_what_is_here(client, server, run):
    server.on("POST", f"{HOSTS}/", (409, {"error": ["taken"]}))
    host = client.hosts("A", "E").new("web-1")
    with pytest.raises(Conflict, match="taken"):
        run(host.create())
    assert host.name == "web-1"


def test_delete_is_sent_and_leaves_what_is_here(host, server, run):
    server.on("DELETE", f"{HOSTS}/web-1", httpx.Response(204))
    run(host.delete({"trigger_application_handler": False}))
    assert server.lines == [f"DELETE {HOSTS}/web-1"]
    assert server.last.query == {"trigger_application_handler": "false"}
    assert host.get_json() == DOCUMENT


def test_deleting_what_is_absent_is_silent(host, client, run):
    assert run(host.delete()) is None
    assert run(client.hosts("A", "E").delete("nobody")) is None


def test_deleting_what_may_not_be_deleted_raises(host, server, run):
    server.on("DELETE", f"{HOSTS}/web-1", (409, {"error": ["has an instance"]}))
    with pytest.raises(Conflict, match="has an instance"):
        run(host.delete())


@pytest.mark.parametrize("verb", ["refresh", "update", "delete"])
def test_what_has_no_name_is_not_sent(client, server, run, verb):
    host = client.hosts("A", "E").wrap({"description": "nameless"})
    with pytest.raises(InvalidName):
        run(getattr(host, verb)())
    assert server.asked == []


def test_what_belongs_to_no_collection_says_so(colour, run):
    host = colour.module("host").Host(None, {"name": "h"})
    assert host.name == "h"
    assert repr(host) == "Host('h')"
    assert host.collection is None
    for ask in (lambda: host.url, lambda: host.client, lambda: run(host.refresh())):
        with pytest.raises(UnsupportedOperation, match="part of another response"):
            ask()


def test_names_labels_and_urls_are_read_from_what_is_here(host, client):
    assert (host.name, host.identifier, host.label) == ("web-1", "web-1", "web-1")
    assert host.url == "organizations/A/environments/E/hosts/web-1/"
    assert client.hosts("A", "E").wrap().url == "organizations/A/environments/E/hosts/"
    assert client.hosts("A", "E").wrap().name in (None, "")
    assert host.client is client
    assert host.collection.url == "organizations/A/environments/E/hosts/"


def test_an_entity_prints_as_its_class_and_name(host):
    assert repr(host) == "Host('web-1')"


def test_an_entity_is_dumped_and_loaded(host, client, tmp_path):
    host.dump(tmp_path / "a" / "b")
    host.dump(str(tmp_path / "a" / "b"))
    assert json.loads((tmp_path / "a" / "b" / "definition.json").read_text()) == DOCUMENT
    other = client.hosts("A", "E").new("other")
    other.load(tmp_path / "a" / "b")
    assert list(other.get_json().items()) == list(DOCUMENT.items())


def test_a_copy_of_an_entity_shares_and_a_deep_copy_does_not(host, server, run):
    shallow, deep = copy.copy(host), copy.deepcopy(host)
    shallow.description = "shared"
    assert host.description == "shared"
    assert deep.description is None
    deep.description = "own"
    assert host.description == "shared"
    server.on("PUT", f"{HOSTS}/web-1", DOCUMENT)
    run(deep.update())
    assert server.last.json["description"] == "own"


def test_a_list_of_entities_can_be_copied_deeply(client, server, run):
    server.on("GET", f"{HOSTS}/", {"items": [DOCUMENT]})
    server.on("GET", "/organizations/A/settings/", {"items": [{"key": "k", "value": [1]}]})
    (host,) = copy.deepcopy(run(client.hosts("A", "E").list()))
    (setting,) = copy.deepcopy(run(client.organizations().new("A").settings().list()))
    assert (host.name, setting.value) == ("web-1", [1])
    assert setting.client is client


def test_what_old_scripts_set_is_taken(host):
    host.return_error_code = False
    assert host.get_json() == DOCUMENT


def test_a_misspelt_attribute_is_told(host):
    with pytest.raises(AttributeError):
        host.desciption = "x"


def test_show_prints_what_is_known(host, capsys):
    host.show()
    assert capsys.readouterr().out.splitlines() == [" Name: web-1", " Description: null", " State: READY"]


def test_show_masks_a_secret_setting(client, capsys):
    settings = client.organizations().new("A").settings()
    settings.wrap({"key": "k", "value": "hush", "schema": {"secret": True}}).show()
    settings.wrap({"key": "k", "value": "loud"}).show()
    shown = capsys.readouterr().out
    assert "hush" not in shown
    assert "loud" in shown
