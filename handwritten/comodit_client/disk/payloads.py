"""What of a definition is sent: what belongs to a server, or is a collection of its own, stays here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comodit_client.disk.layout import Kind

#: Members that the server sets, whatever the kind: those of the server that wrote the folder mean nothing elsewhere.
OF_THE_SERVER = frozenset({"uuid", "version", "organization"})
#: Store members of what can be published.
STORE = frozenset({"publishedAs", "purchasedAs", "canPull", "canPush", "locked"})
#: What a context tells of where it is.
PLACE = frozenset({"environment", "host", "versionStamp", "position"})
#: Members that are not sent, by the name of the kind.
NOT_SENT: Mapping[str, frozenset[str]] = {
    "organization": frozenset({"access", "accessKey", "secretKey", "environments", "groups"}),
    "application": STORE,
    "distribution": STORE,
    "environment": frozenset({"hosts"}),
    # The contexts are made after the host, for they carry settings.
    "host": frozenset({"environment", "state", "url", "platform", "distribution", "applications"}),
    "application context": PLACE,
    "platform context": PLACE,
    "distribution context": PLACE,
    "stage": frozenset({"pipeline"}),
    "step": frozenset({"stage"}),
    "resource property": frozenset({"id", "environment", "host", "hostGroup", "applicationContext"}),
}
#: What the server looks at on creation only; each is a collection of its own later (S111).
PARTS = ("files", "parameters", "settings")


def to_payload(kind: str, document: Mapping[str, Any]) -> dict[str, Any]:
    """Copy what is sent of a definition; members that nobody knows are.

    Args:
        kind: The name of its kind.
        document: The definition.

    Returns:
        The JSON object to send.
    """
    left_out = OF_THE_SERVER | NOT_SENT.get(kind, frozenset())
    return {member: value for member, value in document.items() if member not in left_out}


def with_organization(kind: str, document: Mapping[str, Any], organization: str) -> Mapping[str, Any]:
    """Copy a definition for the organization that it comes to: what it says of hosts is about those of that.

    A job of another organization would delete hosts there, and not where it was imported.

    Args:
        kind: The name of its kind.
        document: The definition.
        organization: The name of the organization.

    Returns:
        The definition.
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
    """Give the JSON objects in a member of a definition.

    Args:
        document: The definition.
        member: The member, such as `files`.

    Returns:
        The objects; none when the member is absent or null.
    """
    value = document.get(member)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


#: In which order the parts of an owner are created: what others refer to comes before those.
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


def in_order(parts: tuple[Kind, ...]) -> list[Kind]:
    """Sort kinds as they are created.

    Args:
        parts: The kinds of what hangs on an owner.

    Returns:
        The same; those whose order does not matter stand last, as they were.
    """
    rank = {name: number for number, name in enumerate(ORDER)}
    return sorted(parts, key=lambda kind: rank.get(kind.name, len(ORDER)))
