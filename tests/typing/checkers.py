"""Run type checkers over programs, one process each, and return the lines that they report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.docs.conftest import ROOT
from tests.typing.programs import label

BIN = Path(sys.executable).parent
Checker = Callable[[list[Path], Path], Iterator[tuple[str, str]]]


def mypy(files: list[Path], folder: Path) -> Iterator[tuple[str, str]]:
    """Run mypy with the project's own configuration, so that the cache of `make types` serves here as well."""
    for line in output("mypy", "--strict", "--output=json", *files).splitlines():
        found = json.loads(line)
        if found["severity"] != "note":
            yield label(found["file"], found["line"]), found["message"]


def pyright(files: list[Path], folder: Path) -> Iterator[tuple[str, str]]:
    """Run pyright in its strict mode, in which it reads a configuration file only."""
    config = folder / "pyrightconfig.json"
    # It ignores absolute paths.
    include = [os.path.relpath(file, folder) for file in files]
    settings = {"include": include, "extraPaths": SOURCES, "typeCheckingMode": "strict"}
    config.write_text(json.dumps(settings | {"pythonVersion": "3.11"}), encoding="utf-8")
    report = json.loads(output("pyright", "--outputjson", "--pythonpath", sys.executable, "--project", config))
    for found in report["generalDiagnostics"]:
        yield label(found["file"], found["range"]["start"]["line"] + 1), found["message"]


def pyrefly(files: list[Path], folder: Path) -> Iterator[tuple[str, str]]:
    """Run pyrefly with its defaults."""
    config = folder / "pyrefly.toml"
    options = {"search-path": SOURCES, "python-interpreter-path": sys.executable, "python-version": "3.11"}
    config.write_text("".join(f"{name} = {json.dumps(value)}\n" for name, value in options.items()), encoding="utf-8")
    report = json.loads(output("pyrefly", "check", "--output-format=json", "--config", config, *files))
    for found in report["errors"]:
        yield label(found["path"], found["line"]), found["description"]


def ty(files: list[Path], folder: Path) -> Iterator[tuple[str, str]]:
    """Run ty with its defaults."""
    paths = [f"--extra-search-path={source}" for source in SOURCES]
    for found in json.loads(output("ty", "check", "--output-format=gitlab", *paths, *files)):
        place = found["location"]
        yield label(place["path"], place["positions"]["begin"]["line"]), found["description"]


SOURCES = [str(ROOT / "generated"), str(ROOT / "handwritten")]
CHECKERS: list[Checker] = [mypy, pyright, pyrefly, ty]


def output(program: str, *arguments: Any) -> str:
    """Return what a checker prints; its exit status says only whether it reports anything."""
    command = [BIN / program, *arguments]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stdout + ran.stderr
    return ran.stdout
