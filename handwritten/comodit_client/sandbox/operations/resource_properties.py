"""Properties of packages and RPM modules of applications, such as the release to install.

Organizations, environments, hosts and host groups have properties. For a host, the nearest owner wins; nothing else is
known about them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import ApiError, already_exists, not_found
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.documents import without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.changes import queue_change
from comodit_client.sandbox.state.places import Place, member, places_of

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node

#: Members that the path determines, or that are read-only.
_READ_ONLY = {
    *("id", "organization", "environment", "host", "hostGroup", "applicationContext"),
    *("application", "packageName", "rpmModule", "key"),
}
_KIND = "properties"


@frozen
class _Resource:
    """A kind of resources with properties.

    Attributes:
        member: The member of a property with the resource's name.
        kind: The list in the application.
        variable: The path variable of the resource.
        word: The name of the kind in identifiers.
        label: The name of the kind in texts.
        impact_member: The member of an impact that lists the resource.
    """

    member: str
    kind: str
    variable: str
    word: str
    label: str
    impact_member: str


_PACKAGE = _Resource("packageName", "packages", "package", "package", "package", "packageResources")
_RPM_MODULE = _Resource("rpmModule", "rpmmodules", "rpm_module", "rpmModule", "RPM module", "rpmModuleResources")
_RESOURCES = {"package": _PACKAGE, "rpm_module": _RPM_MODULE}
#: The path of a resource below its host.
_PATH = re.compile("applications/(.+)/(packages|rpmmodules)/(.+)")


_OWNERS: dict[str, Callable[[Call], Node]] = {
    "organization": Call.organization,
    "environment": Call.environment,
    "host": Call.host,
    "host_group": Call.host_group,
}
#: The members of a property for its owners.
_NAMED = {"organization": "organization", "environment": "environment", "host": "host", "host_group": "hostGroup"}


def property_name(application: str, kind: str, resource: str, key: str) -> str:
    """Return the name of a property's node; it contains the application's uuid, to survive a rename.

    Args:
        application: The uuid of the application.
        kind: "packages" or "rpmmodules".
        resource: The name of the package or the module.
        key: The key of the property.
    """
    return json.dumps([application, kind, resource, key])


def _application(call: Call) -> Node:
    return member(call.world.store, call.organization(), "applications", call.names["application"])


def _with_resource(resource: _Resource, call: Call) -> Node:
    """Return the application in the path, which must have the resource."""
    application = _application(call)
    _check_has(application, resource, call.names[resource.variable])
    return application


def _check_has(application: Node, resource: _Resource, name: str) -> None:
    if name not in [item["name"] for item in application.doc.get(resource.kind, [])]:
        raise ApiError(404, f"Application {application.name} has no {resource.label} {name}")


def _node_name(resource: _Resource, application: Node, call: Call) -> str:
    return property_name(application.doc["uuid"], resource.kind, call.names[resource.variable], call.names["property"])


def _found(owner: Node, resource: _Resource, call: Call) -> Node:
    node = call.world.store.find(owner.id, _KIND, _node_name(resource, _application(call), call))
    if node is None:
        raise not_found(_KIND, call.names["property"])
    return node


def _stored(resource: _Resource, call: Call) -> Document:
    """Return a property as it is stored; the path identifies its resource."""
    sent = without(call.body, _READ_ONLY)
    return {**sent, resource.member: call.names[resource.variable], "key": call.names["property"]}


def _document(call: Call, node: Node, application: str) -> Document:
    owners = {named: call.names[word] for word, named in _NAMED.items() if word in call.names}
    resource = next(item for item in _RESOURCES.values() if item.member in node.doc)
    # The format of the original command line.
    identifier = f"_application[{application}].{resource.word}[{node.doc[resource.member]}].{node.doc['key']}"
    return {"id": identifier, **owners, "application": application, **node.doc}


def _response(call: Call, node: Node) -> ApiResponse:
    return ok(_document(call, node, call.names["application"]))


def _get(owner_of: Callable[[Call], Node], resource: _Resource, call: Call) -> ApiResponse:
    return _response(call, _found(owner_of(call), resource, call))


def _create(owner_of: Callable[[Call], Node], resource: _Resource, call: Call) -> ApiResponse:
    store, owner, application = call.world.store, owner_of(call), _with_resource(resource, call)
    name = _node_name(resource, application, call)
    if store.find(owner.id, _KIND, name) is not None:
        raise already_exists(_KIND, call.names["property"])
    node = store.add(owner.id, _KIND, name, _stored(resource, call), {"application": application.doc["uuid"]})
    _start_work(owner, resource, call)
    return _response(call, node)


def _update(owner_of: Callable[[Call], Node], resource: _Resource, call: Call) -> ApiResponse:
    owner = owner_of(call)
    node = _found(owner, resource, call)
    old, node.doc = node.doc, _stored(resource, call)
    call.world.store.save(node)
    if node.doc.get("value") != old.get("value"):
        _start_work(owner, resource, call)
    return _response(call, node)


def _delete(owner_of: Callable[[Call], Node], resource: _Resource, call: Call) -> ApiResponse:
    owner = owner_of(call)
    call.world.store.delete([_found(owner, resource, call)])
    _start_work(owner, resource, call)
    return no_content()


def _start_work(owner: Node, resource: _Resource, call: Call) -> None:
    """Queue a change on each affected host, unless the request switches this off."""
    if not call.flag("trigger_application_handler", True):
        return
    task = f"update {resource.label} {call.names[resource.variable]}"
    description = f"Update property {call.names['property']} of {resource.label} {call.names[resource.variable]}"
    for place in list(_affected_places(owner, resource, call)):
        note(call.world, "organization_package_properties.change")
        queue_change(call.world, place.host, description, [task])


def _affected_places(owner: Node, resource: _Resource, call: Call) -> Iterator[Place]:
    """Yield the provisioned hosts with the application on which no nearer owner overrides the property."""
    store, application = call.world.store, _application(call)
    name = _node_name(resource, application, call)
    for place in places_of(store, store.provisioned_hosts(owner)):
        nearer = takewhile(lambda node: node.id != owner.id, (place.host, place.environment, place.organization))
        is_hidden = any(store.find(node.id, _KIND, name) for node in nearer)
        if not is_hidden and store.find(place.host.id, "applications", application.name):
            yield place


def _impact(owner_of: Callable[[Call], Node], resource: _Resource, call: Call) -> ApiResponse:
    """List what a change of the property affects; it need not exist yet."""
    note(call.world, "organization_package_properties.impact")
    _with_resource(resource, call)
    places = list(_affected_places(owner_of(call), resource, call))
    return _impact_response(call, call.names["application"], resource, call.names[resource.variable], places)


def _impact_response(call: Call, application: str, resource: _Resource, name: str, places: list[Place]) -> ApiResponse:
    rights = call.rights()
    readable = [place for place in places if rights.reads(place.host)]
    context = {
        "application": application,
        "noAccessToAllResources": len(readable) < len(places),
        "hosts": [{"name": place.host.name, "environment": place.environment.name} for place in readable],
        "handlers": [],
    }
    impact = {
        "settingHandlerContexts": [context] if places else [],
        "orchestrationHandlerExecution": [],
        "otherResources": [],
        "packageResources": [],
        "rpmModuleResources": [],
    }
    return ok({**impact, resource.impact_member: [name] if places else []})


@operation("hosts.get_resource_impact")
def _impact_on_host(call: Call) -> ApiResponse:
    """List what a change of an installed package or module affects: the host, if it is provisioned."""
    note(call.world, "hosts.resource-impact")
    path, store, place = call.names["resource_path"], call.world.store, call.place()
    found = _PATH.fullmatch(path)
    if found is None:
        raise ApiError(404, f"Host {place.host.name} has no resource {path}")
    name, kind, resource_name = found.groups()
    resource = next(resource for resource in _RESOURCES.values() if resource.kind == kind)
    member(store, place.host, "applications", name)
    _check_has(member(store, place.organization, "applications", name), resource, resource_name)
    places = [place] if store.provisioned_hosts(place.host) else []
    return _impact_response(call, name, resource, resource_name, places)


def _list(owner_of: Callable[[Call], Node], call: Call) -> Listing:
    """List the properties of an owner; none of them is secret."""
    store, wanted = call.world.store, call.query.get("key") or None
    nodes = [] if call.flag("secret_only") else store.children(owner_of(call).id, _KIND)
    # Properties of a deleted application are left out.
    names = {node.doc["uuid"]: node.name for node in store.children(call.organization().id, "applications")}
    shown = [
        _document(call, node, names[node.data["application"]]) for node in nodes if node.data["application"] in names
    ]
    return collection(call.page(), [item for item in shown if wanted is None or wanted in (item["id"], item["key"])])


_VERBS = {"get": _get, "create": _create, "update": _update, "delete": _delete, "get_impact": _impact}
for _word, _owner_of in _OWNERS.items():
    operation(f"{_word}_application_properties.list")(partial(_list, _owner_of))
    for _name, _resource in _RESOURCES.items():
        for _verb, _handler in _VERBS.items():
            operation(f"{_word}_{_name}_properties.{_verb}")(partial(_handler, _owner_of, _resource))
