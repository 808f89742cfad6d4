"""The candidates for a word, by the table of commands."""

from __future__ import annotations

import subprocess
import sys

import pytest

from comodit_client.cli.completion.candidates import candidates


def values(line: str) -> list[str]:
    *words, current = line.split(" ")
    found = candidates(words, current)
    return [value for value, _ in found.items if (found.prefix + value).startswith(current)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("hos", ["hosts"]),
        ("he", ["help"]),
        ("hosts l", ["list"]),
        ("hosts settings l", ["list"]),
        ("--raw hosts -v settings l", ["list"]),
        ("--profile hosts hosts settings l", ["list"]),
        ("hosts list --o", ["--output"]),
        ("hosts --o", ["--output"]),
        ("--o", ["--output"]),
        ("hosts list -o json --o", []),
        ("hosts list --raw --ra", []),
        ("hosts add O E --set a=1 --se", ["--set"]),
        ("hosts list -o c", ["csv"]),
        ("-o c", ["csv"]),
        ("hosts list --output=c", ["csv"]),
        ("hosts list -oc", ["csv"]),
        ("sandbox --p", []),
        ("hosts list -qoc", ["csv"]),
        ("completion show -- z", ["zsh"]),
        ("completion show -- -", []),
        ("hosts nothing ", []),
        ("hosts help li", ["list"]),
        ("nothing l", []),
        ("completion show z", ["zsh"]),
        ("completion show zsh ", []),
        ("api P", ["POST", "PUT"]),
        ("wait hosts O E --for R", ["READY"]),
        ("hosts list --sort pl", ["platform"]),
        ("hosts list --columns=name,pl", ["platform"]),
        ("hosts list --columns name,pl", ["platform"]),
        ("hosts show O E H --sort ", ["name", "state", "platform", "distribution", "description"]),
        ("hosts settings update O E H K ", []),
    ],
)
def test_candidates(line: str, expected: list[str]) -> None:
    assert values(line) == expected


def test_words_have_descriptions() -> None:
    assert all(text for _, text in candidates([], "").items)
    assert all(text for _, text in candidates(["hosts", "list"], "-").items)


@pytest.mark.parametrize(
    ("line", "kind", "prefix"),
    [
        ("hosts add O E -f ", "file", ""),
        ("hosts add O E --file=", "file", "--file="),
        ("hosts add O E -f", "word", ""),
        ("hosts add O E -fx", "file", "-f"),
        ("hosts import O E ", "folder", ""),
    ],
)
def test_files_and_folders(line: str, kind: str, prefix: str) -> None:
    *words, current = line.split(" ")
    found = candidates(words, current)
    assert (found.kind, found.prefix) == (kind, prefix)


def test_words_load_little() -> None:
    code = (
        "import os, sys; os.environ |= {'_COMODIT_COMPLETE': 'bash', '_COMODIT_LINE': 'comodit hosts li'}\n"
        "from comodit_client.cli.__main__ import main; main(); "
        "loaded = {name for name, module in sys.modules.items() if module is not None}\n"
        "print(*loaded & {'click', 'httpx', 'rich', 'yaml', 'jmespath', 'attrs', 'comodit_client.api'})"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["word", "list"]
