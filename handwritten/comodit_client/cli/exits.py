"""The exit statuses of the command, and the messages of what failed."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import click

from comodit_client.cli import table

DONE, FAILED, USAGE, NOT_FOUND, FORBIDDEN, CONFLICT, TIMED_OUT, GOAL_MISSED = range(8)
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
    "RequestTimeout": TIMED_OUT,
    "WaitTimeout": TIMED_OUT,
    "WaitException": GOAL_MISSED,
    "InvalidName": USAGE,
    "InvalidArgument": USAGE,
    "InvalidEndpoint": USAGE,
}


class Failure(Exception):
    """A command failed for a reason of its own.

    Args:
        message: What failed, why, and what to do.
        status: The exit status.
    """

    def __init__(self, message: str, status: int = FAILED) -> None:
        super().__init__(message)
        self.status = status


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
    return next((BY_NAME[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in BY_NAME), FAILED)


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
        # Python would fail again when it flushes standard output at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return status
    if "--debug" in arguments and not isinstance(error, (KeyboardInterrupt, click.exceptions.Exit)):
        traceback.print_exception(error, file=sys.stderr)
    if _wants_json(arguments):
        click.echo(json.dumps(_document(error, status), ensure_ascii=False), err=True)
    elif isinstance(error, click.ClickException):
        error.show(sys.stderr)
    else:
        click.echo(f"{table.NAME}: {_message(error)}", err=True)
    return status


def _message(error: BaseException) -> str:
    return "Interrupted." if isinstance(error, (KeyboardInterrupt, click.Abort)) else str(error)


def _document(error: BaseException, status: int) -> dict[str, Any]:
    message = error.format_message() if isinstance(error, click.ClickException) else _message(error)
    code = getattr(error, "code", None)
    more = {"code": code} if isinstance(code, int) else {}
    return {"error": {"message": message, "status": status, "type": type(error).__name__, **more}}


def _wants_json(arguments: Sequence[str]) -> bool:
    given = [*arguments, ""]
    for flag, value in pairwise(given):
        if flag == "--":
            return False
        if flag in ("--raw", "-ojson", "--output=json") or (flag in ("-o", "--output") and value == "json"):
            return True
    return False
