# Made by `python -m generator` from handwritten/comodit_client/aio/_organization/__init__.py.
# Do not edit: change that, then run `make generate`.
"""The parts of an organization."""
