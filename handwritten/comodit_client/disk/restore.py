"""Secrets that an export omits. An update takes them from the server, so that it does not delete them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comodit_client.disk.secret import without_secrets
from comodit_client.wire.view import View

#: Members that identify an item of a list.
IDENTITIES = ("name", "key", "id")


def restore_secrets(document: Mapping[str, Any], current: View) -> dict[str, Any]:
    """Copy a definition, with the secrets that it omits.

    Args:
        document: The definition in the folder.
        current: The entity on the server.

    Returns:
        The JSON object to send.
    """
    shown, _ = without_secrets(current)
    return _object(document, shown, current.get_json())


def _object(local: Mapping[str, Any], shown: Mapping[str, Any], whole: Mapping[str, Any]) -> dict[str, Any]:
    secrets = {member: value for member, value in whole.items() if member not in shown and member not in local}
    kept = {member: _value(value, shown.get(member), whole.get(member)) for member, value in local.items()}
    return {**kept, **secrets}


def _value(local: Any, shown: Any, whole: Any) -> Any:
    if local == shown:
        return local if whole is None else whole
    if isinstance(local, dict) and isinstance(shown, dict) and isinstance(whole, dict):
        return _object(local, shown, whole)
    if isinstance(local, list) and isinstance(shown, list) and isinstance(whole, list) and len(shown) == len(whole):
        return [_item(item, shown, whole) for item in local]
    return local


def _item(local: Any, shown: list[Any], whole: list[Any]) -> Any:
    for number, candidate in enumerate(shown):
        if candidate == local or (_identity(candidate) is not None and _identity(candidate) == _identity(local)):
            return _value(local, candidate, whole[number])
    return local


def _identity(item: Any) -> Any:
    if not isinstance(item, dict):
        return None
    return next((item[member] for member in IDENTITIES if item.get(member)), None)
