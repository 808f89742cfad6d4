# Made by `python -m generator` from handwritten/comodit_client/aio/audit_log.py.
# Do not edit: change that, then run `make generate`.
"""The old name of the module for the audit log."""

from comodit_client.api.logs import AuditLog, AuditLogCollection

__all__ = ["AuditLog", "AuditLogCollection"]
