"""The old name of the module for the audit log."""

from comodit_client.aio.logs import AuditLog, AuditLogCollection

__all__ = ["AuditLog", "AuditLogCollection"]
