"""The store: applications and distributions that organizations publish (S133).

An entry is a copy of the definition at the time of its last publication or push, contents and settings included.
Secrets are not published: an entry has no secret settings and defaults, no passwords of users and no tokens of git.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, bad_request, conflict, not_found
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.documents import required_text, without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.rights import CHANGE, READ
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.parts import HIDDEN
from comodit_client.sandbox.operations.settings import setting_documents
from comodit_client.sandbox.operations.store_marks import published_kind
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.definitions import schemas_of, secret_keys
from comodit_client.sandbox.state.ids import new_uuid
from comodit_client.sandbox.state.places import member
from comodit_client.sandbox.state.references import make_reference, target
from comodit_client.sandbox.state.timestamps import format_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store

#: Members of the definition that an entry repeats.
_SHOWN = ("name", "description", "version", "url", "documentation", "license", "price")
_FOREIGN = "The object belongs to another organization"


def visible_entry(store: Store, family: str, uuid: str, organization: str | None) -> Node:
    """Return an entry of the store that an organization can see.

    Args:
        store: The state.
        family: "applications" or "distributions".
        uuid: The identifier of the entry.
        organization: The name of the organization; None for public entries only.

    Raises:
        ApiError: The entry does not exist or is not visible to the organization.
    """
    entry = store.find(0, published_kind(family), uuid)
    if entry is None or not (_is_public(entry) or _is_shown_to(store, entry, organization)):
        raise not_found(published_kind(family), uuid)
    return entry


def _is_public(entry: Node) -> bool:
    return not entry.data["authorized"]


def _is_shown_to(store: Store, entry: Node, organization: str | None) -> bool:
    """Return whether an organization sees an entry: it is authorized, or it is the publisher."""
    return organization is not None and organization in (*_authorized_names(store, entry), _publisher(store, entry))


def _authorized_names(store: Store, entry: Node) -> list[str]:
    """Return the authorized organizations that still exist; a new organization with an old name is another one."""
    organizations = (target(store, reference) for reference in entry.data["authorized"])
    return [organization.name for organization in organizations if organization is not None]


def _publisher(store: Store, entry: Node) -> str | None:
    organizations = store.children(0, "organizations")
    return next((node.name for node in organizations if node.id == entry.data["publisher"]), None)


def _document(call: Call, entry: Node) -> Document:
    store, definition = call.world.store, without(entry.doc, HIDDEN)
    publisher = _publisher(store, entry)
    if entry.kind == published_kind("distributions"):
        definition["settings"] = setting_documents(store.children(entry.id, "settings"), schemas_of(entry))
    if publisher is not None:
        definition["organization"] = publisher
    return {
        "uuid": entry.name,
        **{name: entry.doc[name] for name in _SHOWN if name in entry.doc},
        "definition": definition,
        "publisherSummary": "",
        "publishingOrganization": {"companyName": publisher or ""},
        "datePublished": entry.data["published"],
        "dateUpdated": entry.data["updated"],
        "authorized": _shown_authorized(call, entry),
        "featured": False,
    }


def _shown_authorized(call: Call, entry: Node) -> list[str]:
    """Return the authorized organizations: all of them for the publisher, otherwise those of the caller."""
    authorized = _authorized_names(call.world.store, entry)
    if _may_change(call, entry.data["publisher"]):
        return authorized
    own = {node.name for node in call.rights().visible(call.world.store.children(0, "organizations"))}
    return [name for name in authorized if name in own]


def _viewer(call: Call) -> str | None:
    """Return the organization in the query that views the store; the caller must have the right to read it."""
    name = call.query.get("org_name") or None
    if name is not None:
        organization = member(call.world.store, call.world.store.root(), "organizations", name)
        call.rights().require(organization, READ)
    return name


def _filter(call: Call, viewer: str | None) -> Callable[[Node], bool]:
    """Return a predicate for the requested entries: public, private, featured or all visible ones."""
    store, chosen = call.world.store, call.query.get("filter") or ""
    if chosen == "public":
        return _is_public
    if chosen == "private":
        if viewer is None:
            raise bad_request("The filter private requires org_name")
        return lambda entry: not _is_public(entry) and _is_shown_to(store, entry, viewer)
    if chosen == "featured":
        note(call.world, "published_applications.featured")
        return lambda entry: False  # The sandbox has no featured entries.
    if chosen:
        raise bad_request(f"Unknown filter {chosen}; use public, private or featured")
    return lambda entry: _is_public(entry) or _is_shown_to(store, entry, viewer)


def _list(family: str, call: Call) -> Listing:
    chosen = _filter(call, _viewer(call))
    entries = call.world.store.children(0, published_kind(family))
    return collection(call.page(), list(filter(chosen, entries)), partial(_document, call))


def _get(family: str, call: Call) -> ApiResponse:
    return ok(_document(call, visible_entry(call.world.store, family, call.names["published"], _viewer(call))))


def _publish(family: str, word: str, call: Call) -> ApiResponse:
    note(call.world, "published_applications.publish")
    store, uuid = call.world.store, required_text(call.body, word)
    source = _source(store, family, uuid)
    if source is None:
        raise ApiError(404, f"The {word} with identifier {uuid} does not exist")
    _require_change_right(call, source.parent)
    if "publishedAs" in source.data:
        raise conflict(f"{source.name} is published already, as {source.data['publishedAs']}")
    now = format_timestamp(call.world.now())
    authorized = _authorized(store, call.body.get("authorized"))
    data = {"source": uuid, "publisher": source.parent, "authorized": authorized, "published": now, "updated": now}
    entry = store.add(0, published_kind(family), new_uuid(), {}, data)
    source.data["publishedAs"] = entry.name
    store.save(source)
    return _update_entry(call, entry, source)


def _own_entry(family: str, call: Call) -> Node:
    """Return the entry in the path; the caller must act for its publisher."""
    store = call.world.store
    entry = member(store, store.root(), published_kind(family), call.names["published"])
    _require_change_right(call, entry.data["publisher"])
    return entry


def _require_change_right(call: Call, organization: int) -> None:
    if not _may_change(call, organization):
        raise ApiError(403, _FOREIGN)


def _may_change(call: Call, organization: int) -> bool:
    """Return whether the caller may change an organization that still exists."""
    store = call.world.store
    owner = store.at(organization)
    return owner is not None and call.rights().at(owner) >= CHANGE


def _push(family: str, call: Call) -> ApiResponse:
    """Update an entry from its definition, and the authorized organizations if they are given."""
    note(call.world, "published_applications.push")
    store, entry = call.world.store, _own_entry(family, call)
    source = _source(store, family, entry.data["source"])
    if source is None:
        raise conflict("The published definition no longer exists; nothing to push")
    if call.body.get("authorized") is not None:
        entry.data["authorized"] = _authorized(store, call.body["authorized"])
    entry.data["updated"] = format_timestamp(call.world.now())
    return _update_entry(call, entry, source)


def _update_entry(call: Call, entry: Node, source: Node) -> ApiResponse:
    store = call.world.store
    secret = secret_keys(store, store.get(source.parent))
    entry.doc = _without_secrets(source.doc, secret)
    store.save(entry)
    store.delete(store.children(entry.id, "settings"))
    store.copy_children(source.id, entry.id, ["settings"])
    store.delete(setting for setting in store.children(entry.id, "settings") if setting.name in secret)
    store.contents.replace_all(source.id, entry.id)
    return ok(_document(call, entry))


def _without_secrets(definition: Document, secret: Collection[str]) -> Document:
    """Return a definition without its secrets."""
    public = {
        **definition,
        "parameters": [
            without(item, ["value"]) if item["key"] in secret else item for item in definition.get("parameters", [])
        ],
    }
    for kind, member_name in (("users", "password"), ("gits", "token")):
        if kind in public:
            public[kind] = [without(item, [member_name]) for item in public[kind]]
    return public


def _authorize(family: str, call: Call) -> ApiResponse:
    store, entry = call.world.store, _own_entry(family, call)
    entry.data["authorized"] = _authorized(store, call.body)
    store.save(entry)
    return ok(_document(call, entry))


def _authorized(store: Store, names: list[str] | None) -> list[Document]:
    """Return references to organizations."""
    references = []
    for name in dict.fromkeys(names or ()):
        organization = store.find(0, "organizations", name)
        if organization is None:
            raise bad_request(f"Organization {name} does not exist")
        references.append(make_reference(organization))
    return references


def _source(store: Store, family: str, uuid: str) -> Node | None:
    # Contexts have the kind "applications" as well, but no uuid.
    return next(iter(store.having(family, "uuid", uuid)), None)


def _delete(family: str, call: Call) -> ApiResponse:
    """Remove an entry from the store; purchased copies stay."""
    _withdraw(call.world.store, family, [_own_entry(family, call)])
    return no_content()


def _clear(family: str, call: Call) -> ApiResponse:
    """Remove all entries that the caller may change."""
    entries = call.world.store.children(0, published_kind(family))
    _withdraw(call.world.store, family, [entry for entry in entries if _may_change(call, entry.data["publisher"])])
    return no_content()


def _withdraw(store: Store, family: str, entries: list[Node]) -> None:
    for entry in entries:
        source = _source(store, family, entry.data["source"])
        if source is not None:
            del source.data["publishedAs"]
            store.save(source)
    store.delete(entries)


for _family, _word in (("applications", "application"), ("distributions", "distribution")):
    operation(f"published_{_family}.list")(partial(_list, _family))
    operation(f"published_{_family}.get")(partial(_get, _family))
    operation(f"published_{_family}.create")(partial(_publish, _family, _word))
    operation(f"published_{_family}.update")(partial(_push, _family))
    operation(f"published_{_family}.update_authorized")(partial(_authorize, _family))
    operation(f"published_{_family}.delete")(partial(_delete, _family))
    operation(f"published_{_family}.clear")(partial(_clear, _family))
