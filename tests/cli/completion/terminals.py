"""Shells in a terminal. A line is typed key by key, and what the shell makes of it is recorded."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[3]
#: Where `make test` unpacks the shells that are not installed.
UNPACKED = ROOT / ".shells" / "root"
#: Stands for the command: it completes, with much time on a busy machine, and otherwise records its arguments.
COMMAND = f"""\
#!/bin/sh
[ -z "$_COMODIT_COMPLETE" ] || exec '{sys.executable}' -c '
import sys
from comodit_client.cli.__main__ import main
from comodit_client.cli.completion import names
names.LIMIT = 30
sys.exit(main())'
printf '%s\\0' "$@" >"$RECORD.new" && mv "$RECORD.new" "$RECORD"
"""
#: The settings of each shell, by the name of their file in the home folder.
SETTINGS = {
    "bash": (".bashrc", "PS1='$ '\nsource ~/.local/share/bash-completion/completions/comodit\n"),
    "zsh": (
        ".zshrc",
        "module_path+=(ROOT/usr/lib/*/zsh/*(N))\nfpath=(~/.zfunc ROOT/usr/share/zsh/functions/**/*(N/) $fpath)\n"
        "autoload -Uz compinit && compinit -uD\n",
    ),
    "fish": (".config/fish/config.fish", "function fish_greeting; end\n"),
}
OPTIONS = {"bash": ["--noprofile"], "zsh": ["--no-globalrcs"], "fish": []}


def _find(shell: str) -> str:
    places = [os.environ["PATH"], *(str(UNPACKED / place) for place in ("bin", "usr/bin"))]
    return shutil.which(shell, path=os.pathsep.join(places)) or ""


#: The shells that were found, with their paths.
SHELLS = {shell: path for shell in SETTINGS if (path := _find(shell))}


class Terminal:
    """A shell that reads what is typed."""

    def __init__(self, shell: str, home: Path) -> None:
        path = home / "bin" / "comodit"
        path.parent.mkdir(exist_ok=True)
        path.write_text(COMMAND)
        path.chmod(0o755)
        name, text = SETTINGS[shell]
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text.replace("ROOT", str(UNPACKED)))
        self._record = home / "arguments"
        self._shown = b""
        libraries = [UNPACKED / "lib", UNPACKED / "usr" / "lib"]
        variables = {
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "LD_LIBRARY_PATH": os.pathsep.join(str(one) for place in libraries for one in place.glob("*-linux-gnu*")),
            "PATH": f"{path.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "RECORD": str(self._record),
            "TERM": "xterm",
        }
        self._process, self._terminal = pty.fork()
        if not self._process:
            os.chdir(home)
            os.execve(SHELLS[shell], [shell, *OPTIONS[shell]], variables)

    def arguments(self, keys: str) -> list[str]:
        """Type a line that starts with the command, press Enter, and return the arguments of the command."""
        self._record.unlink(missing_ok=True)
        self._shown = b""
        os.write(self._terminal, f"comodit {keys}\r".encode())
        self._wait_for(self._record)
        return self._record.read_bytes().decode().split("\0")[:-1]

    @property
    def shown(self) -> str:
        """What the terminal has shown since the line was typed."""
        return self._shown.decode(errors="replace")

    def _wait_for(self, path: Path) -> None:
        deadline = time.monotonic() + 120
        while not path.exists():
            assert time.monotonic() < deadline, self.shown
            if select.select([self._terminal], [], [], 0.01)[0]:
                self._shown += os.read(self._terminal, 65536)

    def close(self) -> None:
        """End the shell."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._terminal)
