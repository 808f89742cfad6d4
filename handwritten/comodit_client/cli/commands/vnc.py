"""The screens of machines."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING, Any

from comodit_client.cli.execute import plain
from comodit_client.cli.exits import Failure

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def vnc(app: App, call: Call) -> None:
    """Start the viewer of the profile on the VNC server of a machine.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: The viewer is not configured or fails.
    """
    command = _command(_viewer(call), plain(app.read(call.request())))
    if app.is_dry_run:
        app.show(shlex.join(command))
        return
    try:
        # No shell: the address comes from the server.
        status = subprocess.run(command, check=False).returncode  # noqa: S603
    except OSError as error:
        raise Failure(
            f"Cannot start {command[0]!r}: {error.strerror or error}. Correct vnc_viewer_call in the profile."
        ) from error
    if status:
        raise Failure(f"The viewer {command[0]!r} ended with status {status}.")
    app.show(None)


def _viewer(call: Call) -> list[str]:
    from comodit_client.config import Config

    config = Config()
    profile = call.option("profile") or os.environ.get("COMODIT_PROFILE") or None
    # The address and the credentials may come from the environment, without any profile.
    text = (config.get_value(profile, "vnc_viewer_call", optional=True) if config.path or profile else None) or ""
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise Failure(f"Cannot read vnc_viewer_call: {error}. Correct it in the profile.") from error
    if not words:
        raise Failure(
            "Cannot start a viewer: no vnc_viewer_call is configured. Add it to the profile, such as "
            "vnc_viewer_call = vncviewer %h:%p."
        )
    return words


def _command(words: list[str], address: dict[str, Any]) -> list[str]:
    host, port = str(address.get("hostname") or ""), str(address.get("port") or "")
    # A name that begins with a hyphen would be an option of the viewer.
    if not host or host.startswith("-") or not port.isdigit():
        raise Failure(f"Cannot start a viewer: the server returned the address {host!r} and the port {port!r}.")
    return [word.replace("%p", port).replace("%h", host) for word in words]
