"""The wait for the hosts that a plan affects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from comodit_client.aio import fleet
from comodit_client.aio._plan.deletions import DEFINED
from comodit_client.disk.layout import ENVIRONMENT, HOST
from comodit_client.disk.names import file_name

if TYPE_CHECKING:
    from comodit_client.aio._plan.comparison import Subject
    from comodit_client.aio.client import Client
    from comodit_client.aio.host import Host
    from comodit_client.disk.planned import PlannedChange


async def wait_for_hosts(
    subject: Subject, client: Client, changes: Iterable[PlannedChange], timeout: float | None
) -> None:
    """Wait until the affected hosts that have machines are READY.

    A change of a host affects that host, one of an environment its hosts, and any other one all hosts of the
    organization.

    Args:
        subject: The entity of the plan.
        client: The client.
        changes: The changes of the plan.
        timeout: The seconds that a host may take.

    Raises:
        FleetFailed: A host did not become READY.
    """
    affected = {_affected(subject, change.path) for change in changes}
    hosts: list[Host] = []
    organization = client.organizations().wrap({"name": subject.organization})
    for environment in await organization.environments().list_complete() if affected else ():
        for host in await environment.hosts().list_complete():
            places = {(), (file_name(environment.name),), (file_name(environment.name), file_name(host.name))}
            if host.state != DEFINED and not affected.isdisjoint(places):
                hosts.append(host)
    if hosts:
        (await fleet.wait(hosts, timeout=timeout)).raise_for_failures()


def _affected(subject: Subject, path: str) -> tuple[str, ...]:
    """Return the names of the environment and the host that a change affects; fewer for all hosts."""
    names = path.split("/")
    if subject.kind == ENVIRONMENT:
        names = [ENVIRONMENT.folder, file_name(subject.name), *names]
    if names[0] != ENVIRONMENT.folder:
        return ()
    return (names[1], names[3]) if names[2:3] == [HOST.folder] else (names[1],)
