"""Files that a request carries. The parser would make a class of their form; here it is an argument."""

from __future__ import annotations

from typing import Any

from generator.bundle import operations, resolved
from generator.errors import SchemaError
from generator.fragments import Document
from generator.model import Parameter

FORM = "multipart/form-data"


def upload(document: Document, operation: Document) -> Parameter | None:
    """Find the file that an operation's request carries.

    Args:
        document: The bundle.
        operation: The operation.

    Returns:
        The form's only field; None when the request is no form.

    Raises:
        SchemaError: The form is anything but one required file.
    """
    content = resolved(document, operation.get("requestBody", {})).get("content", {})
    if FORM not in content:
        return None
    schema = content[FORM].get("schema", {})
    fields: dict[str, Any] = schema.get("properties", {})
    files = [name for name, field in fields.items() if field.get("format") == "binary"]
    if len(content) > 1 or len(fields) != 1 or files != schema.get("required"):
        raise SchemaError([f"{operation['operationId']}: a form has a rendering where it is one required binary field"])
    return Parameter(files[0], "upload", "Upload", True, " ".join(fields[files[0]]["description"].split()))


def without_uploads(document: Document) -> Document:
    """Leave out the forms that carry files.

    Args:
        document: The bundle; it stays as it is.

    Returns:
        The same, without those bodies.
    """
    paths = {path: dict(item) for path, item in document["paths"].items()}
    for path, method, operation in operations(document):
        if FORM in resolved(document, operation.get("requestBody", {})).get("content", {}):
            paths[path][method] = {key: value for key, value in operation.items() if key != "requestBody"}
    return {**document, "paths": paths}
