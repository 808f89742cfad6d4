"""Reads a schema, checks it, and builds the modules of the wire layer from it."""

from __future__ import annotations

from generator import bundle, examples
from generator.build import build
from generator.check import check
from generator.config import Config
from generator.model import Module
from generator.parse import parse
from generator.places import Bundle
from generator.recorded import add_recorded


def built(config: Config) -> tuple[Bundle, list[Module]]:
    """Build the modules of the wire layer.

    Args:
        config: The configuration.

    Returns:
        The bundle with all examples, and the modules.

    Raises:
        SchemaError: The schema has errors.
    """
    document = bundle.load(config.schema)
    add_recorded(document, config.schema / "examples")
    check(document)
    modules = build(document, parse(document), config)
    examples.complete(document)
    return document, modules
