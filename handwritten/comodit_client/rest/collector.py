"""Pauses the garbage collector while many objects are made that cannot be garbage."""

from __future__ import annotations

import gc

#: The number of objects, or of bytes of JSON text for each of them, from which on a pause is worth it.
MANY = 1000
BYTES_PER_OBJECT = 100


class Paused:
    """A block in which the collector does not run, if it makes many objects.

    Decoding JSON makes no garbage, and a list of 100,000 objects starts the collector hundreds of times: it takes more
    time than the decoder. The collector stays paused if somebody else paused it.

    Args:
        objects: The number of objects that the block makes, about.
    """

    __slots__ = ("_pauses",)

    def __init__(self, objects: int) -> None:
        self._pauses = objects >= MANY and gc.isenabled()

    def __enter__(self) -> None:
        if self._pauses:
            gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._pauses:
            if not gc.get_freeze_count():
                # The new objects skip the generations that are searched often: a search would visit all of them.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
