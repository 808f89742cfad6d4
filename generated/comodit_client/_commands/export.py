# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `export`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Export definitions to a folder",
    "description": "The default folder has the name of the entity, in the current folder. Secrets are left out unless --with-secrets is given.",
    "commands": {
        "organizations": {
            "summary": "Export an organization to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "folder-2"],
            "traits": ["run", "all"],
            "options": [
                "with-secrets",
                "format",
                "links",
                "vault-password-file",
                "name",
                "keep-going",
                "verify",
                "overwrite",
            ],
        },
        "environments": {
            "summary": "Export an environment to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "environment-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["with-secrets", "overwrite"],
        },
        "hosts": {
            "summary": "Export a host to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "environment-2", "host-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["with-secrets", "overwrite"],
        },
        "applications": {
            "summary": "Export an application to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "application-3", "folder-2"],
            "traits": ["run", "all"],
            "options": [
                "with-secrets",
                "format",
                "links",
                "vault-password-file",
                "name",
                "keep-going",
                "verify",
                "overwrite",
            ],
        },
        "distributions": {
            "summary": "Export a distribution to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "distribution-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["with-secrets", "overwrite"],
        },
        "platforms": {
            "summary": "Export a platform to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "platform-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["with-secrets", "overwrite"],
        },
        "jobs": {
            "summary": "Export a job to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "job-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["with-secrets", "overwrite"],
        },
        "orchestrations": {
            "summary": "Export an orchestration to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "orchestration-3", "folder-2"],
            "traits": ["run", "all"],
            "options": ["with-secrets", "overwrite"],
        },
        "pipelines": {
            "summary": "Export a pipeline to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "pipeline-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["with-secrets", "overwrite"],
        },
        "hostgroups": {
            "summary": "Export a host group to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "host_group-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["with-secrets", "overwrite"],
        },
        "webhooks": {
            "summary": "Export a webhook to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "webhook-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["with-secrets", "overwrite"],
        },
        "notifications": {
            "summary": "Export a notification channel to a folder.",
            "run": "exports.export",
            "arguments": ["organization-2", "notification-2", "folder-2"],
            "traits": ["run", "all"],
            "options": ["with-secrets", "overwrite"],
        },
    },
}
