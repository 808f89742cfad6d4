"""The pages of the command line: links lead somewhere, and every command of the table is described.

`python -m generator --check` compares the pages with the table.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from comodit_client.cli.describe import description
from tests.docs.conftest import ROOT, Page
from tests.docs.test_links import LINK, anchors

FOLDER = ROOT / "docs" / "reference" / "cli"
COMMANDS: list[dict[str, Any]] = json.loads(description())["commands"]
WORDS = sorted({command["words"][0] for command in COMMANDS})


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {path.stem: Page(path) for path in FOLDER.glob("*.md")}


def test_there_is_a_page_and_a_manual_page_for_each_first_word(pages: dict[str, Page]) -> None:
    assert sorted(pages) == sorted([*WORDS, "index"])
    manual = sorted(file.name for file in (ROOT / "docs" / "man").iterdir())
    assert manual == sorted(["comodit.1", *(f"comodit-{word}.1" for word in WORDS)])


def test_the_links_lead_somewhere(pages: dict[str, Page]) -> None:
    count = 0
    for page in pages.values():
        for link in LINK.findall(page.prose):
            name, _, fragment = link.partition("#")
            path = FOLDER / name if name else page.path
            assert path.exists(), f"{page.name}: {link}"
            assert not fragment or fragment in anchors(path), f"{page.name}: {link}"
            count += 1
    assert count > len(COMMANDS)


def test_every_command_is_described_on_its_page(pages: dict[str, Page]) -> None:
    for command in COMMANDS:
        page = pages[command["words"][0]].text
        assert f"```text\n{command['usage']}\n```\n" in page
        assert all(f"`{one['name'].upper()}`" in page for one in command.get("arguments", ()))
        assert all(f"`{flag}" in page for one in command.get("options", ()) for flag in one["flags"])


def test_the_exit_statuses_are_those_of_the_command(pages: dict[str, Page]) -> None:
    from comodit_client.cli import exits

    section = pages["index"].text.partition("## Exit status\n")[2].partition("\n## ")[0]
    listed = [int(status) for status in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)]
    assert listed == [*range(exits.GOAL_MISSED + 1), exits.INTERRUPTED]


def test_tables_have_as_many_cells_as_columns(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for table in re.findall(r"(?:^\|.*\n)+", page.text, re.MULTILINE):
            counts = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
            assert len(counts) == 1, f"{page.name}: {table[:200]}"
