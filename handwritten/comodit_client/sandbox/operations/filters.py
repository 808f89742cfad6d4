"""Filters of settings in responses, and masking of secrets."""

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
    """The filter of a request, and the rights of its caller.

    Attributes:
        secret_only: Whether to omit settings that are not secret.
        no_secret: Whether to omit secret settings.
        obfuscate: Whether to mask secrets.
        key: The only key to return; None for all.
        given: The caller's rights by owner; secrets are masked where the caller is an auditor.
    """

    secret_only: bool = False
    no_secret: bool = False
    obfuscate: bool = False
    key: str | None = None
    given: Mapping[int, int] = field(factory=dict)

    @classmethod
    def of(cls, call: Call) -> SettingFilter:
        """Return the filter of a request."""
        return cls(
            call.flag("secret_only"),
            call.flag("no_secret"),
            call.flag("obfuscate"),
            call.query.get("key") or None,
            given_rights(call.world.store, call.caller),
        )

    @classmethod
    def only_rights(cls, store: Store, caller: Caller) -> SettingFilter:
        """Return a filter that omits nothing, but masks secrets for auditors."""
        return cls(given=given_rights(store, caller))

    def apply(self, store: Store, owner: Node, settings: Iterable[Document]) -> list[Document]:
        """Return the filtered settings of an owner, with secrets masked if requested or for auditors."""
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
