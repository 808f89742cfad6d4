# ruff: noqa: N999 - old scripts import this name
"""The old name of `application_resource_property`."""

from comodit_client.aio.application_resource_property import (
    ApplicationResourceProperty,
    ApplicationResourcePropertyCollection,
)

__all__ = ["ApplicationResourceProperty", "ApplicationResourcePropertyCollection"]
