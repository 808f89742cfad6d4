"""Name the extra to install when a package of an optional part of the library is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

#: What each extra installs.
PARTS = {
    "ansible": "The conversion to playbooks",
    "cli": "The command line",
    "sandbox": "The sandbox",
    "test": "The recorder of cassettes",
}


class MissingExtra(ModuleNotFoundError):
    """A part of the library cannot be imported, because its extra is not installed."""


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Import an optional part of the library in a `with` block.

    Args:
        name: The extra that installs the part.

    Raises:
        MissingExtra: A package of the extra is missing.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing == __package__:  # a mistake of ours, which no extra corrects
            raise
        text = f"{PARTS[name]} is not installed: the module {missing} is missing."
        raise MissingExtra(f"{text} Run: pip install 'comodit-client[{name}]'", name=error.name) from error
