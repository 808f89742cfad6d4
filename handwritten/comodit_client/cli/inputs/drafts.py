"""A text in a temporary file, which an editor opens."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from comodit_client.cli.exits import Failure


class Draft:
    """A text in a temporary file that only the user can read. It stays there until it is discarded.

    Args:
        content: The text to begin with.
        suffix: The suffix of the file, from which editors know its format.
    """

    def __init__(self, content: bytes, suffix: str) -> None:
        self._original = content
        handle, name = tempfile.mkstemp(prefix="comodit-", suffix=suffix)
        os.close(handle)
        self.path = Path(name)
        self.path.write_bytes(content)

    def edit(self) -> bytes:
        """Open the editor of the user and wait until it is closed.

        Returns:
            What the file holds then.

        Raises:
            Failure: The editor failed, or the file is gone.
        """
        try:
            click.edit(filename=str(self.path))
            return self.path.read_bytes()
        except (click.ClickException, ValueError) as error:
            reason = error.format_message() if isinstance(error, click.ClickException) else f"$EDITOR: {error}"
            raise Failure(f"{reason}. Set $VISUAL or $EDITOR to an editor that works.") from error
        except OSError as error:
            raise Failure(f"Cannot read {self.path} after editing: {error.strerror}.") from error

    def close(self, keep: bool) -> bool:
        """Remove the file, or keep it if something was typed.

        Args:
            keep: Whether to keep what was typed.

        Returns:
            True if the file was kept.
        """
        try:
            kept = keep and self.path.read_bytes() not in (self._original, b"")
            if not kept:
                self.path.unlink()
        except OSError:
            return False
        return kept
