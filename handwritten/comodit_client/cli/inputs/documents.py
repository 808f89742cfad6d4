"""The JSON documents that commands send."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from comodit_client.cli.execute import shown
from comodit_client.cli.exits import USAGE, Failure

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def send_document(app: App, call: Call, current: Callable[[], Any] | None) -> None:
    """Read a document, send it with the operation of the command, and show what is returned.

    Args:
        app: The client and the output.
        call: The command.
        current: Returns the object to change; None if one is created.
    """
    shown(app, app.write(call.request(read_document(call, current))))


def read_document(call: Call, current: Callable[[], Any] | None) -> Any:
    """Read the document of a command.

    Args:
        call: The command.
        current: Returns the object to change; None if one is created.

    Raises:
        Failure: There is none, or it is not valid.
    """
    given = call.option("json")
    if given is None:
        raise Failure("Give a document with --file or --json.", USAGE)
    return json.loads(given)
