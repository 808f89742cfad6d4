# Made by `python -m generator` from handwritten/comodit_client/aio/notification_log.py.
# Do not edit: change that, then run `make generate`.
"""The old name of the module for the notification log."""

from comodit_client.api.logs import NotificationLog, NotificationLogCollection

__all__ = ["NotificationLog", "NotificationLogCollection"]
