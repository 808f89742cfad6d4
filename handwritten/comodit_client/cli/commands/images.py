"""Images of machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.cli.commands.prepared import parameter_settings, read_prepared
from comodit_client.cli.commands.where import where_of
from comodit_client.cli.execute import plain, shown
from comodit_client.cli.exits import Failure

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def create_image(app: App, call: Call) -> None:
    """Save a machine as an image, with a document that is prepared from the parameters of the platform.

    Args:
        app: The client and the output.
        call: The command.
    """
    document = read_prepared(app, call, lambda: _prepared(app, call))
    shown(app, app.write(call.request(document)))


def _prepared(app: App, call: Call) -> dict[str, Any]:
    from comodit_client.wire import hosts, platforms

    organization, environment, name = where_of(call)
    platform = plain(app.read(hosts.get(organization, environment, name))).get("platform")
    if not platform:
        raise Failure(f"Cannot create an image of {call.place}: the host has no platform. Set one first.")
    parameters = app.read_list(platforms.list_image_parameters(organization, platform))
    return {"name": name, "createDistribution": False, "settings": parameter_settings(parameters)}
