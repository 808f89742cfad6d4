"""A command in a terminal of its own."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

#: Sequences that move the cursor or set colours.
CONTROL = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\x1b[()][A-Z0-9]|\r")
TIMEOUT = 30.0


class Terminal:
    """A program in a pseudo terminal.

    Args:
        command: The program and its arguments; `comodit` with these words if the first is not a path.
        environment: The environment.
        folder: The working directory.
        stdout: Where standard output goes; None for the terminal.
    """

    def __init__(
        self,
        *words: str,
        environment: Mapping[str, str],
        folder: Path | None = None,
        program: tuple[str, ...] = (sys.executable, "-m", "comodit_client.cli"),
        stdout: int | None = None,
        size: tuple[int, int] = (40, 100),
    ) -> None:
        self.raw = ""
        self._position = 0
        self._master, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

        def own_terminal() -> None:
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            [*program, *words],
            stdin=terminal,
            stdout=terminal if stdout is None else stdout,
            stderr=terminal,
            env={**environment, "TERM": environment.get("TERM", "xterm-256color")},
            cwd=folder,
            preexec_fn=own_terminal,
            close_fds=True,
        )
        os.close(terminal)

    @property
    def text(self) -> str:
        """Everything that was shown, without control sequences."""
        return CONTROL.sub("", self.raw)

    def expect(self, wanted: str) -> str:
        """Wait until a text is shown after what was expected before, and return what came before it."""
        end = time.monotonic() + TIMEOUT
        while wanted not in self.text[self._position :]:
            if time.monotonic() > end or not self._read(end):
                raise AssertionError(f"{wanted!r} was not shown. Shown was:\n{self.text}")
        start = self.text.index(wanted, self._position)
        before, self._position = self.text[self._position : start], start + len(wanted)
        return before

    def send(self, text: str) -> None:
        """Type a text."""
        os.write(self._master, text.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self.send("\x03")

    def wait(self) -> int:
        """Read until the program ends, and return its exit status."""
        end = time.monotonic() + TIMEOUT
        while self._read(end):
            pass
        return self.process.wait(timeout=TIMEOUT)

    def close(self) -> None:
        """End the program if it still runs."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=TIMEOUT)
        with contextlib.suppress(OSError):
            os.close(self._master)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self, end: float) -> bool:
        """Read what is there, and return whether more can come."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            return False
        try:
            found = os.read(self._master, 1 << 16)
        except OSError:  # the program has closed its side
            return False
        self.raw += found.decode("utf-8", "replace")
        return bool(found)
