"""The old name of the module for the other log."""

from comodit_client.aio.logs import OtherLog, OtherLogCollection

__all__ = ["OtherLog", "OtherLogCollection"]
