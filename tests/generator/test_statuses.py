"""The errors that are listed for each operation: some by a rule, the others as their fragments describe them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.bundle import operations
from generator.fragments import Document
from generator.statuses import RULES

CONTENT = {"application/json": {"schema": {"$ref": "#/components/schemas/Failure"}}}
PET = {"$ref": "#/components/schemas/Pet"}
SHARED = {name: {"description": f"It is {name}.", "content": CONTENT} for name, _ in RULES.values()}


@pytest.fixture
def zoo(schema):
    schema.front["components"]["schemas"] = {
        "Failure": {"type": "object", "description": "Why it failed.", "examples": [{}]}
    }
    schema.front["components"]["responses"] = {"Failure": {"description": "Failed.", "content": CONTENT}} | SHARED
    schema.front["components"]["securitySchemes"] = {
        "basic": {"type": "http", "scheme": "basic", "description": "A password."}
    }
    schema.front["security"] = [{"basic": []}]
    schema.view("Pet", {"name": {"type": "string"}})
    return schema


def responses(schema, identity: str = "pets.do") -> Document:
    found: dict[str, Document] = {one["operationId"]: one["responses"] for _, _, one in operations(schema.checked())}
    return found[identity]


def statuses(schema) -> str:
    return " ".join(responses(schema))


def test_all_operations_may_fail_for_their_credentials(zoo) -> None:
    zoo.call("pets.do", path="/pets/")
    assert statuses(zoo) == "200 401 403 default"


def test_a_path_with_a_name_may_name_nothing(zoo) -> None:
    zoo.call("pets.do")
    assert statuses(zoo) == "200 401 403 404 default"
    assert responses(zoo)["404"] == {"$ref": "#/components/responses/NotFound"}


def test_a_query_may_be_invalid(zoo) -> None:
    zoo.call("pets.do", path="/pets/", parameters=[zoo.query("mood")])
    assert statuses(zoo) == "200 400 401 403 default"


def test_a_json_body_may_be_invalid_too_large_or_of_another_type(zoo) -> None:
    zoo.call("pets.do", path="/pets/", method="post", body=PET)
    assert statuses(zoo) == "200 400 401 403 413 415 default"


def test_a_file_may_be_too_large(zoo) -> None:
    field = {"type": "string", "format": "binary", "description": "The photo."}
    form = {"type": "object", "properties": {"photo": field}, "required": ["photo"]}
    body = {"content": {"multipart/form-data": {"schema": form}}}
    zoo.call("pets.do", path="/pets/", method="post", requestBody=body)
    assert statuses(zoo) == "200 400 401 403 413 default"


def test_without_security_no_credentials_can_be_wrong(zoo) -> None:
    del zoo.front["security"]
    zoo.call("pets.do")
    assert statuses(zoo) == "200 404 default"


def test_a_response_that_is_not_shared_is_not_added(zoo) -> None:
    del zoo.front["components"]["responses"]["NotFound"]
    zoo.call("pets.do")
    assert statuses(zoo) == "200 401 403 default"


def test_a_fragment_describes_an_error_by_its_text(zoo) -> None:
    call = zoo.call("pets.do")
    call["responses"] |= {"409": {"description": "The pet is asleep."}, "404": {"description": "It ran away."}}
    found = responses(zoo)
    assert list(found) == ["200", "401", "403", "404", "409", "default"]
    assert found["409"] == {"description": "The pet is asleep.", "content": CONTENT}
    assert found["404"] == {"description": "It ran away.", "content": CONTENT}


@pytest.mark.parametrize(
    "response",
    [
        {"$ref": "#/components/responses/Forbidden"},
        {"description": "Gone.", "content": {"text/plain": {"schema": {"type": "string"}}}},
    ],
)
def test_a_fragment_keeps_its_reference_or_its_content(zoo, response: dict[str, Any]) -> None:
    zoo.call("pets.do")["responses"]["404"] = response
    assert responses(zoo)["404"] == response


def test_a_success_gets_no_content(zoo) -> None:
    zoo.call("pets.do")
    assert responses(zoo)["200"] == {"description": "The result."}


def test_errors_do_not_change_the_code(zoo) -> None:
    zoo.call("pets.do", method="put", body=PET, answer=PET)
    with_errors = zoo.tree()
    zoo.front["components"]["responses"] = {"Failure": zoo.front["components"]["responses"]["Failure"]}
    without = zoo.tree()
    changed = {name for name, text in with_errors.items() if text != without[name]}
    assert changed == {"schema/comodit.json", "schema/comodit.yaml"}
