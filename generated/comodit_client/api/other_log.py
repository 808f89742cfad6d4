# Made by `python -m generator` from handwritten/comodit_client/aio/other_log.py.
# Do not edit: change that, then run `make generate`.
"""The old name of the module for the other log."""

from comodit_client.api.logs import OtherLog, OtherLogCollection

__all__ = ["OtherLog", "OtherLogCollection"]
