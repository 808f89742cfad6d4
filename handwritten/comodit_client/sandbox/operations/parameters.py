"""The parameters of definitions: what a setting means to an application, a platform or a distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.http.documents import checked_key, required_text
from comodit_client.sandbox.operations.schemas import check_value
from comodit_client.sandbox.state.ids import new_uuid

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document


def new_parameter(parameter: Document, version: int = 1) -> Document:
    """Return a parameter as the server keeps it.

    Args:
        parameter: What was sent; a parameter without a name is named after its key.
        version: 1 for a user's parameter, 0 for one that a driver or a flavor brings (S18).

    Raises:
        Refusal: It has no key, or one that belongs to the server (S95), or its default does not fit its schema.
    """
    sent = {name: value for name, value in parameter.items() if value is not None}
    key = checked_key(sent.get("key") or required_text(sent, "name"))
    if "value" in sent:
        check_value(sent.get("schema"), sent["value"], f"The default of parameter {key}")
    return {"name": key, "description": "", **sent, "key": key, "uuid": new_uuid(), "version": version}
