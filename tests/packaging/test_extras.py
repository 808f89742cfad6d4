"""Without its extra, each optional part says how to install it."""

import pytest

from tests.packaging.wheels import isolated, module

#: What nobody has who installs the library alone.
MISSING = ("click", "jmespath", "python_multipart", "rich", "starlette", "uvicorn", "vcr", "yaml")
SANDBOX = (
    "The sandbox is not installed: the module python_multipart is missing. Run: pip install 'comodit-client[sandbox]'"
)
CLI = "The command line is not installed: the module click is missing. Run: pip install 'comodit-client[cli]'"
RECORDER = (
    "The recorder of cassettes is not installed: the module vcr is missing. Run: pip install 'comodit-client[test]'"
)


@pytest.mark.parametrize(
    ("package", "program", "text"), [("sandbox", "comodit-sandbox", SANDBOX), ("cli", "comodit", CLI)]
)
@pytest.mark.parametrize("line", [[], ["--help"], ["--port", "0"]])
def test_a_command_fails_with_one_line(installed, package, program, text, line):
    done = isolated(module(f"comodit_client.{package}", program, *line), installed, missing=MISSING)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{program}: {text}\n")


def test_the_sandbox_in_the_command_line_fails_with_one_line(installed):
    code = module("comodit_client.cli", "comodit", "sandbox", "--port", "0")
    done = isolated(code, installed, missing=("python_multipart", "starlette", "uvicorn"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"comodit: {SANDBOX}\n"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("from comodit_client.sandbox import Sandbox", SANDBOX),
        ("from comodit_client.cassettes import Cassette", RECORDER),
    ],
)
@pytest.mark.parametrize("kind", ["ImportError", "ModuleNotFoundError"])
def test_an_import_fails_as_imports_do(installed, line, text, kind):
    code = f"try: {line}\nexcept {kind} as error: print(type(error).__name__, error.name, error)"
    done = isolated(code, installed, missing=MISSING)
    name = "python_multipart.exceptions" if text == SANDBOX else "vcr"
    assert (done.stdout, done.stderr) == (f"MissingExtra {name} {text}\n", "")


@pytest.mark.parametrize(
    ("fixture", "text"),
    [
        ("comodit_sandbox", SANDBOX),
        ("comodit_client", SANDBOX),
        ("comodit_aio_client", SANDBOX),
        ("comodit_cassette", RECORDER),
    ],
)
def test_a_fixture_fails_with_one_line(installed, tmp_path, fixture, text):
    (tmp_path / "test_it.py").write_text(f"def test_it({fixture}): pass\n\ndef test_other(): pass\n")
    plugins = ",".join(f"comodit_client.{name}.pytest_plugin" for name in ("cassettes", "sandbox", "testing"))
    code = (
        f"import os, pytest; os.environ.update(PYTEST_DISABLE_PLUGIN_AUTOLOAD='1', PYTEST_PLUGINS='{plugins}')\n"
        f"sys.exit(pytest.main(['-p', 'no:cacheprovider', '--rootdir', {str(tmp_path)!r}, {str(tmp_path)!r}]))"
    )
    done = isolated(code, installed, missing=MISSING)
    assert done.returncode == 1, done.stderr
    assert text in done.stdout.splitlines()
    assert "Traceback" not in done.stdout
    assert "1 passed, 1 error" in done.stdout


def test_a_mistake_of_ours_names_no_extra(installed):
    missing = ("comodit_client.sandbox.control",)
    done = isolated("from comodit_client.sandbox import Sandbox", installed, missing=missing)
    assert "comodit_client.sandbox.control" in done.stderr.splitlines()[-1]
    assert "pip install" not in done.stderr


def test_importing_the_packages_imports_nothing_of_the_extras(installed):
    code = "import comodit_client.sandbox, comodit_client.cassettes; print(*sys.modules)"
    loaded = {name for name in isolated(code, installed).stdout.split() if name.startswith("comodit_client.")}
    ours = {"cassettes", "sandbox", "rest", "rest.version"}
    assert loaded == {f"comodit_client.{name}" for name in ours}


def test_the_sandbox_names_its_version(installed, wheel):
    done = isolated(module("comodit_client.sandbox", "comodit-sandbox", "--version"), installed)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"comodit-sandbox {wheel.name.split('-')[1]}\n", "")
