"""What works on hosts: host groups, orchestrations, jobs, webhooks, notification channels and pipelines of an archive.

All of it is stored only. No job is scheduled, and nothing runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.archive.properties import load_properties
from comodit_client.sandbox.archive.reading import Entity, members, objects
from comodit_client.sandbox.archive.storing import add, add_settings, reference, stored, with_defaults
from comodit_client.sandbox.operations.notifications import EVENTS
from comodit_client.sandbox.state.references import make_reference

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store


def load_automation(store: Store, organization: Node, entity: Entity) -> None:
    """Load what works on the hosts of an organization.

    Args:
        store: The state.
        organization: The organization, with its applications and hosts.
        entity: The organization in the archive.

    Raises:
        ApiError: A file cannot be read, or a name is missing or occurs twice.
    """
    for group in members(entity, "hostgroups"):
        _load_host_group(store, organization, group)
    for webhook in members(entity, "webhooks"):
        add(store, webhook, organization, "webhooks", stored(webhook.document, ("organization",)))
    for orchestration in members(entity, "orchestrations"):
        _load_orchestration(store, organization, orchestration)
    for job in members(entity, "jobs"):
        doc = with_defaults(stored(job.document, ("organization",)), {"enabled": True})
        add(store, job, organization, "jobs", doc)
    for channel in members(entity, "notifications", "notification-channels"):
        _load_channel(store, organization, channel)
    for pipeline in members(entity, "pipelines"):
        _load_pipeline(store, organization, pipeline)


def _load_host_group(store: Store, organization: Node, entity: Entity) -> None:
    doc = stored(entity.document, ("organization", "hosts", "settings"))
    hosts = [
        {"position": _position(item, index), "host": make_reference(host)}
        for index, item in enumerate(objects(entity.document, "hosts"))
        if (host := _host(store, organization, item)) is not None
    ]
    group = add(store, entity, organization, "hostgroups", doc, {"hosts": hosts})
    add_settings(store, entity, group)
    load_properties(store, organization, entity, group)


def _host(store: Store, organization: Node, item: Document) -> Node | None:
    environment = store.find(organization.id, "environments", str(item.get("environment")))
    return store.find(environment.id, "hosts", str(item.get("host"))) if environment else None


def _load_orchestration(store: Store, organization: Node, entity: Entity) -> None:
    doc = stored(entity.document, ("organization", "orderedHostGroup"))
    data = {"groups": _host_groups(store, organization, entity.document, "orderedHostGroup")}
    orchestration = add(store, entity, organization, "orchestrations", doc, data)
    for handler in members(entity, "handlers"):
        handler_doc = stored(handler.document, ("organization",), versioned=False)
        add(store, handler, orchestration, "handlers", handler_doc)


def _host_groups(store: Store, organization: Node, document: Document, member: str) -> list[Document]:
    found = []
    for index, item in enumerate(objects(document, member)):
        group = item.get("hostGroup")
        kept = reference(store, organization, "hostgroups", group.get("name") if isinstance(group, dict) else None)
        if kept is not None:
            found.append({"position": _position(item, index), "hostGroup": kept})
    return found


def _position(item: Document, index: int) -> int:
    position = item.get("position")
    return position if isinstance(position, int) else index


def _load_channel(store: Store, organization: Node, entity: Entity) -> None:
    views = [view for view in objects(entity.document, "notifiableViews") if isinstance(view.get("actionType"), str)]
    active = [view["actionType"] for view in views if str(view.get("active")).lower() == "true"]
    others = [view["actionType"] for view in views if view["actionType"] not in EVENTS]
    doc = stored(entity.document, ("organization", "notifiableViews"))
    add(store, entity, organization, "notifications", doc, {"active": active, "others": others})


def _load_pipeline(store: Store, organization: Node, entity: Entity) -> None:
    pipeline = add(store, entity, organization, "pipelines", stored(entity.document, ("organization",)))
    for index, stage in enumerate(members(entity, "stages")):
        doc = with_defaults(stored(stage.document, ("pipeline",), versioned=False), {"order": index})
        node = add(store, stage, pipeline, "stages", doc)
        for number, step in enumerate(members(stage, "steps")):
            _load_step(store, organization, node, step, number)


def _load_step(store: Store, organization: Node, stage: Node, entity: Entity, index: int) -> None:
    document, computed = entity.document, ("stage", "orderedHostGroups", "webhook", "orchestration")
    doc = with_defaults(stored(document, computed, versioned=False), {"order": index})
    data = {
        "webhook": reference(store, organization, "webhooks", document.get("webhook")),
        "orchestration": reference(store, organization, "orchestrations", document.get("orchestration")),
        "groups": _host_groups(store, organization, document, "orderedHostGroups"),
    }
    add(store, entity, stage, "steps", doc, data)
