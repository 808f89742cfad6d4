"""The old name of `application_resource_property`."""

from comodit_client.aio.application_resource_property import (
    ApplicationResourceProperty,
    ApplicationResourcePropertyCollection,
)

__all__ = ["ApplicationResourceProperty", "ApplicationResourcePropertyCollection"]
