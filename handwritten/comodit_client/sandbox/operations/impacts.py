"""The impact of a change of a setting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.orchestrations import orchestration_document
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.handlers import triggered_by
from comodit_client.sandbox.simulation.orchestration_triggers import affected_orchestrations
from comodit_client.sandbox.simulation.resolution import Level, Resolver
from comodit_client.sandbox.simulation.triggers import hosts_under
from comodit_client.sandbox.state.places import places_of

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node


def _impact(owner_of: Callable[[Call], Node], call: Call) -> ApiResponse:
    """List the handlers that would run, by application, and their hosts.

    Only provisioned hosts without a stronger level for the key count. The setting need not exist yet.
    """
    note(call.world, "settings.impact")
    store, key = call.world.store, call.names["setting"]
    resolver, rights = Resolver(store, call.world.now()), call.rights()
    owner = owner_of(call)
    found: dict[str, Document] = {}
    for place in places_of(store, hosts_under(store, owner)):
        for context in store.children(place.host.id, "applications"):
            application = resolver.definition(place.organization, context)
            handlers = triggered_by(application.doc, [key]) if application else []
            if handlers and not _is_hidden(resolver.levels(place, context), key, _path(call)):
                entry = found.setdefault(
                    context.name,
                    {
                        "application": context.name,
                        "noAccessToAllResources": False,
                        "hosts": [],
                        "handlers": [{"do": handler["do"]} for handler in handlers],
                    },
                )
                if rights.reads(place.host):
                    entry["hosts"].append({"name": place.host.name, "environment": place.environment.name})
                else:
                    entry["noAccessToAllResources"] = True
    return ok(
        {
            "settingHandlerContexts": list(found.values()),
            "orchestrationHandlerExecution": _orchestrations(call, owner, key),
            "otherResources": [],
            "packageResources": [],
            "rpmModuleResources": [],
        }
    )


def _orchestrations(call: Call, owner: Node, key: str) -> list[Document]:
    """List the orchestrations that would run, each with its affected hosts."""
    store, organization, rights = call.world.store, call.organization(), call.rights()
    return [
        {
            "orchestration": orchestration_document(call, orchestration),
            "hosts": [
                {"name": host.name, "environment": store.get(host.parent).name} for host in hosts if rights.reads(host)
            ],
        }
        for orchestration, hosts in affected_orchestrations(store, organization, owner, [key])
    ]


def _path(call: Call) -> str:
    words = ("organization", "environment", "host")
    path = "/".join(f"{word}s/{call.names[word]}" for word in words if word in call.names)
    return f"{path}/hostgroups/{call.names['host_group']}" if "host_group" in call.names else path


def _is_hidden(levels: list[Level], key: str, path: str) -> bool:
    """Return whether a level that is stronger than the one at a path defines the key."""
    for level in levels:
        if level.path == path:
            return False
        if key in level.settings:
            return True
    return False


operation("organization_settings.get_impact")(partial(_impact, Call.organization))
operation("environment_settings.get_impact")(partial(_impact, Call.environment))
operation("host_settings.get_impact")(partial(_impact, Call.host))
operation("host_group_settings.get_impact")(partial(_impact, Call.host_group))
