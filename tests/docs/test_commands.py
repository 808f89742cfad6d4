"""The commands and names of a page exist: make targets, options, extras, files, modules."""

from __future__ import annotations

import json
import os
import pkgutil
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
import pytest

from comodit_client.ansible.command_line import parser as ansible_parser
from comodit_client.cli import table
from comodit_client.cli.tree import Leaf
from comodit_client.cli.words import INSTEAD, ordered
from comodit_client.sandbox.endpoints import serving  # noqa: F401  binds the endpoints
from comodit_client.sandbox.endpoints.table import ENDPOINTS
from comodit_client.upgrade.__main__ import parser
from generator.__main__ import COMMANDS
from generator.config_grammar import CONFIG, FACADE
from generator.violations import findings
from tests.docs.test_console import PAGES as SHELL_PAGES

FOLDERS = ("schema/", "generator/", "generated/", "handwritten/", "tests/", "docs/", "examples/", "benchmarks/")
#: What separates the commands of a line, what redirects them, and the words around those of a loop.
SEPARATORS, REDIRECTIONS, LOOP = {";", "|", "||", "&&"}, {"<", ">", ">>"}, {"do", "done"}
#: What a command reads that stands below it.
HERE_DOCUMENT = re.compile(r" <<'(\w+)'\n(?:.*\n)*?\1$", re.MULTILINE)
#: The programs of the pages whose commands are run, beside those that all pages may name.
PROGRAMS = {"cat", "echo", "export", "for", "git", "grep", "mkdir", "tail", "test", "true", "umask", "while"}


@pytest.fixture(scope="session")
def sandbox_options() -> dict[str, str]:
    """Return the options of the command, each with its default."""
    command = [sys.executable, "-m", "comodit_client.sandbox", "--help"]
    wide = os.environ | {"COLUMNS": "200"}
    text = subprocess.run(command, check=True, capture_output=True, text=True, env=wide).stdout
    return dict(re.findall(r"^ +(--[a-z-]+) [^()]*\(default: (.*)\)$", text, re.MULTILINE))


@pytest.fixture
def targets(root: Path) -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.fixture
def project(root: Path) -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project


def commands(page: Any) -> Iterator[list[str]]:
    """Yield the commands of the console blocks, split into words."""
    texts = [HERE_DOCUMENT.sub("", block.text) for block in page.blocks if block.language == "console"]
    lines = [line for text in texts for line in text.splitlines()]
    assert all(line.startswith("$ ") for line in lines), f"{page.name}: a line of a console block is not a command"
    for line in lines:
        found = [*simple_commands(line.removeprefix("$ "))]
        assert len(found) == 1 or is_run(page), f"{page.name}: no test runs the page, so it has no pipes: {line}"
        yield from found


def simple_commands(line: str) -> Iterator[list[str]]:
    """Yield the commands of a line of the shell, without redirections."""
    words = shlex.shlex(line, posix=True, punctuation_chars=True)
    words.whitespace_split = True
    for is_separator, group in groupby(words, SEPARATORS.__contains__):
        if not is_separator:
            command = [word for word in group if word not in LOOP]
            end = next((n for n, word in enumerate(command) if word in REDIRECTIONS), len(command))
            # The number of a stream is a word of its own.
            command = command[: end - 1] if command[end - 1 : end] == ["2"] else command[:end]
            if command:
                yield command


def is_run(page: Any) -> bool:
    return page.path.name in SHELL_PAGES


def check_comodit(arguments: list[str]) -> None:
    """Check the words, arguments and options of a command as the command line does."""
    line = ordered(arguments)
    if line[:1] and line[0] in {*INSTEAD, "--help"}:
        return
    found, count = next((table.find(line[:n]), n) for n in range(len(line), -1, -1) if n == 0 or table.find(line[:n]))
    if found is not None and "traits" not in found:
        assert line[count:] == ["--help"], f"{arguments}: no such command"
        return
    assert found is not None, f"{arguments}: no such command"
    with suppress(click.exceptions.Exit):  # --help
        Leaf(tuple(line[:count]), found).make_context("comodit", line[count:])


def check_control(url: str, options: list[str]) -> None:
    """Check that a sandbox has the endpoint of a URL, with the method that curl uses."""
    methods = ENDPOINTS[urlsplit(url).path.removeprefix("/sandbox/")]
    if not options:
        assert "GET" in methods
        return
    flag, body = options
    assert flag == "--json"
    assert "POST" in methods
    assert isinstance(json.loads(body), dict)


def check_generator(given: list[str], root: Path) -> None:
    if given[0] == "--config":
        assert (root / given[1]).is_file()
        assert {*given[2:]} <= {"--check"}
    else:
        assert given[0] in {each.name for each in COMMANDS}


