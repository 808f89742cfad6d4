"""Writes the content of files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from comodit_client.cli.exits import Failure
from comodit_client.cli.output.colors import is_terminal
from comodit_client.cli.output.emit import check, write_all
from comodit_client.cli.output.write import DOCUMENTS, write
from comodit_client.wire.errors import escaped

if TYPE_CHECKING:
    from comodit_client.cli.call import Call


def write_content(value: bytes | str, call: Call) -> None:
    """Write a content to standard output: unchanged in a pipe, escaped on a terminal, or as a JSON or YAML text.

    Args:
        value: The content.
        call: The command.

    Raises:
        Failure: It is not text, but has to be, or standard output is closed.
    """
    if call.style in DOCUMENTS or call.option("query"):
        write(_as_text(value, "Remove --output, --raw and --query"), call, "", None)
    elif is_terminal():
        write_all(check(sys.stdout), escaped(_as_text(value, "Redirect the output to a file"), keep="\n\t"))
    else:
        write_all(check(sys.stdout), value)


def _as_text(value: bytes | str, advice: str) -> str:
    try:
        return value if isinstance(value, str) else value.decode()
    except UnicodeDecodeError as error:
        raise Failure(f"Cannot show the content: it is not text in UTF-8. {advice}.") from error
