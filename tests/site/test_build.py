"""The build of a small site: it imports nothing, and any warning fails it."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml

from website.__main__ import ROOT, main

PETS = '''
"""Pets."""

raise ImportError("this module must not be imported")


def feed(food: str) -> None:
    """Feed the pet.

    {}

    Args:
        {}: The food.
    """
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the folder of a project with the plug-ins of this one, and a page for one module."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for name in ("exclude_docs", "extra", "extra_css", "extra_javascript", "nav"):
        del settings[name]
    options = next(one["mkdocstrings"] for one in settings["plugins"] if "mkdocstrings" in one)
    python = options["handlers"]["python"]
    python["paths"] = ["source"]
    python["options"]["extensions"] = []
    settings |= {
        "theme": {"name": "material", "font": False},
        "use_directory_urls": False,
        "plugins": ["search", {"mkdocstrings": options}],
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Zoo\n\n::: zoo_of_the_site\n", encoding="utf-8")
    (tmp_path / "source").mkdir()
    return tmp_path


def built(project: Path, text: str, argument: str = "food") -> int:
    source = textwrap.dedent(PETS).format(text, argument)
    (project / "source" / "zoo_of_the_site.py").write_text(source, encoding="utf-8")
    return main(project)


def test_a_module_is_not_imported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert built(project, "[The page](index.md)") == 0
    assert "site/: 2 pages, " in capsys.readouterr().out
    assert 'id="zoo_of_the_site.feed"' in (project / "site" / "index.html").read_text(encoding="utf-8")


def test_a_dead_link_in_a_docstring_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert built(project, "[The page](pets.md)") == 1
    assert "index.html: pets.html: there is no such file\n" in capsys.readouterr().err


def test_a_dead_link_in_a_page_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs" / "index.md").write_text("# Zoo\n\n[Pets](pets.md)\n", encoding="utf-8")
    assert built(project, "") == 1
    assert "page does not exist" in capsys.readouterr().err


def test_a_docstring_of_an_unknown_argument_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert built(project, "", argument="drink") == 1
    assert "'drink' does not appear in the function signature" in capsys.readouterr().err


def test_a_page_without_a_source_is_removed(project: Path) -> None:
    (project / "docs" / "pets.md").write_text("# Pets\n", encoding="utf-8")
    assert built(project, "") == 0
    assert (project / "site" / "pets.html").is_file()
    (project / "docs" / "pets.md").unlink()
    assert built(project, "") == 0
    assert not (project / "site" / "pets.html").exists()
