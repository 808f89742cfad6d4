"""Lists and defaults in the text of the pages are those of the code."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from comodit_client.config import Config
from comodit_client.rest.options import RetryPolicy, Timeouts
from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.faults.kinds import KINDS, Fault
from comodit_client.wire.hosts import Host
from tests.docs.conftest import DOCS, Page

RELIABILITY = Page(DOCS / "explanation" / "reliability.md")
DURATION = re.compile(r"\d+ ms")


def guide(name: str) -> Page:
    return Page(DOCS / "how-to" / f"{name}.md")


@pytest.mark.parametrize("kind", [RetryPolicy, Timeouts])
def test_the_options_and_their_defaults_are_listed(kind: type[Any]) -> None:
    table = RELIABILITY.text.split(f"| `{kind.__name__}` |")[1].split("\n\n")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| `?(.*?)`? \|", table, re.MULTILINE))
    default = kind()
    defaults = {name: getattr(default, name) for name in inspect.signature(kind).parameters}
    written = {name: value if isinstance(value, float | int) else sorted(value) for name, value in defaults.items()}
    assert rows == {name: str(value).strip("[]") for name, value in written.items()}


def test_the_kinds_of_faults_and_their_options_are_listed() -> None:
    section = guide("the-sandbox").text.split("\n## Inject faults\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `([\w-]+)` \| [^`|]+ \|$", section, re.MULTILINE) == list(KINDS)
    rows = dict(re.findall(r"^\| `(\w+)` \| (?:`(.*?)`|none|by kind) \| ", section, re.MULTILINE))
    options = {name: option.default for name, option in inspect.signature(Fault).parameters.items() if name != "kind"}
    assert rows == {name: "" if default is None else str(default) for name, default in options.items()}


def test_the_example_of_a_profile_is_valid(tmp_path: Path) -> None:
    (example,) = (block.text for block in guide("sessions").blocks if block.language == "text")
    path = tmp_path / ".comoditrc"
    path.write_text(example, encoding="utf-8")
    assert Config(path).get_api(None) == "https://my.comodit.com/api"


def test_the_example_of_an_alias_and_of_members_that_are_read_only() -> None:
    view: Any = Host  # a type checker would report what is asserted
    host = view({"name": "web-1", "platform": "Demo Platform"})
    assert host.platform_name == "Demo Platform"
    assert "only read on creation" in view.platform_name.__doc__
    assert (view.settings_f.fset, view.state.fset, view.name.fdel) == (None, None, None)
    assert host.application_names == []


def test_the_verbose_command_writes_the_log_that_is_shown(comodit_sandbox: Sandbox) -> None:
    command, shown = (block.text for block in guide("log-requests").blocks if block.language in ("text", "console"))
    words = command.removeprefix("$ comodit ").split()
    credentials = ["--api", comodit_sandbox.url, "--user", "UUU", "--pass", "PPP"]
    line = [sys.executable, "-m", "comodit_client.cli", *words, *credentials]
    written = subprocess.run(line, check=True, capture_output=True, text=True).stderr
    assert DURATION.sub("", written).startswith(DURATION.sub("", shown))
