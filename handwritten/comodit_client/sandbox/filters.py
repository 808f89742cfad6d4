"""Which settings an answer holds, and whether it shows their secrets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comodit_client.sandbox.calls import Call
    from comodit_client.sandbox.store import Document

_MASK = "********"


@dataclass(frozen=True, slots=True)
class SettingFilter:
    """What the query of a request asks for.

    Attributes:
        secret_only: Leave out what is not secret.
        no_secret: Leave out what is secret.
        obfuscate: Show secrets masked.
        key: Leave out all other keys, unless it is None.
    """

    secret_only: bool = False
    no_secret: bool = False
    obfuscate: bool = False
    key: str | None = None

    @classmethod
    def of(cls, call: Call) -> SettingFilter:
        """Read the filter from a request."""
        return cls(
            call.flag("secret_only"), call.flag("no_secret"), call.flag("obfuscate"), call.query.get("key") or None
        )

    def apply(self, settings: Iterable[Document]) -> list[Document]:
        """Return the settings that pass, secrets masked where that was asked."""
        return [self._shown(setting) for setting in settings if self._passes(setting)]

    def _passes(self, setting: Document) -> bool:
        if self.key is not None and setting["key"] != self.key:
            return False
        return not (self.no_secret if _is_secret(setting) else self.secret_only)

    def _shown(self, setting: Document) -> Document:
        if self.obfuscate and _is_secret(setting) and "value" in setting:
            return {**setting, "value": _MASK}
        return setting


def _is_secret(setting: Document) -> bool:
    schema = setting.get("schema") or {}
    return bool(schema.get("secret") or schema.get("password"))
