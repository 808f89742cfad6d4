# Made by `python -m generator` from handwritten/comodit_client/aio/_client/__init__.py.
# Do not edit: change that, then run `make generate`.
"""The parts of a client: connections, the session that sends requests, and navigation."""
