"""The sandbox checked against the schema: valid requests get valid responses and never an internal error."""

import json
from importlib import resources
from urllib.parse import quote

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from comodit_client.sandbox import Sandbox
from tests.sandbox.world import AUTH, World

DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS = {operation.label: operation for operation in (found.ok() for found in SCHEMA.get_all_operations())}
CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]


#: Credentials that schemathesis makes up; they would take precedence over the right ones.
CREDENTIALS = ("Authorization", "X-ComodIT-AppKey", "X-ComodIT-JwtToken")


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

    check()


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
