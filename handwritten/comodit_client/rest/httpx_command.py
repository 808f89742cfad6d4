"""Postpones the command line of httpx, which httpx loads together with click, rich and pygments if these are installed.

Loading them takes half as long as all the rest of httpx, and a program that sends requests does not need them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

NAME = "httpx._main"


@contextmanager
def postponed() -> Iterator[None]:
    """Let httpx be imported in a block without its command line.

    Afterwards `httpx._main` can be imported as ever. `httpx.main` stays a function that loads and runs the command; it
    is not the command object of click.
    """
    if NAME in sys.modules or "httpx" in sys.modules:
        yield
        return
    stand_in = ModuleType(NAME)
    stand_in.main = _main  # type: ignore[attr-defined]
    sys.modules[NAME] = stand_in
    try:
        yield
    finally:
        if NAME in sys.modules and sys.modules[NAME] is stand_in:
            del sys.modules[NAME]


def _main(*arguments: Any, **options: Any) -> Any:
    """Run the command of httpx."""
    return import_module(NAME).main(*arguments, **options)
