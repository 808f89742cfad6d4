"""The configuration outside a script: profiles in a file, and the environment. `config.writing` writes profiles."""

from __future__ import annotations

from comodit_client.config.options import client_options
from comodit_client.config.profiles import Config, singleton
from comodit_client.rest.exceptions import ConfigException

__all__ = ["Config", "ConfigException", "client_options", "singleton"]
