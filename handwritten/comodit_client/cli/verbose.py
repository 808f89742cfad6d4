"""What the library logs and warns about, on standard error."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

import click

from comodit_client.cli import table

if TYPE_CHECKING:
    from comodit_client.cli.call import Call

LOGGER = "comodit_client"


@contextmanager
def logged(call: Call) -> Iterator[None]:
    """Write the log of requests and the warnings of the library to standard error, as the options say.

    With --verbose, each attempt at a request is a line: method, path, status, milliseconds, number of the attempt. Its
    query and its body are left out. A warning is a note of one line; with --quiet there is none.

    Args:
        call: The command.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("default", UserWarning)
        warnings.filterwarnings("default", category=DeprecationWarning, module=LOGGER)
        warnings.showwarning = _silent if call.option("quiet") else _show_warning
        if call.option("verbose"):
            with _requests_shown():
                yield
        else:
            yield


@contextmanager
def _requests_shown() -> Iterator[None]:
    logger, handler = logging.getLogger(LOGGER), _Handler()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


class _Handler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        click.echo(record.getMessage(), err=True)


def _show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    from comodit_client.wire.errors import escaped

    click.echo(f"{table.NAME}: Warning: {escaped(str(message))}", err=True)


def _silent(*_: Any, **__: Any) -> None:
    """Show no warning."""
