"""The old name of `application_operation`."""

from comodit_client.aio.application_operation import ApplicationOperation, ServiceAction

__all__ = ["ApplicationOperation", "ServiceAction"]
