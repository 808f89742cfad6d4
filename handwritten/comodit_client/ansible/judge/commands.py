"""Ansible's own checks, which run as commands on a copy of the output."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from comodit_client.ansible.judge.verdict import Check

_PLAYBOOK, _LINT = "ansible-playbook", "ansible-lint"
_SYNTAX = f"{_PLAYBOOK} --syntax-check"
#: The folders with playbooks.
_FOLDERS = (".", "orchestrations", "pipelines")
#: A line of a play, or of the import of a playbook.
_PLAY = re.compile(r"^(?:- |  )(?:hosts|(?:ansible\.builtin\.)?import_playbook):", re.MULTILINE)
#: The seconds that one command may take.
_TIMEOUT = 600


def run_checks(out: Path, vault_password_file: Path | None = None, timeout: float = _TIMEOUT) -> tuple[Check, ...]:
    """Run `ansible-playbook --syntax-check` on each playbook, and `ansible-lint`.

    Neither changes the output or the home of the user: they see a copy of the output and a home of their own.

    Args:
        out: The folder with the output.
        vault_password_file: The file with the password of encrypted files.
        timeout: The seconds that one command may take.

    Returns:
        The results.
    """
    with tempfile.TemporaryDirectory(prefix="comodit-verify-") as home:
        copy = Path(home) / "output"
        shutil.copytree(out, copy)
        environment = _environment(Path(home), copy, vault_password_file)
        return (*_check_syntax(copy, environment, timeout), _lint(copy, environment, timeout))


def _check_syntax(copy: Path, environment: Mapping[str, str], timeout: float) -> Iterator[Check]:
    playbooks = [
        path.relative_to(copy).as_posix()
        for folder in _FOLDERS
        for path in sorted((copy / folder).glob("*.yml"))
        if _is_playbook(path)
    ]
    command = _find(_PLAYBOOK)
    if command is None:
        yield Check(_SYNTAX, "not installed")
        return
    # One process for all of them; only if it fails, one for each, to know which.
    together = _run(_SYNTAX, [command, "--syntax-check", *playbooks], copy, environment, timeout)
    for playbook in playbooks:
        name = f"{_SYNTAX} {playbook}"
        if together.status == "passed":
            yield Check(name, "passed")
        else:
            yield _run(name, [command, "--syntax-check", playbook], copy, environment, timeout)


def _lint(copy: Path, environment: Mapping[str, str], timeout: float) -> Check:
    command = _find(_LINT)
    if command is None:
        return Check(_LINT, "not installed")
    return _run(_LINT, [command, "--offline", "--nocolor", "--parseable"], copy, environment, timeout)


def _find(command: str) -> str | None:
    """Return the path of a command: on PATH, or beside this Python."""
    return shutil.which(command) or shutil.which(command, path=str(Path(sys.executable).parent))


def _run(name: str, command: Sequence[str], folder: Path, environment: Mapping[str, str], timeout: float) -> Check:
    try:
        done = subprocess.run(  # noqa: S603
            command,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Check(name, "failed", (f"it did not end within {timeout:g} seconds",))
    except OSError as error:
        return Check(name, "failed", (f"it cannot be run: {error.strerror}",))
    if not done.returncode:
        return Check(name, "passed")
    text = done.stdout.decode(errors="replace").replace(f"{folder}{os.sep}", "")
    return Check(name, "failed", tuple(line.rstrip() for line in text.splitlines() if line.strip()))


def _environment(home: Path, copy: Path, vault_password_file: Path | None) -> dict[str, str]:
    given = {name: value for name, value in os.environ.items() if not name.startswith(("ANSIBLE_", "XDG_"))}
    paths = [os.environ.get("PATH", os.defpath), str(Path(sys.executable).parent)]
    password = {"ANSIBLE_VAULT_PASSWORD_FILE": str(vault_password_file.resolve())} if vault_password_file else {}
    return {
        **given,
        **password,
        "PATH": os.pathsep.join(paths),
        "HOME": str(home),
        "ANSIBLE_HOME": str(home / ".ansible"),
        "ANSIBLE_CONFIG": str(copy / "ansible.cfg"),
        "ANSIBLE_NOCOLOR": "1",
        "PYTHONUTF8": "1",
    }


def _is_playbook(path: Path) -> bool:
    """Return whether a file is a playbook: it has plays, or imports playbooks."""
    return bool(_PLAY.search(path.read_text("utf-8")))
