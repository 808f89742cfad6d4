"""The command that writes the parity page."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from comodit_client.sandbox.parity.page import parity_page
from comodit_client.sandbox.schema import load_schema


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the parity page to a file, or to standard output.

    Args:
        arguments: The command line without the command's name. Default: the arguments of the process.

    Returns:
        0.
    """
    parser = argparse.ArgumentParser(
        prog="python -m comodit_client.sandbox.parity",
        description="Write the page on how well each behaviour of the sandbox is known.",
    )
    parser.add_argument("--output", type=Path, help="file to write (default: standard output)")
    output: Path | None = parser.parse_args(arguments).output
    page = parity_page(load_schema())
    if output is None:
        sys.stdout.write(page)
    else:
        output.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
