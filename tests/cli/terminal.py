"""A program in a terminal of its own."""

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
from collections.abc import Callable, Mapping
from pathlib import Path

#: Sequences that move the cursor or set colors.
CONTROL = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\x1b[()][A-Z0-9]|\r")
COMODIT = (sys.executable, "-m", "comodit_client.cli")
#: Much more than any program needs, on a busy machine too.
TIMEOUT = 120.0


class Terminal:
    """A program in a pseudo terminal.

    Args:
        words: The arguments of the program.
        environment: The environment. Default: that of this process.
        folder: The working directory. Default: that of this process.
        program: The program. Default: `comodit`.
        stdout: Where standard output goes, as for `Popen`. Default: the terminal.
        size: The lines and columns of the terminal.
    """

    def __init__(
        self,
        *words: str,
        environment: Mapping[str, str] = os.environ,
        folder: Path | None = None,
        program: tuple[str, ...] = COMODIT,
        stdout: int | None = None,
        size: tuple[int, int] = (40, 100),
    ) -> None:
        self._read = b""
        self._position = 0
        self._master, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self._modes = termios.tcgetattr(self._master)
        self.process = subprocess.Popen(
            [*program, *words],
            stdin=terminal,
            stdout=terminal if stdout is None else stdout,
            stderr=terminal,
            env={"TERM": "xterm-256color", **environment},
            cwd=folder,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            start_new_session=True,
        )
        os.close(terminal)

    @property
    def raw(self) -> str:
        """Everything that was shown, with control sequences."""
        return self._read.decode("utf-8", "replace")

    @property
    def text(self) -> str:
        """Everything that was shown, without control sequences."""
        return CONTROL.sub("", self.raw)

    @property
    def is_restored(self) -> bool:
        """Whether the terminal has the modes that it had at first."""
        return termios.tcgetattr(self._master) == self._modes

    def expect(self, wanted: str) -> str:
        """Wait until a text is shown after what was expected before, and return what came before it."""
        self.until(lambda: wanted in self.text[self._position :])
        start = self.text.index(wanted, self._position)
        before, self._position = self.text[self._position : start], start + len(wanted)
        return before

    def until(self, condition: Callable[[], bool]) -> None:
        """Read until a condition is true."""
        end = time.monotonic() + TIMEOUT
        while not condition():
            is_open = self._more()
            if not condition() and (not is_open or time.monotonic() > end):
                raise AssertionError(f"What was expected did not happen. Shown was:\n{self.text}")

    def send(self, text: str) -> None:
        """Type a text."""
        os.write(self._master, text.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C as people do: when the program waits.

        Python misses a signal that arrives between its check for signals and the start of a read.
        """
        self.until(self._is_asleep)
        self.send("\x03")

    def wait(self) -> int:
        """Read until the program ends, and return its exit status."""
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end and self._more():
            pass
        return self.process.wait(timeout=TIMEOUT)

    def output(self) -> str:
        """Return standard output, which was a pipe, when the program has ended."""
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            return str(stream.read().decode())

    def close(self) -> None:
        """End the program if it still runs."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=TIMEOUT)
        os.close(self._master)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _is_asleep(self) -> bool:
        # The state follows the name of the program, which is in parentheses.
        return Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[0] in "SZ"

    def _more(self) -> bool:
        """Read what is there, and return whether more can come."""
        if not select.select([self._master], [], [], 0.02)[0]:
            return True
        try:
            found = os.read(self._master, 1 << 16)
        except OSError:  # the program has closed its side
            return False
        self._read += found
        return bool(found)
