"""The entry point of the command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

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
    try:
        import click  # noqa: F401
    except ImportError:
        sys.stderr.write("comodit: The command line is not installed. Run: pip install 'comodit-client[cli]'\n")
        return 1
    return _run(given)


def _run(arguments: list[str]) -> int:
    import click

    from comodit_client.cli import exits, table
    from comodit_client.cli.tree import Root
    from comodit_client.cli.words import ordered

    try:
        status = Root().main(ordered(arguments), prog_name=table.NAME, standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        return error.exit_code
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last place that can report what failed
        return exits.report(error, arguments)
    return status if isinstance(status, int) else exits.DONE


if __name__ == "__main__":
    sys.exit(main())
