"""Formats, writes and compares the generated files."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.config import Config
from generator.errors import SchemaError

Tree = dict[str, str]
#: The settings of ruff for a package that has none of its own.
SETTINGS = ("line-length=120", 'target-version="py311"')


def formatted(tree: Tree, config: Config) -> Tree:
    """Format the Python files of a tree, and the Python blocks of its Markdown, with the configured settings of ruff.

    Args:
        tree: The text of each file, by its path.
        config: The configuration.

    Returns:
        The formatted text of each file, by its path.

    Raises:
        SchemaError: A file is not valid Python.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(tree, folder)
        # A template imports for all modules: this removes the imports that one does not use, and stray blank lines.
        _ruff(config, "check", "--fix-only", "--select", "F401,I,RUF022", name)
        _ruff(config, "format", name)
        return {path: (folder / path).read_text(encoding="utf-8") for path in tree}


def write(tree: Tree, folder: Path) -> None:
    """Write a tree. All other files in the folder are removed.

    Args:
        tree: The text of each file, by its path.
        folder: The folder to replace.
    """
    if folder.exists():
        shutil.rmtree(folder)
    for path, text in tree.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def differences(tree: Tree, folder: Path) -> list[str]:
    """Compare a tree with the files in a folder.

    Args:
        tree: The text of each file, by its path.
        folder: The folder to compare with.

    Returns:
        A line for each file that is missing, stale or different; empty if nothing differs.
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


def _ruff(config: Config, command: str, *arguments: str) -> None:
    # Run in the root: the `src` of the configuration is relative to the working directory.
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "ruff", command, "--no-cache", *_settings(config), *arguments],
        cwd=config.root,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise SchemaError([f"ruff {command} failed on the generated code: {done.stdout}{done.stderr}".rstrip()])


def _settings(config: Config) -> list[str]:
    if config.ruff is not None:
        return ["--config", str(config.ruff)]
    own = [*SETTINGS, f'lint.isort.known-first-party=["{config.package.split(".")[0]}"]']
    return ["--isolated", *(part for setting in own for part in ("--config", setting))]
