"""Collections of named things that a client lists, reads, creates, replaces and deletes, all in the same way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from comodit_client.sandbox.http.calls import Call, member
from comodit_client.sandbox.http.documents import without
from comodit_client.sandbox.http.errors import unusable
from comodit_client.sandbox.http.responses import Answer, collection, done, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.state.ids import new_uuid

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node


def _as_it_is(call: Call, owner: Node, body: Document) -> tuple[Document, Document]:
    return body, {}


def _nothing(call: Call, node: Node) -> None:
    """Do nothing after a change."""


@dataclass(frozen=True, slots=True)
class Named:
    """What is particular to a collection.

    Attributes:
        tag: The tag of its operations.
        kind: Its name in the URL.
        variable: The word for a member in its paths.
        owner: Finds whose collection it is.
        shown: Makes the answer from a member.
        read_only: What clients may only read; uuid, version and organization are known to be.
        kept: Makes from a body what clients may read of it and what the server alone knows.
        changed: What to do after a member was made or replaced.
        versioned: Whether members have a version.
    """

    tag: str
    kind: str
    variable: str
    owner: Callable[[Call], Node]
    shown: Callable[[Call, Node], Document]
    read_only: frozenset[str] = frozenset()
    kept: Callable[[Call, Node, Document], tuple[Document, Document]] = _as_it_is
    changed: Callable[[Call, Node], None] = _nothing
    versioned: bool = True

    def find(self, call: Call) -> Node:
        """Return the member of the path.

        Raises:
            Refusal: It does not exist.
        """
        return member(call.world.store, self.owner(call), self.kind, call.names[self.variable])

    def bind(self) -> None:
        """Bind the handlers."""
        verbs = {"list": _list, "get": _get, "create": _create, "update": _update, "delete": _delete}
        for verb, handler in verbs.items():
            operation(f"{self.tag}.{verb}")(partial(handler, self))

    def add(self, call: Call, owner: Node, body: Document) -> Node:
        """Make a member.

        Raises:
            Refusal: The name is taken, or the body is unusable.
        """
        own = {"description": "", **without(body, self.not_kept())}
        doc, data = self.kept(call, owner, own)
        identity = {"uuid": new_uuid(), "version": 0} if self.versioned else {"uuid": new_uuid()}
        node = call.world.store.add(owner.id, self.kind, body["name"], {**identity, **doc}, data)
        self.changed(call, node)
        return node

    def not_kept(self) -> frozenset[str]:
        return self.read_only | {"uuid", "version", "organization"}


def clone_name(call: Call) -> str:
    """Return the name that a clone shall have.

    Raises:
        Refusal: It is empty.
    """
    name = call.query["name"]
    if not name:
        raise unusable("The query parameter 'name' is empty")
    return name


def _list(family: Named, call: Call) -> Answer:
    nodes = call.world.store.children(family.owner(call).id, family.kind)
    return collection([family.shown(call, node) for node in nodes])


def _get(family: Named, call: Call) -> Answer:
    return ok(family.shown(call, family.find(call)))


def _create(family: Named, call: Call) -> Answer:
    return ok(family.shown(call, family.add(call, family.owner(call), call.body)))


def _update(family: Named, call: Call) -> Answer:
    """Replace a member; another name renames it (S5, S16)."""
    node, owner = family.find(call), family.owner(call)
    doc, data = family.kept(call, owner, without(call.body, family.not_kept()))
    identity = {"uuid": node.doc["uuid"]}
    if family.versioned:
        identity["version"] = node.doc["version"] + 1
    node.doc, node.data, node.name = {**identity, **doc}, {**node.data, **data}, call.body["name"]
    call.world.store.save(node)
    family.changed(call, node)
    return ok(family.shown(call, node))


def _delete(family: Named, call: Call) -> Answer:
    call.world.store.delete([family.find(call)])
    return done()
