"""Documents of an archive as the server stores them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comodit_client.ansible.archive import Archive
from comodit_client.disk import layout
from comodit_client.disk.payloads import list_member

#: The kinds of definitions, with their collections on the server.
DEFINITIONS: Mapping[layout.Kind, str] = {
    layout.APPLICATION: "applications",
    layout.DISTRIBUTION: "distributions",
    layout.PLATFORM: "platforms",
}


def secret_keys(archive: Archive) -> frozenset[str]:
    """Return the keys that some schema in an archive marks as secret.

    Args:
        archive: The archive.

    Returns:
        The keys of settings and parameters.
    """
    return frozenset(
        str(item.get("key"))
        for entity in archive
        for source in (entity.source, *entity.singles.values())
        for member in ("settings", "parameters")
        for item in list_member(source.document, member)
        if _is_secret(item.get("schema"))
    )


def settings_of(document: Mapping[str, Any], hidden: frozenset[str]) -> dict[str, dict[str, Any]]:
    """Return the settings of a document by key.

    Args:
        document: The document.
        hidden: The keys whose values are left out.

    Returns:
        The settings. A setting whose value is left out stays, and hides weaker ones.
    """
    return {str(item["key"]): _shown(item, hidden) for item in list_member(document, "settings") if item.get("key")}


def definition_of(kind: layout.Kind, document: Mapping[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    """Return a definition with the members that rendering reads.

    Args:
        kind: The kind of definition.
        document: The document.
        hidden: The keys whose values are left out.

    Returns:
        The definition. All files have delimiters, and parameters without a value do not have the member.
    """
    parameters = [_shown(item, hidden) for item in list_member(document, "parameters")]
    return {
        **{member: list_member(document, member) for member in ("packages", "services")},
        "files": [_file(kind, item) for item in list_member(document, "files")],
        "parameters": [
            {name: value for name, value in item.items() if value is not None}
            for item in parameters
            if item.get("key") is not None
        ],
    }


def delimiters_of(file: Mapping[str, Any]) -> dict[str, str]:
    """Return the delimiters of interpolations in a file.

    Args:
        file: The file in its definition.

    Returns:
        The delimiters by `start` and `end`.
    """
    found = (file.get("template") or file).get("delimiter") or {}
    return {"start": found.get("start") or "${", "end": found.get("end") or "}"}


def _file(kind: layout.Kind, item: Mapping[str, Any]) -> dict[str, Any]:
    delimiter = delimiters_of(item)
    if kind == layout.APPLICATION:
        return {**item, "template": {"delimiter": delimiter}}
    return {**item, "delimiter": delimiter}


def _shown(item: Mapping[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    leaves_out = str(item.get("key")) in hidden
    return {name: value for name, value in item.items() if not (leaves_out and name == "value")}


def _is_secret(schema: Any) -> bool:
    return isinstance(schema, Mapping) and bool(schema.get("secret") or schema.get("password"))
