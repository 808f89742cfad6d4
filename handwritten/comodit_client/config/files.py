"""The config files: where they are, and their sections."""

from __future__ import annotations

import configparser
import os
from pathlib import Path

from comodit_client.rest.exceptions import ConfigException
from comodit_client.rest.paths import objection

#: The paths of the profiles; the first file that exists is read. None is in the working directory: the owner of that
#: folder would receive the credentials of the environment.
FILES = ("~/.comoditrc", "/etc/comodit-client/comodit-client.conf")
#: The section that names the default profile; each other section is a profile.
CLIENT = "client"


def given_file(path: str | os.PathLike[str]) -> Path:
    """Return the path of a file that was named.

    Args:
        path: The path; ~ stands for the home folder.

    Raises:
        ConfigException: It cannot be a path.
    """
    reason = objection(path)
    if reason:
        raise ConfigException(f"Cannot read the config file: {reason}. Give the path of a file.")
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise ConfigException(f"Cannot find the config file {path}: {error}. Give a path without '~'.") from error


def find_file() -> Path | None:
    """Return the path of the first of the usual files that exists; None if none does."""
    return next((path for path in map(_existing, FILES) if path is not None), None)


def _existing(name: str) -> Path | None:
    try:
        path = Path(name).expanduser()
        # A relative home would be in the working directory.
        return path if path.is_absolute() and path.is_file() else None
    except (RuntimeError, OSError):  # this user does not have a home folder, or must not enter it
        return None


def parse(parser: configparser.ConfigParser, path: Path, text: str | None = None) -> None:
    """Parse a file.

    Args:
        parser: The parser, which gets the sections.
        path: The file.
        text: Its text. Default: it is read.

    Raises:
        ConfigException: It cannot be read or parsed. No line of it is quoted, which may contain a password.
    """
    problem = _parse(parser, path, text)
    if problem:  # raised here, because the errors of the parsers contain lines of the file
        raise ConfigException(problem)


def _parse(parser: configparser.ConfigParser, path: Path, text: str | None) -> str:
    try:
        parser.read_string(path.read_text(encoding="utf-8-sig") if text is None else text, source=str(path))
    except configparser.Error as error:
        return f"Cannot parse the config file {path}: {_place(error)}. Correct that line."
    except (OSError, UnicodeDecodeError) as error:
        return f"Cannot read the config file {path}: {error}. Check its permissions and encoding."
    return ""


def _place(error: configparser.Error) -> str:
    lines = [str(number) for number, _ in getattr(error, "errors", ())] or [str(getattr(error, "lineno", "?"))]
    return f"{type(error).__name__} in line {', '.join(lines)}"
