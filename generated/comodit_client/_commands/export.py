# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `export`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Export definitions to a folder",
    "commands": {
        "organizations": {
            "summary": "Export an organization to a folder.",
            "run": "transfer.export_organization",
            "arguments": ["organization-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["overwrite"],
        },
        "environments": {
            "summary": "Export an environment to a folder.",
            "run": "transfer.export_environment",
            "arguments": ["organization-2", "environment-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["overwrite"],
        },
        "hosts": {
            "summary": "Export a host to a folder.",
            "run": "transfer.export_host",
            "arguments": ["organization-2", "environment-2", "host-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["overwrite"],
        },
        "applications": {
            "summary": "Export an application to a folder.",
            "run": "transfer.export_application",
            "arguments": ["organization-2", "application-3", "folder-2"],
            "traits": ["run", "all"],
            "options": ["overwrite"],
        },
        "distributions": {
            "summary": "Export a distribution to a folder.",
            "run": "transfer.export_distribution",
            "arguments": ["organization-2", "distribution-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["overwrite"],
        },
        "platforms": {
            "summary": "Export a platform to a folder.",
            "run": "transfer.export_platform",
            "arguments": ["organization-2", "platform-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["overwrite"],
        },
    },
}
