"""Files to upload."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from comodit_client.cli.exits import USAGE, Failure
from comodit_client.wire.request import Upload


@contextmanager
def opened(path: str) -> Iterator[Upload]:
    """Open a file to upload.

    Args:
        path: Its path; - for the standard input.

    Yields:
        The upload.

    Raises:
        Failure: The file cannot be read.
    """
    try:
        with click.open_file(path, "rb") as file:
            yield Upload(file, Path(path).name)  # type: ignore[arg-type]
    except OSError as error:
        raise Failure(f"Cannot read {path}: {error.strerror or error}. Check the path.", USAGE) from error
