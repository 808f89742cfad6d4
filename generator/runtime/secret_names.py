"""Names that secrets usually have, and URLs without secrets."""

from __future__ import annotations

import re

#: Names of settings, headers and so on whose values are assumed to be secret; only the server knows their schema.
SENSITIVE = re.compile(
    r"passw|secret|token|credential|authori[sz]ation|(private|api|access|ssh)[-_. ]?key", re.IGNORECASE
)
#: What stands in messages for a secret.
MASK = "***"
#: A parameter in the query of a URL.
PARAMETER = re.compile(r"(?<=[?&;])([^=&;#\s]*)=[^&;#\s]*")


def without_secret_parameters(url: str) -> str:
    """Mask the values of the query parameters whose names are those of secrets.

    Args:
        url: The URL.
    """
    return PARAMETER.sub(lambda found: f"{found[1]}={MASK}" if SENSITIVE.search(found[1]) else found[0], url)
