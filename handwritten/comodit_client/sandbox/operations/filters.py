"""Filters of settings in responses, and masking of secrets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import field, frozen

from comodit_client.sandbox.http.responses import to_text
from comodit_client.sandbox.state.definitions import MASK, is_secret, secret_keys, secret_parameters_masked

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.http.rights import Rights
    from comodit_client.sandbox.state.store import Document, Node, Store


@frozen
class SettingFilter:
    """The filter of a request, and the rights of its caller.

    Attributes:
        rights: The caller's rights: settings that the caller may not read are left out, and secrets are masked.
        secret_only: Whether to omit settings that are not secret.
        no_secret: Whether to omit secret settings.
        obfuscate: Whether to mask secrets.
        key: The only key to return; None for all.
    """

    rights: Rights
    secret_only: bool = False
    no_secret: bool = False
    obfuscate: bool = False
    key: str | None = None
    _secret_keys: dict[int, frozenset[str]] = field(factory=dict, init=False)

    @classmethod
    def of(cls, call: Call) -> SettingFilter:
        """Return the filter of a request."""
        return cls(
            call.rights(),
            call.flag("secret_only"),
            call.flag("no_secret"),
            call.flag("obfuscate"),
            call.query.get("key") or None,
        )

    def apply(self, store: Store, owner: Node, settings: Iterable[Document]) -> list[Document]:
        """Return the filtered settings of an owner, with secrets masked if requested or required."""
        if not self.rights.reads(owner):
            return []
        masked = self.obfuscate or self.rights.hides_secrets(owner)
        if not (masked or self.secret_only or self.no_secret):
            return [setting for setting in settings if self.key in (None, setting["key"])]
        secret = self._secret_keys_of(store, owner)
        shown = []
        for setting in settings:
            is_hidden = setting["key"] in secret or is_secret(setting.get("schema"))
            if self.key in (None, setting["key"]) and not (self.no_secret if is_hidden else self.secret_only):
                shown.append(_masked(setting) if masked and is_hidden else setting)
        return shown

    def parameters(self, store: Store, definition: Node) -> list[Document]:
        """Return the parameters of a definition, with secret defaults masked if required."""
        parameters: list[Document] = definition.doc.get("parameters", [])
        if not self.rights.hides_secrets(definition):
            return parameters
        return secret_parameters_masked(parameters, self._secret_keys_of(store, definition))

    def _secret_keys_of(self, store: Store, owner: Node) -> frozenset[str]:
        """Return the keys that are secret in the organization of an owner."""
        row = owner.parent or owner.id
        if row not in self._secret_keys:
            organization = owner
            while organization.parent:
                organization = store.get(organization.parent)
            self._secret_keys[row] = secret_keys(store, organization)
        return self._secret_keys[row]


def masked_text(setting: str) -> str:
    """Return the JSON of a setting with its value masked."""
    return to_text(_masked(json.loads(setting)))


def _masked(setting: Document) -> Document:
    return {**setting, "value": MASK} if "value" in setting else setting
