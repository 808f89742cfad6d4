"""What users import is typed throughout: pyright knows the type of each of its names, with nothing to guess."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import comodit_client

#: The sandbox is for tests: its commands and fixtures are typed, its inner modules only as far as mypy asks for it.
PACKAGES = ("aio", "api", "config", "disk", "progress", "rest", "wire")


@pytest.mark.slow
def test_no_name_is_of_unknown_or_ambiguous_type(tmp_path):
    package = tmp_path / "comodit_client"
    for portion in comodit_client.__path__:
        shutil.copytree(portion, package, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("__init__.py", "py.typed"):  # one run for all packages: pyright wants a regular one
        (package / name).touch()
    command = [sys.executable, "-m", "pyright", "--ignoreexternal", "--outputjson", "--verifytypes", "comodit_client"]
    # It looks for packages by the python that it finds first, whatever it is told.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(tmp_path)}
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=tmp_path)
    names = [f"comodit_client.{name}." for name in PACKAGES]
    symbols = json.loads(ended.stdout)["typeCompleteness"]["symbols"]
    found = {name: [symbol for symbol in symbols if symbol["name"].startswith(name)] for name in names}
    assert min(map(len, found.values())) > 10
    vague = {
        symbol["name"]: [finding["message"] for finding in symbol["diagnostics"]]
        for some in found.values()
        for symbol in some
        if not symbol["isTypeKnown"] or symbol["isTypeAmbiguous"]
    }
    assert vague == {}
