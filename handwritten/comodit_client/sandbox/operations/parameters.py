"""The parameters of definitions: what a setting means to an application, a platform or a distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.http.documents import checked_key, required_text
from comodit_client.sandbox.operations.schemas import check_value
from comodit_client.sandbox.state.ids import new_uuid

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store

#: The collection of the definition that a context of each kind belongs to.
DEFINITIONS = {"applications": "applications", "platform": "platforms", "distribution": "distributions"}


def new_parameter(parameter: Document, version: int = 1) -> Document:
    """Return a parameter as the server keeps it.

    Args:
        parameter: What was sent; a parameter without a name is named after its key.
        version: 1 for a user's parameter, 0 for one that a driver or a flavor brings (S18).

    Raises:
        Refusal: It has no key, or one that belongs to the server (S95), or its default does not fit its schema.
    """
    sent = {name: value for name, value in parameter.items() if value is not None}
    key = checked_key(sent.get("key") or required_text(sent, "name"))
    if "value" in sent:
        check_value(sent.get("schema"), sent["value"], f"The default of parameter {key}")
    return {"name": key, "description": "", **sent, "key": key, "uuid": new_uuid(), "version": version}


def schemas_of(definition: Node | None) -> dict[str, Document]:
    """Return the schemas of the settings that a definition has parameters for, by key."""
    parameters = definition.doc.get("parameters", []) if definition else []
    return {parameter["key"]: parameter["schema"] for parameter in parameters if parameter.get("schema")}


def schemas_in(store: Store, organization: Node) -> dict[str, Document]:
    """Return the schemas of the settings that any application of an organization has parameters for, by key.

    Where several applications have one for a key, that of the first by name counts: it must not matter in which order
    they were made.
    """
    schemas: dict[str, Document] = {}
    for application in sorted(store.children(organization.id, "applications"), key=lambda node: node.name):
        schemas = schemas_of(application) | schemas
    return schemas


def is_secret(schema: Document | None) -> bool:
    """Tell whether the schema of a setting makes it a secret (S98)."""
    return bool(schema and (schema.get("secret") or schema.get("password")))


def secret_keys(store: Store, organization: Node) -> frozenset[str]:
    """Return the keys that are secret to any definition of an organization."""
    definitions = (node for kind in DEFINITIONS.values() for node in store.children(organization.id, kind))
    return frozenset(
        key for definition in definitions for key, schema in schemas_of(definition).items() if is_secret(schema)
    )


def definition_of(store: Store, organization: Node, context: Node) -> Node | None:
    """Return the application, platform or distribution that a context belongs to."""
    return store.find(organization.id, DEFINITIONS[context.kind], context.name)


def defaults_of(definition: Node) -> dict[str, Any]:
    """Return the settings that the defaults of a definition's parameters amount to, by key."""
    return {
        parameter["key"]: {"key": parameter["key"], "value": parameter["value"]}
        for parameter in definition.doc.get("parameters", [])
        if "value" in parameter
    }
