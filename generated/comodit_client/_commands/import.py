# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `import`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Import definitions from a folder",
    "description": "Everything is checked before the first change. A conflict is an entity that exists already.",
    "commands": {
        "organizations": {
            "summary": "Import an organization from a folder.",
            "run": "imports.import_",
            "arguments": ["folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict", "with-instances"],
        },
        "environments": {
            "summary": "Import an environment from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict", "with-instances"],
        },
        "hosts": {
            "summary": "Import a host from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "environment-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict", "with-instances"],
        },
        "applications": {
            "summary": "Import an application from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict"],
        },
        "distributions": {
            "summary": "Import a distribution from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict"],
        },
        "platforms": {
            "summary": "Import a platform from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict"],
        },
        "jobs": {
            "summary": "Import a job from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict"],
        },
        "orchestrations": {
            "summary": "Import an orchestration from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict"],
        },
        "pipelines": {
            "summary": "Import a pipeline from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict"],
        },
        "hostgroups": {
            "summary": "Import a host group from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict"],
        },
        "webhooks": {
            "summary": "Import a webhook from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict"],
        },
        "notifications": {
            "summary": "Import a notification channel from a folder.",
            "run": "imports.import_",
            "arguments": ["organization-2", "folder"],
            "traits": ["run", "writes", "all"],
            "options": ["update-existing", "skip-conflict"],
        },
    },
}
