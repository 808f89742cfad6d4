"""What the editor begins with when an object is created."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from comodit_client._commands import templates
from comodit_client.disk.yaml_format import to_yaml

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def template_of(app: App, call: Call) -> str:
    """Return the template of the object that a command creates, with the members that are known already.

    Args:
        app: The client.
        call: The command.
    """
    known = KNOWN.get(call.spec.get("operation", ""))
    return filled(template(call.spec.get("body", "")), known(app, call) if known else {})


def template(name: str) -> str:
    """Return a template.

    Args:
        name: The name of the object in the schema.

    Returns:
        The YAML text; empty if there is none.
    """
    return templates.TEMPLATES.get(name, "")


def filled(text: str, members: dict[str, Any]) -> str:
    """Set members in a template. Its comments stay.

    Args:
        text: The YAML text.
        members: The members of the object.

    Returns:
        The text, in which each member replaces the lines of the member of that name, or follows at the end.
    """
    for name, value in members.items():
        written = to_yaml({name: value})
        # The member may be commented out; the lines of its value are indented or begin with a dash.
        lines = re.compile(rf"^(?:# ?)?{re.escape(name)}:.*\n(?:(?:# )?(?: +|- ).*\n)*", re.MULTILINE)
        text, count = lines.subn(lambda _, written=written: written, text, count=1)  # type: ignore[misc]
        if not count:
            text = f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{written}"
    return text


def _host(_: App, call: Call) -> dict[str, Any]:
    return {name: call.argument(name) for name in ("organization", "environment")}


def _distribution(app: App, call: Call) -> dict[str, Any]:
    flavor = call.option("flavor")
    if flavor is None:
        return {}
    from comodit_client.wire import flavors

    parameters = app.read(flavors.get(flavor)).get_json().get("parameters") or []
    return {"settings": [{"key": one.get("key"), "value": one.get("value")} for one in parameters]}


#: The members that are known before the editor opens, by the operation.
KNOWN: dict[str, Callable[[App, Call], dict[str, Any]]] = {
    "hosts.create": _host,
    "distributions.create": _distribution,
}
