"""Logins that outlive the process: a file of tokens, one per server and user."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from comodit_client.rest.credentials import FOLDER

NAME = ".comodit.jwt"
#: The key for the token of an old file, which did not name its user.
ANYBODY = ""


def default_path() -> Path:
    """Return the path of the login file: in the folder that the environment names, else in the home folder."""
    return Path(os.environ.get(FOLDER) or Path.home()) / NAME


class Logins:
    """The tokens in a file.

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
            The token; else the token of an old file, which holds one for all users; else None.
        """
        try:
            tokens = self._read()
        except OSError:
            return None
        return tokens.get(_key(endpoint, username)) or tokens.get(ANYBODY)

    def keep(self, endpoint: str, username: str, token: str) -> None:
        """Keep a token. The file is replaced as a whole, and only its owner can read it.

        Args:
            endpoint: The API root.
            username: The user's name.
            token: The token.

        Raises:
            OSError: The file cannot be written.
        """
        # A file that cannot be read may hold other logins: it stays as it is.
        tokens = self._read() | {_key(endpoint, username): token}
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
            text = self.path.read_text(encoding="utf-8").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return {}
        try:
            tokens = json.loads(text)
        except ValueError:
            tokens = text
        if not isinstance(tokens, dict):
            return {ANYBODY: text} if len(text.split()) == 1 and text.isascii() and text.isprintable() else {}
        return {key: token for key, token in tokens.items() if isinstance(token, str)}


def _key(endpoint: str, username: str) -> str:
    return f"{username} {endpoint}"
