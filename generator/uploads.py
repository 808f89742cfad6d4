"""File uploads. The parser would make a class of the form; the wire layer takes the file as an argument."""

from __future__ import annotations

from typing import Any

from generator.bundle import operations, resolved
from generator.errors import SchemaError
from generator.fragments import Document
from generator.model import Parameter

FORM = "multipart/form-data"


def upload(document: Document, operation: Document) -> Parameter | None:
    """Return the argument for the file that an operation uploads.

    Args:
        document: The bundle.
        operation: The operation.

    Returns:
        The only field of the form; None if the request is not a form. It is `file` if the operation itself is `upload`.

    Raises:
        SchemaError: The form is not exactly one required file.
    """
    content = resolved(document, operation.get("requestBody", {})).get("content", {})
    if FORM not in content:
        return None
    schema = content[FORM]["schema"]
    fields: dict[str, Any] = schema["properties"]
    files = list(fields)
    if len(content) > 1 or len(fields) != 1 or files != schema["required"]:
        raise SchemaError(["this form is not supported: describe exactly one field, required and of the format binary"])
    name = "file" if operation["operationId"].endswith(".upload") else "upload"  # a bound operation calls its namesake
    return Parameter(files[0], name, "Upload", True, " ".join(fields[files[0]]["description"].split()))


def without_uploads(document: Document) -> Document:
    """Return a bundle without the forms that upload files.

    Args:
        document: The bundle; it is not changed.

    Returns:
        A copy without those request bodies.
    """
    paths = {path: dict(item) for path, item in document["paths"].items()}
    for path, method, operation in operations(document):
        if FORM in resolved(document, operation.get("requestBody", {})).get("content", {}):
            paths[path][method] = {key: value for key, value in operation.items() if key != "requestBody"}
    return {**document, "paths": paths}
