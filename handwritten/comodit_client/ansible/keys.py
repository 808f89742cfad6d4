"""The keys of settings in an archive, with all values that they have on any level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from comodit_client.ansible.archive import Archive
from comodit_client.disk import layout
from comodit_client.disk.payloads import list_member


@frozen(eq=False)
class Keys:
    """The keys of settings and parameters.

    Attributes:
        names: The keys, sorted.
        values: The values of each key, on all levels: those of settings, of links and properties their defaults, and
            those of parameters.
        varying: The keys that some setting links to another one or to a property, and those that some setting leaves
            without a value. Their values are not all known.
        secret: The keys whose schema, in a setting or a parameter, says that the value is secret.
        schemas: The schemas of the parameters of each key.
        is_complete: Whether the archive is a whole organization. Otherwise settings may have other keys, too.
    """

    names: tuple[str, ...]
    values: Mapping[str, tuple[Any, ...]]
    varying: frozenset[str]
    secret: frozenset[str] = frozenset()
    schemas: Mapping[str, tuple[Any, ...]] = field(factory=dict)
    is_complete: bool = True

    @classmethod
    def of(cls, archive: Archive) -> Keys:
        """Collect the keys of an archive.

        Args:
            archive: The archive.

        Returns:
            The keys.
        """
        values: dict[str, list[Any]] = defaultdict(list)
        varying: set[str] = set()
        secret: set[str] = set()
        schemas: dict[str, list[Any]] = defaultdict(list)
        for entity in archive:
            for document in (entity.source.document, *(single.document for single in entity.singles.values())):
                for setting in list_member(document, "settings"):
                    key = str(setting.get("key"))
                    values[key].append(setting.get("value"))
                    secret |= _if_secret(setting)
                    # An export without secrets has no value for a secret, but there is one.
                    is_null = setting.get("value") is None and not _is_secret(setting.get("schema"))
                    if setting.get("link") or setting.get("property") or is_null:
                        varying.add(key)
            if entity.kind in (layout.APPLICATION, layout.PLATFORM, layout.DISTRIBUTION):
                for parameter in list_member(entity.source.document, "parameters"):
                    values[str(parameter.get("key"))].append(parameter.get("value"))
                    secret |= _if_secret(parameter)
                    schemas[str(parameter.get("key"))].append(parameter.get("schema"))
        known = {key: tuple(found) for key, found in values.items()}
        is_complete = archive.organization is not None
        described = {key: tuple(found) for key, found in schemas.items()}
        return cls(tuple(sorted(values)), known, frozenset(varying), frozenset(secret), described, is_complete)


def _if_secret(item: Mapping[str, Any]) -> set[str]:
    return {str(item.get("key"))} if _is_secret(item.get("schema")) else set()


def _is_secret(schema: Any) -> bool:
    """Return whether a schema marks a value, or a part of it, as secret."""
    if not isinstance(schema, Mapping):
        return False
    if schema.get("secret") or schema.get("password"):
        return True
    members = schema.get("properties")
    parts = [schema.get("items"), *(members.values() if isinstance(members, Mapping) else ())]
    return any(map(_is_secret, parts))
