# Made by `python -m generator` from generator.toml. Do not edit: change that, then run `make generate`.
"""Old import path of scripts for the original client. Use `application_operation` instead."""

from comodit_client.api.application_operation import ApplicationOperation, ServiceAction

__all__ = ["ApplicationOperation", "ServiceAction"]
