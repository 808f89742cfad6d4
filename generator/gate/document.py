"""The API description of both versions."""

from __future__ import annotations

import json
from pathlib import Path

from generator import bundle
from generator.diff.fragment_lines import FragmentLines
from generator.diff.source import Source
from generator.errors import SchemaError
from generator.gate.layout import Layout


def current(root: Path, layout: Layout) -> Source:
    """Return the description in the working tree: the fragments, which may not be generated yet.

    Args:
        root: The folder of the project.
        layout: The places of its parts.
    """
    document = bundle.load(root / layout.schema)
    return Source(document, FragmentLines(root / layout.schema, document, layout.schema).locate)


def committed(root: Path, layout: Layout) -> Source:
    """Return the description of a released version: the bundle, because the grammar of the fragments may have changed.

    Args:
        root: The folder that the version was extracted to.
        layout: The places of its parts.

    Raises:
        SchemaError: The version has no bundle.
    """
    try:
        document = json.loads((root / layout.bundle).read_text(encoding="utf-8"))
    except OSError:
        raise SchemaError([f"the version to compare with has no {layout.bundle}: pass a later one as BASE"]) from None
    return Source(document, FragmentLines(root / layout.schema, document, layout.schema).locate)
