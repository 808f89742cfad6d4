"""The machines of hosts: provisioning, power, and what the agent reports."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from comodit_client.cli.commands.where import has_document, shows_objects, where_of
from comodit_client.cli.execute import content, plain
from comodit_client.cli.exits import USAGE, Failure

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call
    from comodit_client.wire.instances import InstanceState

#: The states of the machine that the commands lead to.
GOALS: dict[str, InstanceState] = {
    "start": "RUNNING",
    "pause": "PAUSED",
    "resume": "RUNNING",
    "shutdown": "STOPPED",
    "poweroff": "STOPPED",
}


def provision(app: App, call: Call) -> None:
    """Provision a host, or attach a machine with given properties.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.cli.inputs.documents import read_document
    from comodit_client.cli.waiting import wait_for_state
    from comodit_client.wire import instances

    where = where_of(call)
    if has_document(call):
        result = app.write(
            instances.create_with_properties(*where, _properties(read_document(app, call, expects=None)))
        )
    else:
        result = app.write(instances.create(*where, {}))
    if app.is_dry_run:
        return
    if call.option("wait"):
        app.note(f"Provisioning {call.place}")
        wait_for_state(app, call, where, "READY")
        result = None
    app.show(plain(result or app.read(instances.get(*where))))


def control(app: App, call: Call) -> None:
    """Start, pause, resume or stop a machine, and show its instance.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.cli.waiting import progress_of, timeout_of
    from comodit_client.wire import instances

    app.write(call.request())
    if app.is_dry_run:
        return
    organization, environment, host = where_of(call)
    if call.option("wait"):
        instance = app.client.hosts(organization, environment).new(host).instance().new()
        instance.wait_for_state(GOALS[call.words[-1]], timeout_of(call), progress=progress_of(call))
    app.show(plain(app.read(instances.get(organization, environment, host))), "Instance")


def forget(app: App, call: Call) -> None:
    """Remove the instance from its host without stopping the machine, and show the host.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.cli.waiting import wait_for_state
    from comodit_client.wire import hosts

    app.write(call.request())
    if app.is_dry_run:
        return
    if call.option("wait"):
        wait_for_state(app, call, where_of(call), "DEFINED")
    app.show(plain(app.read(hosts.get(*where_of(call)))), "Host")


def show_file(app: App, call: Call) -> None:
    """Write a file of the machine to standard output as it arrives.

    Args:
        app: The client and the output.
        call: The command.
    """
    if shows_objects(call):
        content(app, call)
        return
    sys.stdout.flush()
    app.client.save(call.request(), sys.stdout.buffer)
    sys.stdout.buffer.flush()


def get_status(app: App, call: Call) -> None:
    """Show the value of a sensor.

    Args:
        app: The client and the output.
        call: The command.
    """
    found = plain(app.read(call.request()))
    status = found.get("status")
    sensor = call.argument("sensor")
    is_known = isinstance(status, dict) and sensor in status
    app.show(status[sensor] if is_known and not shows_objects(call) else found)


def properties(app: App, call: Call) -> None:
    """List the properties of an instance.

    Args:
        app: The client and the output.
        call: The command.
    """
    app.show(plain(app.read(call.request())).get("properties") or [], "Property")


def _properties(document: Any) -> list[dict[str, str]]:
    """Return the properties of a document: a list, or an object of their keys and values."""
    if isinstance(document, dict):
        document = [{"key": key, "value": value} for key, value in _flat(document, "")]
    if not isinstance(document, list) or not all(isinstance(one, dict) and "key" in one for one in document):
        raise Failure(
            "Cannot provision with these properties: give a list of objects with key and value, or an object such as "
            '{"ip.eth0": "192.0.2.7"}.',
            USAGE,
        )
    return [{**one, "value": _text(one.get("value"))} for one in document]


def _flat(document: dict[str, Any], prefix: str) -> list[tuple[str, Any]]:
    """Return the keys and values of an object. The keys contain dots, which --set takes for nested objects."""
    found: list[tuple[str, Any]] = []
    for key, value in document.items():
        found += _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(f"{prefix}{key}", value)]
    return found


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
