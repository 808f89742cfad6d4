"""Run the quick start and the unit tests in other environments than .venv.

    python -m tests.packaging.environments matrix    # every supported Python that is installed
    python -m tests.packaging.environments lowest    # the lowest versions of the dependencies, then the newest
    python -m tests.packaging.environments wheel     # the quick start from the wheel in dist/, with every Python

Each environment is a folder in .venvs/. For the wheel it is always new, otherwise when pyproject.toml changes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".venvs"
PYPROJECT = ROOT / "pyproject.toml"
PYENV = Path.home() / ".pyenv" / "versions"
PROJECT: dict[str, Any] = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
#: Say which versions are installed, of the packages that are given.
VERSIONS = (
    "import sys, importlib.metadata as m; print(*(f'{name} {m.version(name)}' for name in sys.argv[1:]), sep=', ')"
)


def supported() -> list[str]:
    """Return the Python versions that the project names, such as "3.11"."""
    return re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))


def interpreter(version: str) -> Path | None:
    """Return the interpreter of a version: that on the path, or the newest that pyenv has."""
    named = shutil.which(f"python{version}")
    managed = PYENV.glob(f"{version}.*/bin/python{version}")
    by_release = sorted(managed, key=lambda path: int(re.sub(r"\D.*", "", path.parts[-3].split(".")[2])), reverse=True)
    for candidate in (*([Path(named)] if named else ()), *by_release):
        # A shim of pyenv is on the path also for versions that are not installed.
        if subprocess.run([candidate, "-c", ""], capture_output=True, check=False).returncode == 0:
            return candidate
    return None


def lower_bounds() -> dict[str, str]:
    """Return the lowest allowed version of each package that the library and the sandbox need."""
    requirements = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["sandbox"]]
    pairs = [requirement.partition(">=")[::2] for requirement in requirements]
    return {name: re.split(r"[,;\s]", version)[0] for name, version in pairs}


def prepare(name: str, python: Path, *options: str) -> Path:
    """Make an environment with all that the tests need; return its folder."""
    folder = FOLDER / name
    ready = folder / ".ready"
    if not ready.exists() or ready.stat().st_mtime < PYPROJECT.stat().st_mtime:
        subprocess.run([python, "-m", "venv", "--clear", folder], check=True)
        command = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*command, *options, "--editable", ".[dev]"], cwd=ROOT, check=True)
        ready.touch()
    return folder


def check(folder: Path) -> Iterator[str]:
    """Run the quick start and the unit tests; yield what failed."""
    if subprocess.run([folder / "bin" / "python", ROOT / "examples" / "demo.py"], check=False).returncode:
        yield f"{folder.name}: quick start"
    if subprocess.run(["make", "unit", f"VENV={folder.relative_to(ROOT)}"], cwd=ROOT, check=False).returncode:
        yield f"{folder.name}: unit tests"


def installed() -> Iterator[tuple[str, Path]]:
    """Yield each supported Python that is installed with its version; say which ones are not."""
    missing = []
    for version in supported():
        if (python := interpreter(version)) is None:
            missing.append(version)
            continue
        print(f"== Python {version}: {python}", flush=True)
        yield version, python
    for version in missing:
        print(f"== Python {version}: NOT TESTED, there is no python{version} on the path or in {PYENV}", flush=True)


def matrix() -> Iterator[str]:
    """Check every supported Python that is installed; yield what failed."""
    for version, python in installed():
        yield from check(prepare(version, python))


def wheel() -> Iterator[str]:
    """Check the wheel in dist/ with every supported Python that is installed; yield what failed."""
    (file,) = (ROOT / "dist").glob("*.whl")
    for version, python in installed():
        yield from try_wheel(python, file, FOLDER / f"wheel-{version}")


def try_wheel(python: Path, file: Path, folder: Path) -> Iterator[str]:
    """Install a wheel in a new environment, first without extras; yield which of its programs fail."""
    subprocess.run([python, "-m", "venv", "--clear", folder], check=True)
    programs = folder / "bin"
    # Away from the checkout, and without what the environment adds to the path of imports.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    pip = [programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for extras, status, text in (
        ("", 1, "Run: pip install 'comodit-client["),
        ("[cli,sandbox]", 0, file.name.split("-")[1]),
    ):
        subprocess.run([*pip, f"{file}{extras}"], check=True, cwd=folder)
        for name in ("comodit", "comodit-sandbox"):
            command = [programs / name, "--version"]
            done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder, env=environment)
            if done.returncode != status or text not in done.stdout + done.stderr:
                yield f"{folder.name}: {name} --version of comodit-client{extras}: {done.stdout}{done.stderr}"
    demo = shutil.copytree(ROOT / "examples", folder / "examples") / "demo.py"
    if subprocess.run([programs / "python", demo], check=False, cwd=folder, env=environment).returncode:
        yield f"{folder.name}: quick start"


def lowest() -> Iterator[str]:
    """Check the lowest allowed versions of the dependencies, then the newest; yield what failed."""
    bounds = lower_bounds()
    FOLDER.mkdir(exist_ok=True)
    constraints = FOLDER / "lowest.txt"
    constraints.write_text("".join(f"{name}=={version}\n" for name, version in bounds.items()))
    for name, options in (("lowest", ("--constraint", str(constraints))), ("newest", ("--upgrade",))):
        folder = prepare(name, Path(sys.executable), *options)
        shown = subprocess.check_output([folder / "bin" / "python", "-c", VERSIONS, *bounds], text=True)
        print(f"== {name}: {shown}", end="", flush=True)
        yield from check(folder)


def main() -> int:
    """Run what the command line names.

    Returns:
        The exit status: 1 if anything failed.
    """
    commands = {"matrix": matrix, "lowest": lowest, "wheel": wheel}
    if (name := sys.argv[1]) not in commands:
        raise SystemExit(f"Unknown command {name!r}. Use one of {', '.join(commands)}.")
    failed = list(commands[name]())
    print("\n".join(f"FAILED {text}" for text in failed) or "All passed.")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
