"""Applications, platforms and distributions: lookups of their parameters and schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from comodit_client.sandbox.state.store import Document, Node, Store


#: The value shown in place of a secret.
MASK = "********"
#: The collection of definitions for each kind of context.
DEFINITIONS = {"applications": "applications", "platform": "platforms", "distribution": "distributions"}


def schemas_of(definition: Node | None) -> dict[str, Document]:
    """Return the schemas of a definition's parameters, by key."""
    parameters = definition.doc.get("parameters", []) if definition else []
    return {parameter["key"]: parameter["schema"] for parameter in parameters if parameter.get("schema")}


def schemas_in(store: Store, organization: Node) -> dict[str, Document]:
    """Return the schemas of the parameters of all applications of an organization, by key.

    If several applications have a parameter with the same key, the first one by name wins. The order of creation
    must not matter.
    """
    schemas: dict[str, Document] = {}
    for application in sorted(store.children(organization.id, "applications"), key=lambda node: node.name):
        schemas = schemas_of(application) | schemas
    return schemas


def is_secret(schema: Document | None) -> bool:
    """Return whether a schema marks a setting as secret (S98)."""
    return bool(schema and (schema.get("secret") or schema.get("password")))


def secret_keys(store: Store, organization: Node) -> frozenset[str]:
    """Return the keys that any definition of an organization marks as secret."""
    definitions = (node for kind in DEFINITIONS.values() for node in store.children(organization.id, kind))
    return frozenset(
        key for definition in definitions for key, schema in schemas_of(definition).items() if is_secret(schema)
    )


def secret_parameters_masked(parameters: Iterable[Document], secret: Container[str]) -> list[Document]:
    """Return parameters with the default values of secret ones masked."""
    return [
        {**item, "value": MASK}
        if "value" in item and (item["key"] in secret or is_secret(item.get("schema")))
        else item
        for item in parameters
    ]


def definition_of(store: Store, organization: Node, context: Node) -> Node | None:
    """Return the application, platform or distribution of a context."""
    return store.find(organization.id, DEFINITIONS[context.kind], context.name)


def defaults_of(definition: Node) -> dict[str, Any]:
    """Return the default values of a definition's parameters as settings, by key."""
    return {
        parameter["key"]: {"key": parameter["key"], "value": parameter["value"]}
        for parameter in definition.doc.get("parameters", [])
        if "value" in parameter
    }
