"""Logging in and out: credentials that the server has checked are stored as a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.cli.accounts import active_profile, credentials_of, named_profile

if TYPE_CHECKING:
    from comodit_client.api import Client
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call


def login(app: App, call: Call) -> None:
    """Ask for credentials, check them with the server, and store them as a profile.

    Args:
        app: The output.
        call: The command.
    """
    from comodit_client.cli.inputs.accounts import ask_account, wants_default
    from comodit_client.cli.verification import verified
    from comodit_client.config.files import find_file
    from comodit_client.config.writing import is_readable_by_others, user_file, write_profile

    account = ask_account(call)
    login = verified(account, call)
    default = wants_default(account, call)
    exposed = is_readable_by_others(user_file())
    other = None if user_file().exists() else find_file()
    path = write_profile(
        account.profile,
        api=account.api,
        username=account.username,
        password=account.password,
        token=account.token,
        default=default,
    )
    if exposed:
        app.note(f"Other users of this machine could read {path}. Now only you can. Consider changing its passwords.")
    if other:
        app.note(f"Commands now read this file instead of {other}.")
    if login:
        from comodit_client.rest.logins import Logins, default_path

        Logins(default_path()).keep(account.api, account.username or "", login)
    who = f"as {account.username}" if account.username else "with an application key"
    app.note(f"Logged in to {account.api} {who}. Stored profile {account.profile!r} in {path}.")
    app.show(None)


def logout(app: App, call: Call) -> None:
    """Remove a profile and its login.

    Args:
        app: The output.
        call: The command.
    """
    from comodit_client.config import Config
    from comodit_client.config.writing import remove_profile
    from comodit_client.rest.logins import Logins, default_path

    config = Config()
    name = call.optional("profile") or named_profile(call) or config.default_profile_name
    username, api = config.get_username(name), config.get_api(name)
    default = remove_profile(str(name))
    if username and api:
        Logins(default_path()).forget(api, username)
    app.note(f"Removed profile {name!r} from {config.path}.")
    if default and name == config.default_profile_name:
        app.note(f"The default profile is now {default!r}.")
    app.show(None)


def whoami(app: App, call: Call) -> None:
    """Show the user, the server and the profile, after checking the credentials.

    Args:
        app: The client and the output.
        call: The command.
    """
    credentials = credentials_of(call)
    is_key = bool(credentials.get("token"))
    user = None if is_key else _user(app.client)
    if user is None:
        app.client.ping()
        app.note("The credentials are those of an application key. The API does not return the user that it acts for.")
    app.show(
        {
            "username": None if is_key else credentials.get("username"),
            **(user or {}),
            "api": app.client.endpoint,
            "profile": active_profile(call),
            "authentication": "application key" if user is None else "password",
        }
    )


def _user(client: Client) -> dict[str, Any] | None:
    """Return the user; None if the name is the access key of an application key."""
    from comodit_client.api.exceptions import EntityNotFoundException, Forbidden

    try:
        return client.whoami().get_json()
    except (EntityNotFoundException, Forbidden):  # ping fails, too, if there is another reason
        return None
