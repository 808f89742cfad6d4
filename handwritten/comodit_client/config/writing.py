"""Writes profiles to the config file. Only its owner can read the file, and it is replaced as a whole."""

from __future__ import annotations

import configparser
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

from comodit_client.config import files
from comodit_client.config.files import CLIENT, given_file, parse
from comodit_client.config.ini import IniText
from comodit_client.config.profiles import Config
from comodit_client.rest.credentials import check_password, check_user, key
from comodit_client.rest.endpoint import api_root
from comodit_client.rest.exceptions import ConfigException, MissingCredentials
from comodit_client.rest.file_lock import file_lock

__all__ = ["is_readable_by_others", "remove_profile", "set_default_profile", "user_file", "write_profile"]

Sections = dict[str, dict[str, str]]
DEFAULT = "default_profile"
#: The sections that are not profiles.
RESERVED = (CLIENT, configparser.DEFAULTSECT)


def user_file() -> Path:
    """Return the path of the user's own config file, which need not exist.

    Raises:
        ConfigException: This user does not have a home folder.
    """
    path = given_file(files.FILES[0])
    if not path.is_absolute():  # it would be in the working directory
        raise ConfigException(f"Cannot use {files.FILES[0]}: HOME is not an absolute path. Set it.")
    return path


def is_readable_by_others(path: str | os.PathLike[str]) -> bool:
    """Return whether other users of this machine can read a file. False on Windows, and if it does not exist.

    Args:
        path: The file.
    """
    try:
        return os.name != "nt" and bool(stat.S_IMODE(Path(path).stat().st_mode) & 0o077)
    except OSError:
        return False


def write_profile(
    name: str,
    *,
    api: str,
    username: str | None = None,
    password: str | None = None,
    token: str | None = None,
    default: bool = False,
    path: str | os.PathLike[str] | None = None,
) -> Path:
    """Store a profile in a config file, which is created if it does not exist.

    An existing profile gets the new API root and credentials. Its other members, other profiles and comments stay. If
    the file has no default profile, this one becomes it. Other processes that write the file wait.

    Args:
        name: The profile's name.
        api: The API root.
        username: The user's name, with a password.
        password: The user's password.
        token: The token of an application key, instead of a user name and a password.
        default: Whether to make it the default profile.
        path: The file. Default: `~/.comoditrc`.

    Returns:
        The path of the file.

    Raises:
        ConfigException: The name or a value cannot be stored, or the file cannot be read or written. It is unchanged.
        InvalidEndpoint: The API root is malformed.
        MissingCredentials: The credentials are incomplete, or cannot be sent.
    """
    members = {"api": api_root(api), **_credentials(username, password, token)}
    if not name.isprintable() or name != name.strip() or name in ("", *RESERVED):
        raise ConfigException(f"Cannot use {name!r} as the name of a profile. Choose another name.")

    def edit(text: IniText, sections: Sections) -> None:
        if default or sections.get(CLIENT, {}).get(DEFAULT) not in sections:
            text.set(CLIENT, {DEFAULT: name})
            sections.setdefault(CLIENT, {})[DEFAULT] = name
        text.set(name, members)
        kept = sections.get(name, {}) | members
        sections[name] = {member: value for member, value in kept.items() if value is not None}

    return _change(user_file() if path is None else given_file(path), edit)


def set_default_profile(name: str, path: str | os.PathLike[str] | None = None) -> Path:
    """Make a profile the default one.

    Args:
        name: The profile's name.
        path: The config file. Default: the first of the usual files that exists.

    Returns:
        The path of the file.

    Raises:
        ConfigException: The profile does not exist, or the file cannot be read or written. It is unchanged.
    """

    def edit(text: IniText, sections: Sections) -> None:
        _require(name, sections)
        text.set(CLIENT, {DEFAULT: name})
        sections.setdefault(CLIENT, {})[DEFAULT] = name

    return _change(_existing_file(name, path), edit)


def remove_profile(name: str, path: str | os.PathLike[str] | None = None) -> str | None:
    """Remove a profile. If it was the default, the first of the others becomes the default.

    Args:
        name: The profile's name.
        path: The config file. Default: the first of the usual files that exists.

    Returns:
        The name of the default profile afterwards; None if this was the last profile. The file is removed then.

    Raises:
        ConfigException: The profile does not exist, or the file cannot be read or written. It is unchanged.
    """
    left: list[str] = []

    def edit(text: IniText, sections: Sections) -> None:
        _require(name, sections)
        text.remove(name)
        del sections[name]
        left.extend(other for other in sections if other not in RESERVED)
        client = sections.setdefault(CLIENT, {})
        if left and client.get(DEFAULT) not in left:
            text.set(CLIENT, {DEFAULT: left[0]})
            client[DEFAULT] = left[0]
        if left:
            left[:] = [client[DEFAULT]]
        else:
            sections.clear()

    _change(_existing_file(name, path), edit)
    return left[0] if left else None


def _credentials(username: str | None, password: str | None, token: str | None) -> dict[str, str | None]:
    if token:
        return {"username": None, "password": None, "token": key(token)}
    if not username or not password:
        raise MissingCredentials(
            "Cannot store a profile: its credentials are incomplete. Give a user name and a password, or a token."
        )
    check_user(username)
    check_password(password)
    return {"username": username, "password": password, "token": None}


def _existing_file(name: str, path: str | os.PathLike[str] | None) -> Path:
    """Return the path of the config file that has a profile."""
    config = Config(path)
    config.get_api(name)
    if config.path is None:
        raise ConfigException(
            "Cannot change a profile: none of the config files exists. Create one with: comodit login"
        )
    return config.path


def _require(name: str, sections: Sections) -> None:
    """Check again, now that no other process can remove the profile."""
    if name not in sections:
        raise ConfigException(f"Cannot find profile {name!r}: another process removed it.")


def _change(path: Path, edit: Callable[[IniText, Sections], None]) -> Path:
    """Edit a file.

    Args:
        path: The file.
        edit: Changes the text, and what the text is expected to contain afterwards. Without sections, the file is
            removed.
    """
    try:
        target = path.resolve()  # a link stays a link
        with file_lock(target.with_name(f"{target.name}.lock")):
            content = target.read_text(encoding="utf-8-sig") if target.exists() else ""
            text, sections = IniText(content), _sections(content, path)
            edit(text, sections)
            if not sections:
                target.unlink()
                return path
            if _sections(str(text), path) != sections:
                raise ConfigException(
                    f"Cannot change {path}: the INI format cannot represent the change, such as a value that begins "
                    "or ends with a blank. Edit the file yourself."
                )
            _replace(target, str(text))
    except (OSError, UnicodeError) as error:
        raise ConfigException(
            f"Cannot change the config file {path}: {error}. Check the permissions of the file and its folder."
        ) from error
    return path


def _sections(text: str, path: Path) -> Sections:
    # Without a default section, whose members would appear in all others.
    parser = configparser.ConfigParser(interpolation=None, default_section="")
    parse(parser, path, text)
    return {name: dict(parser[name]) for name in parser.sections()}


def _replace(target: Path, text: str) -> None:
    temporary = target.with_name(f"{target.name}.{secrets.token_hex(8)}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
