"""The configuration outside a script: profiles in a file, and the environment."""

from __future__ import annotations

import configparser
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from comodit_client.rest.credentials import check_password, check_user, key
from comodit_client.rest.endpoint import api_root
from comodit_client.rest.exceptions import ConfigException, InvalidEndpoint, MissingCredentials
from comodit_client.rest.paths import objection

__all__ = ["Config", "ConfigException", "client_options", "singleton"]

T = TypeVar("T")
#: The paths of the profiles; the first file that exists is read. None is in the working directory: the owner of that
#: folder would receive the credentials of the environment.
FILES = ("~/.comoditrc", "/etc/comodit-client/comodit-client.conf")
#: The members that a profile never takes from the default profile.
OWN = ("username", "password", "token", "api")
#: The section that names the default profile; each other section is a profile.
CLIENT = "client"
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


class Config:
    """The profiles of a file, in the INI format.

    Args:
        path: The file's path; None reads the first of the usual files that exists, if any.

    Raises:
        ConfigException: The file is incomplete or cannot be read; the text says what is wrong and where.

    Attributes:
        path: The file that was read; None when there was none.
        config: The members of each profile, by its name.
        default_profile_name: The profile to use when none is named; None when no file was read.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path: Path | None = _found() if path is None else _given(path)
        self.config: dict[str, dict[str, str]] = {}
        self.default_profile_name: str | None = None
        if self.path is not None:
            self._read(self.path)

    @property
    def default_profile(self) -> dict[str, str]:
        """The members of the default profile.

        Raises:
            ConfigException: No file was read.
        """
        return self._profile(None)

    def get_value(self, profile_name: str | None, key: str, optional: bool = False) -> str | None:
        """Return a member of a profile.

        Credentials come from the profile alone: those of another profile would be sent to the wrong server.

        Args:
            profile_name: The profile's name; None stands for the default profile.
            key: The member's name.
            optional: Whether the member may be missing.

        Returns:
            The value; else the value of the default profile, except for credentials; else None.

        Raises:
            ConfigException: The profile does not exist, or a required member is missing.
        """
        profile = self._profile(profile_name)
        value = profile.get(key)
        if value is None and key not in OWN:
            value = self._profile(None).get(key)
        if value is None and not optional:
            raise ConfigException(
                f"Cannot read {key!r} of profile {profile_name or self.default_profile_name!r}: it is not set. "
                f"Add it in {self.path}."
            )
        return value

    def get_api(self, profile_name: str | None) -> str | None:
        """Return the API root of a profile.

        Args:
            profile_name: The profile's name; None stands for the default profile.
        """
        return self.get_value(profile_name, "api")

    def get_username(self, profile_name: str | None) -> str | None:
        """Return the user name of a profile; None when it is not set.

        Args:
            profile_name: The profile's name; None stands for the default profile.
        """
        return self.get_value(profile_name, "username", optional=True)

    def get_password(self, profile_name: str | None) -> str | None:
        """Return the password of a profile; None when it is not set.

        Args:
            profile_name: The profile's name; None stands for the default profile.
        """
        return self.get_value(profile_name, "password", optional=True)

    def get_token(self, profile_name: str | None) -> str | None:
        """Return the application key of a profile; None when it is not set.

        Args:
            profile_name: The profile's name; None stands for the default profile.
        """
        return self.get_value(profile_name, "token", optional=True)

    def get_vnc_viewer_call(self, profile_name: str | None) -> str | None:
        """Return the command that shows a host's screen, with %h for the host and %p for the port.

        Args:
            profile_name: The profile's name; None stands for the default profile.
        """
        return self.get_value(profile_name, "vnc_viewer_call")

    def __repr__(self) -> str:
        return f"Config({str(self.path)!r})"

    def _read(self, path: Path) -> None:
        parser = configparser.ConfigParser(interpolation=None)
        problem = _load(parser, path)
        if problem:  # raised here, because the errors of the parsers contain lines of the file, such as passwords
            raise ConfigException(problem)
        if not parser.has_section(CLIENT):
            raise ConfigException(
                f"Cannot use the config file {path}: it has no section [client]. Add one with default_profile."
            )
        self.default_profile_name = parser.get(CLIENT, "default_profile", fallback=None)
        if self.default_profile_name is None:
            raise ConfigException(
                f"Cannot use the config file {path}: section [client] has no default_profile. Add it with the name "
                "of a profile."
            )
        self.config = {name: dict(parser[name]) for name in parser.sections() if name != CLIENT}
        for name, profile in self.config.items():
            _check(path, name, profile)
        if self.default_profile_name not in self.config:
            raise ConfigException(
                f"Cannot use the config file {path}: it has no section for default profile "
                f"{self.default_profile_name!r}. Add it."
            )

    def _profile(self, name: str | None) -> dict[str, str]:
        if self.path is None:
            raise ConfigException(
                f"Cannot read a profile: none of the config files exists ({', '.join(FILES)}). Create one, or use "
                "arguments or environment variables instead."
            )
        wanted = name or self.default_profile_name
        if not isinstance(wanted, str) or wanted not in self.config:
            by = " (COMODIT_PROFILE)" if name is not None and name == os.environ.get("COMODIT_PROFILE") else ""
            raise ConfigException(
                f"Cannot find profile {wanted!r}{by} in {self.path}. {_others(str(wanted), self.config)}"
            )
        return self.config[wanted]


def singleton(cls: Callable[[], T]) -> Callable[[], T]:
    """Return a function that creates one instance of a class and returns it each time. Kept for old scripts.

    Args:
        cls: The class.

    Returns:
        The function.
    """
    return cache(cls)


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
        f"Cannot read a profile: none of the config files exists ({', '.join(FILES)}). Create one, or set "
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


def _others(wanted: str, profiles: Mapping[str, object]) -> str:
    """Return which profiles a file has, those with similar names first in a question."""
    from difflib import get_close_matches  # only a message needs it

    near = get_close_matches(wanted, profiles)
    question = f"Did you mean {' or '.join(map(repr, near))}? " if near else ""
    return f"{question}Its profiles are: {', '.join(profiles)}."


def _given(path: str | os.PathLike[str]) -> Path:
    reason = objection(path)
    if reason:
        raise ConfigException(f"Cannot read the config file: {reason}. Give the path of a file.")
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise ConfigException(f"Cannot find the config file {path}: {error}. Give a path without '~'.") from error


def _found() -> Path | None:
    return next((path for path in map(_existing, FILES) if path is not None), None)


def _existing(name: str) -> Path | None:
    try:
        path = Path(name).expanduser()
        # A relative home would be in the working directory.
        return path if path.is_absolute() and path.is_file() else None
    except (RuntimeError, OSError):  # this user does not have a home folder, or must not enter it
        return None


def _load(parser: configparser.ConfigParser, path: Path) -> str:
    """Read a file, and return what is wrong with it; an empty text if nothing is."""
    try:
        parser.read_string(path.read_text(encoding="utf-8-sig"), source=str(path))
    except configparser.Error as error:
        return f"Cannot parse the config file {path}: {_place(error)}. Correct that line."
    except (OSError, UnicodeDecodeError) as error:
        return f"Cannot read the config file {path}: {error}. Check its permissions and encoding."
    return ""


def _place(error: configparser.Error) -> str:
    lines = [str(number) for number, _ in getattr(error, "errors", ())] or [str(getattr(error, "lineno", "?"))]
    return f"{type(error).__name__} in line {', '.join(lines)}"


def _check(path: Path, name: str, profile: Mapping[str, str]) -> None:
    if not profile.get("api"):
        raise ConfigException(f"Cannot use profile {name!r} in {path}: it has no 'api'. Add the URL of the API root.")
    if not profile.get("token") and not (profile.get("username") and "password" in profile):
        raise ConfigException(
            f"Cannot use profile {name!r} in {path}: its credentials are incomplete. Add 'username' and 'password', or "
            "'token'."
        )
