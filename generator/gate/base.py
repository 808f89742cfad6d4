"""Finds the version to compare with, and reads it without touching the working tree."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from generator.errors import SchemaError


class NoRepository(Exception):
    """The project is not in a git repository, as in an unpacked source distribution."""


@frozen
class Base:
    """The version to compare with.

    Args:
        name: Its tag, or the revision that was asked for.
        commit: Its commit.
    """

    name: str
    commit: str


def find(root: Path, asked: str | None, first: str | None) -> Base:
    """Return the version to compare with: the last tag of a release, unless another one is asked for.

    Args:
        root: The folder of the project.
        asked: A revision, or None.
        first: The commit to compare with until the first release.

    Raises:
        NoRepository: The folder is in no git repository.
        SchemaError: The repository does not have that version.
    """
    if not (root / ".git").exists():
        raise NoRepository
    checked = _run(root, "rev-parse", "--git-dir")
    if checked.returncode != 0:  # git is not installed, or does not trust the folder
        detail = checked.stderr.strip()
        raise SchemaError([f"git cannot read the repository, so there is nothing to compare with: {detail}"])
    name = asked or _git(root, "describe", "--tags", "--abbrev=0", "--match", "v*") or first
    if not name:
        raise SchemaError(["no tag v* and no `base` in breaking.toml: pass BASE=<revision>"])
    commit = _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if not commit:
        how = "run `git fetch --unshallow --tags`, or pass another BASE=<revision>"
        raise SchemaError([f"the revision {name} is not in this clone, so nothing can be compared with it: {how}"])
    return Base(name if len(name) < 40 else name[:10], commit)


def extract(root: Path, base: Base, parts: Iterable[str], folder: Path) -> None:
    """Write the files of a version to a folder.

    Args:
        root: The folder of the project.
        base: The version.
        parts: The files and folders to write, if the version has them.
        folder: An empty folder.
    """
    there = _git(root, "ls-tree", "--name-only", base.commit, *parts).split()
    command = ["git", "-C", str(root), "archive", "--format=zip", "-0", base.commit, *there]
    packed = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - a commit that git resolved
    zipfile.ZipFile(io.BytesIO(packed)).extractall(folder)


def _git(root: Path, *arguments: str) -> str:
    done = _run(root, *arguments)
    return done.stdout.strip() if done.returncode == 0 else ""


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - no shell
    except FileNotFoundError:
        return subprocess.CompletedProcess(command, 127, "", "git is not installed: install it")
