"""JSON objects as the servers of the peers send them, with about as many members as a host of ours."""

from __future__ import annotations

from typing import Any


def server(number: int) -> dict[str, Any]:
    """Return a server of Hetzner Cloud.

    Args:
        number: Its id.
    """
    return {
        "id": number,
        "name": f"web-{number}",
        "status": "running",
        "created": "2026-01-30T23:55:00+00:00",
        "public_net": None,
        "labels": {"ntp.server": "ntp.example.org"},
        "location": {"id": 1, "name": "fsn1", "city": "Falkenstein", "country": "DE"},
        "image": {"id": 42, "name": "debian-12", "type": "system"},
        "volumes": [],
        "locked": False,
    }


def servers(count: int) -> dict[str, Any]:
    """Return a list of servers on one page.

    Args:
        count: Their number.
    """
    page = {"page": 1, "per_page": count, "previous_page": None, "next_page": None, "last_page": 1}
    return {"servers": [server(number) for number in range(count)], "meta": {"pagination": page}}


def project(number: int) -> dict[str, Any]:
    """Return a project of GitLab.

    Args:
        number: Its id.
    """
    return {
        "id": number,
        "name": f"web-{number}",
        "description": "Front end",
        "path": f"web-{number}",
        "path_with_namespace": f"acme/web-{number}",
        "created_at": "2026-01-30T23:55:00.000Z",
        "default_branch": "main",
        "topics": ["wordpress", "monitoring"],
        "visibility": "private",
        "archived": False,
        "namespace": {"id": 3, "name": "Acme", "path": "acme", "kind": "group"},
    }
