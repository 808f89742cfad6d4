"""The configuration outside a script: profiles in a file, and the environment."""

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
#: The paths of the profiles; the first file that exists is read.
FILES = ("./conf/comodit-client.conf", "~/.comoditrc", "/etc/comodit-client/comodit-client.conf")
#: The members that a profile never takes from the default profile.
OWN = ("username", "password", "token", "api")
#: The section that names the default profile; each other section is a profile.
CLIENT = "client"


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
        self.path: Path | None = _found() if path is None else Path(path).expanduser()
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
        try:
            parser.read_string(path.read_text(encoding="utf-8"), source=str(path))
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigException(
                f"Cannot read the config file {path}: {error}. Check its permissions and encoding."
            ) from error
        except configparser.Error as error:
            # The text of the error may quote a line with a password.
            raise ConfigException(f"Cannot parse the config file {path}: {_place(error)}. Correct that line.") from None
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
                f"Cannot read a profile: none of the config files exists ({', '.join(FILES)}). Create one."
            )
        wanted = name or self.default_profile_name
        if wanted is None or wanted not in self.config:
            raise ConfigException(f"Cannot find profile {wanted!r} in {self.path}. Check its name.")
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
    """
    options = {name: value for name, value in given.items() if value is not None}
    chosen = profile or os.environ.get("COMODIT_PROFILE") or None
    named = "username" in options  # an application key from elsewhere would take precedence
    for name, variable in (("username", "USERNAME"), ("password", "PASSWORD"), ("token", "TOKEN"), ("endpoint", "API")):
        if os.environ.get(f"COMODIT_{variable}") and not (named and name == "token"):
            options.setdefault(name, os.environ[f"COMODIT_{variable}"])
    if chosen is None and "endpoint" in options and ("username" in options or "token" in options):
        return options  # no profile is needed
    config = Config()
    options.setdefault("endpoint", config.get_api(chosen))
    # A user name from one place and a key from another would contradict each other.
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
        raise ConfigException(f"Cannot use profile {name!r} in {path}: it has no 'api'. Add the URL of the API root.")
    if "token" not in profile and not {"username", "password"} <= profile.keys():
        raise ConfigException(
            f"Cannot use profile {name!r} in {path}: its credentials are incomplete. Add 'username' and 'password', or "
            "'token'."
        )
