"""Applications, platforms and distributions (S111 to S132).

Their parts have collections of their own, in `parts`. The contents of their files are stored separately (S103).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.calls import Call, ensure_unused
from comodit_client.sandbox.http.documents import new_document, required_text, updated_document, with_boolean, without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.http.uploads import Upload
from comodit_client.sandbox.operations.editing import FAMILIES, definition_in_path, edit, ensure_unlocked
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.parameters import new_parameter
from comodit_client.sandbox.operations.parts import HIDDEN, new_parts
from comodit_client.sandbox.operations.settings import add_settings, settings_in
from comodit_client.sandbox.operations.store_marks import STORE_MARKS, store_marks
from comodit_client.sandbox.parity.handlers import check_handlers
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.drivers import (
    behaviours_of,
    check_settings,
    default_parameters,
    driver_document,
)
from comodit_client.sandbox.state.contents import FILE
from comodit_client.sandbox.state.definitions import DEFINITIONS, schemas_of

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store

_READ_ONLY = {"uuid", "version", "organization", "settings", "locked", *STORE_MARKS, *HIDDEN}
#: Members that are read at creation only; later they have collections of their own (S111).
_AT_CREATION = ("files", "parameters")
#: Members that a PUT does not change, in the order of the response.
_OWN = (*_AT_CREATION, "locked", *HIDDEN)
_CONTEXT_OF = {definitions: context for context, definitions in DEFINITIONS.items()}
#: The lists of resources of an application.
RESOURCES = ("packages", "services", "repositories", "users", "groups", "directories", "handlers")


def _application(body: Document) -> Document:
    """Return an application as it is stored, with all lists (S15) and with booleans (S116)."""
    doc: Document = {"locked": False, **{key: [] for key in RESOURCES}, **body}
    for name in RESOURCES:
        doc[name] = [without(resource, ()) for resource in doc[name]]
    doc["services"] = [with_boolean(service, "enabled") for service in doc["services"]]
    doc["handlers"] = [_handler(handler) for handler in doc["handlers"]]
    return doc


def _handler(handler: Document) -> Document:
    actions = handler.get("do", [])
    for action in actions:
        required_text(action, "action")
        required_text(action, "resource")
    return {**handler, "do": actions, "on": handler.get("on", [])}


def _platform(body: Document) -> Document:
    return {**body, "driver": driver_document(body["driver"])} if body.get("driver") else body


def _distribution(body: Document) -> Document:
    return {"locked": False, **body}


#: Functions from a body to the stored document.
_STORED_FORMS: dict[str, Callable[[Document], Document]] = {
    "applications": _application,
    "platforms": _platform,
    "distributions": _distribution,
}


def add_definition(
    store: Store,
    organization: Node,
    kind: str,
    body: Document,
    contents: Mapping[str, str] | None = None,
    extra_parameters: Iterable[Document] = (),
) -> Node:
    """Create an application, a platform or a distribution.

    Args:
        store: The state.
        organization: The owner.
        kind: The family of definitions.
        body: The body; the organization in it is ignored (S115).
        contents: The contents of its files, by name.
        extra_parameters: Parameters that the driver or the flavor adds.

    Raises:
        ApiError: The name is taken, or two files or parameters have the same name.
    """
    doc = _STORED_FORMS[kind]({"description": "", **without(body, _READ_ONLY)})
    sent = new_parts(kind, "parameters", doc.get("parameters", []))
    used = {parameter[member] for parameter in sent for member in ("name", "key")}
    # Version 0 marks objects that were not created by a user (S18).
    more = [new_parameter(item, version=0) for item in extra_parameters if used.isdisjoint((item["name"], item["key"]))]
    doc["parameters"] = sent + more
    doc["files"] = new_parts(kind, "files", doc.get("files", []))
    definition = store.add(organization.id, kind, body["name"], new_document(doc))
    for name, content in (contents or {}).items():
        store.contents.write(definition.id, FILE, name, Upload(store.contents, content.encode()))
    if kind != "applications":
        add_settings(store, definition, body.get("settings"))
    return definition


def definition_document(call: Call, definition: Node, chosen: SettingFilter | None = None) -> Document:
    """Return a definition as the API returns it.

    Args:
        call: The call.
        definition: The definition.
        chosen: The filter of its settings. Default: that of the call, which a list should make only once.
    """
    chosen = chosen or SettingFilter.of(call)
    document = {**without(definition.doc, HIDDEN), "organization": call.names["organization"]}
    document |= store_marks(call.world.store, definition)
    document["parameters"] = chosen.parameters(call.world.store, definition)
    if definition.kind != "applications":
        document["settings"] = settings_in(call.world.store, definition, schemas_of(definition), chosen)
    return document


def _list(kind: str, call: Call) -> Listing:
    definitions, chosen = call.world.store.children(call.organization().id, kind), SettingFilter.of(call)
    return collection(call.page(), definitions, partial(definition_document, call, chosen=chosen))


def _get(kind: str, call: Call) -> ApiResponse:
    return ok(definition_document(call, definition_in_path(kind, call)))


@operation("applications.create")
def _create_application(call: Call) -> ApiResponse:
    definition = add_definition(call.world.store, call.organization(), "applications", call.body)
    check_handlers(call.world, definition.doc)
    return ok(definition_document(call, definition))


@operation("platforms.create")
def _create_platform(call: Call) -> ApiResponse:
    """Create a platform; the driver can add its parameters and check the settings (S123)."""
    body = call.body
    for behaviour in behaviours_of(body.get("driver"), call.flag("default") or call.flag("test")):
        note(call.world, behaviour)
    if call.flag("test"):
        check_settings(body.get("driver"), body.get("settings") or [])
    extra_parameters = default_parameters(body.get("driver")) if call.flag("default") else ()
    definition = add_definition(
        call.world.store, call.organization(), "platforms", body, extra_parameters=extra_parameters
    )
    return ok(definition_document(call, definition))


@operation("distributions.create")
def _create_distribution(call: Call) -> ApiResponse:
    """Create a distribution; its flavor adds parameters, and settings with their default values."""
    body, name = call.body, call.query.get("flavor")
    extra_parameters: list[Document] = []
    if name:
        flavor = call.world.store.find(0, "flavors", name)
        if flavor is None:
            raise bad_request(f"Flavor {name} does not exist")
        note(call.world, "distributions.flavor")
        extra_parameters = flavor.doc["parameters"]
        settings = body.get("settings") or []
        given = {setting["key"] for setting in settings}
        defaults = [
            {"key": item["key"], "value": item["value"]} for item in extra_parameters if item["key"] not in given
        ]
        body = {**body, "settings": [*settings, *defaults]}
    definition = add_definition(
        call.world.store, call.organization(), "distributions", body, extra_parameters=extra_parameters
    )
    return ok(definition_document(call, definition))


def _update(kind: str, call: Call) -> ApiResponse:
    """Replace a definition (S117); files and parameters stay, and contexts follow a rename."""
    definition, store = definition_in_path(kind, call), call.world.store
    old, new = definition.name, call.body["name"]
    own = {name: definition.doc[name] for name in _OWN if name in definition.doc}
    with edit(call, definition):
        doc = _STORED_FORMS[kind](without(call.body, _READ_ONLY.union(_AT_CREATION)))
        definition.doc = updated_document(definition, {**doc, **own})
        definition.name = new
        if new != old:
            note(call.world, "applications.rename")
            store.rename_contexts(definition.parent, _CONTEXT_OF[kind], old, new)
        if kind == "applications":
            check_handlers(call.world, definition.doc)
    return ok(definition_document(call, definition))


def _delete(kind: str, call: Call) -> ApiResponse:
    _remove(call, [definition_in_path(kind, call)])
    return no_content()


def _clear(kind: str, call: Call) -> ApiResponse:
    _remove(call, call.world.store.children(call.organization().id, kind))
    return no_content()


def _remove(call: Call, definitions: list[Node]) -> None:
    store = call.world.store
    ensure_unlocked(definitions)
    for definition in definitions:
        users = store.users_of(definition.parent, _CONTEXT_OF[definition.kind], definition.name)
        ensure_unused(call, users, f"{definition.name} is still used by hosts", "applications.in-use")
    store.delete(definitions)


for _kind in FAMILIES:
    operation(f"{_kind}.list")(partial(_list, _kind))
    operation(f"{_kind}.get")(partial(_get, _kind))
    operation(f"{_kind}.update")(partial(_update, _kind))
    operation(f"{_kind}.delete")(partial(_delete, _kind))
    operation(f"{_kind}.clear")(partial(_clear, _kind))
