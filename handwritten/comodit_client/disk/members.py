"""The members that differ between two versions of an entity, without secrets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from comodit_client.disk.payloads import list_member, to_payload
from comodit_client.disk.planned import MASK, MemberChange
from comodit_client.disk.secret import without_secrets
from comodit_client.wire.view import View

#: Members of parts that the server sets, besides those that `to_payload` omits.
OF_THE_SERVER = frozenset({"schema"})


def changed_members(
    kind: str, old: View | None, new: View, omitted: Collection[str], schemas: Mapping[str, Any]
) -> Iterator[MemberChange]:
    """Find the members that differ.

    Args:
        kind: The name of the kind.
        old: The entity on the server, or None.
        new: The entity that is sent.
        omitted: The members to skip.
        schemas: The schemas of secret settings, by key, for settings that do not have their own.

    Yields:
        The members, with secrets masked.
    """
    before, after = ({} if old is None else to_payload(kind, old.get_json())), to_payload(kind, new.get_json())
    shown_before = {} if old is None else _shown(kind, old, schemas)
    shown_after = _shown(kind, new, schemas)
    skipped = {*omitted, *(OF_THE_SERVER if kind == "setting" else ())}
    for member in [*before, *(name for name in after if name not in before)]:
        if member not in skipped:
            yield from _differences(
                member,
                (before.get(member), shown_before.get(member)),
                (after.get(member), shown_after.get(member)),
            )


def secret_schemas(documents: Iterable[Mapping[str, Any] | None]) -> dict[str, Any]:
    """Find the schemas of parameters that hold secrets.

    Args:
        documents: Definitions.

    Returns:
        The schemas, by the key of the parameter.
    """
    found: dict[str, Any] = {}
    for document in documents:
        files = list_member(document or {}, "files")
        for owner in (document or {}, *files):
            for parameter in list_member(owner, "parameters"):
                if _has_secret(parameter.get("schema")):
                    found[str(parameter.get("key"))] = parameter["schema"]
    return found


def _has_secret(schema: Any) -> bool:
    if isinstance(schema, list):
        return any(map(_has_secret, schema))
    if not isinstance(schema, dict):
        return False
    return bool(schema.get("secret") or schema.get("password")) or any(map(_has_secret, schema.values()))


def _shown(kind: str, view: View, schemas: Mapping[str, Any]) -> dict[str, Any]:
    copied = deepcopy(view)
    document = copied.get_json()
    settings = [document] if kind == "setting" else list_member(document, "settings")
    for setting in settings:
        if setting.get("schema") is None and setting.get("key") in schemas:
            setting["schema"] = schemas[setting["key"]]
    shown, _ = without_secrets(copied)
    return to_payload(kind, shown)


def _differences(path: str, old: tuple[Any, Any], new: tuple[Any, Any]) -> Iterator[MemberChange]:
    """Compare values, each given also without its secrets; a secret itself is None then."""
    before, after = old[0], new[0]
    if before == after and type(before) is type(after):
        return
    if isinstance(before, dict) and isinstance(after, dict) and isinstance(old[1], dict) and isinstance(new[1], dict):
        for member in [*before, *(name for name in after if name not in before)]:
            yield from _differences(
                f"{path}.{member}",
                (before.get(member), old[1].get(member)),
                (after.get(member), new[1].get(member)),
            )
        return
    shown = [MASK if value is not None and visible is None else visible for value, visible in (old, new)]
    yield MemberChange(path, *(shown if shown[0] != shown[1] else (MASK, MASK)))
