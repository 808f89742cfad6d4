"""The sandbox checked against the schema: valid requests get valid responses and never an internal error."""

import json
import re
from importlib import resources
from urllib.parse import quote

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from comodit_client.sandbox import Sandbox
from comodit_client.wire.dates import parse_date
from tests.sandbox.world import AUTH, World

DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())
#: A format is an annotation in JSON Schema: the server writes date-times with an offset such as +0000, RFC 3339 +00:00.
CONFIG = SchemathesisConfig.from_dict({"checks": {"response_schema_conformance": {"validate-formats": False}}})
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT, config=CONFIG)
OPERATIONS = {operation.label: operation for operation in (found.ok() for found in SCHEMA.get_all_operations())}
CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]
#: The members that hold a date.
DATES = {
    name
    for schema in DOCUMENT["components"]["schemas"].values()
    for name, member in schema.get("properties", {}).items()
    if member.get("format") == "date-time"
}

#: Credentials that schemathesis makes up; they would take precedence over the right ones.
CREDENTIALS = ("Authorization", "X-ComodIT-AppKey", "X-ComodIT-JwtToken")
#: Why the sandbox may return 400 for an example: it names something that this world does not have. A recorded parameter
#: has a default that contradicts its schema.
NOT_OF_THIS_WORLD = re.compile(
    r"does not exist|may only contain hosts of|'username' must be bob|The default of parameter gate_port must be"
)


def example_of(operation):
    """Return a case with the documented examples of the query and the body; None if it has neither.

    The examples that schemathesis composes of those of members are cases of the generated test.
    """
    query = {item.name: item.definition["example"] for item in operation.query if "example" in item.definition}
    media = operation.definition.raw.get("requestBody", {}).get("content", {}).get("application/json", {})
    if not query and "example" not in media:
        return None
    body = {"body": media["example"], "media_type": "application/json"} if "example" in media else {}
    texts = {name: json.dumps(value) if isinstance(value, bool) else value for name, value in query.items()}
    return operation.Case(query=texts, **body)


CASES = {label: case for label, operation in OPERATIONS.items() if (case := example_of(operation)) is not None}


@pytest.fixture(scope="module")
def world():
    with Sandbox(provision_time=0, change_time=0) as running:
        made = World(running)
        yield made
        made.close()


@pytest.mark.parametrize("label", OPERATIONS)
def test_an_operation_is_answered_as_the_schema_says(world, label):
    """The path names what exists, since a path with other names returns 404 for any body."""
    operation = OPERATIONS[label]

    @given(case=operation.as_strategy())
    @settings(max_examples=3, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def check(case):
        world.restore()
        case.path_parameters = world.names(operation.path)
        for name in CREDENTIALS:
            case.headers.pop(name, None)
        response = case.call_and_validate(base_url=world.sandbox.url, auth=("UUU", "PPP"), checks=CHECKS)
        assert response.status_code != 401
        # `default` accepts any status: an error that the client causes has to be listed.
        assert response.status_code >= 500 or str(response.status_code) in operation.definition.raw["responses"]

    check()


@pytest.mark.parametrize("label", CASES)
def test_the_example_of_an_operation_is_valid(world, label):
    world.restore()
    case = CASES[label]
    case.path_parameters = world.names(case.operation.path)
    response = case.call_and_validate(base_url=world.sandbox.url, auth=AUTH, checks=CHECKS)
    assert response.status_code < 500
    assert response.status_code != 400 or NOT_OF_THIS_WORLD.search(response.text), response.text


def test_each_body_and_each_query_has_an_example():
    bodies = [
        label for label, one in OPERATIONS.items() if "application/json" in str(one.definition.raw.get("requestBody"))
    ]
    assert {label for label, case in CASES.items() if case.media_type is not None} >= set(bodies)
    assert CASES.keys() >= {label for label, operation in OPERATIONS.items() if list(operation.query)}


def test_the_world_has_all_that_a_path_can_name(world):
    """All operations that read find their entity; one needs a query as well."""
    missing = []
    with httpx.Client(base_url=world.sandbox.url, auth=AUTH) as client:
        for path, item in DOCUMENT["paths"].items():
            if "get" in item:
                world.restore()
                names = {name: quote(value, safe="") for name, value in world.names(path).items()}
                response = client.get(path.format(**names), params={"path": "/etc/hostname"})
                missing += [] if response.status_code == 200 else [f"{path}: {response.text}"]
    assert missing == []


def dates(value):
    """Return the dates in a JSON value: the member and its text. An alert has a number instead."""
    if isinstance(value, list):
        return [found for item in value for found in dates(item)]
    if not isinstance(value, dict):
        return []
    found = [(name, item) for name, item in value.items() if name in DATES and isinstance(item, str)]
    return found + [inner for item in value.values() for inner in dates(item)]


def test_each_date_in_a_response_has_a_time_zone(world):
    found = []
    with httpx.Client(base_url=world.sandbox.url, auth=AUTH) as client:
        for path, item in DOCUMENT["paths"].items():
            if "get" in item:
                world.restore()
                names = {name: quote(value, safe="") for name, value in world.names(path).items()}
                response = client.get(path.format(**names))
                if response.headers.get("Content-Type") == "application/json":
                    found += dates(response.json())
    # No key of this world expires, and no host has compliance errors.
    assert {name for name, _ in found} == DATES - {"expirationDate", "creationTime", "modificationTime"}
    assert [(name, text) for name, text in found if parse_date(text) is None] == []
