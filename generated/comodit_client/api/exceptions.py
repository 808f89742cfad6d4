# Made by `python -m generator` from handwritten/comodit_client/aio/exceptions.py.
# Do not edit: change that, then run `make generate`.
"""The exceptions of this library."""

from comodit_client.rest.exceptions import *  # noqa: F403 - that module defines the names
from comodit_client.rest.exceptions import __all__ as __all__
