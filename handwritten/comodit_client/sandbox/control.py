"""The control of a sandbox beside its API: faults, alerts, users, hosts, time, and counts of requests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from comodit_client.sandbox.archive.loading import load_archives
from comodit_client.sandbox.errors import bad_request, conflict
from comodit_client.sandbox.faults.active import Faults
from comodit_client.sandbox.http.auth import new_signing_key
from comodit_client.sandbox.http.documents import required_text
from comodit_client.sandbox.http.read_only import ensure_writable
from comodit_client.sandbox.operations.alerts import add_alert
from comodit_client.sandbox.operations.compliance import deviate
from comodit_client.sandbox.operations.flavors import add_flavors
from comodit_client.sandbox.operations.organizations import add_organization
from comodit_client.sandbox.operations.seed import ENVIRONMENT, make_hosts
from comodit_client.sandbox.simulation.changes import fail_task
from comodit_client.sandbox.simulation.executions import Executions
from comodit_client.sandbox.simulation.filesystem import put_file
from comodit_client.sandbox.state.clock import ManualClock
from comodit_client.sandbox.state.places import Place, find_place
from comodit_client.sandbox.state.users import add_user

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document
    from comodit_client.sandbox.state.world import World

#: The hosts that one request may create.
_MAX_HOSTS = 100_000


class Control:
    """The commands that change or inspect a sandbox; each method is one transaction.

    Attributes:
        executions: The requests that changed something.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._requests: Counter[str] = Counter()
        self.executions = Executions()

    @property
    def faults(self) -> Faults:
        """The injected faults."""
        return self._world.faults

    def count(self, method: str, path: str) -> None:
        """Count a request."""
        self._requests[f"{method} {path}"] += 1

    def stats(self) -> Document:
        """Return the number of requests, in total and by method and path."""
        return {"total": self._requests.total(), "requests": dict(self._requests)}

    def begin(self) -> None:
        """Fill a new database; an existing one stays as it is.

        Raises:
            ApiError: An archive cannot be loaded.
        """
        with self._world.store.transaction():
            if "signing_key" not in self._world.store.root().data:
                self._fill()

    def reset(self) -> None:
        """Restore the initial state and the initial faults, and reset all counters. Archives are loaded again.

        Raises:
            ApiError: An archive cannot be loaded; the state stays as it is.
        """
        with self._world.store.contents.in_use(), self._world.store.transaction():
            self._world.store.clear()
            self._fill()
        self._requests.clear()
        self.executions.clear()
        self.faults.reset()

    def _fill(self) -> None:
        root = self._world.store.root()
        root.data["signing_key"] = new_signing_key()
        self._world.store.save(root)
        add_flavors(self._world.store)
        if self._world.archives:
            load_archives(self._world)
        else:
            add_organization(self._world, {"name": self._world.organization}, self._world.user, populated=True)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Run the block in a transaction; an archive that is read-only cannot be changed."""
        ensure_writable(self._world)
        with self._world.store.transaction():
            yield

    def fail(self, host: Sequence[str], task: str, error: str) -> None:
        """Make a task of a host fail: a pending one, else the next one with that description.

        Raises:
            ApiError: The host does not exist.
        """
        with self._changing():
            fail_task(self._world, self._place(host).host, task, error)

    def alert(self, host: Sequence[str], members: Document) -> Document:
        """Raise an alert on a host's machine.

        Raises:
            ApiError: The host does not exist or has no machine.
        """
        with self._changing():
            return add_alert(self._world, self._place(host), members)

    def deviate(self, host: Sequence[str], application: str, kind: str, name: str) -> Document:
        """Stop a service, or remove a file or a package; return the compliance error that the agent reports.

        Raises:
            ApiError: The machine has no such resource, or it deviates already.
        """
        with self._changing():
            return deviate(self._world, self._place(host), application, kind, name)

    def user(self, members: Document) -> Document:
        """Create a user; return it without its password.

        Raises:
            ApiError: The name or the mail address is taken, or a member is missing.
        """
        with self._changing():
            return add_user(self._world, members, members.get("mfa_secret")).doc

    def put_file(self, host: Sequence[str], path: str, content: bytes) -> None:
        """Put a file on a host's machine.

        Raises:
            ApiError: The host does not exist or has no machine, or the path is not absolute.
        """
        with self._world.store.contents.in_use(), self._changing():
            put_file(self._world, self._place(host), path, content)

    def advance(self, seconds: float) -> None:
        """Advance the clock.

        Raises:
            ApiError: The sandbox runs on wall time, or the time is out of range.
        """
        if not isinstance(self._world.clock, ManualClock):
            raise conflict(
                "Cannot advance the time: this sandbox runs on wall time. Start it with clock=ManualClock()."
            )
        try:
            self._world.clock.advance(seconds)
        except ValueError as error:
            raise bad_request(str(error)) from None

    def now(self) -> float:
        """Return the time, in seconds."""
        return self._world.clock.now()

    def hosts(
        self,
        count: int,
        prefix: str,
        organization: str | None,
        environment: str | None,
        applications: Sequence[str],
        provisioned: bool,
    ) -> list[str]:
        """Create many hosts at once and return their names.

        Raises:
            ApiError: A name is taken, or the organization, the environment or an application does not exist.
        """
        owner, target = organization or self._world.organization, environment or ENVIRONMENT
        with self._changing():
            return make_hosts(self._world, owner, target, prefix, count, list(applications), provisioned)

    def command(self, name: str, body: Document) -> Document:
        """Run a command that came by HTTP.

        Args:
            name: "fail", "alert", "deviate", "user", "file", "advance", "hosts" or "reset".
            body: The arguments of the command.

        Raises:
            ApiError: The command does not exist, or its arguments are invalid.
        """
        if name == "fail":
            self.fail(_host(body), required_text(body, "task"), required_text(body, "error"))
        elif name == "alert":
            return self.alert(_host(body), {member: value for member, value in body.items() if member != "host"})
        elif name == "deviate":
            return self.deviate(
                _host(body), *(required_text(body, member) for member in ("application", "kind", "name"))
            )
        elif name == "user":
            return self.user(body)
        elif name == "file":
            self.put_file(_host(body), required_text(body, "path"), _content(body))
        elif name == "advance":
            self.advance(_number(body, "seconds"))
        elif name == "hosts":
            return {"hosts": self._hosts(body)}
        elif name == "reset":
            self.reset()
        else:
            raise bad_request(
                f"Unknown command '{name}'; use fail, alert, deviate, user, file, advance, hosts or reset"
            )
        return {}

    def _hosts(self, body: Document) -> list[str]:
        count, applications = int(_number(body, "count")), body.get("applications", [])
        if count > _MAX_HOSTS:
            raise bad_request(f"'count' must be at most {_MAX_HOSTS}")
        if not isinstance(applications, list):
            raise bad_request("'applications' must be a list of names")
        return self.hosts(
            count,
            body.get("prefix", "host-"),
            body.get("organization"),
            body.get("environment"),
            applications,
            bool(body.get("provisioned")),
        )

    def _place(self, host: Sequence[str]) -> Place:
        return find_place(self._world.store, *host)


def _host(body: Document) -> list[str]:
    host = body.get("host")
    if not isinstance(host, list) or len(host) != 3 or not all(isinstance(name, str) for name in host):
        raise bad_request("'host' must be a list of three names: organization, environment, host")
    return host


def _content(body: Document) -> bytes:
    content = body.get("content")
    if not isinstance(content, str):
        raise bad_request("'content' must be text")
    try:
        return content.encode()
    except UnicodeEncodeError:
        raise bad_request("'content' contains half of a surrogate pair, which is not valid text") from None


def _number(body: Document, member: str) -> float:
    value = body.get(member)
    if not isinstance(value, (int, float)) or isinstance(value, bool) or value < 0:
        raise bad_request(f"'{member}' must be a number of 0 or more")
    return value
