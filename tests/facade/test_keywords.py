"""Entities and parts of both APIs, built with keywords as a script does."""

from __future__ import annotations

from importlib import import_module

import pytest

from comodit_client.rest.exceptions import NoCollection, WrongType
from comodit_client.wire.view import View
from tests.conftest import echo
from tests.each import each
from tests.exercised import COLOURS, facade
from tests.wire.test_views import GIVEN, kind

ENTITY = tuple(import_module(f"comodit_client.{colour}.entity").Entity for colour in COLOURS)
BUILT = [
    view
    for colour in COLOURS
    for view in facade(colour)
    if issubclass(view, View) and view.KEYWORDS and not view.__subclasses__()
]


def wire_view(view):
    """Return the generated class that names the members of a facade class."""
    return next(base for base in view.__mro__ if base.__module__.startswith("comodit_client.wire."))


@pytest.fixture(params=COLOURS)
def parts(request):
    return import_module(f"comodit_client.{request.param}.application")


@each("view", BUILT)
def test_keywords_describe_the_object_that_they_describe_in_the_wire_layer(view):
    plain = wire_view(view)
    given = {member: GIVEN[kind(plain, plain.MEMBERS[member])] for member in plain.KEYWORDS.values()}
    made = view(**{keyword: given[member] for keyword, member in plain.KEYWORDS.items()}, extra={"x-new": 1})
    assert made.get_json() == {**given, "x-new": 1}


@each("view", BUILT)
def test_a_misspelt_keyword_is_an_error(view):
    with pytest.raises(WrongType, match=f"Cannot create {view.__name__}: "):
        view(nmae="x")


@each("view", BUILT)
def test_an_object_is_shown_whatever_a_type_checker_knows_of_it(view):
    document = {"name": "x", "other": [1]}
    made = view.from_json(document)
    assert made.get_json() is document
    if isinstance(made, ENTITY):
        with pytest.raises(NoCollection):
            _ = made.client


def test_the_kinds_of_classes_are_all_met():
    names = {view.__name__ for view in BUILT}
    assert len(BUILT) > 60
    assert names >= {
        "Host",
        "Handler",
        "Package",
        "SimpleSetting",
        "Webhook",
        "Job",
        "Orchestration",
        "HostGroup",
        "Stage",
    }


def test_an_application_is_built_with_its_parts(parts):
    application = parts.Application(
        name="Web",
        packages=[parts.Package(name="httpd"), {"name": "curl"}],
        files=[parts.ApplicationFile(name="a.conf", path="/etc/a.conf", owner="root", mode="644")],
        handlers=[parts.Handler(on=["port"], do=[parts.Action(action="restart", resource="service://httpd")])],
    )
    assert application.get_json() == {
        "name": "Web",
        "packages": [{"name": "httpd"}, {"name": "curl"}],
        "files": [{"name": "a.conf", "path": "/etc/a.conf", "owner": "root", "mode": "644"}],
        "handlers": [{"on": ["port"], "do": [{"action": "restart", "resource": "service://httpd"}]}],
    }
    assert (application.identifier, application.loaded_as) == ("Web", "Web")
    assert type(application.files_f[0]) is parts.ApplicationFile


def test_an_entity_with_a_collection_is_sent_as_it_was_built(client, server, run):
    server.on("POST", "/organizations/A/webhooks/", echo)
    webhooks = client.organizations().new("A").webhooks()
    hook = type(webhooks.new("w"))(
        webhooks, name="deploy", server_name="ci.example", headers=[{"name": "X", "value": "1"}]
    )
    run(hook.create())
    assert server.last.json == {"name": "deploy", "serverName": "ci.example", "headers": [{"name": "X", "value": "1"}]}


def test_keywords_complete_the_object_of_an_entity(client):
    hosts = client.hosts("A", "E")
    document = {"name": "old", "description": "kept"}
    host = type(hosts.new("h"))(
        hosts, document, name="web-1", applications=["Web"], settings=[{"key": "k", "value": 1}]
    )
    assert host.get_json() is document
    assert document == {
        "name": "web-1",
        "description": "kept",
        "applications": ["Web"],
        "settings": [{"key": "k", "value": 1}],
    }
    assert (host.loaded_as, host.url) == ("web-1", "organizations/A/environments/E/hosts/web-1/")


@pytest.mark.parametrize("wrong", ["curl", {"name": "curl"}, b"curl", 1])
def test_a_part_or_a_text_is_no_list_of_parts(parts, wrong):
    application = parts.Application(name="Web")
    for name in ("packages", "users", "handlers", "files_f", "parameters_f"):
        with pytest.raises(WrongType):
            setattr(application, name, wrong)
    with pytest.raises(WrongType):
        parts.Handler().triggers = wrong
    with pytest.raises(WrongType):
        application.packages.append([wrong])
    assert application.get_json() == {"name": "Web"}
