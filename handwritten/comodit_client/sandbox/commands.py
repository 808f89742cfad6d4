"""What a program that holds a sandbox can ask of it; the control commands below /sandbox are the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.faults.kinds import fault_from_document

if TYPE_CHECKING:
    from comodit_client.sandbox.control import Control


class Commands:
    """The commands of a sandbox."""

    _control: Control

    def reset(self) -> None:
        """Go back to what a new sandbox holds."""
        self._control.reset()

    def advance(self, seconds: float) -> None:
        """Move a manual clock on.

        Raises:
            Refusal: The sandbox runs on wall time.
        """
        self._control.advance(seconds)

    def fail_task(self, organization: str, environment: str, host: str, *, task: str, error: str) -> None:
        """Make a task of a host fail: one that is pending already, else the next one of that description.

        Args:
            organization: Where the host is.
            environment: Where the host is.
            host: The host's name.
            task: The task's description, for example "add package httpd".
            error: The error text that the task gets.

        Raises:
            Refusal: The host does not exist.
        """
        self._control.fail([organization, environment, host], task, error)

    def add_alert(self, organization: str, environment: str, host: str, **members: Any) -> dict[str, Any]:
        """Raise an alert on a host's machine.

        Args:
            organization: Where the host is.
            environment: Where the host is.
            host: The host's name.
            **members: Members of the alert; the rest is made up.

        Returns:
            The alert.

        Raises:
            Refusal: The host does not exist or has no machine.
        """
        return self._control.alert([organization, environment, host], members)

    def deviate(
        self, organization: str, environment: str, host: str, *, application: str, kind: str, name: str
    ) -> dict[str, Any]:
        """Change a machine by hand, which its agent reports as a compliance error.

        Args:
            organization: Where the host is.
            environment: Where the host is.
            host: The host's name.
            application: The application that the resource belongs to.
            kind: "services" (it is stopped), "files" or "packages" (it is removed).
            name: Name of the resource.

        Returns:
            The compliance error.

        Raises:
            Refusal: There is no such thing on the machine, or it deviates already.
        """
        return self._control.deviate([organization, environment, host], application, kind, name)

    def add_user(self, username: str, password: str, **members: Any) -> dict[str, Any]:
        """Make one more user, who is in no group yet.

        Args:
            username: The name.
            password: The password.
            **members: `fullname`, `email`, and `role`: "USER" or "ADMIN".

        Returns:
            The user, without the password.

        Raises:
            Refusal: The name or the mail address is taken.
        """
        return self._control.user({**members, "username": username, "password": password})

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
        """Make many hosts at once.

        Args:
            count: How many.
            prefix: What their names begin with; a number of five digits follows.
            organization: Where they go; the sandbox's own one if left out.
            environment: Where they go; Default if left out.
            applications: What is installed on each.
            provisioned: Whether they have a machine and are READY, or are only DEFINED.

        Returns:
            Their names.

        Raises:
            Refusal: A name is taken, or something that was named does not exist.
        """
        return self._control.hosts(count, prefix, organization, environment, applications, provisioned)

    def fail(self, kind: str, **options: Any) -> None:
        """Let something go wrong: a connection, an answer, or a task of whatever host.

        Args:
            kind: What; `comodit_client.sandbox.faults.kinds.KINDS` lists the kinds.
            **options: How often, where and how: the attributes of `comodit_client.sandbox.faults.kinds.Fault`.

        Raises:
            Refusal: There is no such kind or option, or it makes no sense.
        """
        self._control.faults.add(fault_from_document({"kind": kind, **options}))

    def end_faults(self) -> None:
        """Let nothing go wrong any more; answers that are held back go out."""
        self._control.faults.end()

    def faults(self) -> list[dict[str, Any]]:
        """Return the faults that were asked for, each with how often it was `applied`."""
        return self._control.faults.documents()

    def executions(self) -> list[dict[str, Any]]:
        """Return what was carried out and not refused, reading left out.

        Returns:
            By `method`, `path` and `digest` of the body: how many `times`.
        """
        return self._control.executions.documents()

    def stats(self) -> dict[str, Any]:
        """Return how many requests there were: `total`, and `requests` by method and path."""
        return self._control.stats()
