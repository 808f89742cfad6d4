"""The embedded server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comodit_client._extras import MissingExtra, extra
from comodit_client.cli.exits import Failure

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def serve(app: App, call: Call) -> None:
    """Run the server until it is interrupted, with the options of `comodit-sandbox`.

    Args:
        app: The output.
        call: The command.

    Raises:
        Failure: The server is not installed.
        click.exceptions.Exit: The server cannot start, or only showed its help.
    """
    try:
        with extra("sandbox"):
            from comodit_client.sandbox.command_line import run
    except MissingExtra as error:
        raise Failure(str(error)) from error
    try:
        status = run(call.repeated("options"))
    except SystemExit as end:  # how argparse ends after --help and usage errors
        status = end.code if isinstance(end.code, int) else 0
    raise click.exceptions.Exit(status)
