"""The entry point of the command."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

#: Set by the shells' completion scripts.
COMPLETION = "_COMODIT_COMPLETE"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: The command line without the command's name. Default: the arguments of the process.

    Returns:
        The exit status.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    # httpx would load its own command line, and with it rich, because these packages are installed.
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
    if COMPLETION in os.environ:
        from comodit_client.cli.completion import complete

        return complete(os.environ[COMPLETION])
    from comodit_client._extras import MissingExtra, extra

    try:
        with extra("cli"):
            import click  # noqa: F401
    except MissingExtra as error:
        sys.stderr.write(f"comodit: {error}\n")
        return 1
    return _run(given)


def _run(arguments: list[str]) -> int:
    from comodit_client.cli import exits, table
    from comodit_client.cli.tree import Root
    from comodit_client.cli.words import ordered

    _buffer_output()
    _accept_any_locale()
    try:
        # Not by click's main(), which ends with status 1 when nobody reads the output any longer.
        status = _invoke(Root(), table.NAME, ordered(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last place that can report what failed
        return exits.report(error, arguments)
    return status if isinstance(status, int) else exits.DONE


def _invoke(command: click.Command, name: str, arguments: list[str]) -> object:
    import click

    try:
        with command.make_context(name, arguments) as context:
            return command.invoke(context)
    except click.exceptions.Exit as error:
        return error.exit_code


def _buffer_output() -> None:
    """Give standard output a buffer, which PYTHONUNBUFFERED takes away.

    Without it, Python forgets what a full disk or a closed pipe leaves of a text, and the command would succeed.
    """
    stream = sys.stdout
    if stream is sys.__stdout__ and isinstance(stream, io.TextIOWrapper) and isinstance(stream.buffer, io.RawIOBase):
        buffer = io.BufferedWriter(stream.buffer)
        sys.stdout = io.TextIOWrapper(buffer, encoding=stream.encoding, errors=stream.errors)


def _accept_any_locale() -> None:
    """Let characters that the locale does not have become question marks, instead of ending the command."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
