"""The members of objects that only the server sets, or that have commands of their own."""

from __future__ import annotations

from typing import Any

#: Members that an update must not replace, by the object's name: they have own commands, or the path sets them.
#: The original command line does not send them either.
ELSEWHERE: dict[str, tuple[str, ...]] = {
    "Application": ("files", "parameters"),
    "Distribution": ("settings", "files", "parameters"),
    "Environment": ("settings",),
    "Host": ("settings", "distribution", "platform"),
    "Job": ("organization",),
    "Orchestration": ("organization",),
    "OrchestrationHandler": ("organization",),
    "Organization": ("settings",),
    "Pipeline": ("organization",),
    "Platform": ("settings", "files", "parameters"),
    "Webhook": ("organization",),
}
#: The server sets the schema of a setting, but it says whether the value is a secret.
KEPT = {"schema"}


def without_managed(view: Any) -> Any:
    """Return what an update of an object may send.

    Args:
        view: The view of the object as the server returned it, or another JSON value.

    Returns:
        A copy of the JSON object without the members that the server manages. Members that the schema does not have are
        kept. Another JSON value is returned as it is.
    """
    if not hasattr(view, "get_json"):
        return view
    return _without(view, ELSEWHERE.get(type(view).__name__, ()))


def without_identity(view: Any) -> dict[str, Any]:
    """Return what creates a copy of an object.

    Args:
        view: The view of the object as the server returned it.

    Returns:
        A copy of the JSON object without the members that the server manages, at any depth.
    """
    found: dict[str, Any] = _anonymous(_without(view, ("organization",)))
    return found


def _without(view: Any, more: tuple[str, ...]) -> dict[str, Any]:
    managed = ({*view.MEMBERS} - {*view.KEYWORDS.values()} - KEPT) | {"uuid", "version", *more}
    return {name: value for name, value in view.get_json().items() if name not in managed}


def _anonymous(value: Any) -> Any:
    if isinstance(value, list):
        return [_anonymous(item) for item in value]
    if isinstance(value, dict):
        return {name: _anonymous(item) for name, item in value.items() if name not in ("uuid", "version")}
    return value
