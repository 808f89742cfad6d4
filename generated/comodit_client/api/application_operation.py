# Made by `python -m generator` from handwritten/comodit_client/aio/application_operation.py.
# Do not edit: change that, then run `make generate`.
"""The operations of orchestrations: a handler of an application, or an action on a service."""

from comodit_client.wire.setting_impacts import ApplicationOperation, ServiceAction

__all__ = ["ApplicationOperation", "ServiceAction"]
