"""Texts of definitions in places where Ansible, YAML comments and Markdown allow only some characters."""

from __future__ import annotations

import re
import textwrap

#: Characters that a YAML comment or a plain line cannot hold.
_UNPRINTABLE = re.compile(r"[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
#: What Ansible would take for a template.
_TEMPLATE = re.compile(r"\{(?=[{%#])")
#: The width of lines in comments and pages.
_WIDTH = 110


def one_line(text: str) -> str:
    """Return a text as one line without control characters.

    Args:
        text: The text.

    Returns:
        The line.
    """
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def label(text: str) -> str:
    """Return a text for the name of a task, which Ansible reads as a template.

    Args:
        text: The text, such as the name of a file.

    Returns:
        One line, in which two braces never follow each other.
    """
    return _TEMPLATE.sub("{ ", one_line(text))


def comment(text: str) -> str:
    """Return a text as a YAML comment.

    Args:
        text: The text.

    Returns:
        Lines that begin with `#`; empty for an empty text.
    """
    lines = [line for part in text.splitlines() for line in _wrapped(one_line(part))]
    return "".join(f"# {line}\n" for line in lines)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def paragraphs(text: str) -> str:
    """Return a text for a page, with its own lines.

    Args:
        text: The text, which may be Markdown.

    Returns:
        The text without control characters and without blanks at the ends of lines.
    """
    return "\n".join(_UNPRINTABLE.sub(" ", line).rstrip() for line in text.strip().splitlines())


def cell(text: str) -> str:
    """Return a text for a cell of a Markdown table.

    Args:
        text: The text.

    Returns:
        One line, with escaped separators.
    """
    return one_line(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def code(text: str) -> str:
    """Return a text as code in a Markdown table or paragraph.

    Args:
        text: The text.

    Returns:
        One line in enough backticks.
    """
    line = one_line(text).replace("|", "\\|")
    longest = max(map(len, re.findall("`+", line)), default=0)
    mark, space = "`" * (longest + 1), " " if longest else ""
    return f"{mark}{space}{line}{space}{mark}"
