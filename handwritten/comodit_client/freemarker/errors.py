"""The errors of templates."""

from __future__ import annotations


class TemplateError(Exception):
    """A template contains an error or something that is not supported."""


class Unsupported(TemplateError):
    """A template uses something that is valid in FreeMarker, but not supported.

    Args:
        text: What is not supported.
        link: The word between the text and the name of an engine.
    """

    def __init__(self, text: str, link: str = "by") -> None:
        super().__init__(text)
        self._link = link

    def with_engine(self, engine: str) -> str:
        """Return the text with the name of the engine that does not support it."""
        return f"{self} {self._link} {engine}"


class Unbalanced(TemplateError):
    """The blocks of a template are not nested properly.

    Args:
        text: What is wrong.
        place: The place of the tag.
    """

    def __init__(self, text: str, place: int) -> None:
        super().__init__(text)
        self.place = place
