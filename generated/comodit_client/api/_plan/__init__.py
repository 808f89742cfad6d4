# Made by `python -m generator` from handwritten/comodit_client/aio/_plan/__init__.py.
# Do not edit: change that, then run `make generate`.
"""Parts that sync and plans share, and the parts of plans."""
