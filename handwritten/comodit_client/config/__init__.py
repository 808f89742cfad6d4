"""What is configured outside a script: profiles in a file, and the environment."""

from __future__ import annotations

import configparser
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from comodit_client.rest.exceptions import ConfigException

__all__ = ["Config", "ConfigException", "client_options", "singleton"]

T = TypeVar("T")
#: Where profiles are looked for; the first file that is there counts.
FILES = ("./conf/comodit-client.conf", "~/.comoditrc", "/etc/comodit-client/comodit-client.conf")
#: The section that names the default profile; every other one is a profile.
CLIENT = "client"


class Config:
    """The profiles of a file, in the INI format.

    Args:
        path: The file's path; the first of the usual ones that is there when not given. None of them need be there.

    Raises:
        ConfigException: The file cannot be read, or lacks something; the text says what and where.

    Attributes:
        path: The file that was read; None when there was none.
        config: The members of each profile, by its name.
        default_profile_name: The profile that counts when none is named; None when no file was read.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path: Path | None = _found() if path is None else Path(path).expanduser()
        self.config: dict[str, dict[str, str]] = {}
        self.default_profile_name: str | None = None
        if self.path is not None:
            self._read(self.path)

    @property
    def default_profile(self) -> dict[str, str]:
        """The members of the default profile.

        Raises:
            ConfigException: There is none.
        """
        return self._profile(None)

    def get_value(self, profile_name: str | None, key: str, optional: bool = False) -> str | None:
        """Get a member of a profile.

        Credentials are those of the profile alone: those of another would be sent to the wrong server.

        Args:
            profile_name: The profile's name; the default one when None.
            key: The member's name.
            optional: Whether it may lack.

        Returns:
            The value; the default profile's where the profile lacks it and it is no credential; None when it lacks.

        Raises:
            ConfigException: There is no such profile, or it lacks what it needs.
        """
        profile = self._profile(profile_name)
        value = profile.get(key)
        if value is None and key not in ("username", "password", "token", "api"):
            value = self._profile(None).get(key)
        if value is None and not optional:
            raise ConfigException(f"No value for key {key} in profile {profile_name or self.default_profile_name}")
        return value

    def get_api(self, profile_name: str | None) -> str | None:
        """Get the API root of a profile.

        Args:
            profile_name: The profile's name; the default one when None.
        """
        return self.get_value(profile_name, "api")

    def get_username(self, profile_name: str | None) -> str | None:
        """Get the user name of a profile; None when it has none.

        Args:
            profile_name: The profile's name; the default one when None.
        """
        return self.get_value(profile_name, "username", optional=True)

    def get_password(self, profile_name: str | None) -> str | None:
        """Get the password of a profile; None when it has none.

        Args:
            profile_name: The profile's name; the default one when None.
        """
        return self.get_value(profile_name, "password", optional=True)

    def get_token(self, profile_name: str | None) -> str | None:
        """Get the application key of a profile; None when it has none.

        Args:
            profile_name: The profile's name; the default one when None.
        """
        return self.get_value(profile_name, "token", optional=True)

    def get_vnc_viewer_call(self, profile_name: str | None) -> str | None:
        """Get the command that shows a host's screen, with %h for the host and %p for the port.

        Args:
            profile_name: The profile's name; the default one when None.
        """
        return self.get_value(profile_name, "vnc_viewer_call")

    def __repr__(self) -> str:
        return f"Config({str(self.path)!r})"

    def _read(self, path: Path) -> None:
        parser = configparser.ConfigParser(interpolation=None)
        try:
            parser.read_string(path.read_text(encoding="utf-8"), source=str(path))
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigException(f"Unable to read config file {path}: {error}") from error
        except configparser.Error as error:
            # Its text may quote a line with a password.
            raise ConfigException(f"Unable to parse config file {path}: {_place(error)}") from None
        if not parser.has_section(CLIENT):
            raise ConfigException(f"No client section defined in {path}")
        self.default_profile_name = parser.get(CLIENT, "default_profile", fallback=None)
        if self.default_profile_name is None:
            raise ConfigException(f"No default_profile property defined in client section of {path}")
        self.config = {name: dict(parser[name]) for name in parser.sections() if name != CLIENT}
        for name, profile in self.config.items():
            _check(path, name, profile)
        if self.default_profile_name not in self.config:
            raise ConfigException(f"Default profile {self.default_profile_name} is not defined in {path}")

    def _profile(self, name: str | None) -> dict[str, str]:
        if self.path is None:
            raise ConfigException(f"There is no config file; looked for {', '.join(FILES)}")
        wanted = name or self.default_profile_name
        if wanted is None or wanted not in self.config:
            raise ConfigException(f"No profile with name {wanted} in {self.path}")
        return self.config[wanted]


def singleton(cls: Callable[[], T]) -> Callable[[], T]:
    """Return a function that makes one instance of a class and returns it each time. Kept for old scripts.

    Args:
        cls: The class.

    Returns:
        The function.
    """
    return cache(cls)


def client_options(profile: str | None, given: Mapping[str, Any]) -> dict[str, Any]:
    """Put together the arguments of a client: those given, the environment, a profile.

    Args:
        profile: The profile's name; that of `COMODIT_PROFILE`, then the default one, when not given.
        given: The arguments that are given; None stands for one that is not.

    Returns:
        The arguments.

    Raises:
        ConfigException: A profile was named or needed and is not there, or lacks something.
    """
    options = {name: value for name, value in given.items() if value is not None}
    chosen = profile or os.environ.get("COMODIT_PROFILE") or None
    named = "username" in options  # an application key would win over it, so none is taken from elsewhere
    for name, variable in (("username", "USERNAME"), ("password", "PASSWORD"), ("token", "TOKEN"), ("endpoint", "API")):
        if os.environ.get(f"COMODIT_{variable}") and not (named and name == "token"):
            options.setdefault(name, os.environ[f"COMODIT_{variable}"])
    if chosen is None and "endpoint" in options and ("username" in options or "token" in options):
        return options  # nothing is left for a profile to say
    config = Config()
    options.setdefault("endpoint", config.get_api(chosen))
    # A user name of one place and a key of another would say two things.
    if "token" not in options and "username" not in options:
        options["token"] = config.get_token(chosen)
        options["username"] = config.get_username(chosen)
    if options.get("username") == config.get_username(chosen):
        options.setdefault("password", config.get_password(chosen))
    return options


def _found() -> Path | None:
    return next((path for path in (Path(name).expanduser() for name in FILES) if path.is_file()), None)


def _place(error: configparser.Error) -> str:
    lines = [str(number) for number, _ in getattr(error, "errors", ())] or [str(getattr(error, "lineno", "?"))]
    return f"{type(error).__name__} in line {', '.join(lines)}"


def _check(path: Path, name: str, profile: Mapping[str, str]) -> None:
    if "api" not in profile:
        raise ConfigException(f"{name} section lacks 'api' property in {path}")
    if "token" not in profile and not {"username", "password"} <= profile.keys():
        raise ConfigException(
            f"Profile {name} should define either 'username' and 'password' properties or 'token' property in {path}"
        )
