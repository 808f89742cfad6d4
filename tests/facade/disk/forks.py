"""Runs a function again and again, each time in a process of its own that may kill itself.

Starting Python and importing the library takes most of the time of such a run. So one process does that once, and
forks for each call.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from types import TracebackType
from typing import Any

#: Reads arguments from standard input, one call a line. Writes the result, if there is one, then the exit code.
PARENT = """
import json, os, sys, traceback

script = {}
exec(sys.argv[1], script)
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        try:
            print("result", json.dumps(script["run"](*json.loads(line))), flush=True)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    print("exit", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Forks:
    """A process that forks for each call.

    Args:
        script: Python code that defines a function `run`. The code around it is executed once.
        args: What that code finds in `sys.argv` from 2 on.
    """

    def __init__(self, script: str, *args: str) -> None:
        command = [sys.executable, "-c", PARENT, script, *args]
        self._parent = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Forks:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._parent.communicate()

    def run(self, *args: str | int) -> Any:
        """Call the function.

        Args:
            args: Its arguments.

        Returns:
            What the function returned, or None when the process killed itself.
        """
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        print(json.dumps(args), file=self._parent.stdin, flush=True)
        word, value = self._parent.stdout.readline().split(maxsplit=1)
        if word == "exit":
            assert int(value) == -signal.SIGKILL, "the call failed: its traceback is in the standard error"
            return None
        assert self._parent.stdout.readline().split() == ["exit", "0"]
        return json.loads(value)
