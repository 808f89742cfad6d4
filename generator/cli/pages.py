"""Writes the reference of the command line: a page of Markdown for each first word, and an index."""

from __future__ import annotations

from typing import Any

from generator.cli.model import CommandLine
from generator.cli.parts import Described, Page, common, pages
from generator.config import Config
from generator.markdown import anchors, cell, code, prose
from generator.output import Tree
from generator.reference import rendered

INDEX = "index.md"


def reference_pages(line: CommandLine, config: Config, source: str) -> Tree:
    """Write the reference.

    Args:
        line: The command line.
        config: The configuration.
        source: The folder of its description, for the first line of each page.

    Returns:
        The text of each page, by its file.
    """
    found = pages(line)
    tree = {f"{page.word}.md": _page(page, line, config, source) for page in found}
    everywhere, results, others = common(line)
    tree[INDEX] = _rendered(
        "cli_index.md.jinja",
        config.notice(f"{source}index.yaml"),
        line=line,
        pages=found,
        everywhere=[_row(one) for one in everywhere],
        results=[_row(one) for one in results],
        others=[_row(one) for one in others],
    )
    return tree


def _page(page: Page, line: CommandLine, config: Config, source: str) -> str:
    names = [page.word]
    for group in page.groups:
        names += [*([group.name] if group.name and group.name != page.word else []), *(c.name for c in group.commands)]
    found = dict(zip(names[1:], anchors(names)[1:], strict=True))
    file = f"{page.word}.yaml" if page.word in line.root.groups else "index.yaml"
    notice = config.notice(f"{source}{file}")
    return _rendered("cli_page.md.jinja", notice, page=page, line=line, anchors=found)


def _rendered(template: str, notice: str, **parts: Any) -> str:
    return rendered(template, notice=notice, code=code, cell=cell, prose=prose, row=_row, flags=flags, **parts)


def _row(one: Described) -> str:
    return f"| {flags(one)} | {cell(one.description)} |"


def flags(one: Described) -> str:
    """Return how to write an argument or an option, as Markdown.

    Args:
        one: The argument or option.
    """
    *short, last = one.flags
    return ", ".join([*map(code, short), code(f"{last} {one.value}".strip())])
