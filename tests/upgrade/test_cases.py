"""Scripts before and after the upgrade, with the advice for each: the folders of data/."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from comodit_client.upgrade.rewrite import Upgraded, upgrade

DATA = Path(__file__).parent / "data"
CASES = sorted(DATA.iterdir())


def upgraded(text: str, timeout: int | None = None) -> Upgraded:
    result = upgrade(text, Path("script.py"), timeout)
    assert result is not None, "it does not import the library"
    return result


def advice(result: Upgraded) -> str:
    """Return the advice as the files of data/ have it: without the links."""
    return "".join(f"{each.line}: {each.message.partition(' See http')[0]}\n" for each in result.advice)


def read(case: Path, name: str) -> str:
    return (case / f"{name}.txt").read_text(encoding="utf-8")


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_a_script_is_rewritten(case: Path) -> None:
    result = upgraded(read(case, "before"))
    assert result.text == read(case, "after")
    assert advice(result) == read(case, "advice")


def test_a_second_run_changes_nothing(case: Path) -> None:
    after = read(case, "after")
    assert upgraded(after).text == after
    with_timeouts = upgraded(after, timeout=60).text
    assert upgraded(with_timeouts, timeout=30).text == with_timeouts


def test_comments_stay_where_they_are(case: Path) -> None:
    def comments(name: str) -> list[str]:
        return [line.partition("  # ")[2] for line in read(case, name).splitlines() if "  # " in line]

    assert comments("before") == comments("after")


def test_timeouts_are_added_only_when_they_are_asked_for() -> None:
    before = read(DATA / "waits", "before")
    assert upgraded(before).text == before
    result = upgraded(before, timeout=1800)
    added = [line for line in result.text.splitlines() if line not in before.splitlines()]
    assert added == [
        "host.wait_for_pending_changes(timeout=1800)",
        'host.wait_for_state("READY", timeout=1800)',
        '    "publicDnsName", timeout=1800,  # not the address',
        'host.get_instance().wait_for_property(key=("publicDnsName"), timeout=1800)',
        "host.wait_for_pending_changes(timeout=1800",
        "host.provision().wait(timeout=1800)",
    ]
    ast.parse(result.text)
    assert advice(result).startswith("20: wait_for_pending_changes() has no timeout")
    assert advice(result).count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "import sys\nhost.wait_for_state('READY', time_out=5)\n",
        "'''from comodit_client.api import Client'''\nhost.wait_for_state('READY', time_out=5)\n",
        "from comodit_client_of_others import Client\nClient().get_host().wait_for_state('READY', time_out=5)\n",
        "from .comodit_client import api\napi.Client().wait_for_state('READY', time_out=5)\n",
        "print 'comodit_client'\n",
    ],
)
def test_a_script_without_the_library_is_left_alone(text: str) -> None:
    assert upgrade(text, Path("script.py")) is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["old-modules", "renamed-arguments", "contents", "values"])
def test_line_ends_stay(name: str, end: str) -> None:
    before, after = (read(DATA / name, part).replace("\n", end) for part in ("before", "after"))
    result = upgraded(before)
    assert result.text == after
    assert advice(result) == read(DATA / name, "advice")


def test_other_line_separators_are_no_line_ends() -> None:
    text = 'from comodit_client.api import flavors\nx = "\x0c\x85\u2028"\nfrom comodit_client.api import flavors\n'
    assert upgraded(text).text == text.replace("import flavors", "import flavor as flavors")


def test_lines_of_advice_are_those_of_the_text_that_is_read() -> None:
    before = read(DATA / "old-modules", "before")
    result = upgraded(before)
    for text, found in ((before, result.advice), (result.text, result.advice_after)):
        lines = text.splitlines()
        assert [lines[each.line - 1].strip() for each in found] == [
            "import comodit_client.api.hostGroup",
            "from comodit_client.api.hostGroup import (",
        ]
    assert [each.line for each in result.advice] != [each.line for each in result.advice_after]
