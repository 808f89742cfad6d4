"""The API description of both versions."""

from __future__ import annotations

import json
from pathlib import Path

from generator import bundle
from generator.diff.fragment_lines import FragmentLines
from generator.diff.source import Source
from generator.errors import SchemaError

BUNDLE = "generated/comodit_client/schema/comodit.json"


def current(root: Path) -> Source:
    """Return the description in the working tree: the fragments, which may not be generated yet.

    Args:
        root: The folder of the project.
    """
    document = bundle.load(root / "schema")
    return Source(document, FragmentLines(root / "schema", document, "schema").locate)


def committed(root: Path) -> Source:
    """Return the description of a released version: the bundle, because the grammar of the fragments may have changed.

    Args:
        root: The folder that the version was extracted to.

    Raises:
        SchemaError: The version has no bundle.
    """
    try:
        document = json.loads((root / BUNDLE).read_text(encoding="utf-8"))
    except OSError:
        raise SchemaError([f"the version to compare with has no {BUNDLE}: pass a later one as BASE"]) from None
    return Source(document, FragmentLines(root / "schema", document, "schema").locate)
