"""Shells in a terminal. A line is typed key by key, and what the shell makes of it is recorded."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tests.cli.terminal import Terminal

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


class Shell(Terminal):
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
        program = (SHELLS[shell], *OPTIONS[shell])
        super().__init__(program=program, environment=variables, folder=home)

    def arguments(self, keys: str) -> list[str]:
        """Type a line that starts with the command, press Enter, and return the arguments of the command."""
        self._record.unlink(missing_ok=True)
        self.send(f"comodit {keys}\r")
        self.until(self._record.exists)
        return self._record.read_bytes().decode().split("\0")[:-1]
