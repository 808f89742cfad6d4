"""A shared error response is followed once, not for each operation."""

from __future__ import annotations

import copy

from generator.repeats import without_repeated_errors

MISSING, FAILURE = {"$ref": "#/components/responses/Missing"}, {"$ref": "#/components/responses/Failure"}
DONE = {"$ref": "#/components/responses/Done"}
DOCUMENT = {
    "paths": {
        "/a": {
            "get": {"responses": {"200": DONE, "404": MISSING, "410": MISSING, "default": FAILURE}},
            "put": {"operationId": "a.put", "responses": {"200": DONE, "409": {"description": "In use."}}},
        },
        "/b": {"get": {"responses": {"204": DONE, "404": MISSING, "409": {"description": "In use."}}}},
    }
}


def test_only_the_first_reference_to_an_error_is_left() -> None:
    before = copy.deepcopy(DOCUMENT)
    assert without_repeated_errors(DOCUMENT)["paths"] == {
        "/a": {
            "get": {"responses": {"200": DONE, "404": MISSING, "default": FAILURE}},
            "put": {"operationId": "a.put", "responses": {"200": DONE, "409": {"description": "In use."}}},
        },
        "/b": {"get": {"responses": {"204": DONE, "409": {"description": "In use."}}}},
    }
    assert before == DOCUMENT
