"""Refusals: what the server answers when it does not do what was asked."""

from __future__ import annotations

#: What a member of a collection is called in an error text.
LABELS = {
    "alerts": "Alert",
    "applicationkeys": "Application key",
    "applications": "Application",
    "changes": "Change",
    "compliance": "Compliance error",
    "contexts": "Execution",
    "distribution": "Distribution context",
    "distributions": "Distribution",
    "environments": "Environment",
    "files": "File",
    "flavors": "Flavor",
    "gits": "Git repository",
    "groups": "Group",
    "handlers": "Handler",
    "hostgroups": "Host group",
    "hosts": "Host",
    "instance": "Instance",
    "jobs": "Job",
    "notifications": "Notification channel",
    "orchestrations": "Orchestration",
    "organizations": "Organization",
    "pipelines": "Pipeline",
    "platform": "Platform context",
    "parameters": "Parameter",
    "platforms": "Platform",
    "properties": "Property",
    "purchased/applications": "Purchase",
    "purchased/distributions": "Purchase",
    "rpmmodules": "RPM module",
    "settings": "Setting",
    "stages": "Stage",
    "steps": "Step",
    "store/applications": "Entry of the store",
    "store/distributions": "Entry of the store",
    "users": "User",
    "webhooks": "Webhook",
}


class ApiError(Exception):
    """An error answer: a status and the texts of its `error` member (S7)."""

    def __init__(self, status: int, *texts: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(*texts)
        self.status = status
        self.texts = texts
        self.headers = headers or {}


def not_found(kind: str, name: str) -> ApiError:
    """Return the 404 for a member that is not there (S8)."""
    return ApiError(404, f"{LABELS[kind]} {name} does not exist")


def already_exists(kind: str, name: str) -> ApiError:
    """Return the 409 for a name that exists already (S14)."""
    return ApiError(409, f"{LABELS[kind]} {name} exists already")


def conflict(text: str) -> ApiError:
    """Return the 409 for a state that forbids what was asked."""
    return ApiError(409, text)


def bad_request(text: str) -> ApiError:
    """Return the 400 for a request that makes no sense."""
    return ApiError(400, text)
