"""What the conversion of templates knows about the variables."""

from __future__ import annotations

from typing import Protocol


class Names(Protocol):
    """The keys of settings and parameters, and their Ansible variables.

    Variables of the server, such as `_host`, are keys as well. `is_defined` and `kinds` are also asked for members and
    elements of a value, as the paths `_host.name` and `users[].name`. Return False and an empty set if unknown.
    """

    def variable(self, key: str) -> str:
        """Return the name of the Ansible variable of a key."""
        ...

    def is_key(self, key: str) -> bool:
        """Return whether a setting or a parameter with exactly this key exists anywhere."""
        ...

    def is_defined(self, key: str) -> bool:
        """Return whether the key has a value other than null on every host."""
        ...

    def kinds(self, key: str) -> frozenset[type]:
        """Return the Python types of all values that the key has anywhere; empty if unknown."""
        ...
