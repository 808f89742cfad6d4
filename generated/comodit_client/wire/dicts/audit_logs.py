# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for audit logs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.audit_logs import AuditLog


class AuditLogListDict(TypedDict, total=False):
    """The JSON object of `AuditLogList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[AuditLogDict] | None


class AuditLogListMembers(TypedDict, total=False):
    """The keywords of `AuditLogList`."""

    items: Iterable[AuditLog | AuditLogDict] | None
    extra: Mapping[str, Any]


class AuditLogDict(TypedDict, total=False):
    """The JSON object of `AuditLog`. It may have other members too."""

    timestamp: str | None
    message: str | None
    username: str | None
    userFullName: str | None


class AuditLogMembers(TypedDict, total=False):
    """The keywords of `AuditLog`."""

    extra: Mapping[str, Any]
