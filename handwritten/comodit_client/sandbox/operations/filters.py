"""Which settings an answer holds, and whether it shows their secrets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import field, frozen

from comodit_client.sandbox.http.rights import given_rights, hides_secrets
from comodit_client.sandbox.state.definitions import MASK, is_secret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.http.rights import Caller
    from comodit_client.sandbox.state.store import Document, Node, Store


@frozen
class SettingFilter:
    """What the query of a request asks for, and what its caller may see.

    Attributes:
        secret_only: Leave out what is not secret.
        no_secret: Leave out what is secret.
        obfuscate: Show secrets masked.
        key: Leave out all other keys, unless it is None.
        given: The caller's rights, by the row of their owner: secrets are masked where it is an auditor.
    """

    secret_only: bool = False
    no_secret: bool = False
    obfuscate: bool = False
    key: str | None = None
    given: Mapping[int, int] = field(factory=dict)

    @classmethod
    def of(cls, call: Call) -> SettingFilter:
        """Read the filter from a request."""
        return cls(
            call.flag("secret_only"),
            call.flag("no_secret"),
            call.flag("obfuscate"),
            call.query.get("key") or None,
            given_rights(call.world.store, call.caller),
        )

    @classmethod
    def only_rights(cls, store: Store, caller: Caller) -> SettingFilter:
        """Return what lets all settings pass, as far as a caller may see them."""
        return cls(given=given_rights(store, caller))

    def apply(self, store: Store, owner: Node, settings: Iterable[Document]) -> list[Document]:
        """Return the settings of an owner that pass, secrets masked where that was asked, or for auditors."""
        masked = self.obfuscate or hides_secrets(store, self.given, owner)
        return [
            {**setting, "value": MASK} if masked and _is_secret(setting) and "value" in setting else setting
            for setting in settings
            if self._passes(setting)
        ]

    def _passes(self, setting: Document) -> bool:
        if self.key is not None and setting["key"] != self.key:
            return False
        return not (self.no_secret if _is_secret(setting) else self.secret_only)


def _is_secret(setting: Document) -> bool:
    return is_secret(setting.get("schema"))
