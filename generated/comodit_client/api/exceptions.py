# Made by `python -m generator` from handwritten/comodit_client/aio/exceptions.py.
# Do not edit: change that, then run `make generate`.
"""The exceptions of this library, under the name that scripts import them from."""

from comodit_client.rest.exceptions import *  # noqa: F403 - the names and their tree stand there
from comodit_client.rest.exceptions import __all__ as __all__
