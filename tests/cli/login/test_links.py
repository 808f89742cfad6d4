"""The URLs of entities, for which no request is sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ([], "/organizations/"),
        (["O"], "/organizations/O"),
        (["O", "E"], "/organizations/O/environments/E"),
        (["O", "a/b", "ü h"], "/organizations/O/environments/a%2Fb/hosts/%C3%BC%20h"),
    ],
)
def test_the_url(run: Run, home: Path, words: list[str], path: str) -> None:
    result = run("open", *words, "--api", "https://nowhere.invalid/api/")
    assert (result.status, result.out) == (0, f"https://nowhere.invalid/api{path}\n")
    assert "web interface" in result.err


def test_the_profile_names_the_server(run: Run, home: Path) -> None:
    (home / ".comoditrc").write_text("[client]\ndefault_profile=p\n[p]\napi=https://p/api\ntoken=t\n")
    assert run("open", "O", "-q").out == "https://p/api/organizations/O\n"
    assert run("open", "O", "--profile", "q").status == 4


def test_names_that_no_url_has(run: Run, home: Path) -> None:
    assert run("open", "..", "--api", "https://h/api").status == 2


def test_no_server(run: Run, home: Path) -> None:
    assert run("open", "O").status == 4
