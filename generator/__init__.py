"""The generator of generated/comodit_client. Run it with `python -m generator` or `make generate`."""
