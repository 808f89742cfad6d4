# Made by `python -m generator` from generator.toml. Do not edit: change that, then run `make generate`.
"""Old import path of scripts for the original client. Use `application_resource_property` instead."""

from comodit_client.api.application_resource_property import (
    ApplicationResourceProperty,
    ApplicationResourcePropertyCollection,
)

__all__ = ["ApplicationResourceProperty", "ApplicationResourcePropertyCollection"]
