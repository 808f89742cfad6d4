# Made by `python -m generator` from handwritten/comodit_client/aio/applicationOperation.py.
# Do not edit: change that, then run `make generate`.
"""The old name of `application_operation`."""

from comodit_client.api.application_operation import ApplicationOperation, ServiceAction

__all__ = ["ApplicationOperation", "ServiceAction"]
