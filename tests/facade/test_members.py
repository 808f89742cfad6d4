"""`hasattr` and `inspect.getmembers` raise nothing and send nothing, whatever JSON an object holds."""

from __future__ import annotations

import inspect

import httpx
import pytest

from comodit_client.aio._shared.property_operations import PropertyOperations
from comodit_client.rest import exceptions
from comodit_client.wire import (
    host_application_properties,
    host_package_properties,
    host_rpm_module_properties,
    host_settings,
)
from tests.each import each
from tests.exercised import COLOURS, facade
from tests.rest.test_exceptions import CLASSES, example
from tests.wire.reflection import VIEWS

#: What a server might send for any member.
ODD = (None, 5, 1.5, True, "text", [], [1, None, "x", {}], {}, {"x": [1]}, [[{}]], {"name": 5})
PROPERTIES = PropertyOperations(
    host_application_properties.Operations, host_package_properties.Operations, host_rpm_module_properties.Operations
)
KINDS = {colour: list(facade(colour)) for colour in COLOURS}


def documents(kind):
    """Return JSON objects for a view: empty, and with one value for all its members."""
    own = dict.fromkeys([*kind.MEMBERS, "schema", "value", "currentState", "expectedState"])
    return [{}, *(dict.fromkeys(own, value) for value in ODD)]


def inspected(thing):
    """Read all members of an object as tools do, and return how many there are."""
    return len([hasattr(thing, name) for name in dir(thing)]) + len(inspect.getmembers(thing))


def made(kind, *arguments):
    """Make a collection, whichever arguments its class takes beside the first two."""
    for more in ((), (host_settings.Operations,), (PROPERTIES, "owner/")):
        try:
            return kind(*arguments, *more)
        except TypeError:
            continue
    raise AssertionError(f"no arguments are known for {kind}")


@pytest.fixture
def asked():
    return []


@pytest.fixture
def client(colour, asked, run):
    client = colour.module("client").Client(
        "http://comodit.test/api", "U", "P", transport=httpx.MockTransport(asked.append)
    )
    yield client
    run(client.close())


def of_base(colour, module, name):
    """Return the classes of an API that derive from one of its base classes, without the base classes themselves."""
    base = getattr(colour.module(module), name)
    return [kind for kind in KINDS[colour.package] if issubclass(kind, base) and not kind.__subclasses__()]


@each("kind", VIEWS)
def test_views(kind):
    for document in documents(kind):
        assert inspected(kind(document))


def test_entities(colour, client, asked):
    host = client.hosts("A", "E").new("h")
    kinds = of_base(colour, "entity", "Entity")
    for kind in kinds:
        for home in (None, host.collection, host.instance(), client.organizations()):
            for document in documents(kind):
                entity = kind(home, document)
                assert inspected(entity)
                assert entity == entity
                assert {entity: repr(entity)}
    assert len(kinds) > 40
    assert asked == []


def test_collections(colour, client, asked):
    kinds = of_base(colour, "collection", "Collection")
    for kind in kinds:
        for where in ((), ("A",), ("A", "B", "C", "D")):
            assert inspected(made(kind, client, where))
    assert len(kinds) > 40
    assert asked == []


def test_clients_engines_and_late_results(colour, client, asked, tmp_path):
    http_client = colour.module("_client.http_client").HttpClient("http://comodit.test/api", "U", "P")
    (tmp_path / "definition.json").write_text('{"name": "A"}')
    engines = [
        colour.module("importer").Import(),
        colour.module("exporter").Export(),
        colour.module("sync").SyncEngine(tmp_path),
    ]
    vnc = client.hosts("A", "E").new("h").instance().new().vnc
    for thing in (client, client.session, http_client, *engines, vnc):
        assert inspected(thing)
    assert asked == []


@pytest.mark.parametrize("kind", CLASSES)
def test_exceptions(kind):
    assert inspected(example(kind))


def test_a_collection_without_all_names_says_so(client):
    hosts = type(client.hosts("A", "E"))(client, ("A",))
    with pytest.raises(exceptions.NoCollection, match="it needs 2 names of owners, but has 1"):
        _ = hosts.url
    with pytest.raises(exceptions.NoCollection, match="it needs 2 names of owners, but has 1"):
        _ = hosts.operations


def test_an_entity_in_a_collection_of_another_kind_says_so(client):
    stage = type(client.stages("A", "p").wrap())(client.organizations(), {"name": "s"})
    with pytest.raises(exceptions.NoCollection, match="this Stage: it cannot be in OrganizationCollection"):
        _ = stage.steps
    prop = type(client.organizations().new("A").application_properties.wrap())(client.organizations(), {"key": "k"})
    with pytest.raises(exceptions.NoCollection, match="package_name or rpm_module"):
        _ = prop.url
    prop.package_name = "p"
    with pytest.raises(exceptions.NoCollection, match="cannot be in OrganizationCollection"):
        _ = prop.url
