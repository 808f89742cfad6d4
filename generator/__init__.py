"""The generator of client packages. Run it with `python -m generator` or `make generate`."""
