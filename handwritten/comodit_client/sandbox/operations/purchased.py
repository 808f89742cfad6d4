"""Purchases: links between store entries and their copies in an organization (S133)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import conflict
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.documents import required_text
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.copies import copied_members, copy_definition
from comodit_client.sandbox.operations.editing import edit
from comodit_client.sandbox.operations.published import visible_entry
from comodit_client.sandbox.operations.store_marks import purchased_definition, purchased_kind
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.places import member
from comodit_client.sandbox.state.timestamps import format_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store


def _document(store: Store, purchase: Node) -> Document:
    """Return a purchase as the API returns it, with the present name of the copy if it still exists."""
    definition = purchased_definition(store, purchase)
    named = {"name": definition.name, "description": definition.doc.get("description", "")} if definition else {}
    return {**purchase.doc, **named}


def _found(family: str, call: Call) -> Node:
    return member(call.world.store, call.organization(), purchased_kind(family), call.names["purchase"])


def _list(family: str, call: Call) -> Listing:
    store = call.world.store
    purchases = store.children(call.organization().id, purchased_kind(family))
    return collection(call.page(), purchases, partial(_document, store))


def _get(family: str, call: Call) -> ApiResponse:
    return ok(_document(call.world.store, _found(family, call)))


def _purchase(family: str, call: Call) -> ApiResponse:
    """Copy an entry into the organization; forceUpdate replaces a definition with the same name."""
    store, organization = call.world.store, call.organization()
    uuid, name = required_text(call.body, "published"), required_text(call.body, "name")
    entry = visible_entry(store, family, uuid, organization.name)
    copy = store.find(organization.id, family, name) if call.flag_of_body("forceUpdate") else None
    note(call.world, "purchased_applications.purchase" if copy is None else "purchased_applications.force")
    if copy is None:
        copy = copy_definition(store, entry, organization.id, family, name)
    else:
        _overwrite(call, entry, copy)
        store.delete(store.having(purchased_kind(family), "uuid", copy.data.get("purchasedAs", "")))
    purchase = store.add(organization.id, purchased_kind(family), new_uuid(), {})
    purchase.doc = {
        "uuid": purchase.name,
        "published": uuid,
        "name": name,
        "purchasedVersion": entry.doc["version"],
        "datePurchased": format_timestamp(call.world.now()),
    }
    store.save(purchase)
    copy.data["purchasedAs"] = purchase.name
    store.save(copy)
    return ok(_document(store, purchase))


def _pull(family: str, call: Call) -> ApiResponse:
    """Update the copy from its entry; its name and its settings stay."""
    note(call.world, "purchased_applications.pull")
    store, purchase = call.world.store, _found(family, call)
    definition = purchased_definition(store, purchase)
    if definition is None:
        raise conflict("The purchased copy no longer exists; nothing to pull into")
    entry = visible_entry(store, family, purchase.doc["published"], call.names["organization"])
    _overwrite(call, entry, definition)
    purchase.doc["purchasedVersion"] = entry.doc["version"]
    store.save(purchase)
    return ok(_document(store, purchase))


def _overwrite(call: Call, entry: Node, definition: Node) -> None:
    store = call.world.store
    with edit(call, definition):
        own = {name: definition.doc[name] for name in ("uuid", "version", "name", "locked")}
        definition.doc = {**own, **copied_members(entry.doc)}
        store.contents.replace_all(entry.id, definition.id)
        known = store.names(definition.id, "settings")
        for setting in store.children(entry.id, "settings"):
            if setting.name not in known:
                store.add(definition.id, "settings", setting.name, setting.doc)


def _delete(family: str, call: Call) -> ApiResponse:
    """Delete a purchase; the copy stays and becomes independent."""
    _forget(call.world.store, [_found(family, call)])
    return no_content()


def _clear(family: str, call: Call) -> ApiResponse:
    _forget(call.world.store, call.world.store.children(call.organization().id, purchased_kind(family)))
    return no_content()


def _forget(store: Store, purchases: list[Node]) -> None:
    for purchase in purchases:
        definition = purchased_definition(store, purchase)
        if definition is not None:
            del definition.data["purchasedAs"]
            store.save(definition)
    store.delete(purchases)


for _family in ("applications", "distributions"):
    operation(f"purchased_{_family}.list")(partial(_list, _family))
    operation(f"purchased_{_family}.get")(partial(_get, _family))
    operation(f"purchased_{_family}.create")(partial(_purchase, _family))
    operation(f"purchased_{_family}.update")(partial(_pull, _family))
    operation(f"purchased_{_family}.delete")(partial(_delete, _family))
    operation(f"purchased_{_family}.clear")(partial(_clear, _family))
