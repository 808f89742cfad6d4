"""Images of machines on platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import conflict
from comodit_client.sandbox.http.responses import Listing, collection
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.editing import definition_in_path
from comodit_client.sandbox.operations.parameters import new_parameter
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.drivers import has_images
from comodit_client.sandbox.state.definitions import definition_of
from comodit_client.sandbox.state.ids import new_uuid

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node, Store

#: The parameter of a driver for a new image.
_PARAMETER: Document = {
    "name": "Description",
    "key": "image.description",
    "description": "Free text that the platform keeps with the image",
    "schema": {"type": "string"},
}


def add_image(store: Store, place: Place, name: str) -> None:
    """Add an image of a machine. Names of images need not be unique.

    Args:
        store: The state.
        place: The host.
        name: The name of the image.

    Raises:
        ApiError: The driver of the host's platform does not support images.
    """
    context = store.single(place.host.id, "platform")
    platform = definition_of(store, place.organization, context) if context else None
    if platform is not None:
        _require_images(platform)
        identifier = f"img-{new_uuid().lower()}"
        store.add(platform.id, "images", identifier, {"id": identifier, "name": name})


def _require_images(platform: Node) -> None:
    if not has_images(platform.doc.get("driver")):
        raise conflict(f"The driver of platform {platform.name} does not support images")


@operation("platforms.list_images")
def _list(call: Call) -> Listing:
    platform = definition_in_path("platforms", call)
    note(call.world, "platforms.images")
    _require_images(platform)
    return collection(call.page(), [image.doc for image in call.world.store.children(platform.id, "images")])


@operation("platforms.list_image_parameters")
def _list_parameters(call: Call) -> Listing:
    _require_images(definition_in_path("platforms", call))
    return collection(call.page(), [new_parameter(_PARAMETER, version=0)])
