"""The sdist: everything can be regenerated, tested and built from it, without git."""

import os
import subprocess
import sys
import zipfile

import pytest

from tests.packaging.wheels import ROOT, build_wheel

# The sdist and a wheel are built, which takes seconds.
pytestmark = pytest.mark.slow

FILES = (
    ".ci/run",
    ".gitignore",
    ".importlinter",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "PKG-INFO",
    "README.md",
    "breaking.toml",
    "generator.toml",
    "mkdocs.yml",
    "pyproject.toml",
    "uv.lock",
)
FOLDERS = (
    "benchmarks",
    "docs",
    "examples",
    "generated",
    "generator",
    "handwritten",
    "release",
    "schema",
    "tests",
    "website",
)
CACHES = {"__pycache__", "node_modules", ".git", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"}


def run(unpacked, *command):
    """Run a module in the unpacked sdist; its own packages come first."""
    folders = [str(unpacked / name) for name in ("generated", "handwritten", ".")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(folders)}
    line = [sys.executable, "-m", *command]
    return subprocess.run(line, cwd=unpacked, env=environment, capture_output=True, text=True, check=False)


def test_all_sources_are_in_it(unpacked):
    assert [name for name in FILES if not (unpacked / name).is_file()] == []
    for name in FOLDERS:
        kept, packed = (sorted(file.name for file in (root / name).rglob("*.py")) for root in (ROOT, unpacked))
        assert packed == kept
        assert any((unpacked / name).iterdir())


def test_nothing_that_tools_leave_behind_is_in_it(unpacked):
    assert [str(path) for path in unpacked.rglob("*") if path.name in CACHES or path.name.startswith(".venv")] == []
    assert not [name for name in ("build", "dist", "site") if (unpacked / name).exists()]


def test_a_wheel_from_it_has_the_same_contents(unpacked, wheel, tmp_path):
    first, second = (zipfile.ZipFile(file) for file in (wheel, build_wheel(unpacked, tmp_path)))
    assert {name: first.read(name) for name in first.namelist()} == {
        name: second.read(name) for name in second.namelist()
    }


def test_its_generated_files_are_what_its_sources_make(unpacked):
    page = unpacked / "docs" / "reference" / "rest-api" / "hosts.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "changed by hand", encoding="utf-8")
    done = run(unpacked, "generator", "--check")
    page.write_text(text, encoding="utf-8")
    assert (done.returncode, done.stdout + done.stderr) == (1, "rest-api: differs: hosts.md\n"), "no other file differs"


def test_its_tests_pass(unpacked):
    files = ("tests/generator/test_derive.py", "tests/facade/test_lazy.py", "tests/sandbox/test_hosts.py")
    done = run(unpacked, "pytest", "-n", "0", "-p", "no:cacheprovider", *files)
    assert done.returncode == 0, done.stdout
    assert int(done.stdout.split(" passed")[0].split()[-1]) > 25


def test_without_git_the_breaking_changes_are_skipped_with_a_reason(unpacked):
    done = run(unpacked, "generator", "breaking")
    assert done.returncode == 0
    assert "check-breaking: skipped, because" in done.stdout + done.stderr
    assert "is not a git repository" in done.stdout + done.stderr
