# Made by `python -m generator` from generator.toml. Do not edit: change that, then run `make generate`.
"""Old import path of scripts for the original client. Use `flavor` instead."""

from comodit_client.api.flavor import Flavor, FlavorCollection

__all__ = ["Flavor", "FlavorCollection"]
