"""Composes the examples that the schema does not give: of objects, of requests and of responses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.bundle import operations, resolved
from generator.errors import SchemaError
from generator.fragments import Document
from generator.places import Place, place
from generator.runtime.drift_values import ABSENT

#: A file to upload has no value in JSON: an example would only repeat the name of the field.
WITHOUT_EXAMPLE: Final = ("multipart/form-data",)
#: The members that a request or a response does not have.
NOT_IN: Final = {"requestBody": "readOnly", "responses": "writeOnly"}
Missing = Iterator[tuple[Place, str]]


def complete(document: Document) -> None:
    """Give each schema, member and parameter of a bundle an example, and each JSON or text body.

    Args:
        document: A checked bundle. The examples that it has stay, without read-only members in requests and write-only
            ones in responses. The others are composed from them.

    Raises:
        SchemaError: A member, a parameter or a body has no example, and none can be composed.
    """
    found = [*_schemas(document), *_parameters(document), *_bodies(document)]
    missing = [f"{place(document, *path)}: the example is missing: {fix}" for path, fix in found]
    if missing:
        raise SchemaError(dict.fromkeys(missing))


def without(document: Document, schema: Document, value: Any, flag: str) -> Any:
    """Return a value without the members that its schema marks with a flag, at any depth.

    Args:
        document: The bundle.
        schema: The schema of the value.
        value: The value, which fits the schema.
        flag: The flag: `readOnly` or `writeOnly`.
    """
    for part in _variants(document, schema):
        if isinstance(value, dict) and "properties" in part:
            members = part["properties"]
            kept = {name: item for name, item in value.items() if not members.get(name, {}).get(flag)}
            return {name: without(document, members.get(name, {}), item, flag) for name, item in kept.items()}
        if isinstance(value, dict) and isinstance(part.get("additionalProperties"), dict):
            item_schema = part["additionalProperties"]
            return {name: without(document, item_schema, item, flag) for name, item in value.items()}
        if isinstance(value, list) and "items" in part:
            return [without(document, part["items"], item, flag) for item in value]
    return value


def compose(document: Document, schema: Document, within: tuple[str, ...] = ()) -> Any:
    """Compose an example of a schema from the examples of its parts.

    Args:
        document: The bundle.
        schema: The schema.
        within: The names of the schemas that hold it. A value of one of these is left out, or it would be endless.

    Returns:
        The example; ABSENT if a part has none.
    """
    if "examples" in schema:
        return schema["examples"][0]
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return ABSENT if name in within else compose(document, resolved(document, schema), (*within, name))
    if "enum" in schema:
        return schema["enum"][0]
    if "items" in schema:
        item = compose(document, schema["items"], within)
        return ABSENT if item is ABSENT else [item]
    if "properties" in schema:
        members = {name: compose(document, member, within) for name, member in schema["properties"].items()}
        return {name: value for name, value in members.items() if value is not ABSENT}
    variants = (compose(document, part, within) for part in (*schema.get("anyOf", ()), *schema.get("oneOf", ())))
    return next((value for value in variants if value is not ABSENT), ABSENT)


def _variants(document: Document, schema: Document) -> Iterator[Document]:
    """Yield the schemas that describe the same value, without references and unions."""
    schema = resolved(document, schema)
    parts = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if not parts:
        yield schema
    for part in parts:
        yield from _variants(document, part)


def _schemas(document: Document) -> Missing:
    composed: list[tuple[Document, Any]] = []
    for name, schema in document["components"]["schemas"].items():
        path: Place = ("components", "schemas", name)
        members = schema.get("properties", {}).items()
        parts: dict[Place, Document] = {(*path, "properties", wire): member for wire, member in members}
        for where, part in (parts | {path: schema}).items():
            value = compose(document, part, (name,) if part is schema else ())
            if value is ABSENT:
                yield where, "add examples"
            else:
                composed.append((part, value))
    for part, value in composed:  # afterwards: compose would take an incomplete one for a given one
        part["examples"] = part.get("examples", [value])


def _parameters(document: Document) -> Missing:
    for where, parameter in parameters(document):
        value = parameter.get("example", compose(document, parameter["schema"]))
        if value is ABSENT:
            yield where, "add example"
        else:
            parameter["example"] = value


def _bodies(document: Document) -> Missing:
    for where, part, body in bodies(document):
        for media_type, media in body.get("content", {}).items():
            if media_type in WITHOUT_EXAMPLE:
                continue
            # Clients also send back what the server ignores: a recorded example of a request may have that as well.
            value = media.get("example", compose(document, media.get("schema", {})))
            if value is ABSENT:
                yield (*where, "content", media_type), "add examples to its schema, or an entry to schema/examples"
            else:
                media["example"] = without(document, media.get("schema", {}), value, NOT_IN[part])


def bodies(document: Document) -> Iterator[tuple[Place, str, Document]]:
    """Iterate over the requests and responses that are described in a bundle, each where it stands.

    Args:
        document: The bundle.

    Yields:
        The path, `requestBody` or `responses`, and the request or response. References are left out.
    """
    for group, part in (("requestBodies", "requestBody"), ("responses", "responses")):
        for name, body in document["components"].get(group, {}).items():
            yield ("components", group, name), part, body
    for path, method, operation in operations(document):
        where: Place = ("paths", path, method)
        if "$ref" not in operation.get("requestBody", {"$ref": ""}):
            yield (*where, "requestBody"), "requestBody", operation["requestBody"]
        for status, response in operation["responses"].items():
            if "$ref" not in response:
                yield (*where, "responses", status), "responses", response


def parameters(document: Document) -> Iterator[tuple[Place, Document]]:
    """Iterate over the parameters that are described in a bundle, each where it stands.

    Args:
        document: The bundle.

    Yields:
        The path and the parameter. References are left out.
    """
    for name, parameter in document["components"]["parameters"].items():
        yield ("components", "parameters", name), parameter
    for path, method, operation in operations(document):
        for index, parameter in enumerate(operation.get("parameters", ())):
            if "$ref" not in parameter:
                yield ("paths", path, method, "parameters", index), parameter
