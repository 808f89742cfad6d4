"""Secrets in a JSON object, and the object without them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from comodit_client.wire.view import View


def without_secrets(view: View) -> tuple[dict[str, Any], list[str]]:
    """Copy the JSON object of a view without its secrets.

    Secrets are members that the API's schema marks as passwords, and values that their own schema marks as secret.

    Args:
        view: The view, which is not changed.

    Returns:
        The JSON object, and the paths of the omitted members, such as `settings.0.value`.
    """
    copied = deepcopy(view)
    return copied.get_json(), _remove_secrets(copied, "")


def _remove_secrets(view: View, path: str) -> list[str]:
    document = view.get_json()
    found = [f"{path}{member}" for member in view.SECRETS if document.get(member) is not None]
    for member in view.SECRETS & document.keys():
        if document[member] is not None:
            del document[member]
    for member, name in view.MEMBERS.items():
        if document.get(member) is None:
            continue
        schema = view.schema_of(member)
        if schema is not None:
            found += _by_schema(document, member, schema, path)
        value = getattr(view, name)
        if isinstance(value, View):
            found += _remove_secrets(value, f"{path}{member}.")
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, View):
                    found += _remove_secrets(item, f"{path}{member}.{number}.")
    return sorted(found)


def _by_schema(owner: dict[str, Any], member: str, schema: Any, path: str) -> list[str]:
    if not isinstance(schema, dict):
        return []
    if schema.get("secret") or schema.get("password"):
        del owner[member]
        return [f"{path}{member}"]
    found: list[str] = []
    value, members = owner[member], schema.get("properties")
    if isinstance(value, dict) and isinstance(members, dict):
        for key in list(value):
            found += _by_schema(value, key, members.get(key), f"{path}{member}.")
    elif isinstance(value, list) and isinstance(schema.get("items"), dict):
        kept: list[Any] = []
        for number, item in enumerate(value):
            one = {str(number): item}
            found += _by_schema(one, str(number), schema["items"], f"{path}{member}.")
            kept += one.values()
        value[:] = kept
    return found
