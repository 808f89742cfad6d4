# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `completion`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Completion of words, options and names in a shell",
    "commands": {
        "install": {
            "summary": "Install completion for a shell.",
            "run": "completion.install",
            "arguments": ["shell"],
            "traits": ["run", "plain"],
        },
        "show": {
            "summary": "Print the completion script of a shell.",
            "run": "completion.show",
            "arguments": ["shell"],
            "traits": ["run", "plain"],
        },
    },
}
