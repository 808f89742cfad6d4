"""Applications, platforms and distributions in the state: their parameters, and the schemas of these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store


#: The collection of the definition that a context of each kind belongs to.
DEFINITIONS = {"applications": "applications", "platform": "platforms", "distribution": "distributions"}


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


#: What is shown in place of a secret.
MASK = "********"
