"""The template engine: the part of FreeMarker that real templates use (S105, S106).

Other directives and built-ins raise an error. An interpolation of an undefined value is left as it is, so that it is
visible in the file (S99).
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from typing import Any

from comodit_client.freemarker.errors import TemplateError, Unsupported
from comodit_client.freemarker.templates import parse_template
from comodit_client.sandbox.templating.compiling import compile_pieces
from comodit_client.sandbox.templating.rendering import Renderer
from comodit_client.sandbox.templating.scopes import MISSING, Budget, Scope, ignore

#: The steps that reading a tag is worth.
_READING_STEPS = 10


def is_template(pieces: Iterable[bytes], start: str) -> bool:
    """Return whether a content is text with directives or interpolations. The content is read piece by piece.

    Args:
        pieces: The content.
        start: The start delimiter of interpolations.
    """
    marks = [mark.encode("utf-8", "surrogatepass") for mark in (start, "<#", "</#", "<@", "</@")]
    overlap = max(map(len, marks)) - 1
    decoder = codecs.getincrementaldecoder("utf-8")()
    found, before = False, b""
    try:
        for piece in pieces:
            decoder.decode(piece)
            joined = before + piece
            found = found or any(mark in joined for mark in marks)
            before = joined[-overlap:]
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return found


def render_template(
    content: str,
    start: str,
    end: str,
    lookup: Callable[[str], Any],
    grouped_numbers: bool = False,
    note: Callable[[str], None] = ignore,
) -> str:
    """Render a template.

    Args:
        content: The template.
        start: The start delimiter of interpolations.
        end: The end delimiter.
        lookup: Returns the values of variables, or MISSING.
        grouped_numbers: Whether numbers are written as 8,080, as FreeMarker does by default, instead of 8080.
        note: Called with the name of each behaviour of `parity` that the text rests on.

    Raises:
        TemplateError: The template is invalid, not supported, or takes too much work; the text says where.
    """
    budget = Budget(note=note)
    scope = Scope(lookup, budget, grouped_numbers)
    try:
        compiled = compile_pieces(parse_template(content, start, end, lambda: budget.spend(_READING_STEPS)))
        for source, error in compiled.unreadable:
            if scope(source) in (MISSING, None):
                raise error
        return Renderer(budget).render(compiled.pieces, scope)
    except Unsupported as error:
        raise TemplateError(error.with_engine("the sandbox")) from None
    except RecursionError:
        raise TemplateError("the template is nested too deeply") from None
