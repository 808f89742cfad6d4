"""Updates that are based on an old version of an entity, by which the changes of another client would be lost.

How the real server treats them is unknown. The sandbox always honours the header If-Match with the version as its
entity tag. The `version` in a body counts unless the sandbox accepts stale versions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.errors import ApiError, conflict
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.responses import ApiResponse
from comodit_client.sandbox.http.routing import HANDLERS
from comodit_client.sandbox.operations.editing import FAMILIES, definition_in_path

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Node

#: Whether updates with an old version are rejected.
CHOICES = ("reject", "accept")
#: Entities whose version counts changes of their settings.
_WITH_SETTINGS: Mapping[str, Callable[[Call], Node]] = {
    "organizations": Call.organization,
    "environments": Call.environment,
    "hosts": lambda call: call.place().host,
    "host_groups": Call.host_group,
}
_TAG = re.compile(r'"([^"]*)"')


def ensure_current(operation_id: str, call: Call, headers: Mapping[str, str]) -> None:
    """Check that an update is based on the current version of its entity.

    Args:
        operation_id: The operation; only updates are checked.
        call: The call.
        headers: The headers of the request.

    Raises:
        ApiError: The entity has another version than If-Match names (412), or a newer one than the body has (409).
    """
    tag, _, verb = operation_id.partition(".")
    condition = headers.get("If-Match", "*").strip()
    sent = _sent_version(call)
    if verb != "update" or f"{tag}.get" not in HANDLERS or (condition == "*" and sent is None):
        return
    current = _current_version(tag, call)
    if condition != "*" and str(current) not in _TAG.findall(condition):
        text = f"The entity has version {current}, not {condition}; {_ADVICE}"
        raise ApiError(412, text, behaviour="errors.if-match")
    if sent is not None and isinstance(current, int) and sent < _replaced_version(tag, call, current):
        text = f"The entity has version {current}, and the update is based on version {sent}; {_ADVICE}"
        raise conflict(text, "errors.stale-version")


_ADVICE = "it was changed in the meantime: read it again, and repeat your change"


def _sent_version(call: Call) -> float | None:
    """Return the version in the body, if it counts; a read-only member may have any value (S5)."""
    version = call.body.get("version") if isinstance(call.body, dict) and call.world.rejects_stale else None
    return version if isinstance(version, (int, float)) and not isinstance(version, bool) else None


def _replaced_version(tag: str, call: Call, current: int) -> Any:
    """Return the version of the last update: it keeps settings and parts, whose changes raise the version as well."""
    if tag in FAMILIES:
        return definition_in_path(tag, call).data.get("replaced", 0)
    owner = _WITH_SETTINGS.get(tag)
    return current if owner is None else owner(call).data.get("replaced", 0)


def _current_version(tag: str, call: Call) -> Any:
    response = HANDLERS[f"{tag}.get"](call)
    assert isinstance(response, ApiResponse)  # Reading sends no requests.
    return json.loads(response.first_chunk).get("version")
