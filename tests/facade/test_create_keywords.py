"""`create` and `new` of each collection take every member that the schema lets a client write."""

from __future__ import annotations

import inspect
import json
import re
from datetime import UTC, datetime
from importlib import import_module, resources
from typing import get_overloads

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import WrongType
from generator import bundle
from tests.conftest import echo
from tests.each import each
from tests.exercised import original
from tests.wire.test_views import GIVEN, kind

DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())
SCHEMAS = DOCUMENT["components"]["schemas"]
#: The members that `create` has no keyword for, by schema, with the reason.
EXCEPTIONS = {
    "Setting": {  # the kind of a setting decides the class of the entity
        "link": "create_link",
        "property": "create_property",
    },
}
#: Operations whose body has no members: an empty object.
BODILESS = {"instances.create"}


def created():
    """Return the schemas of what `create` operations send, each with one such operation."""
    found = {}
    for _, _, operation in bundle.operations(DOCUMENT):
        name = operation["operationId"]
        if name.endswith(".create") and name not in BODILESS:
            reference = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
            found.setdefault(reference.rpartition("/")[2], name)
    return found


CREATED = created()


def view_of(schema):
    return getattr(getattr(wire, SCHEMAS[schema]["x-module"]), schema)


def writable(schema):
    """Return the members that a client may write, by their keywords."""
    members = {name for name, member in SCHEMAS[schema]["properties"].items() if not member.get("readOnly")}
    return {keyword: member for keyword, member in view_of(schema).KEYWORDS.items() if member in members}


def collection(client, schema):
    """Return a collection of the facade whose entities are created as the schema says."""
    org = client.organizations().new("A")
    application, platform = org.applications().new("W"), org.platforms().new("P")
    host = org.environments().new("E").hosts().new("h")
    stages = org.pipelines().new("p").stages
    return {
        "Application": org.applications(),
        "ApplicationContext": host.applications(),
        "ApplicationFile": application.files(),
        "ApplicationKey": org.application_keys(),
        "ApplicationResourceProperty": host.application_properties,
        "Distribution": org.distributions(),
        "DistributionContext": host.distribution(),
        "Environment": org.environments(),
        "File": platform.files(),
        "Git": application.gits(),
        "Host": org.environments().new("E").hosts(),
        "HostGroup": org.host_groups(),
        "Job": org.jobs(),
        "Notification": org.notifications(),
        "Orchestration": org.orchestrations(),
        "OrchestrationHandler": org.orchestrations().new("o").handlers(),
        "Organization": client.organizations(),
        "Parameter": platform.parameters(),
        "Pipeline": org.pipelines(),
        "Platform": org.platforms(),
        "PlatformContext": host.platform(),
        "PublishedApplication": client.app_store(),
        "PublishedDistribution": client.dist_store(),
        "PurchasedEntity": org.purchased_apps(),
        "RpmModule": application.rpm_modules(),
        "Setting": host.settings(),
        "Stage": stages,
        "Step": stages.new("s").steps,
        "User": client.users(),
        "Webhook": org.webhooks(),
    }[schema]


def accepted(method, schema):
    """Return the keywords of a method, with those of the TypedDict that its signature names."""
    function = original(method)
    found = set()
    for overload in get_overloads(getattr(function, "__wrapped__", function)) or [function]:
        for parameter in inspect.signature(overload).parameters.values():
            if parameter.kind is not parameter.VAR_KEYWORD:
                found.add(parameter.name)
            elif options := re.fullmatch(r"Unpack\[(\w+)\]", parameter.annotation):
                module = import_module(f"comodit_client.wire.dicts.{SCHEMAS[schema]['x-module']}")
                found |= getattr(module, options[1]).__annotations__.keys()
    return found


@pytest.fixture
def sent():
    """The JSON objects that were sent."""
    return []


@pytest.fixture
def writer(make_client, sent):
    """A client of a server that accepts everything."""

    def accept(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content))
        return echo(request)

    return make_client(transport=httpx.MockTransport(accept))


@each("schema", CREATED)
def test_every_member_that_can_be_written_is_a_typed_keyword(client, schema):
    of = type(collection(client, schema))
    for method in [of.create, of.new] if schema != "Setting" else [of.create]:
        assert writable(schema).keys() - accepted(method, schema) == EXCEPTIONS.get(schema, {}).keys()


