"""Writes the manual pages: one of the command line, and one for each first word."""

from __future__ import annotations

import re

from generator.cli.model import CommandLine
from generator.cli.parts import Described, common, pages
from generator.config import Config
from generator.output import Tree
from generator.reference import rendered

#: A code span of a description, or the hyphens at the start of an option.
_CODE_OR_OPTION = re.compile(r"`([^`]+)`|(?<![\w\\-])-+(?=[\w-])")


def manual_pages(line: CommandLine, config: Config, source: str) -> Tree:
    """Write the manual pages.

    Args:
        line: The command line.
        config: The configuration.
        source: The folder of its description, for the first line of each page.

    Returns:
        The text of each page in roff, by its file.
    """
    found = pages(line)
    everywhere, results, others = common(line)
    notice = config.notice(source)
    words = [page.word for page in found]
    parts = {"line": line, "notice": notice, "text": text, "literal": literal, "flags": flags, "words": words}
    tree = {f"{line.name}-{page.word}.1": rendered("cli_word.1.jinja", page=page, **parts) for page in found}
    tree[f"{line.name}.1"] = rendered(
        "cli.1.jinja", pages=found, everywhere=everywhere, results=results, others=others, **parts
    )
    return tree


def text(value: str) -> str:
    """Return a description as a line of roff; code spans become bold.

    Args:
        value: A description; it may have code spans.
    """

    def replaced(found: re.Match[str]) -> str:
        return literal(found[0]) if found[1] is None else rf"\fB{literal(found[1])}\fR"

    parts, end = [], 0
    joined = " ".join(value.split())
    for found in _CODE_OR_OPTION.finditer(joined):
        parts += [_escaped(joined[end : found.start()]), replaced(found)]
        end = found.end()
    return _guarded("".join([*parts, _escaped(joined[end:])]))


def literal(value: str) -> str:
    """Return a text as roff that a reader can copy: hyphens stay hyphens.

    Args:
        value: A text on one line.
    """
    return _escaped(value).replace("-", r"\-")


def flags(one: Described) -> str:
    """Return how to write an argument or an option, as a line of roff.

    Args:
        one: The argument or option.
    """
    value = rf" \fI{literal(one.value)}\fR" if one.value else ""
    return ", ".join(rf"\fB{literal(flag)}\fR" for flag in one.flags) + value


def _escaped(value: str) -> str:
    plain = value.replace("\\", r"\e").replace('"', r"\(dq")
    return "".join(one if one.isascii() else rf"\[u{ord(one):04X}]" for one in plain)


def _guarded(line: str) -> str:
    # A line that begins with one of these would be a request.
    return rf"\&{line}" if line[:1] in (".", "'") else line
