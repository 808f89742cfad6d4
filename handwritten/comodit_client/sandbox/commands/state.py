"""Commands that change the state as a whole: the reset, users and many hosts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from comodit_client.sandbox.commands.base import CommandsBase
from comodit_client.sandbox.operations.seed import ENVIRONMENT, make_hosts
from comodit_client.sandbox.state.users import add_user


class StateCommands(CommandsBase):
    """The commands that change the state as a whole."""

    def reset(self) -> None:
        """Restore the initial state of the sandbox."""
        self._control.reset()

    def add_user(
        self, username: str, password: str, *, mfa_secret: str | None = None, **members: Any
    ) -> dict[str, Any]:
        """Create a user without any group.

        Args:
            username: The name.
            password: The password.
            mfa_secret: The secret of the user's second factor, in base32. Default: no second factor.
            **members: `fullname`, `email`, and `role`: "USER" or "ADMIN".

        Returns:
            The user, without the password.

        Raises:
            ApiError: The name or the mail address is taken, or the secret is not base32.
        """
        body = {**members, "username": username, "password": password}
        with self._control.changing():
            return add_user(self._world, body, mfa_secret).doc

    def make_hosts(
        self,
        count: int,
        *,
        prefix: str = "host-",
        organization: str | None = None,
        environment: str | None = None,
        applications: Sequence[str] = (),
        provisioned: bool = False,
    ) -> list[str]:
        """Create many hosts at once.

        Args:
            count: The number of hosts.
            prefix: The beginning of their names; a number of five digits follows.
            organization: Their organization. Default: the initial organization of the sandbox.
            environment: Their environment. Default: "Default".
            applications: The applications installed on each host.
            provisioned: Whether the hosts have a machine and are READY, or are only DEFINED.

        Returns:
            The names of the hosts.

        Raises:
            ApiError: A name is taken, or the organization, the environment or an application does not exist.
        """
        owner, target = organization or self._world.organization, environment or ENVIRONMENT
        with self._control.changing():
            return make_hosts(self._world, owner, target, prefix, count, list(applications), provisioned)
