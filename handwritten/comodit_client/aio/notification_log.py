"""The old name of the module for the notification log."""

from comodit_client.aio.logs import NotificationLog, NotificationLogCollection

__all__ = ["NotificationLog", "NotificationLogCollection"]
