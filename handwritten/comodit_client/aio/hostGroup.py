"""The old name of the module for host groups."""

from comodit_client.aio.host_group import HostGroup, HostGroupCollection, OrderedHost, OrderedHostGroup

__all__ = ["HostGroup", "HostGroupCollection", "OrderedHost", "OrderedHostGroup"]
