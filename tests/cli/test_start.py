"""What the command imports before it needs it: help, usage errors and completion have to be quick."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

#: Runs a line in a new process and prints the modules that are loaded after it.
PROBE = """
import json, sys
from comodit_client.cli.__main__ import main
main(sys.argv[1:])
print(json.dumps([name for name, module in sorted(sys.modules.items()) if module]))
"""
#: What only a command that runs may need.
HEAVY = (
    *("comodit_client.aio", "comodit_client.api", "comodit_client.config", "comodit_client.rest"),
    *("comodit_client.sandbox", "comodit_client.wire"),
    *("attr", "attrs", "httpx", "jmespath", "pygments", "rich", "yaml"),
)
#: The version is a module of the library that imports nothing.
LIGHT = ("comodit_client.rest", "comodit_client.rest.version")


def loaded(line: str, **environment: str) -> list[str]:
    """Return the modules of HEAVY, and those in them, that are loaded after a line has run."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *line.split()],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    modules: list[str] = json.loads(done.stdout.splitlines()[-1])
    return [one for one in modules if one not in LIGHT and any(f"{one}.".startswith(f"{heavy}.") for heavy in HEAVY)]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "--help",
        "--version",
        "hosts",
        "hosts list --help",
        "help organizations orchestrations",
        "hosts lst",
        "hosts list O",
        "hosts list O E --outptu json",
        "--raw hosts list O E -o xml",
    ],
)
def test_help_and_usage_errors_load_nothing(line: str) -> None:
    assert loaded(line) == []


def test_the_probe_sees_what_a_command_loads() -> None:
    found = loaded("organizations list --api http://127.0.0.1:1/api --token T")
    assert {"attrs", "comodit_client.api", "httpx"} <= set(found)
    assert [one for one in found if one.split(".")[0] in ("rich", "pygments", "yaml", "jmespath")] == []


@pytest.mark.parametrize("line", ["comodit hosts li", "comodit hosts list O E --outp", "comodit -o js"])
def test_completion_of_words_loads_nothing(line: str) -> None:
    environment = {"_COMODIT_COMPLETE": "bash", "_COMODIT_LINE": line, "_COMODIT_BREAKS": " "}
    assert loaded("", **environment) == []


def test_the_groups_of_other_words_are_not_loaded() -> None:
    probe = PROBE.replace("if module", "if '._commands.' in name")
    done = subprocess.run(
        [sys.executable, "-c", probe, "hosts", "list", "--help"], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == ["comodit_client._commands.hosts"]
