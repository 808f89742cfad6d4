"""The programs of README.md and examples/ pass the strictest type checks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.docs.conftest import Page


def readme_programs(root: Path) -> dict[str, str]:
    """Return each Python block of README.md, named after its line."""
    blocks = Page(root / "README.md").blocks
    return {f"readme_line_{block.above}.py": block.text for block in blocks if block.language == "python"}


def test_the_quick_starts_pass_mypy_strict(root: Path, tmp_path: Path) -> None:
    programs = readme_programs(root)
    assert len(programs) == 3
    for name, text in programs.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    # The project's own configuration, so that the cache of `make types` serves here as well.
    files = [*map(str, tmp_path.glob("*.py")), *map(str, (root / "examples").glob("*.py"))]
    command = [sys.executable, "-m", "mypy", "--strict", *files]
    checked = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
