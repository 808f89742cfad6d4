"""The profiles of a config file."""

from __future__ import annotations

import configparser
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from comodit_client.config import files
from comodit_client.config.files import CLIENT
from comodit_client.rest.exceptions import ConfigException

T = TypeVar("T")
#: The members that a profile never takes from the default profile.
OWN = ("username", "password", "token", "api")


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
        self.path: Path | None = files.find_file() if path is None else files.given_file(path)
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
        files.parse(parser, path)
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
                f"Cannot read a profile: none of the config files exists ({', '.join(files.FILES)}). Create one, or "
                "use arguments or environment variables instead."
            )
        wanted = name or self.default_profile_name
        if not isinstance(wanted, str) or wanted not in self.config:
            by = " (COMODIT_PROFILE)" if name is not None and name == os.environ.get("COMODIT_PROFILE") else ""
            raise ConfigException(f"Cannot find profile {wanted!r}{by} in {self.path}. {self._advice(wanted)}")
        return self.config[wanted]

    def _advice(self, wanted: object) -> str:
        from difflib import get_close_matches

        near = get_close_matches(str(wanted), self.config, n=1)
        return f"Did you mean {near[0]!r}?" if near else f"Its profiles are: {', '.join(self.config)}."


def singleton(cls: Callable[[], T]) -> Callable[[], T]:
    """Return a function that creates one instance of a class and returns it each time. Kept for old scripts.

    Args:
        cls: The class.

    Returns:
        The function.
    """
    return cache(cls)


def _check(path: Path, name: str, profile: Mapping[str, str]) -> None:
    if not profile.get("api"):
        raise ConfigException(f"Cannot use profile {name!r} in {path}: it has no 'api'. Add the URL of the API root.")
    if not profile.get("token") and not (profile.get("username") and "password" in profile):
        raise ConfigException(
            f"Cannot use profile {name!r} in {path}: its credentials are incomplete. Add 'username' and 'password', or "
            "'token'."
        )
