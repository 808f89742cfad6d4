"""The text of a Jinja2 template, which keeps every character of the converted text.

Ansible's module `template` removes a line break after a block or comment, and turns carriage returns into line breaks.
It also removes the last line break, and adds it again if the rendered text ends with fewer line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from attrs import frozen

from comodit_client.ansible.template_code import quoted

_SPECIAL = re.compile(r"\{+[{%#]|\{*\r+")
_OVERRIDES = "#jinja2:"


class Kind(Enum):
    """What a piece is: text, `{{ … }}`, `{% … %}` or `{# … #}`."""

    TEXT = ("", "")
    PRINT = ("{{ ", " }}")
    BLOCK = ("{% ", " %}")
    COMMENT = ("{# ", " #}")


@frozen
class Output:
    """A piece of a Jinja2 template.

    Attributes:
        kind: What it is.
        text: The text; without delimiters.
        owns_line: Whether a block or comment is alone on its line.
    """

    kind: Kind
    text: str
    owns_line: bool = False


def comment(text: str, owns_line: bool = False) -> Output:
    """Return a comment."""
    return Output(Kind.COMMENT, text.strip().replace("#}", "# }"), owns_line)


def write(pieces: Iterable[Output]) -> str:
    """Return the template of some pieces."""
    joined = _without_risky_end(_joined(pieces))
    parts: list[str] = []
    for place, piece in enumerate(joined):
        following = joined[place + 1] if place + 1 < len(joined) else None
        if piece.kind is Kind.TEXT:
            parts.append(_escape(piece.text, is_last=following is None))
            continue
        start, end = piece.kind.value
        if piece.kind in (Kind.BLOCK, Kind.COMMENT):
            if piece.owns_line:
                end += "\n" if following else ""
            elif following and following.kind is Kind.TEXT and following.text.startswith("\n"):
                end = f" +{end[1:]}"
        parts.append(f"{start}{piece.text}{end}")
    text = "".join(parts)
    return f"{_print('#')}{text[1:]}" if text.startswith(_OVERRIDES) else text


def _joined(pieces: Iterable[Output]) -> list[Output]:
    """Join adjacent texts: a mark of Jinja2 may begin in one and end in the next."""
    joined: list[Output] = []
    for piece in pieces:
        if piece.kind is Kind.TEXT and joined and joined[-1].kind is Kind.TEXT:
            joined[-1] = Output(Kind.TEXT, joined[-1].text + piece.text)
        elif piece.kind is not Kind.TEXT or piece.text:
            joined.append(piece)
    return joined


def _without_risky_end(pieces: list[Output]) -> list[Output]:
    """Print a last line break that Ansible could lose, because the text before it may end with one, or be a number."""
    if len(pieces) < 2 or pieces[-1].kind is not Kind.TEXT or pieces[-1].text.strip("\n"):
        return pieces
    return [*pieces[:-1], Output(Kind.TEXT, pieces[-1].text[1:]), Output(Kind.PRINT, quoted("\n").text)]


def _escape(text: str, is_last: bool) -> str:
    escaped = _SPECIAL.sub(lambda match: _print(match[0]), text)
    if not is_last and escaped.endswith("{"):
        kept = escaped.rstrip("{")
        return kept + _print(escaped[len(kept) :])
    return escaped


def _print(text: str) -> str:
    start, end = Kind.PRINT.value
    return f"{start}{quoted(text).text}{end}"
