"""The verdict on what the conversion itself writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from comodit_client.ansible.convert import convert
from comodit_client.ansible.judge import compare
from comodit_client.ansible.project import Options

from . import made

SHOP = {name.removeprefix("applications/Shop/"): file for name, file in made.ARCHIVE.items() if "s/Shop/" in name}


@pytest.mark.parametrize(("archive", "files"), [(made.ARCHIVE, 7), (SHOP, 6)])
@pytest.mark.parametrize("with_secrets", [True, False])
def test_a_conversion_is_equal(tmp_path: Path, archive: dict[str, Any], files: int, with_secrets: bool) -> None:
    folder, password = made.write(tmp_path / "archive", archive), tmp_path / "password"
    password.write_text("secret")
    options = Options(vault_password_file=password if with_secrets else None)
    verdict = convert(folder, tmp_path / "out", options=options, judge=compare).verdict
    assert verdict is not None
    assert verdict.ok(), str(verdict)
    assert verdict.equal == files
    assert f"{files} of {files} files" in (tmp_path / "out/LOSSES.md").read_text()
