"""Build the distributions, and run programs with the contents of a wheel and nothing else of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BACKEND = "import sys, hatchling.build; print(hatchling.build.build_sdist(sys.argv[1]))"


def run(*command: object, **options: Any) -> str:
    """Run a command that must succeed; return what it prints."""
    line = [str(part) for part in command]
    return subprocess.run(line, check=True, capture_output=True, text=True, **options).stdout


def build_wheel(source: Path, folder: Path) -> Path:
    """Build the wheel of a source folder."""
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, source)
    (file,) = folder.glob("*.whl")
    return file


def build_sdist(source: Path, folder: Path) -> Path:
    """Build the sdist of a source folder with the backend that it asks for."""
    needed = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    backend = folder / "backend"
    run(sys.executable, "-m", "pip", "install", "--quiet", "--target", backend, *needed)
    environment = {**os.environ, "PYTHONPATH": str(backend)}
    return folder / run(sys.executable, "-c", BACKEND, folder, cwd=source, env=environment).strip()


def isolated(code: str, *path: object, missing: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run code that finds packages in the given folders, then where httpx is; some modules are missing."""
    folders = [str(folder) for folder in (*path, sysconfig.get_path("purelib"))]
    setup = f"import sys; sys.path.extend({folders}); sys.modules.update(dict.fromkeys({list(missing)}))"
    command = [sys.executable, "-I", "-S", "-c", f"{setup}\n{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def module(name: str, program: str, *line: str) -> str:
    """Return the code that runs a module as a program."""
    return f"import runpy; sys.argv = {[program, *line]}; runpy.run_module({name!r}, run_name='__main__')"
