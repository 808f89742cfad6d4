# Made by `python -m generator` from handwritten/comodit_client/aio/_fleet/changes.py.
# Do not edit: change that, then run `make generate`.
"""The actions that queue changes: install, configure and run a handler.

A host is UPDATING while a change is pending. The server queues a change before it responds to the request that causes
it (S74), so a list that is requested after that response shows it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from comodit_client.api._fleet.action import DEFINED, ERROR, READY, Action
from comodit_client.api._fleet.task import Before, Verdict
from comodit_client.rest.exceptions import ChangeFailed, PythonApiException

if TYPE_CHECKING:
    from comodit_client.api.change import Change
    from comodit_client.api.host import Host

#: The number of the newest change of a host without changes.
NO_CHANGE = -1


class _Queues(Action):
    """Base class of the actions that queue a change on a provisioned host."""

    def reads_first(self, found: Host, before: Before | None) -> bool:
        # The host may stay in ERROR for an older change. Then the numbers of the changes say which one failed.
        return found.state == ERROR and not self.is_done(found)

    def prepare(self, host: Host, found: Host, before: Before | None) -> Before | None:
        if self.is_done(found):
            return None
        return Before(found.state, newest_change(host) if found.state == ERROR else None)

    def judge(self, found: Host | None, before: Before | None) -> Verdict:
        if found is None:
            return Verdict.FAILED
        if found.state == ERROR:
            return Verdict.FAILED if before is None or before.newest is None else Verdict.UNCLEAR
        return Verdict.REACHED if found.state in (READY, DEFINED) else Verdict.PENDING

    def settle(self, host: Host, before: Before | None) -> tuple[Verdict, str | None]:
        own = _newer_changes(host, before)
        failed = [change for change in own if change.get_tasks_error()]
        if failed:
            reasons = "; ".join(text for change in failed for text in change.failures())
            raise ChangeFailed(reasons, entity=host, changes=failed)
        is_pending = any(change.are_tasks_pending() for change in own)
        return Verdict.PENDING if is_pending else Verdict.REACHED, None


@attrs.frozen
class Install(_Queues):
    """Install an application on hosts.

    Args:
        application: The name of the application.
        settings: The values of its settings on each host.
    """

    application: str
    settings: Mapping[str, Any] = attrs.field(factory=dict, repr=False)

    NAME: ClassVar[str] = "install"
    DOING: ClassVar[str] = "Installing on"

    def arguments(self) -> dict[str, Any]:
        return {"application": self.application, "settings": sorted(self.settings)}

    def is_done(self, found: Host) -> bool:
        return self.application in found.application_names

    def send(self, host: Host, before: Before) -> None:
        host.install(self.application, self.settings or None)


@attrs.frozen
class Configure(_Queues):
    """Set settings of hosts.

    Args:
        settings: The values by key.
    """

    settings: Mapping[str, Any] = attrs.field(repr=False)

    NAME: ClassVar[str] = "configure"
    DOING: ClassVar[str] = "Configuring"

    def arguments(self) -> dict[str, Any]:
        return {"settings": sorted(self.settings)}

    def is_done(self, found: Host) -> bool:
        settings = {setting.key: setting.get_json() for setting in found.settings_f}
        return all(_has_value(settings.get(key), value) for key, value in self.settings.items())

    def send(self, host: Host, before: Before) -> None:
        # One request for all settings, so that they cause one change.
        settings = [{"key": key, "value": value} for key, value in self.settings.items()]
        host.settings().change(settings, no_delete=True)


@attrs.frozen
class RunHandler(_Queues):
    """Run a handler of an application on hosts.

    Args:
        application: The name of the application.
        handler: The name of the handler.
    """

    application: str
    handler: str

    NAME: ClassVar[str] = "run_handler"
    DOING: ClassVar[str] = "Running a handler on"
    IS_REPEATABLE: ClassVar[bool] = True

    def arguments(self) -> dict[str, Any]:
        return {"application": self.application, "handler": self.handler}

    def reads_first(self, found: Host, before: Before | None) -> bool:
        return True

    def prepare(self, host: Host, found: Host, before: Before | None) -> Before | None:
        if before is not None and self.is_sent(host, before):
            return None
        return Before(found.state, newest_change(host))

    def is_sent(self, host: Host, before: Before) -> bool:
        newer = _newer_changes(host, before)
        if newer and not any(self.handler in (change.description or "") for change in newer):
            numbers = ", ".join(change.identifier for change in newer)
            raise PythonApiException(
                f"The outcome is unknown: no response came, and the host has newer changes ({numbers}) that do not "
                f"name the handler {self.handler!r}. Check these changes, then run the handler if it did not run"
            )
        return bool(newer)

    def send(self, host: Host, before: Before) -> None:
        host.applications().new(self.application).run_handler(self.handler)


def newest_change(host: Host) -> int:
    """Read the number of the newest change of a host.

    Args:
        host: The host.

    Returns:
        The number; -1 if the host has no changes.
    """
    return max(map(_number, _all_changes(host)), default=NO_CHANGE)


def _newer_changes(host: Host, before: Before | None) -> list[Change]:
    newest = NO_CHANGE if before is None or before.newest is None else before.newest
    return [change for change in _all_changes(host) if _number(change) > newest]


def _all_changes(host: Host) -> list[Change]:
    return host.changes().list_complete({"show_processed": True})


def _number(change: Change) -> int:
    return change.order_num if isinstance(change.order_num, int) else NO_CHANGE


def _has_value(setting: Mapping[str, Any] | None, value: Any) -> bool:
    if setting is None or setting.get("link") or setting.get("property"):
        return False
    # As JSON, since in Python 1 == True.
    return json.dumps(setting.get("value"), sort_keys=True) == json.dumps(value, sort_keys=True)
