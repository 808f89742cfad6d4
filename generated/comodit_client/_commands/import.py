# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `import`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Import definitions from a folder",
    "commands": {
        "organizations": {
            "summary": "Import an organization from a folder.",
            "run": "transfer.import_organization",
            "arguments": ["folder"],
            "traits": ["run", "writes", "all"],
            "options": ["skip-conflict", "with-instances"],
        },
        "environments": {
            "summary": "Import an environment from a folder.",
            "run": "transfer.import_environment",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["skip-conflict", "with-instances"],
        },
        "hosts": {
            "summary": "Import a host from a folder.",
            "run": "transfer.import_host",
            "arguments": ["organization-2", "environment-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["skip-conflict", "with-instances"],
        },
        "applications": {
            "summary": "Import an application from a folder.",
            "run": "transfer.import_application",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing"],
        },
        "distributions": {
            "summary": "Import a distribution from a folder.",
            "run": "transfer.import_distribution",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing"],
        },
        "platforms": {
            "summary": "Import a platform from a folder.",
            "run": "transfer.import_platform",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing"],
        },
    },
}
