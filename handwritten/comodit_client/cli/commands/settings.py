"""Settings, and the properties of packages and RPM modules that are set like them."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from comodit_client.cli.commands.properties import PropertyKey, property_request
from comodit_client.cli.commands.where import shows_objects
from comodit_client.cli.execute import plain, shown
from comodit_client.cli.execute import show as show_generic
from comodit_client.cli.exits import USAGE, Failure
from comodit_client.cli.inputs.documents import submit
from comodit_client.cli.inputs.managed import without_managed
from comodit_client.cli.inputs.questions import question
from comodit_client.cli.wire_modules import owner_of_settings, wire_module

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def list_all(app: App, call: Call) -> None:
    """List the settings of an owner, then the properties that it sets for packages and RPM modules.

    Args:
        app: The client and the output.
        call: The command.
    """
    settings = app.read_list(call.request())
    properties = app.read_list(
        call.request(operation=f"{owner_of_settings(call)}_application_properties.list").with_query(call.query)
    )
    if not shows_objects(call):
        # Such a property is addressed by its identifier; its key is only the last part of that.
        properties = [one | {"key": one.get("id", one.get("key"))} for one in properties]
    app.show([*settings, *properties])


def show(app: App, call: Call) -> None:
    """Show a setting or a property.

    Args:
        app: The client and the output.
        call: The command.
    """
    key = PropertyKey.of(call)
    if key is None:
        show_generic(app, call)
    else:
        app.show(plain(app.read(property_request(call, key, "get"))), "ApplicationResourceProperty")


def impact(app: App, call: Call) -> None:
    """Show what a change of a setting or a property would start.

    Args:
        app: The client and the output.
        call: The command.
    """
    key = PropertyKey.of(call)
    if key is None:
        show_generic(app, call)
    else:
        app.show(plain(app.read(property_request(call, key, "get_impact"))))


def add(app: App, call: Call) -> None:
    """Create a setting or a property.

    Args:
        app: The client and the output.
        call: The command.
    """

    def send(document: Any) -> Any:
        key = PropertyKey.parse(document.get("key"))
        if key is None:
            return app.write(call.request(document))
        return app.write(property_request(call, key, "create", {**document, **key.members}))

    shown(app, submit(app, call, send))


def update(app: App, call: Call) -> None:
    """Update a setting or a property: with a text, or with a document.

    Args:
        app: The client and the output.
        call: The command.
    """
    value = call.optional("value")
    key = PropertyKey.of(call)

    def current() -> Any:
        return app.read(property_request(call, key, "get") if key else call.request(operation=call.current))

    def send(document: Any) -> Any:
        if key is None:
            return app.write(call.request(document))
        return app.write(property_request(call, key, "update", {**document, **key.members}))

    if value is None:
        shown(app, submit(app, call, send, current))
        return
    if any(call.option(name) for name in ("file", "json", "stdin", "set")):
        raise Failure("Cannot use VALUE together with --file, --json, --stdin or --set. Remove one of them.", USAGE)
    shown(app, send(_with_text(app, without_managed(current()), value)))


def delete(app: App, call: Call) -> None:
    """Ask, then delete a setting or a property.

    Args:
        app: The client and the output.
        call: The command.
    """
    app.confirm(lambda: question(call, app))
    key = PropertyKey.of(call)
    shown(app, app.write(property_request(call, key, "delete") if key else call.request()))


def change(app: App, call: Call) -> None:
    """Show how an array differs from the settings of an owner, ask, and replace them with it.

    Args:
        app: The client and the output.
        call: The command.
    """
    from comodit_client.cli.commands.settings_differences import check_settings, differences

    keeps = bool(call.option("no-delete"))

    @cache
    def before() -> list[dict[str, Any]]:
        return app.read_list(call.request(operation=call.current))

    def send(document: Any) -> Any:
        check_settings(document)
        found = differences(before(), document, keeps)
        if not found:
            app.note("Nothing was changed: the settings are the same.")
            return None
        app.note("\n".join(found))
        changes = "this change" if len(found) == 1 else f"these {len(found)} changes"
        app.confirm(f"Make {changes} to the settings of {call.place}")
        body = {"newOrUpdatedSettings": document}
        return app.write(wire_module(call).change(*call.names, body, no_delete=keeps))

    shown(app, submit(app, call, send, lambda: deepcopy(before()), expects=list))


def _with_text(app: App, setting: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a setting with a text as its value. A link or a property of the instance is replaced by it."""
    old = setting.get("value")
    for name, kind in (("link", "a link"), ("property", "a property of the instance")):
        if setting.get(name) is not None:
            app.note(f"The setting was {kind} to {setting.pop(name)!r}. Now it is a text.")
    if isinstance(old, (bool, int, float, list, dict)):
        app.note("The value was not a text. Now it is one: to keep the type, use --set value=JSON.")
    return setting | {"value": text}
