"""Valid requests for every operation in a planted organization."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tests.sandbox.crawl_plant import PNG, Planted
from tests.sandbox.crawl_server import Operation, Reply, Server, operations

ALL_OPERATIONS = operations()


@cache
def new_body(operation_id: str) -> Any:
    """Return the body of an operation that does not replace a document; "new" is the name of what it creates."""
    word = operation_id.partition(".")[0].rpartition("_")[2].removesuffix("s")
    special = {
        "settings.create": {"key": "new", "value": 1},
        "settings.change": {"newOrUpdatedSettings": []},
        "application_contexts.create": {"application": "NAME-bought-application"},
        "platform_contexts.create": {"platform": "NAME-platform"},
        "distribution_contexts.create": {"distribution": "NAME-distribution"},
        "instances.create_with_properties": [],
        "users.create": {"username": "new", "password": "p"},
        "hosts.create": {"name": "new", "platform": "NAME-platform", "distribution": "NAME-distribution"},
        "update_authorized": [],
        f"published_{word}s.update": {},
        f"purchased_{word}s.update": {},
    }
    return next((body for end, body in special.items() if operation_id.endswith(end)), {"name": "new", "key": "new"})


def body_of(server: Server, place: Planted, operation: Operation) -> Any:
    """Return a valid body for an operation in an organization."""
    request = operation.description.get("requestBody")
    if request is None:
        return None
    if "multipart/form-data" in request["content"]:
        return PNG
    tag, _, verb = operation.id.partition(".")
    if verb == "update" and not tag.startswith(("published", "purchased")):
        return server.admin("GET", place.path(operation))
    if tag.startswith("purchased") and verb == "create":
        return {"published": place.by_tag[tag.replace("purchased", "published")]["published"], "name": "new"}
    if tag.startswith("published") and verb == "create":
        family = tag.removeprefix("published_")
        uuid = server.admin("GET", f"/organizations/{place.name}/{family}/{place.name}-bought-{family[:-1]}")["uuid"]
        return {family[:-1]: uuid}
    return json.loads(json.dumps(new_body(operation.id)).replace("NAME", place.name))


def query_of(place: Planted, operation: Operation) -> dict[str, str]:
    query = {"path": "/tmp/file", "name": "new", "no_delete": "true"}
    return {**query, "org_name": place.name} if operation.id.startswith("published_") else query


def crawl(server: Server, place: Planted, headers: Mapping[str, str]) -> Iterator[tuple[Operation, Reply]]:
    """Send a request for every operation; nothing is kept."""
    bodies = server.bodies.setdefault(place.name, {})
    for operation in ALL_OPERATIONS:
        if operation.id not in bodies:
            bodies[operation.id] = body_of(server, place, operation)
    with server.nothing_kept():
        for operation in ALL_OPERATIONS:
            body = bodies[operation.id]
            yield (
                operation,
                server(operation.method, place.path(operation), body, headers, **query_of(place, operation)),
            )
