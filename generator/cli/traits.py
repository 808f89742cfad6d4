"""The traits of commands, which give them most of their options."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from generator.cli.grammar import KINDS

#: The kind of a command that sends no operation.
RUN = "run"
#: The trait of a command that has none of the options that shape a result, and that of all others.
PLAIN, ALL = "plain", "all"
#: The trait of a command that passes what follows its words to something else.
PASSTHROUGH = "passthrough"
#: The traits that follow from the kind of a command.
OF_KIND = {
    "create": ("input", "writes"),
    "update": ("input", "writes"),
    "send": ("input", "writes"),
    "upload": ("writes",),
    "action": ("writes",),
    "delete": ("confirm", "writes"),
}
#: The traits that a command may have although no option names them.
KNOWN = frozenset((*KINDS, RUN, PLAIN, ALL, PASSTHROUGH, *chain(*OF_KIND.values())))


def traits_of(kind: str, given: Sequence[str]) -> tuple[str, ...]:
    """Return the traits of a command: its kind, those that follow from it, and its own.

    Args:
        kind: Its kind.
        given: The traits in its description.
    """
    everywhere = () if PLAIN in given else (ALL,)
    return tuple(dict.fromkeys((kind, *OF_KIND.get(kind, ()), *given, *everywhere)))
