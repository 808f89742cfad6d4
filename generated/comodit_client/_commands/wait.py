# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `wait`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Wait for hosts, changes and executions",
    "commands": {
        "hosts": {
            "summary": "Wait until hosts are in a state.",
            "run": "waits.hosts",
            "arguments": ["organization-2", "environment-2", "names"],
            "traits": ["run", "all"],
            "options": ["state", "timeout", "progress"],
        },
        "changes": {
            "summary": "Wait until a host has no pending changes.",
            "run": "waits.changes",
            "arguments": ["organization-2", "environment-2", "host-2"],
            "traits": ["run", "all"],
            "options": ["timeout", "progress"],
        },
        "orchestration": {
            "summary": "Wait until an execution of an orchestration has finished.",
            "run": "waits.orchestration",
            "arguments": ["organization-2", "orchestration-3", "context-3"],
            "traits": ["run", "all"],
            "options": ["timeout", "progress"],
        },
        "pipeline": {
            "summary": "Wait until an execution of a pipeline has finished.",
            "run": "waits.pipeline",
            "arguments": ["organization-2", "pipeline-2", "context-4"],
            "traits": ["run", "all"],
            "options": ["timeout", "progress"],
        },
    },
}
