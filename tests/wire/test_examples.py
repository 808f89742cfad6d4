"""The examples of the schema, used by the client: requests are built of them, and responses are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module, resources
from typing import Any

import httpx
import pytest
from attrs import evolve

from comodit_client import wire
from comodit_client.api import Client
from comodit_client.wire.request import NO_BODY, Request, Upload
from comodit_client.wire.view import View

DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text(encoding="utf-8"))
OPERATIONS = {operation["operationId"]: operation for item in DOCUMENT["paths"].values() for operation in item.values()}
#: The media type of files, which may have no example.
FILE = "application/octet-stream"


def example(holder: dict[str, Any]) -> tuple[str, Any] | None:
    """Return the media type and the example of a body."""
    found = [(name, media["example"]) for name, media in holder.get("content", {}).items() if "example" in media]
    return found[0] if found else None


def success(operation: dict[str, Any]) -> dict[str, Any]:
    (found,) = (response for status, response in operation["responses"].items() if status.startswith("2"))
    return found


def request(identity: str) -> Request[Any]:
    """Build the request of an operation from the examples of its parameters and its body."""
    module, name = identity.split(".")
    parameters = [resolved(one) for one in OPERATIONS[identity].get("parameters", [])]
    arguments = [one["example"] for one in parameters if one["in"] == "path"]
    content = OPERATIONS[identity].get("requestBody", {}).get("content", {})
    if "application/json" in content:
        arguments.append(content["application/json"]["example"])
    elif content:
        arguments.append(Upload(b"", "file"))
    query = {one["name"]: one["example"] for one in parameters if one["in"] == "query"}
    required = {one["name"] for one in parameters if one["in"] == "query" and one.get("required")}
    function = getattr(getattr(wire, module), name)
    built: Request[Any] = function(*arguments, **{name: query[name] for name in required})
    return built.with_query(query)


def resolved(item: dict[str, Any]) -> dict[str, Any]:
    return DOCUMENT["components"]["parameters"][item["$ref"].rpartition("/")[2]] if "$ref" in item else item


def read(value: Any) -> int:
    """Read all members of a view, of the views in it, and so on; return the number of views.

    An absent object reads as an empty view, whose members would lead on and on.
    """
    if isinstance(value, View):
        if not value.get_json():
            return 0
        properties = [name for name, one in vars(type(value)).items() if isinstance(one, property)]
        return 1 + sum(read(getattr(value, name)) for name in properties)
    if isinstance(value, (str, dict)) or not hasattr(value, "__iter__"):
        return 0
    return sum(map(read, value))


def view_class(schema: dict[str, Any]) -> type[View] | None:
    """Return the view of a body."""
    name = schema.get("$ref", "").rpartition("/")[2]
    if "properties" not in DOCUMENT["components"]["schemas"].get(name, {}):
        return None
    home = DOCUMENT["components"]["schemas"][name]["x-module"]
    found: type[View] = getattr(import_module(f"comodit_client.wire.{home}"), name)
    return found


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Return a client whose server returns the example of the operation that its header names."""

    def respond(request: httpx.Request) -> httpx.Response:
        response = success(OPERATIONS[request.headers["X-Operation"]])
        found = example(response)
        if found is None:
            return httpx.Response(200, content=b"", headers={"Content-Type": FILE})
        media_type, body = found
        content = json.dumps(body) if media_type == "application/json" else body
        return httpx.Response(200, content=content, headers={"Content-Type": media_type})

    with Client("http://comodit.test/api", "UUU", "PPP", transport=httpx.MockTransport(respond)) as client:
        yield client


def test_every_response_is_read(client: Any) -> None:
    views = 0
    for identity, operation in OPERATIONS.items():
        built = request(identity)
        found = example(success(operation))
        assert found is not None or success(operation).get("content", {FILE: {}}).keys() == {FILE}, identity
        result = client.run(evolve(built, headers={**built.headers, "X-Operation": identity}))
        views += read(result)
        if isinstance(result, View):
            assert result.get_json() == found[1]
        elif built.response_kind in ("value", "text"):
            assert result == found[1]
        elif built.response_kind == "bytes" and found is not None:
            assert result == found[1].encode()
    assert views > len(OPERATIONS)


def test_every_request_is_built() -> None:
    bodies = 0
    for identity, operation in OPERATIONS.items():
        found = example(operation.get("requestBody", {}))
        assert request(identity).body == (NO_BODY if found is None else found[1]), identity
        bodies += found is not None
    assert bodies > 100


def test_every_request_body_is_accepted_by_the_members_of_its_view() -> None:
    writes = 0
    for operation in OPERATIONS.values():
        media = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        kind = view_class(media.get("schema", {}))
        if kind is None:
            continue
        view = kind.from_json(media["example"])
        for name in [name for name, one in vars(kind).items() if isinstance(one, property) and one.fset]:
            if kind.MEMBERS.get(name, name) in media["example"]:
                setattr(view, name, getattr(view, name))
                writes += 1
        assert view.get_json() == media["example"]
    assert writes > 300
