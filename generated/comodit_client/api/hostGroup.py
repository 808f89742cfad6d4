# Made by `python -m generator` from generator.toml. Do not edit: change that, then run `make generate`.
"""Old import path of scripts for the original client. Use `host_group` and `orchestration` instead."""

from comodit_client.api.host_group import HostGroup, HostGroupCollection, OrderedHost
from comodit_client.api.orchestration import OrderedHostGroup

__all__ = ["HostGroup", "HostGroupCollection", "OrderedHost", "OrderedHostGroup"]
