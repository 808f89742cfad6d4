"""Masks the secrets of results."""

from __future__ import annotations

from typing import Any

from comodit_client.cassettes.json_secrets import JsonSecrets


def masked(value: Any) -> Any:
    """Mask the secrets of a JSON value.

    Args:
        value: The value.

    Returns:
        A copy, in which passwords, keys, tokens and the values of secret settings are masked.
    """
    return JsonSecrets(str, lambda _: None).mask(value, frozenset())
