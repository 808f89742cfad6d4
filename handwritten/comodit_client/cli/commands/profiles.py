"""The profiles of the config file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.cli.accounts import active_profile, named_profile

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call
    from comodit_client.config import Config

COLUMNS = [
    ("name", "name", ""),
    ("api", "api", ""),
    ("username", "user", ""),
    ("default", "default", ""),
    ("active", "active", ""),
]
#: The members that are never shown.
SECRETS = ("password", "token")
MASK = "********"


def list_profiles(app: App, call: Call) -> None:
    """Show the profiles.

    Args:
        app: The output.
        call: The command.
    """
    from comodit_client.config import Config

    config = Config()
    if config.path is None:
        app.note("No profiles exist. Create one with: comodit login")
    active = active_profile(call)
    app.show([_described(config, name, active) for name in config.config], columns=COLUMNS)


def show(app: App, call: Call) -> None:
    """Show a profile with its secrets masked.

    Args:
        app: The output.
        call: The command.
    """
    from comodit_client.config import Config

    config = Config()
    name = call.optional("profile") or named_profile(call)
    config.get_api(name)
    name = str(name or config.default_profile_name)
    members = {key: MASK if key in SECRETS and value else value for key, value in config.config[name].items()}
    app.show({**_described(config, name, active_profile(call)), **members, "file": str(config.path)})


def use(app: App, call: Call) -> None:
    """Make a profile the default.

    Args:
        app: The output.
        call: The command.
    """
    from comodit_client.config.writing import set_default_profile

    name = call.argument("profile")
    path = set_default_profile(name)
    app.note(f"Profile {name!r} is now the default in {path}.")
    app.show(None)


def _described(config: Config, name: str, active: str | None) -> dict[str, Any]:
    profile = config.config[name]
    return {
        "name": name,
        "api": profile.get("api"),
        "username": None if profile.get("token") else profile.get("username"),
        "default": name == config.default_profile_name,
        "active": name == active,
    }
