"""The files of the project that no program of the library reads."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.docs.conftest import ROOT


@pytest.fixture(scope="session")
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def pythons(pyproject: dict[str, Any]) -> list[str]:
    """Return the supported versions of Python, as the classifiers name them."""
    prefix = "Programming Language :: Python :: 3."
    return [one.rpartition(" ")[2] for one in pyproject["project"]["classifiers"] if one.startswith(prefix)]
