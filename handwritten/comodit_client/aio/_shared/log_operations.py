"""The operations on logs, for one kind of owner."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from comodit_client.aio._client.operations import Lists


@frozen
class LogOperations:
    """The operations on the logs of one kind of owner.

    Args:
        audit: Those on the actions of users.
        agent: Those on the reports of agents.
        notification: Those on notifications.
        other: Those on all other events.
    """

    audit: Callable[..., Lists]
    agent: Callable[..., Lists]
    notification: Callable[..., Lists]
    other: Callable[..., Lists]
