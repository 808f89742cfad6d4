"""The settings that the contexts of a host share, and those that belong to one of them alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product

from comodit_client.ansible.archive import Archive, Entity
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
    if definition is None or _names(definition, key):
        return True
    contents = [definition.content(name) for name in file_names(definition)]
    return any(content is None or key.encode(errors="replace") in content for content in contents)


def needed_contents(archive: Archive) -> list[Entity]:
    """Return the definitions whose files decide which context of a host uses a key.

    Args:
        archive: The archive, which may lack the contents of files.

    Returns:
        The applications, platforms and distributions.
    """
    found: dict[Entity, None] = {}
    for host in Levels.of(archive).hosts.values():
        for context, key in product(host.contexts, context_keys(host)):
            definition = context.definition
            if definition is not None and key not in settings_of(context.source) and not _names(definition, key):
                found[definition] = None
    return [definition for definition in found if file_names(definition)]


def file_names(definition: Entity) -> list[str]:
    """Return the names of the files of a definition.

    Args:
        definition: The application, platform or distribution.

    Returns:
        The names.
    """
    return [str(file.get("name")) for file in list_member(definition.source.document, "files")]


def _names(definition: Entity, key: str) -> bool:
    return key in json.dumps(definition.source.document, ensure_ascii=False)
