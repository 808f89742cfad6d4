"""Applications, platforms and distributions (S111 to S132).

The contents of their files are not part of a definition (S103); they are kept beside it, by the file's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.answers import Answer, collection, done, ok
from comodit_client.sandbox.calls import Call, member, refuse_in_use
from comodit_client.sandbox.documents import created, replaced, required_text, with_boolean, without
from comodit_client.sandbox.drivers import check_settings, default_parameters, described
from comodit_client.sandbox.errors import unusable
from comodit_client.sandbox.filters import SettingFilter
from comodit_client.sandbox.ids import new_uuid
from comodit_client.sandbox.parameters import DEFINITIONS, new_parameter, schemas_of
from comodit_client.sandbox.routing import operation
from comodit_client.sandbox.settings import add_settings, settings_in

if TYPE_CHECKING:
    from comodit_client.sandbox.store import Document, Node, Store

_READ_ONLY = {
    "uuid",
    "version",
    "organization",
    "settings",
    "locked",
    "publishedAs",
    "purchasedAs",
    "canPull",
    "canPush",
}
#: Members that count at creation only; afterwards they have collections of their own (S111).
_AT_CREATION = {"files", "parameters"}
_CONTEXT_OF = {definitions: context for context, definitions in DEFINITIONS.items()}
_RESOURCES = ("packages", "services", "repositories", "users", "groups", "directories", "handlers")


@dataclass(frozen=True, slots=True)
class _Family:
    """One of the three families of definitions: the word in its paths, and how a body becomes what is kept."""

    variable: str
    kept: Callable[[Document], Document]


def _application(body: Document) -> Document:
    """Return an application as it is kept: every list is there (S15), booleans are booleans (S116)."""
    doc: Document = {"locked": False, "canPull": False, "canPush": False, **{key: [] for key in _RESOURCES}, **body}
    for name in _RESOURCES:
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
    return {**body, "driver": described(body["driver"])} if body.get("driver") else body


def _distribution(body: Document) -> Document:
    return {"locked": False, "canPull": False, "canPush": False, **body}


FAMILIES = {
    "applications": _Family("application", _application),
    "platforms": _Family("platform", _platform),
    "distributions": _Family("distribution", _distribution),
}


def add_definition(
    store: Store,
    organization: Node,
    kind: str,
    body: Document,
    contents: dict[str, str] | None = None,
    brought: Iterable[Document] = (),
) -> Node:
    """Make an application, a platform or a distribution.

    Args:
        store: The state.
        organization: The owner.
        kind: The collection.
        body: What was sent; what it says of another organization does not matter (S115).
        contents: The contents of its files, by name.
        brought: Parameters that its driver or its flavor brings.

    Raises:
        Refusal: The name is taken, or two files or parameters have one name.
    """
    doc = FAMILIES[kind].kept({"description": "", **without(body, _READ_ONLY)})
    parameters = [new_parameter(parameter) for parameter in doc.get("parameters", [])]
    own = {parameter["key"] for parameter in parameters}
    parameters += [new_parameter(parameter, version=0) for parameter in brought if parameter["key"] not in own]
    doc["parameters"] = _unlike("parameters", parameters)
    doc["files"] = _unlike("files", [_file(kind, file) for file in doc.get("files", [])])
    definition = store.add(organization.id, kind, body["name"], created(doc), {"contents": contents or {}})
    if kind != "applications":
        add_settings(store, definition, body.get("settings"))
    return definition


def _file(kind: str, file: Document) -> Document:
    """Return a file as it is kept: an application's nests its template, the others are templates (S100 to S104)."""
    required_text(file, "name")
    if kind != "applications":
        return _template(file, file["name"])
    return {**without(file, ()), "template": _template(file.get("template") or {}, file["name"])}


def _template(template: Document, name: str) -> Document:
    delimiter = template.get("delimiter") or {}
    marks = {"start": delimiter.get("start") or "${", "end": delimiter.get("end") or "}"}
    return {**without(template, ()), "uuid": new_uuid(), "name": template.get("name") or name, "delimiter": marks}


