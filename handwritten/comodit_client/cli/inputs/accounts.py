"""The account to log in with: from options and the environment, and what these lack from the terminal."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from comodit_client.cli.accounts import given, named_profile
from comodit_client.cli.exits import USAGE, Failure

if TYPE_CHECKING:
    from comodit_client.cli.call import Call
    from comodit_client.config import Config

#: The API root of the public service (S1).
PUBLIC = "https://my.comodit.com/api"
#: Stands for a secret on the first line of the standard input.
STDIN = "-"
FIRST = "default"


@dataclass
class Account:
    """An account on a server, and the profile that will hold it."""

    profile: str
    api: str
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)


def is_interactive() -> bool:
    """Return whether somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask_account(call: Call) -> Account:
    """Return the account to log in with.

    Args:
        call: The command.

    Raises:
        Failure: Something is missing, and nobody can be asked.
        PythonApiException: The API root or the credentials are malformed, or the config file cannot be read.
    """
    from comodit_client.rest.credentials import check_password, check_user, key
    from comodit_client.rest.endpoint import api_root

    config = _own_config()
    name = call.optional("profile") or named_profile(call)
    stored = {} if config is None else config.config.get(name or config.default_profile_name or "", {})
    default = FIRST if config is None else config.default_profile_name or FIRST
    account = Account(name or default, api_root(given(call, "endpoint") or _ask_api(stored)))
    if name is None and stored and api_root(stored["api"]) != account.api:
        raise Failure(
            f"Profile {account.profile!r} is for {stored['api']}. Name the profile for {account.api}: "
            "comodit login PROFILE.",
            USAGE,
        )
    account.token = _secret(given(call, "token"))
    if account.token:
        account.token = key(account.token)
        return account
    account.username = given(call, "username") or _ask_user(stored)
    if not account.username:
        account.token = key(_prompt("Token of the application key", hide_input=True))
        return account
    check_user(account.username)
    account.password = _secret(given(call, "password")) or _prompt("Password", "--pass", hide_input=True)
    check_password(account.password)
    return account


def wants_default(account: Account, call: Call) -> bool:
    """Return whether the profile becomes the default one.

    Args:
        account: The account.
        call: The command.
    """
    if call.option("make-default"):
        return True
    config = _own_config()
    if config is None or config.default_profile_name == account.profile:
        return True
    question = f"Make {account.profile!r} the default profile instead of {config.default_profile_name!r}?"
    return is_interactive() and click.confirm(question, err=True)


def _own_config() -> Config | None:
    """Return the user's own config file; None if there is none."""
    from comodit_client.config import Config
    from comodit_client.config.writing import user_file

    path = user_file()
    return Config(path) if path.exists() else None


def _ask_api(stored: dict[str, str]) -> str:
    known = stored.get("api")
    if known and not is_interactive():
        return known
    found: str = _prompt("API URL", "--api", default=known or PUBLIC, value_proc=_checked_root)
    return found


def _checked_root(text: str) -> str:
    from comodit_client.rest.endpoint import api_root
    from comodit_client.rest.exceptions import InvalidEndpoint

    try:
        return api_root(text)
    except InvalidEndpoint as error:
        raise click.BadParameter(str(error)) from error


def _ask_user(stored: dict[str, str]) -> str:
    known = stored.get("username")
    if known and not is_interactive():
        return known
    if known:
        return str(_prompt("User name", default=known))
    return str(_prompt("User name (empty for an application key)", "--user or --token", default="", show_default=False))


def _secret(text: str | None) -> str | None:
    """Return a secret; - stands for the first line of the standard input."""
    if text != STDIN or is_interactive():
        return None if text == STDIN else text
    line = "" if sys.stdin is None else sys.stdin.readline()
    if not line.rstrip("\r\n"):
        raise Failure(
            "Cannot read the secret: standard input is empty. Write it to standard input, on one line.", USAGE
        )
    return line.rstrip("\r\n")


def _prompt(what: str, option: str = "", **more: Any) -> Any:
    if not is_interactive():
        raise Failure(
            f"Cannot ask for the {what.partition(' (')[0]}: standard input is not a terminal. Add {option}; "
            "'--pass -' and '--token -' read the secret from standard input.",
            USAGE,
        )
    return click.prompt(what, err=True, **more)
