"""Puts the generated tree where it belongs, or says how it differs from what is there."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.errors import SchemaError
from generator.paths import ROOT

Tree = dict[str, str]


def formatted(tree: Tree) -> Tree:
    """Format the Python files of a tree as the project's are.

    Args:
        tree: The text of each file, by its path.

    Returns:
        The same, formatted.

    Raises:
        SchemaError: A file is no Python.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(tree, folder)
        # What a template imports for all modules and one does not use goes; so do blank lines and line ends of its own.
        _ruff("check", "--fix-only", "--select", "F401,I,RUF022", name)
        _ruff("format", name)
        return {path: (folder / path).read_text(encoding="utf-8") for path in tree}


def write(tree: Tree, folder: Path) -> None:
    """Write a tree; what stood in the folder before goes.

    Args:
        tree: The text of each file, by its path.
        folder: Where to write it.
    """
    if folder.exists():
        shutil.rmtree(folder)
    for path, text in tree.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def differences(tree: Tree, folder: Path) -> list[str]:
    """Compare a tree with what is in a folder.

    Args:
        tree: The text of each file, by its path.
        folder: Where it should stand.

    Returns:
        A line for each file that is missing, stale or different; none when they are the same.
    """
    there = {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    found = [f"missing: {path}" for path in sorted(tree.keys() - there)]
    found += [f"stale: {path}" for path in sorted(there - tree.keys())]
    found += [
        f"differs: {path}"
        for path in sorted(tree.keys() & there)
        if (folder / path).read_bytes() != tree[path].encode("utf-8")
    ]
    return found


def _ruff(command: str, *arguments: str) -> None:
    config = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    # From the root: what the configuration calls ours is relative to the folder that ruff is started in.
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "ruff", command, *config, *arguments], cwd=ROOT, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise SchemaError([f"ruff {command} refuses what was made: {done.stdout}{done.stderr}".rstrip()])
