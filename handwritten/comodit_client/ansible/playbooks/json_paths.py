"""JSONPath of names and indexes as expressions of Jinja."""

from __future__ import annotations

import re

from comodit_client.ansible.playbooks.texts import quoted

_STEP = re.compile(r"\.([^.\[\]\s*]+)|\[(\d{1,9})\]|\[(?:'([^'\\]*)'|\"([^\"\\]*)\")\]")


def expression(document: str, path: str) -> str | None:
    """Write a JSONPath as an expression.

    Args:
        document: The expression of the document.
        path: The path, such as `$.items[0].id`.

    Returns:
        The expression. None if the path uses other features of JSONPath.
    """
    if not path.startswith("$"):
        return None
    text, place = document, 1
    while place < len(path):
        match = _STEP.match(path, place)
        if match is None:
            return None
        name, index, single, double = match.groups()
        key = next((one for one in (name, single, double) if one is not None), None)
        text += f"[{int(index)}]" if key is None else f"[{quoted(key)}]"
        place = match.end()
    return text
