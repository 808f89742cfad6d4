"""Host groups: ordered hosts of several environments, which orchestrations run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call, place_of
from comodit_client.sandbox.http.errors import unusable
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.named import Named
from comodit_client.sandbox.operations.parameters import schemas_in
from comodit_client.sandbox.operations.settings import add_settings, settings_in
from comodit_client.sandbox.state.references import reference, target

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store


def hosts_of(store: Store, group: Node) -> list[Node]:
    """Return the hosts of a group in their order; those that are gone are left out."""
    entries = sorted(group.data["hosts"], key=lambda entry: entry["position"])
    found = (target(store, entry["host"]) for entry in entries)
    return [host for host in found if host is not None]


def host_document(store: Store, host: Node) -> Document:
    """Return where a host is, as host groups and executions write it."""
    place = place_of(store, host)
    names = [place.organization.name, place.environment.name, host.name]
    return {**dict(zip(("organization", "environment", "host"), names, strict=True)), "canonicalName": "/".join(names)}


def group_document(store: Store, organization: Node, group: Node) -> Document:
    """Return a host group as orchestrations show it."""
    hosts = [
        {"position": entry["position"], **host_document(store, host)}
        for entry in group.data["hosts"]
        if (host := target(store, entry["host"]))
    ]
    return {**group.doc, "organization": organization.name, "hosts": hosts}


def _shown(call: Call, group: Node) -> Document:
    organization = call.organization()
    schemas = schemas_in(call.world.store, organization)
    settings = settings_in(call.world.store, group, schemas, SettingFilter.of(call))
    return {**group_document(call.world.store, organization, group), "settings": settings}


def _kept(call: Call, organization: Node, body: Document) -> tuple[Document, Document]:
    entries = [_entry(call.world.store, organization, index, item) for index, item in enumerate(body.pop("hosts", []))]
    return body, {"hosts": entries}


def _entry(store: Store, organization: Node, index: int, item: Document) -> Document:
    if item.get("organization") not in (None, organization.name):
        raise unusable(f"Host groups of {organization.name} hold hosts of {organization.name} only")
    environment = store.find(organization.id, "environments", item.get("environment") or "")
    host = store.find(environment.id, "hosts", item.get("host") or "") if environment else None
    if host is None:
        raise unusable(f"hosts[{index}]: host {item.get('environment')}/{item.get('host')} does not exist")
    position = item.get("position")
    return {"position": index if position is None else position, "host": reference(host)}


def _changed(call: Call, group: Node) -> None:
    """Make the settings that came with a new group; later they have a collection of their own."""
    if group.doc["version"] == 0:
        add_settings(call.world.store, group, call.body.get("settings"))


HOST_GROUPS = Named(
    "host_groups",
    "hostgroups",
    "host_group",
    Call.organization,
    _shown,
    frozenset({"settings"}),
    kept=_kept,
    changed=_changed,
)
HOST_GROUPS.bind()
