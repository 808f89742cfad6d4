"""How well the operations of the schema are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from comodit_client.sandbox.parity.behaviours import Confidence
from comodit_client.sandbox.parity.facts import is_seen

_METHODS: Final = ("get", "put", "post", "delete", "patch")
_FACT: Final = re.compile(r"S\d+")


@frozen
class KnownOperation:
    """An operation of the schema.

    Attributes:
        id: Its operationId.
        tag: The resource that it belongs to.
        confidence: How well it is known.
        facts: The numbers of the facts behind it.
        areas: The areas of the original client that use it.
    """

    id: str
    tag: str
    confidence: Confidence
    facts: tuple[str, ...]
    areas: tuple[str, ...]


def known_operations(document: Mapping[str, Any]) -> list[KnownOperation]:
    """Return the operations of a schema, by resource and name."""
    found = (_known(operation) for operation in _operations(document))
    return sorted(found, key=lambda operation: (operation.tag, operation.id))


def _operations(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for item in document["paths"].values():
        yield from (item[method] for method in _METHODS if method in item)


def _known(operation: Mapping[str, Any]) -> KnownOperation:
    sources: list[str] = operation.get("x-source", [])
    facts = tuple(sorted((source for source in sources if _FACT.fullmatch(source)), key=lambda fact: int(fact[1:])))
    areas = tuple(source for source in sources if source not in facts)
    confidence = _confidence(operation.get("x-confidence"), facts, areas)
    return KnownOperation(operation["operationId"], operation["tags"][0], confidence, facts, areas)


def _confidence(stated: str | None, facts: tuple[str, ...], areas: tuple[str, ...]) -> Confidence:
    if not facts and not areas:
        return "invented"
    return "seen" if stated is None and any(map(is_seen, facts)) else "inferred"
