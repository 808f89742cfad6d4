# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `sync`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Synchronize definitions with folders",
    "description": "JSON and YAML contain the lines that differ. A file that changed on both sides is a conflict.",
    "groups": {
        "status": {
            "summary": "Show the differences between a folder and the server",
            "commands": {
                "organizations": {
                    "summary": "Show the differences between a folder and an organization.",
                    "run": "syncs.status",
                    "arguments": ["organization-2", "folder"],
                    "traits": ["run", "all"],
                    "options": ["with-secrets"],
                },
                "environments": {
                    "summary": "Show the differences between a folder and an environment.",
                    "run": "syncs.status",
                    "arguments": ["organization-2", "environment-2", "folder"],
                    "traits": ["run", "all"],
                    "options": ["with-secrets"],
                },
                "applications": {
                    "summary": "Show the differences between a folder and an application.",
                    "run": "syncs.status",
                    "arguments": ["organization-2", "application-3", "folder"],
                    "traits": ["run", "all"],
                    "options": ["with-secrets"],
                },
                "distributions": {
                    "summary": "Show the differences between a folder and a distribution.",
                    "run": "syncs.status",
                    "arguments": ["organization-2", "distribution-2", "folder"],
                    "traits": ["run", "all"],
                    "options": ["with-secrets"],
                },
                "platforms": {
                    "summary": "Show the differences between a folder and a platform.",
                    "run": "syncs.status",
                    "arguments": ["organization-2", "platform-2", "folder"],
                    "traits": ["run", "all"],
                    "options": ["with-secrets"],
                },
            },
        },
        "pull": {
            "summary": "Update a folder from the server",
            "commands": {
                "organizations": {
                    "summary": "Update a folder from an organization.",
                    "run": "syncs.pull",
                    "arguments": ["organization-2", "folder"],
                    "traits": ["run", "writes", "all"],
                    "options": ["with-secrets", "on-conflict"],
                },
                "environments": {
                    "summary": "Update a folder from an environment.",
                    "run": "syncs.pull",
                    "arguments": ["organization-2", "environment-2", "folder"],
                    "traits": ["run", "writes", "all"],
                    "options": ["with-secrets", "on-conflict"],
                },
                "applications": {
                    "summary": "Update a folder from an application.",
                    "run": "syncs.pull",
                    "arguments": ["organization-2", "application-3", "folder"],
                    "traits": ["run", "writes", "all"],
                    "options": ["with-secrets", "on-conflict"],
                },
                "distributions": {
                    "summary": "Update a folder from a distribution.",
                    "run": "syncs.pull",
                    "arguments": ["organization-2", "distribution-2", "folder"],
                    "traits": ["run", "writes", "all"],
                    "options": ["with-secrets", "on-conflict"],
                },
                "platforms": {
                    "summary": "Update a folder from a platform.",
                    "run": "syncs.pull",
                    "arguments": ["organization-2", "platform-2", "folder"],
                    "traits": ["run", "writes", "all"],
                    "options": ["with-secrets", "on-conflict"],
                },
            },
        },
        "push": {
            "summary": "Update the server from a folder",
            "commands": {
                "organizations": {
                    "summary": "Update an organization from a folder.",
                    "run": "syncs.push",
                    "arguments": ["organization-2", "folder"],
                    "traits": ["run", "writes", "all"],
                    "options": ["with-secrets", "on-conflict"],
                },
                "environments": {
                    "summary": "Update an environment from a folder.",
                    "run": "syncs.push",
                    "arguments": ["organization-2", "environment-2", "folder"],
                    "traits": ["run", "writes", "all"],
                    "options": ["with-secrets", "on-conflict"],
                },
                "applications": {
                    "summary": "Update an application from a folder.",
                    "run": "syncs.push",
                    "arguments": ["organization-2", "application-3", "folder"],
                    "traits": ["run", "writes", "all"],
                    "options": ["with-secrets", "on-conflict"],
                },
                "distributions": {
                    "summary": "Update a distribution from a folder.",
                    "run": "syncs.push",
                    "arguments": ["organization-2", "distribution-2", "folder"],
                    "traits": ["run", "writes", "all"],
                    "options": ["with-secrets", "on-conflict"],
                },
                "platforms": {
                    "summary": "Update a platform from a folder.",
                    "run": "syncs.push",
                    "arguments": ["organization-2", "platform-2", "folder"],
                    "traits": ["run", "writes", "all"],
                    "options": ["with-secrets", "on-conflict"],
                },
            },
        },
    },
}
