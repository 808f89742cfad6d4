"""The operations of orchestrations: a handler of an application, or an action on a service."""

from comodit_client.wire.setting_impacts import ApplicationOperation, ServiceAction

__all__ = ["ApplicationOperation", "ServiceAction"]
