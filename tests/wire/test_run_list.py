"""Lists that are read by a request of the wire layer."""

from __future__ import annotations

import inspect
import json
from importlib import resources
from typing import Any

import pytest

from comodit_client import wire
from comodit_client.aio._client.lists import ItemSpec, spec_of
from comodit_client.rest.exceptions import IncompleteList, InvalidArgument, InvalidResponse
from comodit_client.wire.request import Request, identity
from tests.each import each

PATH = "/organizations/A/environments/E/hosts/"
HOSTS = wire.hosts.list("A", "E")
DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())


def request_of(operation: str) -> Request[Any]:
    """Return the request of an operation, with any names."""
    module, _, function = operation.partition(".")
    make = getattr(getattr(wire, module), function)
    needed = [one for one in inspect.signature(make).parameters.values() if one.default is one.empty]
    values = {one.name: {} if one.name == "body" else "x" for one in needed}
    found: Request[Any] = make(**values)
    return found


def listed_schema(operation: dict[str, Any]) -> Any:
    """Return the schema of the items of a response; None if it is not a list."""
    response = next(one for status, one in operation["responses"].items() if status.startswith("2"))
    schema = response.get("content", {}).get("application/json", {}).get("schema", {})
    target = DOCUMENT["components"]["schemas"].get(schema.get("$ref", "").rpartition("/")[2], {})
    return target.get("properties", {}).get("items")


#: The operations without uploads: whether they list, by their ids.
OPERATIONS = [
    (operation["operationId"], listed_schema(operation) is not None)
    for item in DOCUMENT["paths"].values()
    for operation in item.values()
    if isinstance(operation, dict) and "multipart/form-data" not in str(operation.get("requestBody"))
]


def page(offset: int, *numbers: int, total: int, **more: Any) -> dict[str, Any]:
    items = [{"name": f"host-{number}", "extra": {"kept": number}} for number in numbers]
    return {"count": len(items), "offset": offset, "total": total, "items": items, **more}


def test_an_unpaged_list_takes_one_request(client, server, run) -> None:
    server.on("GET", PATH, (200, page(0, 1, 2, total=2)))
    assert run(client.run_list(HOSTS)) == page(0, 1, 2, total=2)["items"]
    assert len(server.lines) == 1


@pytest.mark.parametrize("answer", [{}, {"items": []}, {"items": None}, {"total": 0}])
def test_an_empty_list(client, server, run, answer: dict[str, Any]) -> None:
    server.on("GET", PATH, (200, answer))
    assert run(client.run_list(HOSTS)) == []


def test_all_pages_are_read_with_the_query(client, server, run) -> None:
    server.on("GET", PATH, (200, page(0, 1, 2, total=3)), (200, page(2, 3, total=3)))
    found = run(client.run_list(HOSTS.with_query({"obfuscate": True})))
    assert [one["extra"]["kept"] for one in found] == [1, 2, 3]
    assert [one.query for one in server.asked] == [{"obfuscate": "true"}, {"obfuscate": "true", "offset": "2"}]


def test_items_without_uuid_are_known_by_the_identity_of_the_schema(client, server, run) -> None:
    """A host that moves to the next page would be there twice: the list is read again."""
    changed = [(200, page(0, 1, 2, total=3)), (200, page(2, 2, total=3))]
    server.on("GET", PATH, *changed, (200, page(0, 0, 1, total=3)), (200, page(2, 2, total=3)))
    assert [one["name"] for one in run(client.run_list(HOSTS))] == ["host-0", "host-1", "host-2"]


def test_missing_items_are_reported(client, server, run) -> None:
    server.on("GET", PATH, (200, page(0, 1, total=2)), (200, page(1, total=2)))
    with pytest.warns(IncompleteList, match="1 of the 2 items"):
        assert len(run(client.run_list(HOSTS))) == 1


def test_a_page_that_is_not_a_list(client, server, run) -> None:
    server.on("GET", PATH, (200, {"items": ["x"]}))
    with pytest.raises(InvalidResponse):
        run(client.run_list(HOSTS))


@each("operation, lists", OPERATIONS)
def test_the_schema_says_which_operations_list(operation: str, lists: bool) -> None:
    request = request_of(operation)
    if lists:
        assert isinstance(spec_of(request), ItemSpec)
    else:
        with pytest.raises(InvalidArgument, match=f"with {operation}"):
            spec_of(request)


@pytest.mark.parametrize(
    "request_", [wire.hosts.get("A", "E", "h"), Request("hosts.raw", "GET", PATH, "object", identity)]
)
def test_another_request_is_not_sent(client, server, run, request_: Request[Any]) -> None:
    with pytest.raises(InvalidArgument, match="not a list of objects"):
        run(client.run_list(request_))
    assert server.lines == []


@pytest.mark.parametrize(
    ("request_", "name"),
    [
        (HOSTS, "name"),
        (wire.changes.list("A", "E", "h"), "orderNum"),
        (wire.host_settings.list("A", "E", "h"), "key"),
        (wire.users.list(), "username"),
        (wire.host_agent_logs.list("A", "E", "h"), None),
    ],
)
def test_the_identity_is_that_of_the_item(request_: Request[Any], name: str | None) -> None:
    assert spec_of(request_).identity == name
