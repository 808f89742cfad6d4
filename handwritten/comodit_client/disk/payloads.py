"""The members of a definition that are sent, without those of a server and those with collections of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comodit_client.disk.layout import Kind

#: Members that the server sets for every kind. They mean nothing on another server.
OF_THE_SERVER = frozenset({"uuid", "version", "organization"})
#: Members of entities that can be published in the store.
STORE = frozenset({"publishedAs", "purchasedAs", "canPull", "canPush", "locked"})
#: Members of a context that name its place.
PLACE = frozenset({"environment", "host", "versionStamp", "position"})
#: Members that are not sent, by the name of the kind.
NOT_SENT: Mapping[str, frozenset[str]] = {
    "organization": frozenset({"access", "accessKey", "secretKey", "environments", "groups"}),
    "application": STORE,
    "distribution": STORE,
    "environment": frozenset({"hosts"}),
    # Contexts are created after the host, because they have settings.
    "host": frozenset({"environment", "state", "url", "platform", "distribution", "applications"}),
    "application context": PLACE,
    "platform context": PLACE,
    "distribution context": PLACE,
    "stage": frozenset({"pipeline"}),
    "step": frozenset({"stage"}),
    "resource property": frozenset({"id", "environment", "host", "hostGroup", "applicationContext"}),
}
#: Members that the server reads on creation only; later each is a collection of its own (S111).
PARTS = ("files", "parameters", "settings")


def to_payload(kind: str, document: Mapping[str, Any]) -> dict[str, Any]:
    """Copy the members of a definition that are sent, unknown members included.

    Args:
        kind: The name of its kind.
        document: The definition.

    Returns:
        The JSON object to send.
    """
    omitted = OF_THE_SERVER | NOT_SENT.get(kind, frozenset())
    return {member: value for member, value in document.items() if member not in omitted}


def with_organization(kind: str, document: Mapping[str, Any], organization: str) -> Mapping[str, Any]:
    """Rewrite the references to hosts in a definition for the organization that it is imported into.

    Otherwise an imported job would delete hosts of the organization that it was exported from.

    Args:
        kind: The name of its kind.
        document: The definition, which is not changed.
        organization: The name of the organization.

    Returns:
        The definition to import.
    """
    if kind == "hostgroup" and list_member(document, "hosts"):
        return {
            **document,
            "hosts": [{**host, "organization": organization} for host in list_member(document, "hosts")],
        }
    if kind == "job" and isinstance(document.get("input"), str):
        words = document["input"].removeprefix("/").split("/")
        if words[:1] == ["organizations"] and words[1:2] == [document.get("organization")]:
            return {**document, "input": "/".join(["organizations", organization, *words[2:]])}
    return document


def list_member(document: Mapping[str, Any], member: str) -> list[dict[str, Any]]:
    """Return the JSON objects in a member of a definition.

    Args:
        document: The definition.
        member: The member, such as `files`.

    Returns:
        The objects; none if the member is absent or null.
    """
    value = document.get(member)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


#: The order in which kinds are created: those that others refer to come first.
ORDER = (
    "application",
    "distribution",
    "platform",
    "environment",
    "hostgroup",
    "orchestration",
    "job",
    "webhook",
    "pipeline",
    "notification",
)


def in_creation_order(parts: tuple[Kind, ...]) -> list[Kind]:
    """Sort kinds in the order in which they are created.

    Args:
        parts: The kinds of the parts of an owner.

    Returns:
        The kinds; those whose order does not matter come last, in their order.
    """
    rank = {name: number for number, name in enumerate(ORDER)}
    return sorted(parts, key=lambda kind: rank.get(kind.name, len(ORDER)))
