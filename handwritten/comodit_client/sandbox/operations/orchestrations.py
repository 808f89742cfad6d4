"""Orchestrations, their handlers, and which of them can run on a host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.http.calls import Call, member
from comodit_client.sandbox.http.documents import without
from comodit_client.sandbox.http.errors import conflict
from comodit_client.sandbox.http.responses import Answer, collection, done, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.host_groups import group_document, hosts_of
from comodit_client.sandbox.operations.named import Named, clone_name
from comodit_client.sandbox.simulation.orchestration_runs import begin, context_document, is_going_on
from comodit_client.sandbox.state.references import name_of, named, target

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store


def kept_host_groups(store: Store, organization: Node, items: list[Document] | None) -> list[Document]:
    """Return what is kept of the host groups that a body names.

    Raises:
        Refusal: One of them does not exist.
    """
    return [
        {
            "position": index if item.get("position") is None else item["position"],
            "hostGroup": named(store, organization, "hostgroups", (item.get("hostGroup") or {}).get("name")),
        }
        for index, item in enumerate(items or [])
    ]


def shown_host_groups(store: Store, organization: Node, kept: list[Document]) -> list[Document]:
    """Return host groups as they are answered; of one that is gone there is only the name."""
    shown = []
    for entry in kept:
        group = target(store, entry["hostGroup"])
        document = group_document(store, organization, group) if group else {"name": name_of(store, entry["hostGroup"])}
        shown.append({"position": entry["position"], "hostGroup": without(document, ())})
    return shown


def hosts_to_run_on(store: Store, what: str, kept: list[Document]) -> list[Node]:
    """Return the hosts of host groups in their order, each once.

    Args:
        store: The state.
        what: What names the host groups, for the refusal.
        kept: The host groups.

    Raises:
        Refusal: A host group is gone, or there is no host.
    """
    hosts: dict[int, Node] = {}
    for entry in sorted(kept, key=lambda entry: entry["position"]):
        group = target(store, entry["hostGroup"])
        if group is None:
            raise conflict(f"{what} names host group {name_of(store, entry['hostGroup'])}, which is gone")
        hosts.update((host.id, host) for host in hosts_of(store, group) if host.id not in hosts)
    if not hosts:
        raise conflict(f"{what} has no host to run on; give it a host group that has some")
    return list(hosts.values())


def orchestration_document(store: Store, organization: Node, orchestration: Node) -> Document:
    """Return an orchestration as it is answered."""
    groups = shown_host_groups(store, organization, orchestration.data["groups"])
    return {
        "applicationsOperations": [],
        **orchestration.doc,
        "organization": organization.name,
        "orderedHostGroup": groups,
    }


def _shown(call: Call, orchestration: Node) -> Document:
    return orchestration_document(call.world.store, call.organization(), orchestration)


def _kept(call: Call, organization: Node, body: Document) -> tuple[Document, Document]:
    return body, {"groups": kept_host_groups(call.world.store, organization, body.pop("orderedHostGroup", None))}


ORCHESTRATIONS = Named("orchestrations", "orchestrations", "orchestration", Call.organization, _shown, kept=_kept)
ORCHESTRATIONS.bind()


def _handler(call: Call, handler: Node) -> Document:
    return {"triggers": [], **handler.doc, "organization": call.names["organization"]}


Named(
    "orchestration_handlers",
    "handlers",
    "handler",
    ORCHESTRATIONS.find,
    _handler,
    versioned=False,
).bind()


@operation("orchestrations.delete")
def _delete(call: Call) -> Answer:
    """Delete an orchestration, unless it is running."""
    orchestration = ORCHESTRATIONS.find(call)
    refuse_going_on(call.world.store, orchestration, "cancel it first")
    call.world.store.delete([orchestration])
    return done()


def refuse_going_on(store: Store, owner: Node, advice: str) -> None:
    """Refuse what cannot be done while an execution goes on or is paused.

    Raises:
        Refusal: There is such an execution.
    """
    for context in store.children(owner.id, "contexts"):
        if is_going_on(context):
            raise conflict(f"{owner.name} is {context.data['status']} already, execution {context.name}; {advice}")


@operation("orchestrations.clone")
def _clone(call: Call) -> Answer:
    """Copy an orchestration and its handlers, not its executions."""
    store, source, name = call.world.store, ORCHESTRATIONS.find(call), clone_name(call)
    body = {**ORCHESTRATIONS.shown(call, source), "name": name}
    copy = ORCHESTRATIONS.add(call, call.organization(), body)
    store.copy_children(source.id, copy.id, ["handlers"])
    return ok(_shown(call, copy))


@operation("orchestrations.run")
def _run(call: Call) -> Answer:
    orchestration = ORCHESTRATIONS.find(call)
    return ok(context_document(call.world.store, run(call, orchestration)))


def run(call: Call, orchestration: Node) -> Node:
    """Run an orchestration on its own host groups.

    Raises:
        Refusal: It is running already, or has no hosts to run on.
    """
    store = call.world.store
    hosts = hosts_to_run_on(store, f"Orchestration {orchestration.name}", orchestration.data["groups"])
    refuse_going_on(store, orchestration, "wait for it, or cancel it")
    return begin(call.world, orchestration, hosts, call.caller.name)


# ---- on one host


def _fitting(call: Call) -> list[Node]:
    """Return the orchestrations that can run on the host of the path: it has all applications that they work on."""
    store, host = call.world.store, call.host()
    installed = set(store.names(host.id, "applications"))
    orchestrations = store.children(call.organization().id, "orchestrations")
    return [node for node in orchestrations if _applications(node) <= installed]


def _applications(orchestration: Node) -> set[Any]:
    return {item.get("application") for item in orchestration.doc.get("applicationsOperations", [])}


@operation("host_orchestrations.list")
def _list_on_host(call: Call) -> Answer:
    return collection([_shown(call, orchestration) for orchestration in _fitting(call)])


@operation("host_orchestrations.get")
def _get_on_host(call: Call) -> Answer:
    call.host()
    return ok(_shown(call, ORCHESTRATIONS.find(call)))


@operation("host_orchestrations.run")
def _run_on_host(call: Call) -> Answer:
    host, store = call.host(), call.world.store
    orchestration = member(store, call.organization(), "orchestrations", call.names["orchestration"])
    refuse_going_on(store, orchestration, "wait for it, or cancel it")
    return ok(context_document(store, begin(call.world, orchestration, [host], call.caller.name)))
