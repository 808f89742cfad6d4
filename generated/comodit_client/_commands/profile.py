# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `profile`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Profiles of credentials",
    "commands": {
        "list": {"summary": "List the profiles.", "run": "profiles.list_profiles", "traits": ["run", "all"]},
        "use": {
            "summary": "Make a profile the default.",
            "run": "profiles.use",
            "arguments": ["profile-2"],
            "traits": ["run", "all"],
        },
        "show": {
            "summary": "Show a profile without its secrets.",
            "run": "profiles.show",
            "arguments": ["profile"],
            "traits": ["run", "all"],
        },
    },
}
