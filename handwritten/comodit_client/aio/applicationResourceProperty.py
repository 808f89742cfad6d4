"""The module of resource properties under its old name."""

from comodit_client.aio.application_resource_property import (
    ApplicationResourceProperty,
    ApplicationResourcePropertyCollection,
)

__all__ = ["ApplicationResourceProperty", "ApplicationResourcePropertyCollection"]
