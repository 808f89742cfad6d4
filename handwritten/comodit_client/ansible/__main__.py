"""The command `python -m comodit_client.ansible`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from comodit_client._extras import MissingExtra


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert a folder.

    Args:
        arguments: The command line without the command's name. Default: the arguments of the process.

    Returns:
        The exit status: 2 also if the extra is not installed.
    """
    try:
        from comodit_client.ansible.command_line import run
    except MissingExtra as error:
        sys.stderr.write(f"comodit_client.ansible: {error}\n")
        return 2
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
