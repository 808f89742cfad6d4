"""The embedded server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

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
        from comodit_client.sandbox.__main__ import main
    except ImportError as error:
        raise Failure(
            f"Cannot run the sandbox: {error}. Install it with: pip install 'comodit-client[sandbox]'"
        ) from error
    try:
        status = main(call.repeated("options"))
    except SystemExit as end:  # how argparse ends after --help and usage errors
        status = end.code if isinstance(end.code, int) else 0
    raise click.exceptions.Exit(status)
