"""The types of values as Markdown, with links to the sections of objects."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fragments import Document

#: Words for formats; the others are named after the format.
FORMATS = {"binary": "file", "date-time": "date and time", "password": "string"}


class Links:
    """The types of values as Markdown, with links to the sections of objects.

    Args:
        document: The bundle.
        page: The page that holds the links.
        targets: The page and the anchor of each named schema.
    """

    def __init__(self, document: Document, page: str, targets: Mapping[str, tuple[str, str]]) -> None:
        self.document = document
        self._page = page
        self._targets = targets

    def type_of(self, schema: Document) -> str:
        """Return the type of a value."""
        if "$ref" in schema:
            return self.to(schema["$ref"].rpartition("/")[2])
        for key in ("anyOf", "oneOf"):
            if key in schema:
                return " or ".join(map(self.type_of, schema[key]))
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        return " or ".join(self._simple(name, schema) for name in types) or "any JSON value"

    def to(self, name: str) -> str:
        """Return a link to the section of a named schema."""
        page, anchor = self._targets[name]
        return f"[{name}]({'' if page == self._page else page}#{anchor})"

    def _simple(self, name: str, schema: Document) -> str:
        if name == "array":
            return f"list of {self.type_of(schema.get('items', {}))}"
        inner = schema.get("additionalProperties")
        if name == "object" and isinstance(inner, dict):
            return f"map of {self.type_of(inner)}"
        if name == "string" and "format" in schema:
            return FORMATS.get(schema["format"], str(schema["format"]))
        return name
