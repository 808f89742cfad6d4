"""The workflows: secure, with pinned actions, for each supported Python, and with targets that exist."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.docs.conftest import ROOT

FOLDER = ROOT / ".github"
WORKFLOWS = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FOLDER.glob("workflows/*.yml")}
#: A commit, with the version that it is in a comment. A workflow of this repository needs neither.
PINNED = re.compile(r"uses: (\$/\.github/workflows/\w+\.yml|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)")


def jobs() -> list[tuple[str, dict[str, Any]]]:
    return [(f"{name}.{job}", one) for name, flow in WORKFLOWS.items() for job, one in flow["jobs"].items()]


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sysconfig.get_path("scripts")) / "zizmor"
    command = [str(zizmor), "--offline", "--no-progress", "--persona=pedantic", str(FOLDER)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_is_pinned_by_its_commit() -> None:
    lines = [
        line.strip().removeprefix("- ")
        for path in FOLDER.glob("workflows/*.yml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]
    assert len(lines) > 8
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


def test_an_action_has_one_version_everywhere() -> None:
    found = {use for path in FOLDER.glob("workflows/*.yml") for use in re.findall(r"uses: (\S+)@", path.read_text())}
    pins = {use for path in FOLDER.glob("workflows/*.yml") for use in re.findall(r"uses: (\S+@\S+)", path.read_text())}
    assert len(found) == len(pins)


def test_the_matrix_is_that_of_the_classifiers(pythons: list[str]) -> None:
    assert WORKFLOWS["tests"]["jobs"]["tests"]["strategy"]["matrix"]["python"] == pythons


@pytest.mark.parametrize(("name", "job"), jobs(), ids=[name for name, _ in jobs()])
def test_a_job_has_permissions_of_its_own(name: str, job: dict[str, Any]) -> None:
    assert WORKFLOWS[name.partition(".")[0]]["permissions"] == {}
    assert job["permissions"]


def test_only_jobs_without_the_code_may_write() -> None:
    for name, job in jobs():
        runs_code = any("actions/checkout" in step.get("uses", "") for step in job.get("steps", []))
        assert not runs_code or job["permissions"] == {"contents": "read"}, name


def test_the_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    runs = [step["run"] for _, job in jobs() for step in job.get("steps", []) if "run" in step]
    used = {run.split()[1] for run in runs if run.startswith("make ")}
    assert used == {"test", "docs", "dist"}
    assert used <= {*re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)}


def test_the_release_publishes_only_what_was_tested_and_attested() -> None:
    release = WORKFLOWS["release"]["jobs"]
    assert [release[job].get("needs") for job in ("tests", "build", "attest", "publish", "announce")] == [
        None, "tests", "build", "attest", "publish",
    ]  # fmt: skip
