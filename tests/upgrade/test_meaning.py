"""An upgraded script does what it did: it is run before and after, against the sandbox."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from comodit_client.sandbox import Sandbox
from comodit_client.upgrade.api import library
from tests.upgrade.test_cases import upgraded

RUNS = sorted((Path(__file__).parent / "runs").glob("*.txt"))
FACADE = Path(__file__).resolve().parents[1] / "facade"
OLD_NAMES = yaml.safe_load((FACADE / "old_names.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Run:
    """What a script did: its output, the operations on the server, and the number of its warnings."""

    out: str
    operations: list[str]
    warnings: int


def run(text: str, folder: Path) -> Run:
    """Run a script as a process, with a sandbox of its own."""
    script = folder / "script.py"
    script.write_text(text, encoding="utf-8")
    (folder / "content").write_text("größe = 1\n", encoding="utf-8")
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        done = subprocess.run(
            [sys.executable, "-W", "always::DeprecationWarning", script],
            cwd=folder,
            env=os.environ | {"COMODIT_API": sandbox.url},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        operations = [f"{each['times']} {each['method']} {each['path']}" for each in sandbox.executions()]
        return Run(done.stdout, operations, done.stderr.count("DeprecationWarning: "))


@pytest.mark.slow
@pytest.mark.parametrize("path", RUNS, ids=lambda path: path.stem)
def test_a_script_prints_and_sends_the_same(path: Path, tmp_path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    after = upgraded(before, timeout=60).text
    old, new = run(before, tmp_path), run(after, tmp_path)
    assert old.out.count("\n") >= 3
    assert new == replace(old, warnings=0)
    assert old.warnings > 0


@pytest.mark.parametrize("module", OLD_NAMES)
def test_an_import_gives_the_same_objects(module: str) -> None:
    names = OLD_NAMES[module]
    before = f"from comodit_client.{module} import {', '.join(names)}\n"
    after = upgraded(before).text
    values = [execute(text, names) for text in (before, after)]
    assert all(one is other for one, other in zip(*values, strict=True))
    is_old = f"comodit_client.{module}" in library().old_modules
    assert (after != before) == (is_old or {"PackageResource", "SettingImpactCollection"} & {*names} != set())
    assert not is_old or f"{module} " not in after
    assert upgraded(after).text == after


def execute(text: str, names: list[str]) -> list[Any]:
    namespace: dict[str, Any] = {}
    exec(text, namespace)
    return [namespace[name] for name in names]


@pytest.mark.parametrize("module", sorted(library().old_modules))
def test_an_imported_module_has_the_same_names(module: str) -> None:
    text = f"import {module}\nimport {module} as short\n"
    targets = {*library().old_modules[module].values()}
    result = upgraded(text)
    if len(targets) > 1:
        assert result.text == text
        assert len(result.advice) == 2
        return
    assert module not in result.text
    old, new = importlib.import_module(module), importlib.import_module(targets.pop())
    assert all(getattr(old, name) is getattr(new, name) for name in library().old_modules[module])
