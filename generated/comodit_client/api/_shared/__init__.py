# Made by `python -m generator` from handwritten/comodit_client/aio/_shared/__init__.py.
# Do not edit: change that, then run `make generate`.
"""Behaviour that several resources share."""
