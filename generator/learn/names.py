"""Finds free names for what is new in the schema."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.names import snake_case
from generator.typed_dicts import SUFFIXES


class Names:
    """The names of schemas that are in use.

    Args:
        schemas: The names of the schemas of the bundle, and others that cannot be used.
    """

    def __init__(self, schemas: Iterable[str]) -> None:
        self._taken = set(schemas)

    def schema(self, *parts: str) -> str:
        """Return a free name for a new schema.

        Args:
            parts: The words that it is made from, such as `Host` and `lastBackup`.
        """
        wanted = "".join(map(pascal_case, parts)) or "Unnamed"
        wanted = wanted if wanted[0].isalpha() else f"The{wanted}"
        number = 1
        name = wanted
        while not self._is_free(name):
            number += 1
            name = f"{wanted}{number}"
        self._taken.add(name)
        return name

    def _is_free(self, name: str) -> bool:
        derived = {f"{name}{suffix}" for suffix in ("", *SUFFIXES)}
        others = {f"{other}{suffix}" for other in self._taken for suffix in SUFFIXES}
        return not derived & self._taken and name not in others


def pascal_case(name: str) -> str:
    """Convert a name of the wire to that of a class.

    Args:
        name: A name such as `lastBackup`.
    """
    words = re.findall(r"[A-Za-z0-9]+", snake_case(name).replace("_", " "))
    return "".join(word.capitalize() for word in words)


def singular(name: str) -> str:
    """Return the name of an item of a collection.

    Args:
        name: The name of the collection, such as `backups` or `policies`.
    """
    if name.endswith("ies") and len(name) > 4:
        return f"{name[:-3]}y"
    if name.endswith(("sses", "xes", "ches", "shes")):
        return name[:-2]
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) else name
