# Made by `python -m generator` from handwritten/comodit_client/aio/hostGroup.py.
# Do not edit: change that, then run `make generate`.
"""The old name of the module for host groups."""

from comodit_client.api.host_group import HostGroup, HostGroupCollection, OrderedHost

__all__ = ["HostGroup", "HostGroupCollection", "OrderedHost"]
