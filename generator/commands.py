"""What a command of `python -m generator` consists of."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from attrs import frozen


@frozen
class Command:
    """A command.

    Args:
        name: Its word on the command line.
        help: What it does, for the help text.
        add_arguments: A function that adds its arguments to its parser.
        run: A function that runs it with the parsed arguments, and returns the exit status.
    """

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
