"""The tables of the guides to definitions list members and methods that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from comodit_client import api
from comodit_client.api import ApplicationFile, Export, Import, application


def class_of(name: str) -> Any:
    """Return a class of the module of applications, which has a User and a Group of its own, or of the API."""
    return getattr(application, name, None) or getattr(api, name)


def rows(root: Path, page: str, pattern: str) -> list[tuple[str, ...]]:
    """Return the groups of each row of a page's tables that matches."""
    text = (root / "docs" / "how-to" / page).read_text(encoding="utf-8")
    found = [match.groups() for match in re.finditer(pattern, text, re.MULTILINE)]
    assert found, page
    return found


def test_the_lists_of_an_application_have_these_elements(root: Path) -> None:
    for member, kind in rows(root, "applications.md", r"^\| `(\w+)` \| `(\w+)` \| .+ \|$"):
        assert isinstance(getattr(application.Application, member), property), member
        assert isinstance(class_of(kind), type)


@pytest.mark.parametrize("name", ["applications.md", "files-and-templates.md"])
def test_the_classes_have_these_members(root: Path, name: str) -> None:
    for kind, members in rows(root, name, r"^\| .+ \| `([A-Z]\w+)` \| (`.*) \|$"):
        for member in re.findall(r"`(\w+)`", members):
            assert isinstance(getattr(class_of(kind), member), property), (kind, member)


def test_a_file_has_the_methods_that_read_it(root: Path) -> None:
    for (method,) in rows(root, "files-and-templates.md", r"^\| `(\w+)\(\)` \|"):
        assert callable(getattr(ApplicationFile, method)), method


@pytest.mark.parametrize(("kind", "prefix"), [(Export, "export_"), (Import, "import_")])
def test_exports_and_imports_have_these_methods(root: Path, kind: type, prefix: str) -> None:
    for (methods,) in rows(root, "export-import-sync.md", rf"^\| (`{prefix}\w+`.*?) \|"):
        for name in re.findall(rf"`({prefix}\w+)`", methods):
            assert callable(getattr(kind, name)), name
