"""Copies the modules of generator/runtime into the wire layer, with the names that the package has for theirs."""

from __future__ import annotations

import re

from generator.config import Config
from generator.output import Tree
from generator.paths import RUNTIME

#: The paragraph in the docstring of an exception that leads to its page.
PAGE = re.compile(r"\n( *)\[Cause and remedy\]\(\.\./exceptions/(\w+\.md)\)\n")


def copied(config: Config) -> Tree:
    """Return the modules that every wire layer has.

    Args:
        config: The configuration.

    Returns:
        The text of each module, by its file name.
    """
    names = {
        "generator.runtime": config.wire,
        "ClientError": config.base_exception,
        "COLON_IN_OFFSET = True": f"COLON_IN_OFFSET = {config.colon_in_offset}",
    }
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))
    folder = config.module_pages.exceptions if config.module_pages else ""
    page = rf"\n\1[Cause and remedy]({folder}/\2)\n" if folder else ""
    return {
        file.name: config.head(f"generator/runtime/{file.name}")
        + pattern.sub(lambda found: names[found[0]], PAGE.sub(page, file.read_text(encoding="utf-8")))
        for file in sorted(RUNTIME.glob("*.py"))
    }
