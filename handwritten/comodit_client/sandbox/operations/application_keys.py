"""Application keys: credentials of programs, with the rights of one group (S30)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.documents import new_document, updated_document, without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.rights import GROUPS
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.state.application_keys import KIND
from comodit_client.sandbox.state.ids import new_access_key, new_secret, new_token
from comodit_client.sandbox.state.places import member
from comodit_client.sandbox.state.timestamps import format_timestamp, parse_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node

_SECRETS = ("token", "accessKey", "secretKey")
_READ_ONLY = {"uuid", "version", "organization", "created", "creator", *_SECRETS}
_DEFAULTS = {"description": "", "method": "TOKEN", "group": "users"}


def _new_secrets(method: str) -> Document:
    if method == "BASIC_AUTH":
        return {"accessKey": new_access_key(), "secretKey": new_secret()}
    return {"token": new_token(40)}


def _stored(call: Call, organization: Node) -> Document:
    """Return the members of a key that are stored.

    Raises:
        ApiError: The method, the group or the expiration date is invalid.
    """
    doc = {**_DEFAULTS, **without(call.body, _READ_ONLY)}
    if doc["method"] not in ("TOKEN", "BASIC_AUTH"):
        raise bad_request(f"Unknown method {doc['method']}; use TOKEN or BASIC_AUTH")
    if doc["group"] not in GROUPS:
        raise bad_request(f"Group {doc['group']} does not exist in organization {organization.name}")
    if doc.get("expirationDate"):
        parse_timestamp(doc["expirationDate"])
    return doc


def _document(organization: Node, key: Node) -> Document:
    return {**key.doc, "organization": organization.name}


def _found(call: Call) -> tuple[Node, Node]:
    organization = call.organization()
    return organization, member(call.world.store, organization, KIND, call.names["application_key"])


@operation("application_keys.list")
def _list(call: Call) -> Listing:
    organization = call.organization()
    keys = call.world.store.children(organization.id, KIND)
    return collection(call.page(), keys, partial(_document, organization))


@operation("application_keys.get")
def _get(call: Call) -> ApiResponse:
    return ok(_document(*_found(call)))


@operation("application_keys.create")
def _create(call: Call) -> ApiResponse:
    organization = call.organization()
    doc = _stored(call, organization)
    made = {"created": format_timestamp(call.world.now()), "creator": call.caller.name, **_new_secrets(doc["method"])}
    key = call.world.store.add(organization.id, KIND, call.body["name"], new_document({**doc, **made}))
    return ok(_document(organization, key))


@operation("application_keys.update")
def _update(call: Call) -> ApiResponse:
    """Replace a key; its secret stays, unless the method changes."""
    organization, key = _found(call)
    doc, old = _stored(call, organization), key.doc
    same = doc["method"] == old["method"]
    if not same:
        note(call.world, "application_keys.method")
    secrets = {name: old[name] for name in _SECRETS if name in old} if same else _new_secrets(doc["method"])
    key.doc = updated_document(key, {**doc, "created": old["created"], "creator": old["creator"], **secrets})
    key.name = key.doc["name"]
    call.world.store.save(key)
    return ok(_document(organization, key))


@operation("application_keys.reset")
def _reset(call: Call) -> ApiResponse:
    """Replace the secret; the old one becomes invalid."""
    note(call.world, "application_keys.reset")
    organization, key = _found(call)
    key.doc = {**key.doc, **_new_secrets(key.doc["method"]), "version": key.doc["version"] + 1}
    call.world.store.save(key)
    return ok(_document(organization, key))


@operation("application_keys.delete")
def _delete(call: Call) -> ApiResponse:
    """Revoke a key."""
    call.world.store.delete([_found(call)[1]])
    return no_content()


@operation("application_keys.clear")
def _clear(call: Call) -> ApiResponse:
    call.world.store.delete(call.world.store.children(call.organization().id, KIND))
    return no_content()
