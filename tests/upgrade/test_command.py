"""The command: what it prints, which files it writes, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from comodit_client.upgrade import python2
from comodit_client.upgrade.__main__ import main

BEFORE = "from comodit_client.api.flavors import Flavor\n"
AFTER = "from comodit_client.api.flavor import Flavor\n"
PYTHON_2 = 'from comodit_client.api import Client\nprint "é"\n'


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.py"
    path.write_text(BEFORE)
    return path


def test_the_diff_is_printed_and_nothing_is_written(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(script)]) == 0
    out, err = capsys.readouterr()
    assert out == f"--- {script}\n+++ {script}\n@@ -1 +1 @@\n-{BEFORE}+{AFTER}"
    assert err == "Scripts to change: 1. Places to review: 0.\n"
    assert script.read_text() == BEFORE


@pytest.mark.parametrize("text", [BEFORE, BEFORE.rstrip("\n"), BEFORE.replace("\n", "\r\n") * 3])
def test_the_diff_can_be_applied(script: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    script.write_bytes(text.encode())
    main([str(script)])
    diff = capsys.readouterr().out.replace(str(script), "script.py").encode()
    subprocess.run(["git", "apply", "-p0", "-"], input=diff, cwd=script.parent, check=True)
    assert script.read_bytes() == text.replace("flavors", "flavor").encode()


def test_write_replaces_the_script(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script.chmod(0o750)
    assert main(["--write", str(script)]) == 0
    assert script.read_text() == AFTER
    assert script.stat().st_mode & 0o777 == 0o750
    assert capsys.readouterr() == ("", "Scripts changed: 1. Places to review: 0.\n")
    assert main(["--write", str(script)]) == 0
    assert capsys.readouterr().err == "Scripts changed: 0. Places to review: 0.\n"
    assert [*script.parent.iterdir()] == [script]


def test_a_link_stays_one(script: Path) -> None:
    link = script.with_name("link.py")
    link.symlink_to(script.name)
    assert main(["--write", str(link)]) == 0
    assert link.is_symlink()
    assert script.read_text() == AFTER


def test_check_says_whether_a_script_would_change(script: Path) -> None:
    assert main(["--check", str(script)]) == 1
    assert script.read_text() == BEFORE
    script.write_text(AFTER)
    assert main(["--check", str(script)]) == 0


def test_advice_has_file_line_and_link(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script.write_text(f"import pycurl\n{BEFORE}")
    assert main([str(script)]) == 0
    advice, count = capsys.readouterr().err.splitlines()
    assert advice.startswith(f"{script}:1: The library does not use pycurl. ")
    assert advice.endswith("/coming-from-the-old-client.html#handle-network-errors")
    assert count == "Scripts to change: 1. Places to review: 1."


@pytest.mark.parametrize(
    "content",
    [
        "# -*- coding: latin-1 -*-\n# é\n{}".encode("latin-1"),
        "\ufeff# é\r\n{}".encode(),
        "# é\r\n{}".encode(),
    ],
)
def test_encoding_and_line_ends_stay(script: Path, content: bytes) -> None:
    before, after = (content.replace(b"{}", text.rstrip("\n").encode()) for text in (BEFORE, AFTER))
    script.write_bytes(before)
    assert main(["--write", str(script)]) == 0
    assert script.read_bytes() == after


def test_folders_are_searched_for_scripts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    others = [".hidden", "__pycache__", "site-packages", "environment"]
    for name in [*others, "tools"]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "script.py").write_text(BEFORE)
    (tmp_path / "environment" / "pyvenv.cfg").touch()
    (tmp_path / "notes.txt").write_text(BEFORE)
    assert main(["--write", str(tmp_path), str(tmp_path / "tools" / "script.py")]) == 0
    assert (tmp_path / "tools" / "script.py").read_text() == AFTER
    assert {(tmp_path / name / "script.py").read_text() for name in others} == {BEFORE}
    assert (tmp_path / "notes.txt").read_text() == BEFORE
    assert main(["--write", str(tmp_path / "notes.txt")]) == 0  # a file that is named is a script
    assert (tmp_path / "notes.txt").read_text() == AFTER


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"{BEFORE}def (:\n".encode(), "is not valid Python 2 or 3: "),
        (f"{BEFORE}if True:\n\tx = 1\n        print x\n".encode(), "is not valid Python 2 or 3: "),
        (f"{BEFORE}# \xe9\n".encode("latin-1"), "is not text in its encoding: "),
        (f"# coding: no-such\n{BEFORE}".encode(), "is not text in its encoding: "),
        (f"{BEFORE}\0".encode(), "by hand."),
        (f"{BEFORE}x = {'-' * 5000}1\n".encode(), "by hand."),
        (f"{BEFORE}x{'.y' * 700}\n".encode(), "is nested too deeply"),
    ],
)
def test_a_script_that_cannot_be_read_is_reported_and_the_others_are_written(
    script: Path, capsys: pytest.CaptureFixture[str], content: bytes, message: str
) -> None:
    broken = script.with_name("broken.py")
    broken.write_bytes(content)
    assert main(["--write", str(broken), str(script)]) == 2
    error, _ = capsys.readouterr().err.splitlines()
    assert error.startswith(f"{broken}: ")
    assert message in error
    assert broken.read_bytes() == content
    assert script.read_text() == AFTER


def test_a_path_that_does_not_exist_is_reported(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = script.with_name("missing.py")
    assert main(["--check", str(missing), str(script)]) == 2
    assert f"{missing}: cannot be read: No such file or directory." in capsys.readouterr().err


def test_a_script_that_cannot_be_written_stays(
    script: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert main(["--write", str(script)]) == 2
    error, count = capsys.readouterr().err.splitlines()
    assert error.startswith(f"Cannot write '{script}': No space left on device.")
    assert count == "Scripts changed: 0. Places to review: 0."
    assert script.read_text() == BEFORE
    assert [*script.parent.iterdir()] == [script]


@pytest.mark.parametrize(
    "arguments", [[], ["--write", "--check", "x"], ["--timeout", "0", "x"], ["--timeout", "soon", "x"]]
)
def test_wrong_arguments_end_with_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: python -m comodit_client.upgrade" in capsys.readouterr().err


def test_python_2_needs_an_extra(
    script: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fissix", None)
    monkeypatch.setitem(sys.modules, "fissix.refactor", None)
    python2._refactoring.cache_clear()
    old = script.with_name("old.py")
    old.write_text(PYTHON_2)
    assert main(["--write", str(old), str(script)]) == 2
    assert "pip install 'comodit-client[upgrade]'" in capsys.readouterr().err
    assert old.read_text() == PYTHON_2
    assert script.read_text() == AFTER


def test_the_cache_of_the_extra_may_be_unusable(
    script: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unusable() -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(python2, "_refactoring", unusable)
    script.write_text(PYTHON_2)
    assert main([str(script)]) == 2
    assert "Set XDG_CACHE_HOME to a writable folder." in capsys.readouterr().err


def test_neither_api_is_imported(script: Path) -> None:
    code = (
        "import sys\n"
        "from comodit_client.upgrade.__main__ import main\n"
        "main(sys.argv[1:])\n"
        "print(sorted(name for name in sys.modules if name.startswith('comodit_client.') or name == 'httpx'))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, script], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1]
    assert "comodit_client.upgrade.rewrite" in loaded
    assert not [name for name in ("httpx", "client.api", "client.aio", "client.rest") if f"'{name}" in loaded]
    assert "comodit_client.api" not in loaded
    assert "comodit_client.aio" not in loaded


def test_it_runs_as_a_module(script: Path) -> None:
    command = [sys.executable, "-m", "comodit_client.upgrade"]
    done = subprocess.run([*command, "--check", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (1, [f"+{AFTER.rstrip()}"])
    usage = subprocess.run([*command, "--help"], capture_output=True, text=True, check=True).stdout
    assert "exit status: 0 when" in usage


def test_a_reader_may_end_early(script: Path) -> None:
    script.write_text(BEFORE * 2000)  # more than a pipe holds
    command = [sys.executable, "-m", "comodit_client.upgrade", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 2
