"""Where the text of a document comes from: a file, standard input, or an option."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from comodit_client.cli.exits import USAGE, Failure

if TYPE_CHECKING:
    from comodit_client.cli.call import Call

#: The options that give a whole document, each with its flag.
SOURCES = {"file": "--file", "json": "--json", "stdin": "--stdin"}
#: What stands for standard input.
STDIN = "-"


class Source(NamedTuple):
    """A text that was given.

    Args:
        text: The text.
        name: Where it is from, for messages.
        suffix: The suffix of the file, which selects the format; empty if it is unknown.
    """

    text: str
    name: str
    suffix: str = ""


def given_source(call: Call) -> Source | None:
    """Return the text that the options of a command give.

    Args:
        call: The command.

    Returns:
        The text; None if none of them is given.

    Raises:
        Failure: Several options give a document, or the text cannot be read.
    """
    given = [name for name in SOURCES if call.option(name) is not None]
    if len(given) > 1:
        flags = " and ".join(SOURCES[name] for name in given)
        raise Failure(f"Cannot use {flags} together: each gives the whole document. Remove one of them.", USAGE)
    if not given:
        return None
    if given == ["json"]:
        return Source(checked(call.option("json"), SOURCES["json"]), SOURCES["json"], ".json")
    path = STDIN if given == ["stdin"] else call.option("file")
    return from_stdin() if path == STDIN else _from_file(path)


def from_stdin() -> Source:
    """Read standard input to its end.

    Returns:
        Its text.

    Raises:
        Failure: It is closed, or is not UTF-8.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise Failure("Cannot read standard input: it is closed. Use --file or --json.", USAGE)
    return Source(_decoded(sys.stdin.buffer.read(), "standard input"), "standard input")


def checked(text: str, name: str) -> str:
    """Check the text of an option.

    Args:
        text: The text.
        name: The option, for the message.

    Returns:
        The text.

    Raises:
        Failure: The shell passed bytes that are not text in its encoding.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Failure(
            f"Cannot read {name}: character {error.start + 1} is not UTF-8. Convert it to UTF-8.", USAGE
        ) from None
    return text


def _from_file(path: str) -> Source:
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Failure(f"Cannot read {path}: {reason}. Check the path.", USAGE) from error
    return Source(_decoded(content, path), path, Path(path).suffix.lower())


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Failure(f"Cannot read {name}: line {line} is not UTF-8. Convert the text to UTF-8.", USAGE) from None
