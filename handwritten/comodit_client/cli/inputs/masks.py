"""Secrets that are masked in a document: the server would take the mask as the new secret."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comodit_client.cli.inputs.parsing import DocumentError

#: What this command and the views show instead of a secret, and the server to users with fewer rights.
MASKS = ("***", "********")
ADVICE = "get the document with --show-secrets, or remove the member; if it really has this value, use --set"


def masked_places(value: Any, path: str = "") -> Iterator[str]:
    """Iterate over the places of masks in a JSON value.

    Args:
        value: The value.
        path: Its own place.

    Yields:
        The paths, such as `settings[0].value`.
    """
    if isinstance(value, str) and value in MASKS:
        yield path or "the document"
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from masked_places(item, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from masked_places(item, f"{path}[{position}]")


def check_masks(document: Any, source: str, places: set[str] | None = None) -> None:
    """Check that no secret of a document is masked.

    Args:
        document: The document.
        source: Where it is from, for the message.
        places: The only places to check. Default: all.

    Raises:
        DocumentError: A member is masked.
    """
    for place in masked_places(document):
        if places is None or place in places:
            raise DocumentError(source, f"the value of {place} is masked ({ADVICE})")