def _unlike(member_name: str, items: list[Document]) -> list[Document]:
    names = [item["name"] for item in items]
    if len(set(names)) < len(names):
        raise unusable(f"Two of the {member_name} have the same name")
    return items


def _document(call: Call, definition: Node) -> Document:
    document = {**definition.doc, "organization": call.names["organization"]}
    if definition.kind != "applications":
        chosen = SettingFilter.of(call)
        document["settings"] = settings_in(call.world.store, definition, schemas_of(definition), chosen)
    return document


def _found(kind: str, call: Call) -> Node:
    return member(call.world.store, call.organization(), kind, call.names[FAMILIES[kind].variable])


def _list(kind: str, call: Call) -> Answer:
    definitions = call.world.store.children(call.organization().id, kind)
    return collection([_document(call, definition) for definition in definitions])


def _get(kind: str, call: Call) -> Answer:
    return ok(_document(call, _found(kind, call)))


@operation("applications.create")
def _create_application(call: Call) -> Answer:
    return ok(_document(call, add_definition(call.world.store, call.organization(), "applications", call.body)))


@operation("platforms.create")
def _create_platform(call: Call) -> Answer:
    """Make a platform; the driver may add its parameters and may check the settings (S123)."""
    body = call.body
    if call.flag("test"):
        check_settings(body.get("driver"), body.get("settings") or [])
    brought = default_parameters(body.get("driver")) if call.flag("default") else ()
    definition = add_definition(call.world.store, call.organization(), "platforms", body, brought=brought)
    return ok(_document(call, definition))


@operation("distributions.create")
def _create_distribution(call: Call) -> Answer:
    """Make a distribution; its flavor adds parameters, and settings of their default values."""
    body, name = call.body, call.query.get("flavor")
    brought: list[Document] = []
    if name:
        flavor = call.world.store.find(0, "flavors", name)
        if flavor is None:
            raise unusable(f"Flavor {name} does not exist")
        brought = flavor.doc["parameters"]
        settings = body.get("settings") or []
        given = {setting["key"] for setting in settings}
        defaults = [{"key": item["key"], "value": item["value"]} for item in brought if item["key"] not in given]
        body = {**body, "settings": [*settings, *defaults]}
    definition = add_definition(call.world.store, call.organization(), "distributions", body, brought=brought)
    return ok(_document(call, definition))


def _update(kind: str, call: Call) -> Answer:
    """Replace a definition (S117); files and parameters stay as they are, contexts follow a new name."""
    definition, store = _found(kind, call), call.world.store
    old, new = definition.name, call.body["name"]
    kept = {name: definition.doc[name] for name in ("files", "parameters")}
    doc = FAMILIES[kind].kept(without(call.body, _READ_ONLY | _AT_CREATION))
    definition.doc = replaced(definition, {**doc, **kept})
    definition.name = new
    store.save(definition)
    if new != old:
        store.rename_contexts(definition.parent, _CONTEXT_OF[kind], old, new)
    return ok(_document(call, definition))


def _delete(kind: str, call: Call) -> Answer:
    _remove(call.world.store, [_found(kind, call)])
    return done()


def _clear(kind: str, call: Call) -> Answer:
    _remove(call.world.store, call.world.store.children(call.organization().id, kind))
    return done()


def _remove(store: Store, definitions: list[Node]) -> None:
    for definition in definitions:
        users = store.users_of(definition.parent, _CONTEXT_OF[definition.kind], definition.name)
        refuse_in_use(users, f"{definition.name} is still used by hosts")
    store.delete(definitions)


for _kind in FAMILIES:
    operation(f"{_kind}.list")(partial(_list, _kind))
    operation(f"{_kind}.get")(partial(_get, _kind))
    operation(f"{_kind}.update")(partial(_update, _kind))
    operation(f"{_kind}.delete")(partial(_delete, _kind))
    operation(f"{_kind}.clear")(partial(_clear, _kind))