def given(schema):
    """Return a value for each keyword."""
    view = view_of(schema)
    return {keyword: GIVEN[kind(view, view.MEMBERS[member])] for keyword, member in writable(schema).items()}


@each("schema", CREATED.keys() - EXCEPTIONS.keys())
def test_what_is_sent_is_what_was_given(writer, run, sent, schema):
    keywords = given(schema)
    entity = run(collection(writer, schema).create(**keywords, extra={"x-new": 1}))
    members = {writable(schema)[keyword]: value for keyword, value in keywords.items()}
    assert sent.pop() == entity.get_json() == {**members, "x-new": 1}
    assert collection(writer, schema).new(**keywords, extra={"x-new": 1}).get_json() == entity.get_json()
    assert sent == []


@each("schema", CREATED.keys() - EXCEPTIONS.keys())
def test_a_misspelt_keyword_sends_nothing(writer, run, sent, schema):
    for method in (collection(writer, schema).create, collection(writer, schema).new):
        with pytest.raises(WrongType, match=f"Cannot create {schema}: it has no member 'zzzz'"):
            run(method(**given(schema), zzzz=1))
    assert sent == []


def test_members_without_a_keyword_have_a_method_of_their_own(writer, run, sent):
    settings = collection(writer, "Setting")
    run(getattr(settings, EXCEPTIONS["Setting"]["link"])("k", "organizations/A/settings/z"))
    run(getattr(settings, EXCEPTIONS["Setting"]["property"])("k", "publicDnsName"))
    assert [list(body) for body in sent] == [["key", "link", "value"], ["key", "property"]]


def test_parts_of_an_application_are_given_as_objects_or_json(colour, writer, run, sent):
    parts = colour.module("application")
    run(
        collection(writer, "Application").create(
            "Web",
            packages=[parts.Package(name="nginx"), {"name": "curl"}],
            handlers=[parts.Handler(on=["port"], do=[parts.Action(action="restart", resource="service://nginx")])],
            url="https://nginx.org",
        )
    )
    assert sent == [
        {
            "name": "Web",
            "description": "",
            "packages": [{"name": "nginx"}, {"name": "curl"}],
            "handlers": [{"on": ["port"], "do": [{"action": "restart", "resource": "service://nginx"}]}],
            "url": "https://nginx.org",
        }
    ]


def test_a_text_where_a_list_is_expected_sends_nothing(writer, run, sent):
    with pytest.raises(TypeError, match="packages"):
        run(collection(writer, "Application").create("Web", packages="nginx"))
    with pytest.raises(TypeError, match="Did you mean 'platform'"):
        run(collection(writer, "Host").create("h", platfrom="P"))
    assert sent == []


@each("schema", ["ApplicationContext", "DistributionContext", "PlatformContext"])
def test_settings_of_a_context_are_values_by_key_or_objects(colour, writer, run, sent, schema):
    port = colour.module("settings").SimpleSetting(key="port", value=80)
    for settings in ({"port": 80}, [port], [{"key": "port", "value": 80}], iter([port])):
        run(collection(writer, schema).create("W", settings))
        assert sent.pop()["settings"] == [{"key": "port", "value": 80}]
    for nothing in (None, {}, []):
        run(collection(writer, schema).create("W", nothing))
        assert "settings" not in sent.pop()


def test_a_date_is_given_as_it_is_read(writer, run, sent):
    date = datetime(2031, 1, 5, 10, tzinfo=UTC)
    job = run(collection(writer, "Job").create("Once", date=date, action="CALL", enabled=True))
    assert job.run_at == date
    assert run(collection(writer, "Job").create("Again", date=sent[0]["date"])).run_at == date


def test_a_host_group_has_a_name_or_is_an_object(writer, run, sent):
    groups = collection(writer, "HostGroup")
    hosts = [{"position": 0, "environment": "E", "host": "h"}]
    run(groups.create("Front", hosts=hosts))
    run(groups.create(name="Front", hosts=hosts))
    run(groups.create({"name": "Front", "hosts": hosts}))
    assert sent == [{"name": "Front", "hosts": hosts}] * 3


def test_a_handler_of_an_orchestration_has_a_name_or_is_an_object(client):
    handlers = collection(client, "OrchestrationHandler")
    built = [handlers.new("h", ["port"]), handlers.new(name="h", triggers=["port"])]
    built.append(handlers.new({"name": "h", "triggers": ["port"]}))
    assert [handler.get_json() for handler in built] == [{"name": "h", "triggers": ["port"]}] * 3
