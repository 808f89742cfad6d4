"""Host groups: ordered hosts of several environments, on which orchestrations run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.named import NamedCollection
from comodit_client.sandbox.operations.settings import add_settings, settings_in
from comodit_client.sandbox.state.definitions import schemas_in
from comodit_client.sandbox.state.host_groups import host_location
from comodit_client.sandbox.state.references import make_reference, target

if TYPE_CHECKING:
    from comodit_client.sandbox.http.rights import Rights
    from comodit_client.sandbox.state.store import Document, Node, Store


def group_document(store: Store, organization: Node, group: Node, rights: Rights) -> Document:
    """Return a host group in the form that orchestrations contain, with the hosts that the caller may read."""
    hosts = [
        {"position": entry["position"], **host_location(store, host)}
        for entry in group.data["hosts"]
        if (host := target(store, entry["host"])) and rights.reads(host)
    ]
    return {**group.doc, "organization": organization.name, "hosts": hosts}


def _document(call: Call, group: Node) -> Document:
    organization = call.organization()
    schemas = schemas_in(call.world.store, organization)
    settings = settings_in(call.world.store, group, schemas, SettingFilter.of(call))
    return {**group_document(call.world.store, organization, group, call.rights()), "settings": settings}


def _stored(call: Call, organization: Node, body: Document) -> tuple[Document, Document]:
    store, rights = call.world.store, call.rights()
    entries = [_entry(store, rights, organization, index, item) for index, item in enumerate(body.pop("hosts", []))]
    return body, {"hosts": entries + _unreadable(call, organization, rights)}


def _unreadable(call: Call, organization: Node, rights: Rights) -> list[Document]:
    """Return the present hosts of a group that the caller may not read; a replacement keeps them."""
    group = call.world.store.find(organization.id, "hostgroups", call.names.get("host_group", ""))
    entries: list[Document] = group.data["hosts"] if group else []
    return [entry for entry in entries if (host := target(call.world.store, entry["host"])) and not rights.reads(host)]


def _entry(store: Store, rights: Rights, organization: Node, index: int, item: Document) -> Document:
    if item.get("organization") not in (None, organization.name):
        raise bad_request(f"Host groups of {organization.name} may only contain hosts of {organization.name}")
    environment = store.find(organization.id, "environments", item.get("environment") or "")
    host = store.find(environment.id, "hosts", item.get("host") or "") if environment else None
    if host is None or not rights.reads(host):
        raise bad_request(f"hosts[{index}]: host {item.get('environment')}/{item.get('host')} does not exist")
    position = item.get("position")
    return {"position": index if position is None else position, "host": make_reference(host)}


def _add_initial_settings(call: Call, group: Node) -> None:
    """Add the settings of a new group; later they have a collection of their own."""
    if group.doc["version"] == 0:
        add_settings(call.world.store, group, call.body.get("settings"))


HOST_GROUPS = NamedCollection(
    "host_groups",
    "hostgroups",
    "host_group",
    Call.organization,
    _document,
    frozenset({"settings"}),
    to_stored=_stored,
    after_change=_add_initial_settings,
)
HOST_GROUPS.bind()
