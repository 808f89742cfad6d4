"""What the server cannot do is absent from collections and entities; old names for it raise with a hint."""

from __future__ import annotations

import copy
import inspect
import pickle

import pytest

from comodit_client import wire
from comodit_client.rest.absent import VERBS
from comodit_client.rest.exceptions import NoCollection, UnsupportedOperation
from tests.each import each

#: The operations that are a method of the same name in each collection that has them.
METHODS = ("list", "get", "delete", "clear")
#: The names of all owners of a collection, as many as it needs.
NAMES = ("A", "B", "C", "D")


def collections(client):
    """Return every collection of a client, made from its entry points, by its class and URL."""
    found, waiting = {}, [client, client.hosts("A", "E").new("h"), client.environments("A").new("E")]
    waiting += [client.organizations().new("A"), client.applications("A").new("W"), client.platforms("A").new("P")]
    waiting += [client.distributions("A").new("D"), client.orchestrations("A").new("o"), client.pipelines("A").new("p")]
    waiting += [client.hosts("A", "E").new("h").instance().new(), client.host_groups("A").new("g")]
    for thing in waiting:
        for name, method in inspect.getmembers(thing, inspect.ismethod):
            signature = inspect.signature(method)
            needed = [one for one in signature.parameters.values() if one.default is one.empty]
            if "Collection" in str(signature.return_annotation) and not name.startswith("_"):
                collection = method(*NAMES[: len(needed)])
                found[type(collection), collection.url] = collection
    return list(found.values())


def operations(collection):
    """Return the names of the operations that the wire layer has for a collection."""
    made = collection.operations
    return {name for name in METHODS if callable(getattr(made, name, None))}


def test_a_collection_has_the_methods_that_the_server_has_operations_for(client):
    found = collections(client)
    singletons = [one for one in found if hasattr(type(one), "list") and "list" not in operations(one)]
    assert {type(one).__name__ for one in singletons} == {
        "InstanceCollection",
        "PlatformContextCollection",
        "DistributionContextCollection",
    }
    for collection in found:
        wanted = operations(collection) | ({"list"} if collection in singletons else set())
        assert {name for name in METHODS if hasattr(type(collection), name)} == wanted, collection
    assert len(found) > 50


def test_an_entity_has_the_methods_of_its_collection(client):
    pairs = {"refresh": "get", "update": "update", "delete": "delete", "create": "create"}
    for collection in collections(client):
        entity = collection.wrap({"name": "x"})
        if entity.collection is None:  # an entry of a log
            assert not [verb for verb in pairs if hasattr(type(entity), verb)]
        elif entity.collection == collection:  # else it belongs to another one, as the orchestrations of a host
            made = collection.operations
            for verb, operation in pairs.items():
                assert hasattr(type(entity), verb) == hasattr(made, operation), (entity, verb)


@pytest.mark.parametrize(
    ("make", "name", "hint"),
    [
        (lambda client: client.flavors(), "delete", "It has list, get, refresh, count, exists."),
        (lambda client: client.flavors(), "clear", "It has list, get"),
        (lambda client: client.flavors().wrap({"name": "f"}), "update", "It has refresh."),
        (
            lambda client: client.hosts("A", "E").new("h").changes(),
            "create",
            "It has list, get, refresh",
        ),
        (lambda client: client.hosts("A", "E").new("h").changes().wrap({}), "update", "It has refresh, delete."),
        (lambda client: client.users().new("u", "m"), "rename", "User names are permanent"),
        (lambda client: client.orchestration_contexts("A", "o").new({}), "create", "Call `run`"),
        (lambda client: client.organizations().new("A").audit_logs(), "get", "It has list, count."),
        (lambda client: client.organizations().new("A").audit_logs().wrap({}), "refresh", "It is read-only."),
        (lambda client: client.organizations().new("A").groups(), "new", "It has list, get"),
    ],
)
def test_an_old_name_raises_with_a_hint_and_is_not_shown(client, server, make, name, hint):
    thing = make(client)
    assert name not in dir(thing)
    found = getattr(thing, name)  # reading the name alone raises nothing, so hasattr is what it was
    with pytest.raises(UnsupportedOperation) as caught:
        found("x", anything=1)
    assert str(caught.value).startswith(f"Cannot use {name!r} of {type(thing).__name__}(")
    assert hint in str(caught.value)
    with pytest.raises(UnsupportedOperation):
        _ = found.anything
    assert not hasattr(found, "__wrapped__")
    assert server.asked == []


@each("verb", VERBS)
def test_every_verb_is_reachable_on_every_collection_and_entity(client, verb):
    for collection in collections(client):
        assert hasattr(collection, verb)
        assert hasattr(collection.wrap({}), verb)


def test_an_unknown_name_is_an_attribute_error(client):
    for thing in (client.flavors(), client.flavors().wrap({})):
        with pytest.raises(AttributeError, match="has no attribute 'nothing'") as caught:
            _ = thing.nothing
        assert not isinstance(caught.value, UnsupportedOperation)


def test_the_reason_of_a_property_is_kept(client):
    lone = type(client.flavors().wrap({}))(None, {"name": "f"})
    with pytest.raises(NoCollection, match="it is part of another response"):
        _ = lone.client


def test_copies_do_not_ask_for_old_names(client):
    flavor = client.flavors().wrap({"name": "f"})
    assert copy.copy(flavor) == copy.deepcopy(flavor) == flavor
    with pytest.raises(UnsupportedOperation, match="'delete'"):
        copy.copy(flavor).delete()


def test_the_operations_are_bound_to_the_owner(client):
    host = client.hosts("A", "E")
    assert host.operations.get("h") == wire.hosts.get("A", "E", "h")
    assert host.operations.list() == wire.hosts.list("A", "E")
    single = host.new("h").instance()
    assert single.operations.get("") == wire.instances.get("A", "E", "h")
    assert single.url == single.operations.url.format("A", "E", "h")
    settings = client.organizations().new("A").settings()
    assert settings.operations.change({}, no_delete=True) == wire.organization_settings.change("A", {}, no_delete=True)
    assert pickle.loads(pickle.dumps(type(settings.operations))) is wire.organization_settings.Operations
