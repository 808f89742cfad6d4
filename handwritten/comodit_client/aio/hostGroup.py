"""The old name of the module for host groups."""

from comodit_client.aio.host_group import HostGroup, HostGroupCollection, OrderedHost

__all__ = ["HostGroup", "HostGroupCollection", "OrderedHost"]
