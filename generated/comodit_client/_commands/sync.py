# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `sync`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Synchronize definitions with folders",
    "groups": {
        "status": {
            "summary": "Show the differences between a folder and the server",
            "commands": {
                "applications": {
                    "summary": "Show the differences between a folder and an application.",
                    "run": "transfer.sync_status_application",
                    "arguments": ["organization-2", "application-3", "folder"],
                    "traits": ["run", "all"],
                },
                "distributions": {
                    "summary": "Show the differences between a folder and a distribution.",
                    "run": "transfer.sync_status_distribution",
                    "arguments": ["organization-2", "distribution-2", "folder"],
                    "traits": ["run", "all"],
                },
            },
        },
        "pull": {
            "summary": "Update a folder from the server",
            "commands": {
                "applications": {
                    "summary": "Update a folder from an application.",
                    "run": "transfer.sync_pull_application",
                    "arguments": ["organization-2", "application-3", "folder"],
                    "traits": ["run", "writes", "all"],
                },
                "distributions": {
                    "summary": "Update a folder from a distribution.",
                    "run": "transfer.sync_pull_distribution",
                    "arguments": ["organization-2", "distribution-2", "folder"],
                    "traits": ["run", "writes", "all"],
                },
            },
        },
        "push": {
            "summary": "Update the server from a folder",
            "commands": {
                "applications": {
                    "summary": "Update an application from a folder.",
                    "run": "transfer.sync_push_application",
                    "arguments": ["organization-2", "application-3", "folder"],
                    "traits": ["run", "writes", "all"],
                },
                "distributions": {
                    "summary": "Update a distribution from a folder.",
                    "run": "transfer.sync_push_distribution",
                    "arguments": ["organization-2", "distribution-2", "folder"],
                    "traits": ["run", "writes", "all"],
                },
            },
        },
    },
}
