"""Copies of objects that the server cannot copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from comodit_client.cli import table
from comodit_client.cli.execute import shown
from comodit_client.cli.inputs.assignments import assigned
from comodit_client.cli.inputs.managed import without_identity
from comodit_client.cli.inputs.masks import MASKS
from comodit_client.cli.wire_modules import wire_module

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def copy(app: App, call: Call) -> None:
    """Read an object and create another one like it, under another name.

    Args:
        app: The client and the output.
        call: The command.
    """
    module = wire_module(call)
    source = call.argument(table.arguments_of(call.spec)[-2]["name"])
    document = without_identity(app.read(module.get(*call.names, source)))
    secrets = [*_missing_secrets(document, "")]
    document |= {"name": call.argument("name")}
    shown(app, app.write(call.request(assigned(document, call.option("set") or ()))))
    if secrets:
        app.note(f"The server does not return secrets, so they were not copied. Set them again: {', '.join(secrets)}.")


def _missing_secrets(value: Any, path: str) -> Iterator[str]:
    """Remove the masks of an object; iterate over the paths of the secrets that it should have."""
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from _missing_secrets(item, f"{path}[{position}]")
    elif isinstance(value, dict):
        if value.get("secret") is True and value.get("value") is None:
            yield f"{path}.value"
        if value.get("authenticationMethod") == "BASIC_AUTH" and value.get("token") is None:
            yield "token"
        for name, item in [*value.items()]:
            here = f"{path}.{name}".lstrip(".")
            if isinstance(item, str) and item in MASKS:
                del value[name]
                yield here
            else:
                yield from _missing_secrets(item, here)
