"""The whole command line as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from comodit_client._commands import INDEX
from comodit_client.cli import table


def description() -> str:
    """Return all commands, their arguments and options as JSON."""
    found: dict[str, Any] = {
        "name": table.NAME,
        "summary": INDEX["summary"],
        "arguments": table.ARGUMENTS,
        "options": table.OPTIONS,
        "commands": INDEX["commands"],
        "groups": {word: table.top(word) for word in INDEX["groups"]},
    }
    return json.dumps(found, indent=2, ensure_ascii=False)