def check_python(given: list[str], page: Any, root: Path) -> None:
    match given:
        case ["-m", "generator", *arguments]:
            check_generator(arguments, root)
        case ["-m", "comodit_client.upgrade", *arguments]:
            assert parser().parse_args(arguments).paths
        case ["-m", "comodit_client.ansible", *arguments]:
            assert ansible_parser().parse_args(arguments).out
        case [script]:
            assert f"\n# {script}\n" in page.text, f"{page.name}: no block shows {script}"
        case _:
            pytest.fail(f"{page.name}: no check for python {given}")


def test_code_is_of_a_kind_that_is_tested(page: Any) -> None:
    assert {block.language for block in page.blocks} <= {"python", "console", "toml", "yaml", "text"}


def test_the_commands_exist(
    page: Any, root: Path, targets: set[str], project: dict[str, Any], sandbox_options: dict[str, str]
) -> None:
    for words in commands(page):
        match words:
            case ["make", *wanted]:
                assert {word for word in wanted if "=" not in word} <= targets
            case ["pip", "install", wanted]:
                # From the checkout: the package is not on an index yet.
                name, _, extra = wanted.rstrip("]").partition("[")
                assert name == "."
                assert not extra or extra in project["optional-dependencies"]
            case ["python", "-m", "comodit_client.sandbox", *given] | ["comodit-sandbox", *given]:
                assert "comodit-sandbox" in project["scripts"]
                assert {word for word in given if word.startswith("--")} <= sandbox_options.keys()
            case ["python", *given]:
                check_python(given, page, root)
            case ["pytest", *given]:
                assert {word.partition("=")[0] for word in given if word.startswith("--")} <= {"--comodit-record"}
            case ["comodit", *given]:
                assert "comodit" in project["scripts"]
                check_comodit(given)
            case ["curl", url, *options]:
                check_control(url, options)
            case [program, *_] if program in PROGRAMS:
                assert is_run(page), f"{page.name}: no test runs {words}"
            case _:
                pytest.fail(f"{page.name}: no check for the command {words}")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("comodit hosts list O E", [["comodit", "hosts", "list", "O", "E"]]),
        ("comodit whoami -o json 2> error.json || test -s error.json",
         [["comodit", "whoami", "-o", "json"], ["test", "-s", "error.json"]]),
        ("for n in a b; do comodit open $n > f; done", [["for", "n", "in", "a", "b"], ["comodit", "open", "$n"]]),
        ("comodit whoami --query 'a | [0]'  # a comment", [["comodit", "whoami", "--query", "a | [0]"]]),
    ],
)  # fmt: skip
def test_lines_of_the_shell_are_split(line: str, expected: list[list[str]]) -> None:
    assert [*simple_commands(line)] == expected


@pytest.mark.parametrize(
    "line", ["hosts lsit O E", "hosts", "hosts list O", "hosts list O E H", "hosts list O E --colums x", "jump"]
)
def test_a_command_that_does_not_exist_is_found(line: str) -> None:
    with pytest.raises((click.UsageError, AssertionError)):
        check_comodit(line.split())


@pytest.mark.parametrize("line", ["--version", "hosts --help", "hosts list --help", "--raw hosts list O E -v"])
def test_a_command_that_exists_is_accepted(line: str) -> None:
    check_comodit(line.split())


def test_the_page_about_the_generator_lists_the_keys_of_its_configuration(root: Path) -> None:
    text = (root / "docs" / "how-to" / "regenerating.md").read_text(encoding="utf-8")
    section = text.partition("## Generate a client for another API")[2].partition("\n## ")[0]
    configuration, _, facade = section.partition("The table `facade` requires")
    for part, keys in (
        (configuration, CONFIG["properties"].keys()),
        (facade, FACADE["properties"].keys() - {"folder"}),
    ):
        first_cells = re.findall(r"^\| (`.*?) \|", part, re.MULTILINE)
        assert {key for cell in first_cells for key in re.findall(r"`(\w+)`", cell)} == keys
    example = re.findall(r"^```toml\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    assert [findings("generator.toml", tomllib.loads(block), CONFIG) for block in example] == [[]]


def test_the_make_targets_in_the_text_exist(page: Any, targets: set[str]) -> None:
    named = {term.split()[1] for term in page.terms if term.startswith("make ")}
    assert named <= targets


def test_the_sandbox_page_lists_the_options_and_their_defaults(root: Path, sandbox_options: dict[str, str]) -> None:
    text = (root / "docs" / "how-to" / "the-sandbox.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(--[a-z-]+)` \| (.*?) \|", text, re.MULTILINE)
    assert {option: default.strip("`") for option, default in rows} == sandbox_options


def test_the_files_and_modules_in_the_text_exist(page: Any, root: Path) -> None:
    files = [term for term in page.terms if term.startswith(FOLDERS) and "*" not in term]
    assert [name for name in files if not (root / name).exists()] == []
    for name in page.terms:
        if re.fullmatch(r"comodit_client(\.\w+)+", name):
            assert pkgutil.resolve_name(name)
