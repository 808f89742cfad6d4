"""New parameters of definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.http.documents import checked_key, required_text
from comodit_client.sandbox.operations.schemas import check_value
from comodit_client.sandbox.state.ids import new_uuid

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document


def new_parameter(parameter: Document, version: int = 1) -> Document:
    """Return a parameter as it is stored.

    Args:
        parameter: The body; the default name is the key.
        version: 1 for a user's parameter, 0 for one of a driver or a flavor (S18).

    Raises:
        ApiError: The key is missing or reserved (S95), or the default value does not match the schema.
    """
    sent = {name: value for name, value in parameter.items() if value is not None}
    key = checked_key(sent.get("key") or required_text(sent, "name"))
    if "value" in sent:
        check_value(sent.get("schema"), sent["value"], f"The default of parameter {key}")
    return {"name": key, "description": "", **sent, "key": key, "uuid": new_uuid(), "version": version}
