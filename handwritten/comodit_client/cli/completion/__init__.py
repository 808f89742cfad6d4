"""Completion in shells: bash, zsh and fish."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

#: The variables in which a script passes the line, and bash the characters that break words.
LINE, BREAKS = "_COMODIT_LINE", "_COMODIT_BREAKS"


def complete(shell: str) -> int:
    """Print the candidates for the word at the cursor, in the form that the script of a shell reads.

    If anything fails, nothing is printed: a message would end up in the line that the user is typing.

    Args:
        shell: The shell.

    Returns:
        The exit status, which is always 0.
    """
    with suppress(Exception):
        from comodit_client.cli.completion.shells import ANSWERS

        answer = ANSWERS[shell](os.environ[LINE], os.environ.get(BREAKS, ""))
        sys.stdout.buffer.write("".join(f"{line}\n" for line in answer).encode(errors="surrogateescape"))
        sys.stdout.flush()
    return 0
