"""The client of a command, from its options, the environment and the profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.cli.inputs.terminal import is_interactive

if TYPE_CHECKING:
    from comodit_client.api import Client
    from comodit_client.cli.call import Call


def client_of(call: Call, **more: Any) -> Client:
    """Create the client of a command. Sends no request.

    Args:
        call: The command.
        more: More arguments of the client; they replace those of the command.

    Raises:
        PythonApiException: The credentials are incomplete, or the configuration cannot be read.
    """
    from comodit_client.api import Client

    options: dict[str, Any] = {
        "endpoint": call.option("api"),
        "username": call.option("user"),
        "password": call.option("pass"),
        "token": call.option("token"),
        "mfa": _codes(call.option("mfa")),
        "keep_login": True if call.option("mfa") or _has_logins() else None,
        "verify": False if call.option("insecure") else None,
    }
    given = {name: value for name, value in (options | more).items() if value is not None}
    return Client.from_config(call.option("profile"), user_agent="comodit-cli", **given)


def _codes(code: str | None) -> Any:
    return code if code or not is_interactive() else None


def _has_logins() -> bool:
    """Return whether an earlier command kept a login, so that this one needs no code."""
    from comodit_client.rest.logins import default_path

    try:
        return default_path().exists()
    except (OSError, RuntimeError):  # there is no home folder
        return False
