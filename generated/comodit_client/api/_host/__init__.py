# Made by `python -m generator` from handwritten/comodit_client/aio/_host/__init__.py.
# Do not edit: change that, then run `make generate`.
"""The parts of a host."""
