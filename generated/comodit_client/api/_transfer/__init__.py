# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/__init__.py.
# Do not edit: change that, then run `make generate`.
"""The engines of export, import and sync."""
