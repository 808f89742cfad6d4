"""Build the release in dist/, and check it: make dist.

    python -m tests.packaging.distribution

dist/ gets the sdist, the wheel, a CycloneDX document of what a complete installation consists of, and the checksums.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
PYTHON = Path(sys.executable)
#: The date of all files in the archives: hatchling's own default, so that `pip wheel` makes the same files.
EPOCH = "1580601600"
#: What makes a build depend on the machine.
SURROUNDINGS = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
EXTRAS = ("--extra", "cli", "--extra", "sandbox")


class NotReleasable(Exception):
    """The release cannot be published."""


def run(*command: object, cwd: Path = ROOT, **environment: str) -> None:
    """Run a command that must succeed."""
    subprocess.run([str(part) for part in command], check=True, cwd=cwd, env={**os.environ, **environment})


def build(source: Path, folder: Path, **environment: str) -> None:
    """Build the sdist of a source folder, and the wheel from the sdist, with the pinned backend."""
    command = (PYTHON, "-m", "build", "--no-isolation", "--outdir", folder)
    run(*command, cwd=source, SOURCE_DATE_EPOCH=EPOCH, **environment)


def unpack(folder: Path, target: Path) -> Path:
    """Unpack the sdist of a folder; return the folder that is in it."""
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(target, filter="data")
    (source,) = target.iterdir()
    return source


def compare(first: Path, second: Path) -> None:
    """Compare the files of two builds.

    Raises:
        NotReleasable: They differ.
    """
    one, other = ({file.name: file.read_bytes() for file in folder.iterdir()} for folder in (first, second))
    different = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    if different:
        raise NotReleasable(f"A second build made other files: {', '.join(different)}. Compare them with diffoscope.")


def compare_with_git(source: Path) -> int:
    """Compare the contents of the sdist with the files that git tracks; return their number.

    Raises:
        NotReleasable: They differ.
    """
    packed = {file.relative_to(source).as_posix() for file in source.rglob("*") if file.is_file()} - {"PKG-INFO"}
    if not (ROOT / ".git").exists():
        print("The sdist is not compared with git, because this is not a git repository.")
        return len(packed)
    tracked = set(subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True).split("\0")) - {""}
    if packed != tracked:
        more, fewer = sorted(packed - tracked), sorted(tracked - packed)
        text = f"The sdist does not hold the files of git. Too many: {more}. Too few: {fewer}."
        raise NotReleasable(f"{text} Commit, ignore or remove them.")
    return len(packed)


def bill_of_materials(folder: Path) -> None:
    """Write a CycloneDX document of what the wheel of a build and its extras need, each package as uv.lock has it."""
    uv = PYTHON.with_name("uv")
    (wheel,) = folder.glob("*.whl")
    name, version = wheel.name.split("-")[:2]
    with TemporaryDirectory() as temporary:
        environment, locked, subject = (Path(temporary, part) for part in ("env", "locked.txt", "subject.toml"))
        # pyproject.toml says only where the version is.
        text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        subject.write_text(re.sub("(?m)^dynamic = .*$", f'version = "{version}"', text), encoding="utf-8")
        run(PYTHON, "-m", "venv", "--without-pip", environment)
        run(uv, "export", "--quiet", "--frozen", "--no-emit-project", *EXTRAS, "--output-file", locked)
        install = (uv, "pip", "install", "--quiet", "--python", environment / "bin" / "python")
        run(*install, "--require-hashes", "--requirements", locked)
        options = ("--output-reproducible", "--pyproject", subject, "--mc-type", "library")
        file = folder / f"{name}-{version}.cdx.json"
        run(PYTHON, "-m", "cyclonedx_py", "environment", environment, *options, "--output-file", file)


def checksums(folder: Path) -> None:
    """Write SHA256SUMS, for `sha256sum --check`."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(folder.iterdir())]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def main() -> int:
    """Build and check the release.

    Returns:
        The exit status.
    """
    shutil.rmtree(DIST, ignore_errors=True)
    with TemporaryDirectory() as temporary:
        again = Path(temporary, "again")
        try:
            build(ROOT, DIST)
            source = unpack(DIST, Path(temporary, "source"))
            count = compare_with_git(source)
            build(source, again, **SURROUNDINGS)
            for folder in (DIST, again):
                bill_of_materials(folder)
                checksums(folder)
            compare(DIST, again)
        except NotReleasable as error:
            sys.stderr.write(f"make dist: {error}\n")
            return 1
    wheel = next(DIST.glob("*.whl"))
    run(PYTHON.with_name("twine"), "check", "--strict", wheel, *DIST.glob("*.tar.gz"))
    run(PYTHON.with_name("check-wheel-contents"), wheel)
    print(f"{count} files in the sdist; two builds made the same bytes:", flush=True)
    print((DIST / "SHA256SUMS").read_text(encoding="utf-8"), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
