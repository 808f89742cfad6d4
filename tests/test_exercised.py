"""A run of all tests fails with the methods that no test calls, with and without workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exercised import not_called

ROOT = Path(__file__).parents[1]
PLUGIN = """
from tests.exercised import Judge

def pytest_configure(config):
    config.pluginmanager.register(Judge())
"""
TESTS = """
from comodit_client import aio, api

def test_of_one_worker():
    api.Client("http://x/api", "u", "p").organizations()

def test_of_another():
    aio.Client("http://x/api", "u", "p").organizations()
"""
LISTED = "No test calls these methods"


def run(folder, *arguments):
    """Run a suite of two tests in a folder; return the exit status and the output."""
    (folder / "tests").mkdir()
    (folder / "judged.py").write_text(PLUGIN)
    (folder / "tests" / "test_two.py").write_text(TESTS)
    command = [sys.executable, "-P", "-m", "pytest", "--import-mode=importlib", "-p", "judged", *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(folder)))}
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return ended.returncode, ended.stdout + ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize("workers", [[], ["-n", "2"]], ids=["one process", "workers"])
def test_a_run_of_all_tests_lists_what_none_calls(tmp_path, workers):
    status, output = run(tmp_path, "tests", *workers)
    listed = output.partition(LISTED)[2].split()
    assert status == pytest.ExitCode.TESTS_FAILED
    assert "2 passed" in output
    assert "api.host.Host.provision" in listed
    assert not {"api.client.Client.organizations", "aio.client.Client.organizations"} & {*listed}


def test_a_run_of_some_tests_is_not_judged(tmp_path):
    status, output = run(tmp_path, "tests", "-k", "another")
    assert (status, LISTED in output) == (pytest.ExitCode.OK, False)


def test_only_what_every_process_missed_is_missing():
    assert not_called([{"a", "b", "c"}, {"c", "b"}]) == ["b", "c"]
    assert not_called([{"a"}, None]) == []
    assert not_called([None]) == []
