"""The reference of the command line in Markdown, and the manual pages in roff."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import evolve

from generator.cli.files import documents
from generator.cli.manual import flags, literal, text
from generator.cli.parts import Described
from generator.config import CommandLineFiles
from generator.output import Tree
from tests.generator.cli.conftest import Zoo

PAGES, MANUAL = Path("pages"), Path("manual")
#: The requests that the pages use. Others would need a look at how readers of manual pages treat them.
REQUESTS = {'\\"', "TH", "SH", "SS", "TP", "PP", "B", "br"}
ESCAPES = re.compile(r"\\(-|e|&|\(dq|f[BIR]|\[u[0-9A-F]{4,6}\])")


def written(zoo: Zoo) -> tuple[Tree, Tree]:
    files = CommandLineFiles(zoo.schema.folder / "cli", "schema/cli/", "_commands", PAGES, MANUAL)
    found = documents(zoo.line(), evolve(zoo.config(), command_line=files))
    return found[PAGES], found[MANUAL]


def mistakes(page: str) -> list[str]:
    """Find what is no roff: unknown requests and escapes, fonts that do not end, and text that would be a request."""
    found = []
    for number, line in enumerate(page.splitlines(), 1):
        if line.startswith('.\\"'):
            continue
        request = re.match(r"\.(\w+)", line)
        if line[:1] in (".", "'") and (request is None or request[1] not in REQUESTS):
            found.append(f"{number}: request {line}")
        if "\\" in ESCAPES.sub("", line):
            found.append(f"{number}: escape {line}")
        if len(re.findall(r"\\f[BI]", line)) != len(re.findall(r"\\fR", line)):
            found.append(f"{number}: font {line}")
        if request is not None and request[1] in ("TH", "SH", "SS") and line.count('"') % 2:
            found.append(f"{number}: quotes {line}")
        if not line.isascii() or (not line and number > 1):
            found.append(f"{number}: text {line}")
    return found


@pytest.fixture
def full(zoo: Zoo) -> Zoo:
    """A command line with all parts."""
    zoo.index["commands"] = {
        "wash": {"run": "zoo.wash", "summary": "Wash all.", "traits": ["plain"], "optional": ["zoo"]}
    }
    zoo.index["sections"] = {"Soap & water": "Use `--soap`. <b>Or</b> not."}
    zoo.index["exit_statuses"] = {"0": "Done.", "3": "No such pet."}
    zoo.index["environment"] = {"ZOO_KEY": "The key."}
    zoo.index["files"] = {"~/.zoo": "The zoo\u2019s cages."}
    zoo.options["mood"] = {"flags": ["--mood"], "value": "MOOD", "description": "Its mood.", "repeated": True}
    zoo.commands["show"] = {"operation": "pets.get", "options": ["mood"]}
    del zoo.commands["delete"]
    zoo.group["groups"] = {
        "end": {"summary": "The end", "description": "It is sad.", "commands": {"now": "pets.delete"}}
    }
    return zoo


class TestReference:
    def test_there_is_a_page_for_each_first_word_and_an_index(self, full: Zoo) -> None:
        pages, _ = written(full)
        assert sorted(pages) == ["index.md", "pets.md", "wash.md"]
        heads = {name: text.partition("\n")[0] for name, text in pages.items()}
        assert heads["pets.md"].startswith("<!-- Made by `python -m generator` from schema/cli/pets.yaml. Do not edit")
        assert heads["wash.md"].startswith("<!-- Made by `python -m generator` from schema/cli/index.yaml. ")

    def test_the_index_has_the_options_once(self, full: Zoo) -> None:
        index = written(full)[0]["index.md"]
        assert "| [`pets`](pets.md) | Pets of a zoo |" in index
        assert "| [`wash`](wash.md) | Wash all |" in index
        every = index.partition("## Common options")[2].partition("Commands that show a result")
        assert "| `-q`, `--quiet` | Print less. |" in every[0]
        assert "| `--raw` | Print JSON. |" in every[2]
        assert "| `-f`, `--file FILE` | A document. |" in index.partition("## Shared options")[2]
        assert "## Soap & water\n\nUse `--soap`. &lt;b>Or&lt;/b> not.\n" in index
        assert "| 3 | No such pet. |" in index
        assert "| `ZOO_KEY` | The key. |" in index
        assert "| `~/.zoo` |" in index

    def test_a_page_explains_each_command(self, full: Zoo) -> None:
        page = written(full)[0]["pets.md"]
        assert "| [`pets show`](#pets-show) | Get the pet |" in page
        assert (
            "## pets show\n\n```text\nzoo pets show [OPTIONS] ZOO PET\n```\n\nGet the pet. With its `toys`.\n\n"
            "| Argument | Description |\n|---|---|\n| `ZOO` | Name of the zoo. |\n| `PET` | Name of the pet. |\n\n"
            "| Option | Description |\n|---|---|\n| `--mood MOOD` | Its mood. Can be given several times. |\n\n"
            "Request: `GET /zoos/{zoo}/pets/{pet}`.\n"
        ) in page
        assert "[Shared options](index.md#shared-options): `-f`, `--file FILE`.\n" in page

    def test_a_group_below_has_a_heading(self, full: Zoo) -> None:
        page = written(full)[0]["pets.md"]
        assert "## pets end\n\nThe end.\n\nIt is sad.\n\n### pets end now\n" in page

    def test_a_command_without_a_group_is_a_page(self, full: Zoo) -> None:
        page = written(full)[0]["wash.md"]
        assert "# wash\n\nWash all. Part of" in page
        assert "zoo wash [OPTIONS] [ZOO]\n" in page
        assert "\n## " not in page

    def test_the_links_of_a_page_lead_to_its_headings(self, full: Zoo) -> None:
        page = written(full)[0]["pets.md"]
        headings = {one.lower().replace(" ", "-") for one in re.findall(r"^#+ (.*)$", page, re.MULTILINE)}
        assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= headings


class TestManual:
    def test_there_is_a_page_for_each_first_word(self, full: Zoo) -> None:
        _, manual = written(full)
        assert sorted(manual) == ["zoo-pets.1", "zoo-wash.1", "zoo.1"]
        for name, page in manual.items():
            assert mistakes(page) == [], name
            assert page.startswith('.\\" Made by `python -m generator` from schema/cli/. Do not edit'), name

    def test_the_main_page_has_all_sections(self, full: Zoo) -> None:
        page = written(full)[1]["zoo.1"]
        assert re.findall(r"^\.SH (.*)$", page, re.MULTILINE) == [
            "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", '"COMMON OPTIONS"',
            '"OPTIONS OF COMMANDS THAT SHOW A RESULT"', '"SHARED OPTIONS"', '"SOAP & WATER"', '"EXIT STATUS"',
            '"ENVIRONMENT"', '"FILES"', '"SEE ALSO"',
        ]  # fmt: skip
        assert "zoo \\- Feed the animals\n" in page
        assert ".TP\n\\fB\\-f\\fR, \\fB\\-\\-file\\fR \\fIFILE\\fR\nA document.\n" in page
        assert "Use \\fB\\-\\-soap\\fR. <b>Or</b> not.\n" in page
        assert "\\fB~/.zoo\\fR\nThe zoo\\[u2019]s cages.\n" in page
        assert "\\fBzoo\\-pets\\fR(1),\n\\fBzoo\\-wash\\fR(1)\n" in page

    def test_the_page_of_a_word_explains_each_command(self, full: Zoo) -> None:
        page = written(full)[1]["zoo-pets.1"]
        assert '.TH "ZOO\\-PETS" 1 ' in page
        assert "zoo pets show [OPTIONS] ZOO PET" in page
        assert '.SS "pets end now"\n' in page
        assert ".TP\n\\fB\\-\\-mood\\fR \\fIMOOD\\fR\nIts mood. Can be given several times.\n" in page

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (".profile of\n you", "\\&.profile of you"),
            ("'quoted'", "\\&'quoted'"),
            ("a \\ b", "a \\e b"),
            ("-x or --long-one, well-known", "\\-x or \\-\\-long-one, well-known"),
            ("see `-o json`", "see \\fB\\-o json\\fR"),
            ('say "yes"', "say \\(dqyes\\(dq"),
            ("é", "\\[u00E9]"),
        ],
    )
    def test_texts_are_escaped(self, value: str, expected: str) -> None:
        assert text(value) == expected
        assert mistakes(text(value)) == []

    def test_flags_can_be_copied(self) -> None:
        assert flags(Described(("-f", "--file"), "FILE", "")) == "\\fB\\-f\\fR, \\fB\\-\\-file\\fR \\fIFILE\\fR"
        assert literal("a-b") == "a\\-b"

    @pytest.mark.parametrize("line", [".XX y", "'br", "a \\x b", "\\fBopen", '.SH "A', "é", ". text", "\\fBa\\fIb\\fR"])
    def test_the_check_notices_mistakes(self, line: str) -> None:
        assert len(mistakes(line)) == 1


def test_nothing_is_written_that_is_not_configured(zoo: Zoo) -> None:
    files = CommandLineFiles(zoo.schema.folder / "cli", "schema/cli/", "_commands")
    assert documents(zoo.line(), evolve(zoo.config(), command_line=files)) == {}
