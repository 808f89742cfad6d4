"""Files of applications, distributions and platforms."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from comodit_client.cli.execute import shown
from comodit_client.cli.exits import FAILED, Failure
from comodit_client.cli.inputs.editor import check_terminal, edited_content
from comodit_client.cli.wire_modules import wire_module
from comodit_client.wire.request import Upload

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def edit(app: App, call: Call) -> None:
    """Open the content of a file in an editor, and upload it if it was changed.

    Args:
        app: The client and the output.
        call: The command.
    """
    check_terminal("set-content")
    name = call.names[-1]
    new = edited_content(app, _content(app, call), PurePath(name).suffix)
    shown(app, app.write(call.request(Upload(new, name))))


def _content(app: App, call: Call) -> bytes:
    from comodit_client.api.exceptions import EntityNotFoundException

    module = wire_module(call)
    try:
        found: bytes | str = app.read(module.get_content(*call.names))
    except EntityNotFoundException:
        app.read(module.get(*call.names))  # the file itself has to be there
        return b""
    content = found.encode() if isinstance(found, str) else found
    if b"\0" in content:
        raise Failure(f"Cannot edit {call.place}: it is not a text. Use show-content and set-content.", FAILED)
    return content
