"""Turns schema/ into generated/comodit_client: `python -m generator`, or `make generate`."""
