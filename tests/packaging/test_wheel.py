"""The wheel that users install: a regular package of both trees, typed, without tests; and the quick start from it."""

import importlib.metadata
import re
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.packaging.environments import try_wheel
from tests.packaging.wheels import ROOT, isolated, module, run

# The wheel is built and installed, which takes seconds.
pytestmark = pytest.mark.slow

PACKAGES = (
    "_commands",
    "_exports",
    "aio",
    "ansible",
    "api",
    "cassettes",
    "cli",
    "config",
    "disk",
    "freemarker",
    "progress",
    "rest",
    "sandbox",
    "schema",
    "testing",
    "wire",
)
ADDED = ("comodit_client/__init__.py", "comodit_client/py.typed")


@pytest.fixture(scope="module")
def names(wheel):
    return zipfile.ZipFile(wheel).namelist()


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_is_there_and_typed(names, package):
    assert f"comodit_client/{package}/__init__.py" in names
    assert f"comodit_client/{package}/py.typed" in names


def test_the_manual_pages_are_installed_where_man_finds_them(names):
    pages = {name.rpartition("/")[2] for name in names if ".data/data/share/man/man1/" in name}
    assert pages == {file.name for file in (ROOT / "docs" / "man").iterdir()}
    assert {"comodit.1", "comodit-hosts.1"} <= pages


@pytest.mark.parametrize("name", ADDED)
def test_the_wheel_is_a_regular_typed_package(names, name):
    assert names.count(name) == 1
    assert not [tree for tree in ("generated", "handwritten") if (ROOT / tree / name).exists()], "the checkout is not"


def test_the_version_is_that_of_the_distribution(installed, wheel):
    version = isolated("import comodit_client; print(comodit_client.__version__)", installed).stdout.strip()
    assert version == wheel.name.split("-")[1] == importlib.metadata.version("comodit-client")


def test_an_older_client_later_on_the_path_does_not_win(installed, tmp_path):
    older = tmp_path / "comodit_client" / "api"
    older.mkdir(parents=True)
    for folder in (older, older.parent):
        (folder / "__init__.py").write_text("OLDER = True\n")
    code = "import comodit_client.api as api; print(hasattr(api, 'OLDER'), hasattr(api, 'Client'))"
    assert isolated(code, installed, tmp_path).stdout == "False True\n"


def test_all_modules_can_be_imported(installed, names):
    files = [name.removesuffix(".py") for name in names if name.endswith(".py") and "__main__" not in name]
    modules = sorted(name.removesuffix("/__init__").replace("/", ".") for name in files)
    assert len(modules) > 300
    code = f"import importlib; [print(importlib.import_module(name).__file__) for name in {modules}]"
    assert all(Path(file).is_relative_to(installed) for file in isolated(code, installed).stdout.splitlines())


def test_a_type_checker_sees_the_types(installed, tmp_path):
    venv.create(tmp_path / "env")
    (site,) = (tmp_path / "env" / "lib").glob("python*/site-packages")
    (site / "comodit_client").symlink_to(installed / "comodit_client")
    script = tmp_path / "script.py"
    script.write_text(
        "import comodit_client\nfrom comodit_client.api import Client\n"
        "reveal_type(comodit_client.__version__)\nreveal_type(Client('').get_organization('').name)\n"
    )
    command = ["-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", "--python-executable"]
    shown = run(sys.executable, *command, tmp_path / "env" / "bin" / "python", script, cwd=tmp_path)
    assert [line.partition("Revealed type is ")[2] for line in shown.splitlines()[:2]] == ['"str"', '"str"']


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
    assert [re.match(r"[a-z]+", name).group() for name in needed] == ["attrs", "httpx", "sniffio"]


def test_the_extra_of_the_command_line_names_what_it_imports(wheel):
    text = zipfile.ZipFile(wheel)
    (metadata,) = [name for name in text.namelist() if name.endswith("METADATA")]
    lines = text.read(metadata).decode().splitlines()
    extra = [line.split()[1] for line in lines if line.startswith("Requires-Dist:") and "extra == 'cli'" in line]
    assert sorted(name.partition(">=")[0] for name in extra) == ["click", "jmespath", "pyyaml", "rich"]


def test_the_commands_are_installed(wheel):
    text = zipfile.ZipFile(wheel)
    (scripts,) = [name for name in text.namelist() if name.endswith("entry_points.txt")]
    assert "comodit = comodit_client.cli.__main__:main" in text.read(scripts).decode().splitlines()


def command(installed, *line):
    """Run the command line of the wheel."""
    return isolated(module("comodit_client.cli", "comodit", *line), installed)


def test_the_command_runs_from_the_wheel(installed, wheel):
    done = command(installed, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"comodit {wheel.name.split('-')[1]}\n", "")
    assert "Usage: comodit hosts list" in command(installed, "hosts", "list", "--help").stdout


def test_the_quick_start_runs_from_a_clean_environment(wheel, tmp_path):
    assert list(try_wheel(Path(sys.executable), wheel, tmp_path / "env")) == []
