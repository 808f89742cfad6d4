"""The wheel, as users get it: both trees, typed, no tests; and the quick start from a clean environment."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("aio", "api", "rest", "sandbox", "schema", "wire")


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, **options).stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def names(wheel):
    return zipfile.ZipFile(wheel).namelist()


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_is_there_and_typed(names, package):
    assert f"comodit_client/{package}/__init__.py" in names
    assert f"comodit_client/{package}/py.typed" in names


def test_the_namespace_has_no_init(names):
    assert "comodit_client/__init__.py" not in names


def test_nothing_but_the_library_is_in_it(names):
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"comodit_client"}
    assert not [name for name in names if "test" in name.rsplit("/", 1)[-1] and "pytest_plugin" not in name]


def test_it_requires_attrs_and_httpx_only(wheel):
    text = zipfile.ZipFile(wheel)
    (metadata,) = [name for name in text.namelist() if name.endswith("METADATA")]
    needed = [
        line.split()[1]
        for line in text.read(metadata).decode().splitlines()
        if line.startswith("Requires-Dist:") and "extra ==" not in line
    ]
    assert [name.split(">")[0] for name in needed] == ["attrs", "httpx"]


def test_the_quick_start_runs_from_a_clean_environment(wheel, tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{wheel}[sandbox]")
    script = tmp_path / "elsewhere" / "quickstart.py"
    script.parent.mkdir()
    script.write_text((ROOT / "examples" / "quickstart.py").read_text())
    command = [python, "-m", "comodit_client.sandbox", "--port", "0", "--provision-time", "0", "--change-time", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=script.parent) as sandbox:
        try:
            port = sandbox.stdout.readline().split()[-1]
            environment = {**os.environ, "COMODIT_API": f"http://127.0.0.1:{port}/api", "PYTHONPATH": ""}
            assert "Wordpress available at http://" in run(python, script, cwd=script.parent, env=environment)
        finally:
            sandbox.terminate()
