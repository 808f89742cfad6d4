"""The command `comodit-sandbox`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from comodit_client._extras import MissingExtra, extra


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the server until SIGINT or SIGTERM.

    Args:
        arguments: The command line without the command's name. Default: the arguments of the process.

    Returns:
        0 after a clean shutdown, 1 if the server is not installed or cannot start.
    """
    try:
        with extra("sandbox"):
            from comodit_client.sandbox.command_line import run
        return run(arguments)
    except MissingExtra as error:
        sys.stderr.write(f"comodit-sandbox: {error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
