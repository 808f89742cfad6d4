"""Settings, the same collection at eight owners (S86)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.answers import Answer, collection, done, ok
from comodit_client.sandbox.calls import Call, member
from comodit_client.sandbox.documents import checked_key, required_text, without
from comodit_client.sandbox.editing import edited
from comodit_client.sandbox.errors import unknown
from comodit_client.sandbox.filters import SettingFilter
from comodit_client.sandbox.parameters import definition_of, schemas_in, schemas_of
from comodit_client.sandbox.routing import operation
from comodit_client.sandbox.triggers import handlers_fired

if TYPE_CHECKING:
    from comodit_client.sandbox.store import Document, Node, Store

_READ_ONLY = {"schema", "version"}
_OF_DEFINITIONS = ("platforms", "distributions")


def add_settings(store: Store, owner: Node, settings: Iterable[Document] | None) -> None:
    """Make the settings that came with their owner.

    Raises:
        Refusal: A key is unusable or comes twice.
    """
    for setting in settings or ():
        _add(store, owner, setting)


def setting_documents(nodes: Iterable[Node], schemas: Mapping[str, Document]) -> list[Document]:
    """Return settings as they are answered: with the schema of the parameter of that key, if there is one."""
    return [{**node.doc, "schema": schemas[node.name]} if node.name in schemas else node.doc for node in nodes]


def settings_in(store: Store, owner: Node, schemas: Mapping[str, Document], chosen: SettingFilter) -> list[Document]:
    """Return the settings of an owner as they are answered."""
    return chosen.apply(store, owner, setting_documents(store.children(owner.id, "settings"), schemas))


@dataclass(frozen=True, slots=True)
class _Owner:
    node: Node
    schemas: Mapping[str, Document]


def _kept(body: Document) -> Document:
    """Return a setting as it is kept; an empty link or property means that there is none (S90)."""
    checked_key(required_text(body, "key"))
    setting = without(body, _READ_ONLY)
    return {name: value for name, value in setting.items() if value or name not in ("link", "property")}


def _add(store: Store, owner: Node, body: Document) -> Node:
    setting = _kept(body)
    return store.add(owner.id, "settings", setting["key"], {**setting, "version": 0})  # S18


def _replace(store: Store, node: Node, body: Document) -> None:
    setting = _kept(body)
    node.doc = {**setting, "version": node.doc["version"] + 1}
    node.name = setting["key"]
    store.save(node)


@contextmanager
def _changed(call: Call, owner: Node) -> Iterator[None]:
    """Change settings: handlers of applications and orchestrations may start work; a definition changes with them."""
    # Orchestrations have host groups, which have settings: they cannot be imported before this module is.
    from comodit_client.sandbox.orchestration_triggers import orchestrations_started

    definition = edited(call, owner) if owner.kind in _OF_DEFINITIONS else nullcontext()
    with orchestrations_started(call, owner), handlers_fired(call, owner), definition:
        yield


def _organization(call: Call) -> _Owner:
    node = call.organization()
    return _Owner(node, schemas_in(call.world.store, node))


def _environment(call: Call) -> _Owner:
    return _Owner(call.environment(), schemas_in(call.world.store, call.organization()))


def _host(call: Call) -> _Owner:
    place = call.place()
    return _Owner(place.host, schemas_in(call.world.store, place.organization))


def _host_group(call: Call) -> _Owner:
    return _Owner(call.host_group(), schemas_in(call.world.store, call.organization()))


def _definition(kind: str, variable: str, call: Call) -> _Owner:
    node = member(call.world.store, call.organization(), kind, call.names[variable])
    return _Owner(node, schemas_of(node))


def _application_context(call: Call) -> _Owner:
    return _context_owner(call, call.application_context())


def _single_context(kind: str, call: Call) -> _Owner:
    return _context_owner(call, call.single(kind))


def _context_owner(call: Call, context: Node) -> _Owner:
    return _Owner(context, schemas_of(definition_of(call.world.store, call.organization(), context)))


_OWNERS: dict[str, Callable[[Call], _Owner]] = {
    "organization_settings": _organization,
    "environment_settings": _environment,
    "host_settings": _host,
    "host_group_settings": _host_group,
    "platform_settings": partial(_definition, "platforms", "platform"),
    "distribution_settings": partial(_definition, "distributions", "distribution"),
    "application_context_settings": _application_context,
    "platform_context_settings": partial(_single_context, "platform"),
    "distribution_context_settings": partial(_single_context, "distribution"),
}


def _answer(call: Call, owner: _Owner, node: Node) -> Answer:
    shown = SettingFilter.of(call).apply(call.world.store, owner.node, setting_documents([node], owner.schemas))
    if not shown:
        raise unknown("settings", f"{node.name}, as far as it was asked for,")
    return ok(shown[0])


def _list(owner_of: Callable[[Call], _Owner], call: Call) -> Answer:
    owner = owner_of(call)
    return collection(settings_in(call.world.store, owner.node, owner.schemas, SettingFilter.of(call)))


def _get(owner_of: Callable[[Call], _Owner], call: Call) -> Answer:
    owner = owner_of(call)
    return _answer(call, owner, member(call.world.store, owner.node, "settings", call.names["setting"]))


def _create(owner_of: Callable[[Call], _Owner], call: Call) -> Answer:
    owner = owner_of(call)
    with _changed(call, owner.node):
        node = _add(call.world.store, owner.node, call.body)
    return _answer(call, owner, node)


def _update(owner_of: Callable[[Call], _Owner], call: Call) -> Answer:
    owner = owner_of(call)
    node = member(call.world.store, owner.node, "settings", call.names["setting"])
    with _changed(call, owner.node):
        _replace(call.world.store, node, call.body)
    return _answer(call, owner, node)


def _delete(owner_of: Callable[[Call], _Owner], call: Call) -> Answer:
    owner = owner_of(call)
    node = member(call.world.store, owner.node, "settings", call.names["setting"])
    with _changed(call, owner.node):
        call.world.store.delete([node])
    return done()


def _clear(owner_of: Callable[[Call], _Owner], call: Call) -> Answer:
    owner = owner_of(call)
    with _changed(call, owner.node):
        call.world.store.delete(call.world.store.children(owner.node.id, "settings"))
    return done()


def _change(owner_of: Callable[[Call], _Owner], call: Call) -> Answer:
    """Replace the whole set, or with no_delete add to it; one change per host, however many settings there are."""
    owner = owner_of(call)
    store = call.world.store
    wanted = call.body["newOrUpdatedSettings"]
    with _changed(call, owner.node):
        for body in wanted:
            node = store.find(owner.node.id, "settings", required_text(body, "key"))
            if node is None:
                _add(store, owner.node, body)
            else:
                _replace(store, node, body)
        if not call.flag("no_delete"):
            keys = {body["key"] for body in wanted}
            store.delete(node for node in store.children(owner.node.id, "settings") if node.name not in keys)
    # The answer has no known use, but old clients need JSON here.
    return ok(settings_in(store, owner.node, owner.schemas, SettingFilter.only_rights(store, call.caller)))


_VERBS = {
    "list": _list,
    "get": _get,
    "create": _create,
    "update": _update,
    "delete": _delete,
    "clear": _clear,
    "change": _change,
}
for _tag, _owner_of in _OWNERS.items():
    for _verb, _handler in _VERBS.items():
        operation(f"{_tag}.{_verb}")(partial(_handler, _owner_of))
