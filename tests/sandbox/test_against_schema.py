"""The sandbox checked against the schema: valid requests get valid responses and never an internal error."""

import json
from importlib import resources

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from comodit_client.sandbox import Sandbox

DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS = {operation.label: operation for operation in (found.ok() for found in SCHEMA.get_all_operations())}
CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(provision_time=0, change_time=0) as running:
        yield running


@pytest.mark.parametrize("label", OPERATIONS)
def test_an_operation_is_answered_as_the_schema_says(sandbox, label):
    @given(case=OPERATIONS[label].as_strategy())
    @settings(max_examples=4, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def check(case):
        case.call_and_validate(base_url=sandbox.url, auth=("UUU", "PPP"), checks=CHECKS)

    check()
