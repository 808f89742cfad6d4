"""The exceptions of the upgrade command."""

from __future__ import annotations

from comodit_client.wire.errors import PythonApiException

__all__ = ["UnreadableScript", "UpgradeException"]


class UpgradeException(PythonApiException):
    """A script cannot be upgraded."""


class UnreadableScript(UpgradeException):
    """A script cannot be read: it does not exist, or it is not valid Python in its encoding."""
