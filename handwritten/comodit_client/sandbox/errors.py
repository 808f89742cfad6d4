"""Errors that the API returns in place of a result."""

from __future__ import annotations

#: The names of members of collections in error texts.
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
    "store/applications": "Store entry",
    "store/distributions": "Store entry",
    "users": "User",
    "webhooks": "Webhook",
}


class ApiError(Exception):
    """The sandbox cannot carry out a request, or a method of `Sandbox` got an invalid argument.

    Correct the argument that the text names. A request returns the status code and the texts to its client.

    Args:
        status: The status code of the response.
        texts: The messages, which become the member `error` of the response.
        headers: The headers of the response.
        behaviour: The name of the behaviour in the catalogue of `parity` that the error is, if any.

    Facts: S7.
    """

    def __init__(self, status: int, *texts: str, headers: dict[str, str] | None = None, behaviour: str = "") -> None:
        super().__init__(*texts)
        self.status = status
        self.texts = texts
        self.headers = headers or {}
        self.behaviour = behaviour


def not_found(kind: str, name: str) -> ApiError:
    """Return a 404 for a member that does not exist (S8)."""
    return ApiError(404, f"{LABELS[kind]} {name} does not exist", behaviour="errors.not-found")


def already_exists(kind: str, name: str) -> ApiError:
    """Return a 409 for a name that is taken (S14)."""
    return ApiError(409, f"{LABELS[kind]} {name} exists already", behaviour="errors.name-taken")


def conflict(text: str, behaviour: str = "") -> ApiError:
    """Return a 409 for a request that the present state does not allow."""
    return ApiError(409, text, behaviour=behaviour)


def bad_request(text: str) -> ApiError:
    """Return a 400 for an invalid request."""
    return ApiError(400, text)


def out_of_space(text: str) -> ApiError:
    """Return a 507 for data that the disk has no room for."""
    return ApiError(507, f"The sandbox cannot store the data: {text}. Free some disk space, then try again")
