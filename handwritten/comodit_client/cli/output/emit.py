"""Writes text to standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

import click

from comodit_client.cli.exits import Failure


def emit(text: str, as_ascii: Callable[[], str] | None = None) -> None:
    """Write a text and a line end to standard output.

    Args:
        text: The text.
        as_ascii: Returns the same in ASCII, for a locale without the characters of the text. None writes a question
            mark for each of these.

    Raises:
        Failure: Standard output is closed or full.
        BrokenPipeError: Nobody reads it any longer.
    """
    stream = check(sys.stdout)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = as_ascii() if as_ascii else text.encode(encoding, "replace").decode(encoding)
    write_all(stream, f"{text}\n")


def write_all(stream: TextIO, text: str | bytes) -> None:
    """Write to standard output.

    Args:
        stream: Standard output.
        text: The text or the bytes.

    Raises:
        Failure: It is full.
        BrokenPipeError: Nobody reads it any longer.
    """
    try:
        click.echo(text, stream, nl=False, color=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure(f"Cannot write the result to standard output: {error.strerror or error}.") from error


def check(stream: TextIO | None) -> TextIO:
    """Return a stream that is open.

    Args:
        stream: Standard output; None if the process was started without one.

    Raises:
        Failure: There is none.
    """
    if stream is None:
        raise Failure("Cannot write the result: standard output is closed. Run the command again with an open one.")
    return stream
