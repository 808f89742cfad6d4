"""The exit statuses of the command, and the messages of what failed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from comodit_client.cli import table

DONE, FAILED, USAGE, NOT_FOUND, FORBIDDEN, CONFLICT, TIMED_OUT, GOAL_MISSED = range(8)
#: The status of the commands that compare, if something differs. Their errors, usage errors included, have FAILED.
CHANGED = 2
COMPARING = ("plan", "drift")
INTERRUPTED = 130
#: What a shell reports for a process that writes to a pipe that nobody reads.
BROKEN_PIPE = 141
#: The exit statuses of exceptions, by the names of their classes: importing these would load the library.
BY_NAME = {
    "ConfigException": FORBIDDEN,
    "MissingCredentials": FORBIDDEN,
    "EntityNotFoundException": NOT_FOUND,
    "Unauthorized": FORBIDDEN,
    "Forbidden": FORBIDDEN,
    "Conflict": CONFLICT,
    "SyncException": CONFLICT,
    "PlanOutdated": CONFLICT,
    "RequestTimeout": TIMED_OUT,
    "WaitTimeout": TIMED_OUT,
    "WaitException": GOAL_MISSED,
    "InvalidName": USAGE,
    "InvalidArgument": USAGE,
    "InvalidEndpoint": USAGE,
}
#: The root of the library's exceptions.
KNOWN = "PythonApiException"
#: What to do about an error, by the name of its class.
ADVICE = {
    "Unauthorized": f"Run '{table.NAME} login', or give other credentials. Add --mfa CODE for a second factor.",
    "MissingCredentials": f"Run '{table.NAME} login', or give --api with --token, or with --user and --pass.",
    "ConfigException": f"Run '{table.NAME} login' to store a profile, or '{table.NAME} profile list' to see all.",
}
#: Options and variables with secrets, which an unexpected exception may quote.
SECRET_OPTIONS = frozenset({"--pass", "--token", "--mfa"})
SECRET_VARIABLES = ("COMODIT_PASSWORD", "COMODIT_TOKEN")
MASK = "***"
#: How a sentence ends.
ENDS = (".", "?", "!")


class Failure(Exception):
    """A command failed for a reason of its own.

    Args:
        message: What failed, why, and what to do.
        status: The exit status.
        details: More members of the error in JSON.
    """

    def __init__(self, message: str, status: int = FAILED, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.details = details or {}


def status_of(error: BaseException) -> int:
    """Return the exit status of an exception.

    Args:
        error: The exception.
    """
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        return BROKEN_PIPE
    if isinstance(error, Failure):
        return error.status
    if isinstance(error, click.ClickException):
        return USAGE if isinstance(error, click.UsageError) else FAILED
    return next((BY_NAME[name] for name in _kinds(error) if name in BY_NAME), FAILED)


def report(error: BaseException, arguments: Sequence[str]) -> int:
    """Write what failed to standard error.

    Args:
        error: The exception.
        arguments: The command line.

    Returns:
        The exit status.
    """
    status = status_of(error)
    if status == BROKEN_PIPE:
        discard_output()
        return status
    if status != INTERRUPTED and _compares(arguments):
        status = FAILED
    try:
        if "--debug" in arguments and status != INTERRUPTED:
            _write(_traceback(error, arguments))
        if wants_json(arguments):
            _write(_document(error, status, arguments))
        elif isinstance(error, click.ClickException):
            error.show(sys.stderr)
        else:
            _write(f"{table.NAME}: {_message(error, arguments)}")
    except OSError:  # standard error is full or closed as well: only the status is left
        pass
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        discard_output()
    return status


def _compares(arguments: Sequence[str]) -> bool:
    from comodit_client.cli.words import ordered

    return any(word in COMPARING for word in ordered(arguments)[:1])


def discard_output() -> None:
    """Let what is left in the buffer of standard output go nowhere: Python would fail again when it flushes it."""
    try:
        descriptor = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):  # it is closed, or not a file
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _write(text: str) -> None:
    click.echo(text, err=True)


def _kinds(error: BaseException) -> Iterator[str]:
    return (kind.__name__ for kind in type(error).__mro__)


def _is_expected(error: BaseException) -> bool:
    return isinstance(error, (Failure, click.ClickException, OSError)) or KNOWN in _kinds(error)


def _message(error: BaseException, arguments: Sequence[str]) -> str:
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return "Interrupted."
    if isinstance(error, click.ClickException):
        return error.format_message()
    from comodit_client.wire.errors import escaped  # not before: a usage error is quick

    return escaped(_explained(error, arguments), keep="\n")


def _explained(error: BaseException, arguments: Sequence[str]) -> str:
    if not _is_expected(error):
        text = _without_secrets(f"{type(error).__name__}: {error}".rstrip(": "), arguments)
        hint = "" if "--debug" in arguments else " Run it again with --debug to see where it happened."
        return f"Internal error: {text}. This is a bug in {table.NAME}: please report it.{hint}"
    if isinstance(error, OSError) and KNOWN not in _kinds(error):
        place = f"{error.filename}: " if error.filename else ""
        return f"Cannot read or write: {place}{error.strerror or error}."
    advice = next((ADVICE[name] for name in _kinds(error) if name in ADVICE), "")
    text = str(error)
    if not advice:
        return text
    return f"{text}{'' if text.endswith(ENDS) else '.'} {advice}"


def _document(error: BaseException, status: int, arguments: Sequence[str]) -> str:
    import json

    code = getattr(error, "code", None)
    more = {"code": code} if isinstance(code, int) else {}
    details = error.details if isinstance(error, Failure) else {}
    about = {"message": _message(error, arguments), "status": status, "type": type(error).__name__}
    return json.dumps({"error": {**about, **more, **details}})


def _traceback(error: BaseException, arguments: Sequence[str]) -> str:
    import traceback

    from comodit_client.wire.errors import escaped

    return escaped(_without_secrets("".join(traceback.format_exception(error)), arguments), keep="\n")


def _without_secrets(text: str, arguments: Sequence[str]) -> str:
    found = [os.environ.get(name, "") for name in SECRET_VARIABLES]
    found += [value for flag, value in _options(arguments) if flag in SECRET_OPTIONS]
    for secret in sorted(filter(None, found), key=len, reverse=True):
        text = text.replace(secret, MASK)
    return text


def wants_json(arguments: Sequence[str]) -> bool:
    """Return whether errors are written as JSON: when the result would be.

    Args:
        arguments: The command line, which may be wrong.
    """
    style = ""
    for flag, value in _options(arguments):
        if flag == "--raw":
            return True
        style = value if flag in ("-o", "--output") else style
    return style == "json"


def _options(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the options of a command line, which may be wrong, with their values."""
    rest = iter(arguments)
    for one in rest:
        if one == "--":
            return
        if one.startswith("--"):
            flag, equals, value = one.partition("=")
            yield flag, value if equals or not table.takes_value(flag) else next(rest, "")
        elif one.startswith("-"):
            yield from _short_options(one, rest)


def _short_options(one: str, rest: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Yield the options of an argument such as -qo or -ojson."""
    for position, letter in enumerate(one[1:], start=2):
        if table.takes_value(f"-{letter}"):
            yield f"-{letter}", one[position:] or next(rest, "")
            return
        yield f"-{letter}", ""
