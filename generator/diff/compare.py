"""Compares two documents."""

from __future__ import annotations

from generator.diff.change import Change, once
from generator.diff.log import Log
from generator.diff.operations import Operations, compare_security_schemes
from generator.diff.part import Part
from generator.diff.schemas import Schemas
from generator.diff.source import Source


def compare(old: Source, new: Source, strict: bool = False) -> list[Change]:
    """Compare two documents.

    Args:
        old: The old document.
        new: The new document.
        strict: Whether each schema is treated as one of requests and responses.

    Returns:
        The changes, in the order of the files.
    """
    log = Log(old.locate, new.locate)
    before, after = Part(old.document, old.document), Part(new.document, new.document)
    schemas = Schemas(before, after, log, strict)
    schemas.compare_named()
    Operations(before, after, log, schemas).compare()
    compare_security_schemes(before, after, log)
    return once(log.changes)
