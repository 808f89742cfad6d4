"""Functions for every collection that offers a call."""

from typing import TypeVar

from comodit_client.api import Client
from comodit_client.api.capabilities import Clearable, Deletable, EditableCollection, Gettable, Listable
from comodit_client.api.entity import Entity

E = TypeVar("E", bound=Entity)


def names(collection: Listable[E]) -> list[str]:
    """Return the names of the entities."""
    return [entity.name for entity in collection.list()]


def found(collection: Gettable[E], name: str) -> E | None:
    """Return an entity, or None."""
    return collection.get(name) if collection.exists(name) else None


def remove(collection: Deletable[E], name: str) -> None:
    """Delete an entity."""
    collection.delete(name)


def remove_all(collection: Clearable[E]) -> None:
    """Delete all entities."""
    collection.clear()


def replace(collection: EditableCollection[E], name: str) -> list[E]:
    """Delete an entity, and return the others."""
    collection.delete(name)
    return collection.list()


client = Client("https://my.comodit.com/api", "UUU", "PPP")
hosts = client.hosts("OOO", "Default")
print(names(hosts), names(client.flavors()), names(hosts.get("web-1").changes()))
print(found(hosts, "web-1"), found(client.flavors(), "Debian 12"))
remove(hosts.get("web-1").changes(), "1")
remove(client.users(), "jo")
remove_all(hosts)
print([host.state for host in replace(hosts, "web-1")])
