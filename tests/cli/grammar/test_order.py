"""Options before, between and after the words of a command."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comodit_client.cli import table, tree
from comodit_client.cli.words import ordered
from tests.cli.commands.lines import COMMANDS
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "line",
    [
        "-o json environments list OOO",
        "environments -o json list OOO",
        "environments list -o json OOO",
        "environments list OOO -o json",
        "environments --raw list OOO",
        "environments -ojson list OOO",
        "-qo json environments list OOO",
        "environments -qojson list OOO",
        "environments --output=json list OOO",
        "--raw environments list -- OOO",
        "--raw environments -- list OOO",
        "--raw -- environments list OOO",
    ],
)
def test_options_stand_anywhere(cli: Run, line: str) -> None:
    assert [one["name"] for one in cli(*line.split()).json] == ["Default"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("--profile hosts hosts list", "hosts list --profile hosts"),
        ("--profile=hosts hosts list", "hosts list --profile=hosts"),
        ("hosts --profile list list", "hosts list --profile list"),
        ("hosts --profile -- list", "hosts list --profile --"),
        ("hosts --profile --raw list", "hosts list --profile --raw"),
        ("hosts show list --raw show", "hosts show list --raw show"),
        ("hosts show hosts show help", "hosts show hosts show help"),
        ("-vqo json hosts list", "hosts list -vqo json"),
        ("-fhosts hosts add", "hosts add -fhosts"),
        ("-f hosts hosts add", "hosts add -f hosts"),
        ("hosts show -- -x --raw", "hosts show -- -x --raw"),
        ("--raw hosts -- show -x", "hosts show --raw -- -x"),
        ("hosts - list", "hosts -"),
        ("help", "--help"),
        ("help hosts list", "hosts list --help"),
        ("hosts list --version", "--version"),
        ("hosts list O E --version", "hosts list O E --version"),
        ("--profile --version hosts list", "hosts list --profile --version"),
        ("hosts list --describe", "--describe"),
        ("-v sandbox --port 0 --version", "sandbox -v --port 0 --version"),
        ("sandbox --version", "sandbox --version"),
        ("", ""),
    ],
)
def test_only_what_stands_before_the_last_word_is_moved(line: str, expected: str) -> None:
    found = ordered(line.split())
    assert found[: len(expected.split())] == expected.split()


def test_a_long_line_takes_one_step_for_each_argument(monkeypatch: pytest.MonkeyPatch) -> None:
    class Counted(list[str]):
        steps = 0

        def __getitem__(self, index: Any) -> Any:
            Counted.steps += 1 if isinstance(index, int) else len(range(*index.indices(len(self))))
            return super().__getitem__(index)

    line = Counted([*["--set", "a=1"] * 10_000, "hosts", "update", *["x"] * 10_000])
    assert ordered(line) == [*line[-10_002:-10_000], *line[:20_000], *line[-10_000:]]
    assert Counted.steps < 5 * len(line)


#: Texts that an option or an argument may be, among them words and things that look like options in the middle.
TEXTS = st.one_of(
    st.sampled_from(["", "hosts", "list", "help", "json", "a=b", "é ü", "-", "O/O", "x" * 300]),
    st.text(max_size=8).filter(lambda text: not text.startswith("-")),
)


def call_of(line: list[str]) -> tuple[str, Mapping[str, Any]]:
    """Return the words and the values of a line, as the command gets them."""
    seen: list[tuple[str, Mapping[str, Any]]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree.Leaf, "_run", lambda self, **values: seen.append((" ".join(self.words), values)))
        tree.Root().main(ordered(line), prog_name="comodit", standalone_mode=False)
    return seen[0]


@st.composite
def placed(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Draw a line with all options at its end, and the same with options anywhere."""
    words = draw(st.sampled_from([one for one, spec in COMMANDS.items() if "passthrough" not in spec["traits"]]))
    spec = COMMANDS[words]
    arguments = [draw(TEXTS) for one in table.arguments_of(spec) if not one.get("optional")]
    known = draw(st.lists(st.sampled_from(list(table.options_of(spec))), max_size=5, unique_by=lambda one: one[0]))
    options = [draw(spelled(option)) for _, option, _ in known]
    parts = [[part] for part in [*words.split(), *arguments]]
    mixed = list(parts)
    for option in draw(st.permutations(options)):
        mixed.insert(draw(st.integers(0, len(mixed))), option)
    return [text for part in [*parts, *options] for text in part], [text for part in mixed for text in part]


@st.composite
def spelled(draw: st.DrawFn, option: table.OptionSpec) -> list[str]:
    """Draw a spelling of an option and its value."""
    flag = draw(st.sampled_from(option["flags"]))
    if "value" not in option:
        return [flag]
    value = draw(st.sampled_from(option["choices"]) if "choices" in option else TEXTS)
    separate, joined = [flag, value], [f"{flag}={value}" if flag.startswith("--") else f"{flag}{value}"]
    return draw(st.sampled_from([separate, joined])) if value else separate


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(placed())
def test_the_place_of_options_does_not_matter(lines: tuple[list[str], list[str]]) -> None:
    plain, mixed = lines
    assert call_of(mixed) == call_of(plain)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(TEXTS, st.sampled_from(["--", "--raw", "-o", "--help", "-x", "hosts", "show", "--set"]))))
def test_any_line_is_a_command_or_a_usage_error(line: list[str]) -> None:
    with suppress(click.UsageError, click.exceptions.Exit, IndexError):  # nothing runs for help
        call_of(line)
