"""How a list of settings differs from another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from comodit_client.cli.exits import USAGE, Failure

#: What makes a setting; the schema is the server's.
COMPARED = ("link", "property", "value")


def check_settings(settings: Sequence[Any]) -> None:
    """Check that an array consists of settings with different keys.

    Args:
        settings: The array.

    Raises:
        Failure: It does not. The status is that of a usage error.
    """
    for position, setting in enumerate(settings):
        if not isinstance(setting, dict) or not isinstance(setting.get("key"), str):
            raise Failure(f"Cannot use the settings: [{position}] is not an object with a key. Correct it.", USAGE)
    twice = [key for key, count in Counter(setting["key"] for setting in settings).items() if count > 1]
    if twice:
        raise Failure(f"Cannot use the settings: {twice[0]!r} is there twice. Remove one of them.", USAGE)


def differences(before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]], keeps: bool) -> list[str]:
    """Describe how settings differ, without their values, which may be secret.

    Args:
        before: The settings of the owner.
        after: The new settings.
        keeps: Whether settings that are missing in the new ones are kept.

    Returns:
        Additions and updates in the order of the new settings, then deletions.
    """
    old = {setting["key"]: setting for setting in before}
    new = {setting["key"]: setting for setting in after}
    changed = [
        f"- {'update' if key in old else 'add'} {key}"
        for key, setting in new.items()
        if key not in old or not _same(old[key], setting)
    ]
    deleted = [] if keeps else [f"- delete {key}" for key in old if key not in new]
    return changed + deleted


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    # In JSON, true is not 1.
    return all(_typed(one.get(name)) == _typed(other.get(name)) for name in COMPARED)


def _typed(value: Any) -> Any:
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if isinstance(value, dict):
        return {name: _typed(item) for name, item in value.items()}
    return (isinstance(value, bool), value)
