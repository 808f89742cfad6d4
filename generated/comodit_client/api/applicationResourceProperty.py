# Made by `python -m generator` from handwritten/comodit_client/aio/applicationResourceProperty.py.
# Do not edit: change that, then run `make generate`.
"""The old name of `application_resource_property`."""

from comodit_client.api.application_resource_property import (
    ApplicationResourceProperty,
    ApplicationResourcePropertyCollection,
)

__all__ = ["ApplicationResourceProperty", "ApplicationResourcePropertyCollection"]
