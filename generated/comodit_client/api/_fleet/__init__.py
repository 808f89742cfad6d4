# Made by `python -m generator` from handwritten/comodit_client/aio/_fleet/__init__.py.
# Do not edit: change that, then run `make generate`.
"""The engine of `fleet`: actions on many hosts, waits for them, and the reports."""
