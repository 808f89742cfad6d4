"""The arguments of a client, from what is given, the environment and a profile."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from comodit_client.config import files
from comodit_client.config.profiles import Config
from comodit_client.rest.credentials import check_password, check_user, key
from comodit_client.rest.endpoint import api_root
from comodit_client.rest.exceptions import ConfigException, InvalidEndpoint, MissingCredentials

#: The environment variables of a client's arguments.
VARIABLES = {
    "username": "COMODIT_USERNAME",
    "password": "COMODIT_PASSWORD",
    "token": "COMODIT_TOKEN",
    "endpoint": "COMODIT_API",
}
#: What is checked where the source of the value is known.
CHECKS: Mapping[str, Callable[[object], object]] = {
    "endpoint": api_root,
    "username": check_user,
    "password": check_password,
    "token": key,
}


def client_options(profile: str | None, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a client, from those given, the environment and a profile.

    Args:
        profile: The profile's name; None stands for `COMODIT_PROFILE`, then for the default profile.
        given: The given arguments; None stands for an argument that is not given.

    Raises:
        ConfigException: A profile that was named or needed does not exist or is incomplete.
        InvalidEndpoint: The API root of the environment or the profile is malformed; the message names its source.
        MissingCredentials: Credentials of the environment or the profile cannot be sent, or the password is missing.
    """
    options = {name: value for name, value in given.items() if value is not None}
    sources = _from_environment(options)
    chosen = profile or os.environ.get("COMODIT_PROFILE") or None
    if chosen is not None or "endpoint" not in options or not {"username", "token"} & options.keys():
        _from_profile(options, sources, chosen)
    _check_options(options, sources)
    return options


def _from_environment(options: dict[str, Any]) -> dict[str, str]:
    """Add the options that are set in the environment, and return their variables by name."""
    named = "username" in options  # an application key from elsewhere would take precedence
    sources = {}
    for name, variable in VARIABLES.items():
        value = os.environ.get(variable)
        if value and name not in options and not (named and name == "token"):
            options[name] = value
            sources[name] = variable
    return sources


def _from_profile(options: dict[str, Any], sources: dict[str, str], profile: str | None) -> None:
    config = Config()
    if config.path is None and profile is None:
        raise ConfigException(_nothing_found(options))
    found = {"endpoint": config.get_api(profile)}
    # A user name from one place and a key from another would contradict each other.
    if "token" not in options and "username" not in options:
        found |= {"token": config.get_token(profile), "username": config.get_username(profile)}
    if options.get("username", found.get("username")) == config.get_username(profile):
        found["password"] = config.get_password(profile)
    for name, value in found.items():
        if name not in options:
            options[name] = value
            sources[name] = f"profile {profile or config.default_profile_name!r} in {config.path}"


def _nothing_found(options: Mapping[str, Any]) -> str:
    """Return what is missing when there are arguments and environment variables, but no config file."""
    missing = [] if "endpoint" in options else ["COMODIT_API"]
    if "username" not in options and "token" not in options:
        missing.append("COMODIT_USERNAME" if "password" in options else "COMODIT_USERNAME and COMODIT_PASSWORD")
    elif "token" not in options and not options.get("password"):
        missing.append("COMODIT_PASSWORD")
    return (
        f"Cannot read a profile: none of the config files exists ({', '.join(files.FILES)}). Create one, or set "
        f"{' and '.join(missing)}."
    )


def _check_options(options: Mapping[str, Any], sources: Mapping[str, str]) -> None:
    for name, check in CHECKS.items():
        if name in sources and options[name]:
            try:
                check(options[name])
            except (InvalidEndpoint, MissingCredentials) as error:
                raise type(error)(f"{error} The value is from {sources[name]}.") from error
    if "username" in sources and not options.get("token") and not options.get("password"):
        raise MissingCredentials(
            f"Cannot create a client: {sources['username']} names a user without a password. Give the password, "
            f"or set COMODIT_PASSWORD."
        )
