"""Logins that outlive the process: a file of tokens, one per server and user."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import AbstractContextManager
from pathlib import Path

from comodit_client.rest.credentials import FOLDER
from comodit_client.rest.file_lock import file_lock

NAME = ".comodit.jwt"
#: The key for the token of an old file, which does not name its server and user.
UNKNOWN = ""


def default_path() -> Path:
    """Return the path of the login file: in the folder that the environment names, else in the home folder."""
    return Path(os.environ.get(FOLDER) or Path.home()) / NAME


class Logins:
    """The tokens in a file.

    Processes lock a second file while they change it, so that none drops the login of another.

    Args:
        path: The file's path; the file need not exist.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def find(self, endpoint: str, username: str) -> str | None:
        """Find the token of a user on a server.

        Args:
            endpoint: The API root.
            username: The user's name.

        Returns:
            The token; None if there is none or the file cannot be read.
        """
        return self._tokens().get(_key(endpoint, username))

    def is_old(self) -> bool:
        """Return whether the file contains the token of an old file."""
        return UNKNOWN in self._tokens()

    def claim(self, endpoint: str, username: str) -> str | None:
        """Take the token of an old file for a user on a server. Nobody else gets it afterwards.

        Args:
            endpoint: The API root.
            username: The user's name.

        Returns:
            The token; None if there is none, or the file cannot be changed.
        """
        if not self.is_old():
            return None
        try:
            with self._locked():
                tokens = self._read()
                if UNKNOWN in tokens:
                    tokens.setdefault(_key(endpoint, username), tokens.pop(UNKNOWN))
                    self._write(tokens)
                return tokens.get(_key(endpoint, username))
        except OSError:
            return None

    def keep(self, endpoint: str, username: str, token: str) -> None:
        """Keep a token. The file is replaced as a whole, and only its owner can read it.

        Args:
            endpoint: The API root.
            username: The user's name.
            token: The token.

        Raises:
            OSError: The file cannot be written.
        """
        with self._locked():
            # A file that cannot be read may hold other logins: it stays as it is.
            tokens = self._read() | {_key(endpoint, username): token}
            tokens.pop(UNKNOWN, None)
            self._write(tokens)

    def forget(self, endpoint: str, username: str) -> bool:
        """Remove the token of a user on a server.

        Args:
            endpoint: The API root.
            username: The user's name.

        Returns:
            True if there was one.

        Raises:
            OSError: The file cannot be read or written.
        """
        if self.find(endpoint, username) is None:
            return False
        with self._locked():
            tokens = self._read()
            found = tokens.pop(_key(endpoint, username), None)
            self._write(tokens)
        return found is not None

    def _locked(self) -> AbstractContextManager[None]:
        return file_lock(self.path.with_name(f"{self.path.name}.lock"))

    def _tokens(self) -> dict[str, str]:
        try:
            return self._read()
        except OSError:
            return {}

    def _write(self, tokens: dict[str, str]) -> None:
        temporary = self.path.with_name(f"{NAME}.{secrets.token_hex(8)}")
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(tokens, file)
            temporary.replace(self.path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise

    def _read(self) -> dict[str, str]:
        try:
            text = self.path.read_text(encoding="utf-8-sig").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return {}
        try:
            tokens = json.loads(text)
        except (ValueError, RecursionError):
            tokens = text
        if not isinstance(tokens, dict):
            return {UNKNOWN: text} if len(text.split()) == 1 and text.isascii() and text.isprintable() else {}
        return {key: token for key, token in tokens.items() if isinstance(token, str)}


def _key(endpoint: str, username: str) -> str:
    return f"{username} {endpoint}"
