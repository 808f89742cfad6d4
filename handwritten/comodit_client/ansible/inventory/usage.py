"""The settings that the contexts of a host share, and those that belong to one of them alone."""

from __future__ import annotations

import json
from collections.abc import Iterator

from comodit_client.ansible.inventory.hosts import Context, Host
from comodit_client.ansible.inventory.levels import Levels, is_same, settings_of
from comodit_client.disk.payloads import list_member


def context_keys(host: Host) -> Iterator[str]:
    """Yield the keys that the contexts of a host set.

    Args:
        host: The host.

    Yields:
        The keys, each once.
    """
    yield from dict.fromkeys(key for context in host.contexts for key in settings_of(context.source))


def is_shared(levels: Levels, host: Host, key: str) -> bool:
    """Return whether one value of a key serves all contexts of a host that use the key.

    Args:
        levels: The levels.
        host: The host.
        key: A key that a context of the host sets.

    Returns:
        False if two contexts see different values.
    """
    users = [one for one in host.contexts if key in settings_of(one.source) or may_use(one, key)]
    values = [levels.effective(host, one, key) for one in users]
    return all(is_same(values[0], value) for value in values[1:])


def may_use(context: Context, key: str) -> bool:
    """Return whether the definition of a context may use a key.

    Args:
        context: The context.
        key: The key.

    Returns:
        False only if the key occurs neither in the definition nor in a file of it, and all are known.
    """
    definition = context.definition
    if definition is None or key in json.dumps(definition.source.document, ensure_ascii=False):
        return True
    names = [str(file.get("name")) for file in list_member(definition.source.document, "files")]
    return any(_may_contain(context, name, key) for name in names)


def _may_contain(context: Context, name: str, key: str) -> bool:
    content = context.definition.content(name) if context.definition else None
    return content is None or key.encode(errors="replace") in content
