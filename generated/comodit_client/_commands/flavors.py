# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `flavors`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Kinds of operating systems that the server knows",
    "commands": {
        "list": {
            "summary": "List the flavors.",
            "operation": "flavors.list",
            "traits": ["list", "all"],
            "result": "Flavor",
        },
        "show": {
            "summary": "Get the flavor.",
            "operation": "flavors.get",
            "arguments": ["flavor"],
            "traits": ["show", "all"],
            "result": "Flavor",
        },
    },
}
