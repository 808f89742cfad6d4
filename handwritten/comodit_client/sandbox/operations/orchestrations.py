"""Orchestrations and their handlers, also for a single host."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.documents import without
from comodit_client.sandbox.http.responses import ApiResponse, Listing, collection, no_content, ok
from comodit_client.sandbox.http.rights import CHANGE
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.host_groups import group_document
from comodit_client.sandbox.operations.named import NamedCollection, clone_name
from comodit_client.sandbox.simulation.orchestration_runs import (
    begin,
    context_document,
    ensure_not_active,
    run,
)
from comodit_client.sandbox.state.host_groups import hosts_of
from comodit_client.sandbox.state.places import member
from comodit_client.sandbox.state.references import name_of, reference_by_name, target

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store


def stored_host_groups(store: Store, organization: Node, items: list[Document] | None) -> list[Document]:
    """Return the references to the host groups in a body.

    Raises:
        ApiError: A host group is not named or does not exist.
    """
    references = []
    for index, item in enumerate(items or []):
        name = (item.get("hostGroup") or {}).get("name")
        if not name:
            raise bad_request(f"The host group at position {index} has no 'hostGroup' with a name")
        position = index if item.get("position") is None else item["position"]
        reference = reference_by_name(store, organization, "hostgroups", name)
        references.append({"position": position, "hostGroup": reference})
    return references


def host_group_documents(call: Call, references: list[Document]) -> list[Document]:
    """Return host groups as the API returns them; of a deleted one, only the name."""
    store, organization, rights = call.world.store, call.organization(), call.rights()
    to_document = []
    for entry in references:
        group = target(store, entry["hostGroup"])
        if group is None:
            document: Document = {"name": name_of(store, entry["hostGroup"])}
        else:
            document = group_document(store, organization, group, rights)
        to_document.append({"position": entry["position"], "hostGroup": without(document, ())})
    return to_document


def orchestration_document(call: Call, orchestration: Node) -> Document:
    """Return an orchestration as the API returns it."""
    return {
        "applicationsOperations": [],
        **orchestration.doc,
        "organization": call.organization().name,
        "orderedHostGroup": host_group_documents(call, orchestration.data["groups"]),
    }


def _stored(call: Call, organization: Node, body: Document) -> tuple[Document, Document]:
    return body, {"groups": stored_host_groups(call.world.store, organization, body.pop("orderedHostGroup", None))}


ORCHESTRATIONS = NamedCollection(
    "orchestrations", "orchestrations", "orchestration", Call.organization, orchestration_document, to_stored=_stored
)
ORCHESTRATIONS.bind()


def _handler(call: Call, handler: Node) -> Document:
    return {"triggers": [], **handler.doc, "organization": call.names["organization"]}


NamedCollection(
    "orchestration_handlers",
    "handlers",
    "handler",
    ORCHESTRATIONS.find,
    _handler,
    versioned=False,
).bind()


@operation("orchestrations.delete")
def _delete(call: Call) -> ApiResponse:
    """Delete an orchestration, unless it is running."""
    orchestration = ORCHESTRATIONS.find(call)
    ensure_not_active(call.world.store, orchestration, "cancel it first")
    call.world.store.delete([orchestration])
    return no_content()


@operation("orchestrations.clone")
def _clone(call: Call) -> ApiResponse:
    """Copy an orchestration and its handlers, but not its executions."""
    store, source, name = call.world.store, ORCHESTRATIONS.find(call), clone_name(call)
    body = {**ORCHESTRATIONS.to_document(call, source), "name": name}
    copy = ORCHESTRATIONS.add(call, call.organization(), body)
    store.copy_children(source.id, copy.id, ["handlers"])
    return ok(orchestration_document(call, copy))


def require_hosts(call: Call, references: list[Document]) -> None:
    """Check that the caller may change all hosts of host groups.

    Raises:
        ApiError: The caller may not change one of them.
    """
    store = call.world.store
    groups = [group for entry in references if (group := target(store, entry["hostGroup"]))]
    call.rights().require_all((host for group in groups for host in hosts_of(store, group)), CHANGE)


@operation("orchestrations.run")
def _run(call: Call) -> ApiResponse:
    orchestration = ORCHESTRATIONS.find(call)
    require_hosts(call, orchestration.data["groups"])
    return ok(context_document(call.world.store, run(call.world, orchestration, call.caller.name), call.rights()))


# ---- on one host


def _runnable_on_host(call: Call) -> list[Node]:
    """Return the orchestrations that can run on the host in the path, which has all their applications."""
    store, host = call.world.store, call.host()
    installed = set(store.names(host.id, "applications"))
    orchestrations = store.children(call.organization().id, "orchestrations")
    return [node for node in orchestrations if _applications(node) <= installed]


def _applications(orchestration: Node) -> set[Any]:
    return {item.get("application") for item in orchestration.doc.get("applicationsOperations", [])}


@operation("host_orchestrations.list")
def _list_on_host(call: Call) -> Listing:
    return collection(call.page(), _runnable_on_host(call), partial(orchestration_document, call))


@operation("host_orchestrations.get")
def _get_on_host(call: Call) -> ApiResponse:
    call.host()
    return ok(orchestration_document(call, ORCHESTRATIONS.find(call)))


@operation("host_orchestrations.run")
def _run_on_host(call: Call) -> ApiResponse:
    host, store = call.host(), call.world.store
    orchestration = member(store, call.organization(), "orchestrations", call.names["orchestration"])
    ensure_not_active(store, orchestration, "wait for it, or cancel it")
    context = begin(call.world, orchestration, [host], call.caller.name)
    return ok(context_document(store, context, call.rights()))
