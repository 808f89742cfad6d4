"""The server, the profile and the credentials of a command, without a client."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comodit_client.cli.call import Call

#: The options of a command that are arguments of a client, by the names of these.
OPTIONS = {"endpoint": "api", "username": "user", "password": "pass", "token": "token"}


def given(call: Call, argument: str) -> str | None:
    """Return an argument of the client from the options or the environment; None if neither has it.

    Args:
        call: The command.
        argument: The name of the argument.
    """
    from comodit_client.config.options import VARIABLES

    option: str | None = call.option(OPTIONS[argument])
    if option is None and argument == "token" and call.option("user"):
        return None  # the key in the environment would take precedence over the user name in the options
    return option or os.environ.get(VARIABLES[argument]) or None


def credentials_of(call: Call) -> dict[str, Any]:
    """Return the arguments of the client: endpoint, username, password, token.

    Args:
        call: The command.

    Raises:
        ConfigException: The credentials are incomplete, or the configuration cannot be read.
    """
    from comodit_client.config import client_options

    return client_options(call.option("profile"), {name: call.option(option) for name, option in OPTIONS.items()})


def endpoint_of(call: Call) -> str:
    """Return the API root. Credentials are not needed.

    Args:
        call: The command.

    Raises:
        ConfigException: It is not given, and no profile exists.
    """
    from comodit_client.config import Config
    from comodit_client.rest.endpoint import api_root

    return api_root(given(call, "endpoint") or Config().get_api(named_profile(call)))


def named_profile(call: Call) -> str | None:
    """Return the profile that the options or the environment name.

    Args:
        call: The command.
    """
    return call.option("profile") or os.environ.get("COMODIT_PROFILE") or None


def active_profile(call: Call) -> str | None:
    """Return the profile that commands use; None if options and environment replace it, or there is none.

    Args:
        call: The command.
    """
    from comodit_client.config import Config

    named = named_profile(call)
    if named is None and given(call, "endpoint") and (given(call, "username") or given(call, "token")):
        return None
    return named or Config().default_profile_name
