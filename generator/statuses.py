"""Adds error responses to operations: those that a rule gives, and the content of those that a fragment describes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.fragments import Document


def _needs_credentials(document: Document, path: str, operation: Document) -> bool:
    return bool(document.get("security"))


def _names_something(document: Document, path: str, operation: Document) -> bool:
    return "{" in path


def _has_input(document: Document, path: str, operation: Document) -> bool:
    return "requestBody" in operation or "parameters" in operation


def _has_body(document: Document, path: str, operation: Document) -> bool:
    return "requestBody" in operation


def _has_json_body(document: Document, path: str, operation: Document) -> bool:
    return "application/json" in operation.get("requestBody", {}).get("content", {})


#: The shared response of a status, and a function that returns whether an operation may return it. A response that
#: openapi.yaml does not define is not added.
RULES: dict[str, tuple[str, Callable[[Document, str, Document], bool]]] = {
    "400": ("BadRequest", _has_input),
    "401": ("Unauthorized", _needs_credentials),
    "403": ("Forbidden", _needs_credentials),
    "404": ("NotFound", _names_something),
    "413": ("ContentTooLarge", _has_body),
    "415": ("UnsupportedMediaType", _has_json_body),
}


def with_errors(document: Document, path: str, operation: Document) -> Document:
    """Return the responses of an operation, including those that a rule adds.

    Args:
        document: The OpenAPI document, with its shared parts.
        path: The path of the operation.
        operation: The operation, without its path parameters.

    Returns:
        The responses, sorted by their statuses.
    """
    shared = document["components"]["responses"]
    added: Document = {
        status: {"$ref": f"#/components/responses/{name}"}
        for status, (name, applies) in RULES.items()
        if name in shared and applies(document, path, operation)
    }
    added["default"] = {"$ref": "#/components/responses/Failure"}
    described = {status: _with_content(shared, status, one) for status, one in operation["responses"].items()}
    return dict(sorted((added | described).items()))


def _with_content(shared: Document, status: str, response: Document) -> Any:
    """Add the content of a failure to an error that a fragment describes by its text only."""
    if status.startswith(("1", "2", "3")) or response.keys() & {"$ref", "content"}:
        return response
    content = shared["Failure"].get("content")
    return response if content is None else response | {"content": content}
