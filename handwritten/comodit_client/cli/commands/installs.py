"""Installing applications on hosts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from comodit_client.cli.commands.prepared import parameter_settings, read_prepared
from comodit_client.cli.commands.queued import QueuedChanges
from comodit_client.cli.commands.where import has_document
from comodit_client.cli.execute import plain
from comodit_client.cli.exits import USAGE, Failure
from comodit_client.cli.inputs.questions import question

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def install(app: App, call: Call) -> None:
    """Install an application on a host, and show it with the numbers of the queued changes.

    Args:
        app: The client and the output.
        call: The command.
    """
    given = dict(map(_setting, call.option("setting") or ()))
    document = _with_settings(_document(app, call, given), given)
    queued = QueuedChanges(app, call)
    result = app.write(call.request(document))
    if not app.is_dry_run:
        numbers = [change.get("orderNum") for change in queued.read()]
        app.show({**(plain(result) or document), "changes": numbers})


def uninstall(app: App, call: Call) -> None:
    """Ask, then uninstall an application, and show the queued change.

    Args:
        app: The client and the output.
        call: The command.
    """
    app.confirm(question(call, app))
    queued = QueuedChanges(app, call)
    app.write(call.request())
    if not app.is_dry_run:
        app.show(next(iter(queued.read()), None), "Change")


def _document(app: App, call: Call, given: dict[str, Any]) -> dict[str, Any]:
    def prepare() -> dict[str, Any]:
        return _prepared(app, call)

    found = prepare() if given and not has_document(call) else read_prepared(app, call, prepare)
    return {"application": call.argument("application"), **found}


def _prepared(app: App, call: Call) -> dict[str, Any]:
    """Return a document with the services and the parameters of the application."""
    from comodit_client.wire import applications

    name = call.argument("application")
    found = app.read(applications.get(call.argument("organization"), name)).get_json()
    return {
        "application": name,
        "services": [
            {"name": service["name"], "enabled": service.get("enabled", True)}
            for service in found.get("services") or []
        ],
        "settings": parameter_settings(found.get("parameters") or []),
    }


def _setting(text: str) -> tuple[str, Any]:
    key, separator, value = text.partition("=")
    if not key or not separator:
        raise Failure(f"Cannot use --setting {text!r}: give a key and a value, such as --setting port=80.", USAGE)
    try:
        return key, json.loads(value)
    except ValueError:
        return key, value


def _with_settings(document: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    if not given:
        return document
    kept = [setting for setting in document.get("settings") or [] if setting.get("key") not in given]
    return {**document, "settings": [*kept, *({"key": key, "value": value} for key, value in given.items())]}
