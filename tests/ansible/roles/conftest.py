"""The conversion of one application, in a call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.ansible.roles.exports import PASSWORD, Roles, convert, write


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    file = tmp_path / "password"
    file.write_text(PASSWORD)
    return file


@pytest.fixture
def shop(tmp_path: Path) -> Callable[..., Roles]:
    """Convert an application with the name Shop."""

    def converted(contents: Mapping[str, bytes | str] | None = None, /, options: Any = None, **members: Any) -> Roles:
        write(tmp_path / "export" / "Shop", {"name": "Shop", "packages": [], **members}, contents)
        return convert(tmp_path / "export", **(options or {}))

    return converted
