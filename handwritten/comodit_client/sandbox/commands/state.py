"""Commands for the state as a whole: the reset, snapshots, users and many hosts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from comodit_client.sandbox.commands.base import CommandsBase
from comodit_client.sandbox.operations.bulk import make_hosts
from comodit_client.sandbox.operations.seed import ENVIRONMENT, PLATFORM
from comodit_client.sandbox.state.snapshots import checked_name
from comodit_client.sandbox.state.users import add_user


class StateCommands(CommandsBase):
    """The commands that change the state as a whole."""

    def reset(self) -> None:
        """Restore the initial state of the sandbox, its clock and its faults, and reset all counters.

        Snapshots stay.
        """
        self._control.reset()

    def snapshot(self, name: str | None = None) -> str:
        """Keep the present state: entities, uploaded contents, pending work, the time and the faults.

        Args:
            name: The name; a snapshot with this name is replaced. Default: a new name.

        Returns:
            The name.

        Raises:
            ApiError: The name is empty, or the disk has no room for the snapshot.
        """
        snapshots = self._control.snapshots
        name = snapshots.new_name() if name is None else checked_name(name)
        snapshots.add(name, self._control.take_snapshot())
        return name

    def restore(self, name: str) -> None:
        """Return to a snapshot. A clock that only has `now()` keeps its time.

        Args:
            name: The name of the snapshot.

        Raises:
            ApiError: The snapshot does not exist, or the disk has no room for it.
        """
        self._control.restore(self._control.snapshots.get(checked_name(name)))

    def snapshots(self) -> list[str]:
        """Return the names of the snapshots, in order of creation."""
        return self._control.snapshots.names()

    def save_snapshot(self, path: str | os.PathLike[str], name: str | None = None) -> None:
        """Write a snapshot to a file, whole or not at all. Another sandbox can start from it.

        The file contains secrets: only its owner may read it.

        Args:
            path: The file; an existing one is replaced.
            name: The name of the snapshot. Default: the present state.

        Raises:
            ApiError: The snapshot does not exist, or the file cannot be written.
        """
        self._control.write_snapshot(Path(path), None if name is None else self._control.snapshots.get(name))

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
        platform: str = PLATFORM,
    ) -> list[str]:
        """Create many hosts at once.

        Args:
            count: The number of hosts.
            prefix: The beginning of their names; a number of five digits follows.
            organization: Their organization. Default: the initial organization of the sandbox.
            environment: Their environment. Default: "Default".
            applications: The applications installed on each host.
            provisioned: Whether the hosts have a machine and are READY, or are only DEFINED.
            platform: Their platform. "Demo Platform" provisions one machine at a time, "Cloud" any number.

        Returns:
            The names of the hosts.

        Raises:
            ApiError: A name is taken, or the organization, the environment or an application does not exist.
        """
        owner, target = organization or self._world.organization, environment or ENVIRONMENT
        with self._control.changing():
            return make_hosts(self._world, owner, target, prefix, count, list(applications), provisioned, platform)
