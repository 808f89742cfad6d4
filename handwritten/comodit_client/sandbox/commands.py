"""The commands of a sandbox in Python; the control endpoints below /sandbox offer the same."""

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
        """Restore the initial state of the sandbox."""
        self._control.reset()

    def advance(self, seconds: float) -> None:
        """Advance a manual clock.

        Raises:
            ApiError: The sandbox runs on wall time.
        """
        self._control.advance(seconds)

    def now(self) -> float:
        """Return the time of the sandbox, in seconds."""
        return self._control.now()

    def fail_task(self, organization: str, environment: str, host: str, *, task: str, error: str) -> None:
        """Make a task of a host fail: a pending one, else the next one with that description.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.
            task: The task's description, for example "add package httpd".
            error: The error text that the task reports.

        Raises:
            ApiError: The host does not exist.
        """
        self._control.fail([organization, environment, host], task, error)

    def add_alert(self, organization: str, environment: str, host: str, **members: Any) -> dict[str, Any]:
        """Raise an alert on a host's machine.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.
            **members: Members of the alert. Missing ones get defaults.

        Returns:
            The alert.

        Raises:
            ApiError: The host does not exist or has no machine.
        """
        return self._control.alert([organization, environment, host], members)

    def deviate(
        self, organization: str, environment: str, host: str, *, application: str, kind: str, name: str
    ) -> dict[str, Any]:
        """Make a machine deviate from its configuration; its agent reports a compliance error.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.
            application: The application that owns the resource.
            kind: "services" (the service is stopped), "files" or "packages" (the resource is removed).
            name: The name of the resource.

        Returns:
            The compliance error.

        Raises:
            ApiError: The machine has no such resource, or it deviates already.
        """
        return self._control.deviate([organization, environment, host], application, kind, name)

    def put_file(self, organization: str, environment: str, host: str, path: str, content: str | bytes) -> None:
        """Put a file on a host's machine, as a script run there would; it is read like any other file.

        Args:
            organization: The host's organization.
            environment: The host's environment.
            host: The host's name.
            path: The absolute path of the file; an existing file is replaced.
            content: The content; text is encoded as UTF-8.

        Raises:
            ApiError: The host does not exist or has no machine, or the path is not absolute.
        """
        encoded = content.encode() if isinstance(content, str) else content
        self._control.put_file([organization, environment, host], path, encoded)

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
        return self._control.user({**members, "username": username, "password": password, "mfa_secret": mfa_secret})

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
        return self._control.hosts(count, prefix, organization, environment, applications, provisioned)

    def fail(self, kind: str, **options: Any) -> None:
        """Inject a fault into a connection, a response or a task.

        Args:
            kind: The kind of the fault, one of `comodit_client.sandbox.faults.kinds.KINDS`.
            **options: The options of the fault: the attributes of `comodit_client.sandbox.faults.kinds.Fault`.

        Raises:
            ApiError: The kind or an option does not exist or is invalid.
        """
        self._control.faults.add(fault_from_document({"kind": kind, **options}))

    def end_faults(self) -> None:
        """Remove all faults; delayed responses are sent at once."""
        self._control.faults.clear()

    def faults(self) -> list[dict[str, Any]]:
        """Return the injected faults, each with the number of times it was `applied`."""
        return self._control.faults.documents()

    def executions(self) -> list[dict[str, Any]]:
        """Return the requests that changed something; reads and failed requests are left out.

        Returns:
            One object for each `method`, `path` and `digest` of the body, with the number of `times`.
        """
        return self._control.executions.documents()

    def stats(self) -> dict[str, Any]:
        """Return the number of requests: `total`, and `requests` by method and path."""
        return self._control.stats()
