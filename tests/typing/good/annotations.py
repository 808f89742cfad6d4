"""Functions and classes of users that are written around ours."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from comodit_client.api import Client
from comodit_client.api.application import Application, Handler, Package
from comodit_client.api.change import Change
from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.api.host import Host, HostCollection
from comodit_client.wire.changes import Task
from comodit_client.wire.hosts import HostState

E = TypeVar("E", bound=Entity)


def by_name(entities: Iterable[E]) -> dict[str, E]:
    """Index entities of any kind."""
    return {entity.name: entity for entity in entities}


def first(entities: Iterable[E], wanted: Callable[[E], bool]) -> E | None:
    """Return the first entity that is wanted, of a list or a collection."""
    return next((entity for entity in entities if wanted(entity)), None)


def addresses(collections: Iterable[Collection[E]]) -> list[str]:
    """Return the addresses of collections of any kind."""
    return [collection.url for collection in collections]


def packages_of(application: Application) -> list[Package]:
    """Return the packages in alphabetical order."""
    return sorted(application.packages, key=lambda package: package.name)


def failed_tasks(changes: Iterable[Change]) -> Iterator[Task]:
    """Iterate over the failed tasks."""
    for change in changes:
        yield from change.get_tasks_error()


def handler_names(handlers: Iterable[Handler]) -> set[str]:
    """Return the names of the handlers that have one."""
    return {handler.name for handler in handlers if handler.name}


@dataclass
class Inventory:
    """The hosts of an environment."""

    hosts: HostCollection
    states: dict[str, HostState | str | None] = field(default_factory=dict[str, HostState | str | None])

    def read(self) -> list[Host]:
        """Read all hosts and note their states."""
        found = self.hosts.list()
        self.states = {host.name: host.state for host in found}
        return found


class Shop(Client):
    """A client with the names of our shop."""

    def front(self) -> Host:
        """Return the front end."""
        return self.get_host("OOO", "Default", "web-1")


with Shop("https://my.comodit.com/api", "UUU", "PPP") as shop:
    inventory = Inventory(shop.hosts("OOO", "Default"))
    print(by_name(inventory.read())["web-1"].state, inventory.states)
    print(first(shop.hosts("OOO", "Default"), lambda host: host.state == "ERROR"))
    print(addresses([shop.hosts("OOO", "Default")]))
    print([task.error for task in failed_tasks(shop.front().changes())])
    application = shop.get_application("OOO", "Wordpress")
    print(packages_of(application), handler_names(application.handlers))
