"""Leaves out what many operations repeat, for tools that follow every reference again."""

from __future__ import annotations

from generator.bundle import operations
from generator.fragments import Document


def without_repeated_errors(document: Document) -> Document:
    """Return a document in which each shared error response is referred to once.

    The bundler refers to the same few responses in every operation.

    Args:
        document: The OpenAPI document; it is not changed.

    Returns:
        A copy without the references to an error response that an earlier operation refers to.
    """
    paths = {path: dict(item) for path, item in document["paths"].items()}
    seen: set[str] = set()
    for path, method, operation in operations(document):
        responses: Document = {}
        for status, response in operation["responses"].items():
            target = None if status.startswith("2") else response.get("$ref")
            if target not in seen:
                responses[status] = response
            if target is not None:
                seen.add(target)
        paths[path][method] = {**operation, "responses": responses}
    return {**document, "paths": paths}
