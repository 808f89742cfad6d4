# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/references.py.
# Do not edit: change that, then run `make generate`.
"""References from entities in a folder: their targets must exist on the server, or be created by the same import.

Only members that are certainly names are checked. The path that a job works on may be that of a host which the job has
deleted. Keys of settings and resources in handlers of applications need not exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import frozen

from comodit_client.api._transfer.actions import Action, CreateEntity, DeleteEntity, UpdateEntity, fetch_current
from comodit_client.disk.payloads import list_member
from comodit_client.rest._sync_io import WorkerPool
from comodit_client.rest.exceptions import InvalidName

if TYPE_CHECKING:
    from comodit_client.api.client import Client
    from comodit_client.api.editable import EditableEntity
    from comodit_client.api.entity import Entity

#: The members that name an entity of the organization, by kind, each with the method that returns the collection.
NAMED_IN: Mapping[str, Mapping[str, str]] = {
    "application context": {"application": "applications"},
    "platform context": {"platform": "platforms"},
    "distribution context": {"distribution": "distributions"},
    "resource property": {"application": "applications"},
    "step": {"webhook": "webhooks", "orchestration": "orchestrations"},
}
#: The members that list host groups. The server has two spellings.
HOST_GROUPS = ("orderedHostGroup", "orderedHostGroups")


@frozen
class Reference:
    """The target of a reference.

    Args:
        organization: The name of its organization.
        path: The methods that lead to it, each with a name, such as `applications` and `Shop`.
        handler: The name of a handler of the application; empty for the application itself.
    """

    organization: str
    path: tuple[tuple[str, str], ...]
    handler: str = ""

    def entity(self, client: Client) -> EditableEntity:
        """Return the target as an entity, without a request.

        Args:
            client: The client of the entity.

        Returns:
            The entity.
        """
        found: Any = client.organizations().wrap({"name": self.organization})
        for method, name in self.path:
            found = getattr(found, method)().wrap({"name": name})
        entity: EditableEntity = found
        return entity


class References:
    """The check of all references of an import.

    Args:
        queued: Actions that are executed before those of the import.
    """

    def __init__(self, queued: Iterable[Action] = ()) -> None:
        self._queued = list(queued)
        self._known: set[Reference] = set()
        self._missing: list[str] = []

    def add_known(self, kind: str, entity: Entity) -> None:
        """Exempt the references that an entity on the server already has, so that its update does not check them.

        Args:
            kind: The name of its kind.
            entity: The entity on the server.
        """
        self._known.update(find_references(kind, entity))

    def find_missing(self, planned: Iterable[Action], parallel: int) -> list[str]:
        """Find references whose target neither exists on the server nor is created by the import.

        Args:
            planned: The actions of the import.
            parallel: The number of requests in parallel.

        Returns:
            The problems, sorted.
        """
        planned = list(planned)
        made = {
            action.res_object.url: action.res_object.get_json()
            for action in [*self._queued, *planned]
            if isinstance(action, (CreateEntity, UpdateEntity)) and not action.conflict()
        }
        gone = {action.res_object.url for action in planned if isinstance(action, DeleteEntity)}
        pool = WorkerPool(parallel)
        for entity, needs in self._needed(planned):
            if entity.url in made or entity.url in gone:
                self._check(entity, made.get(entity.url), needs)
            else:
                pool.add("", partial(self._fetch, entity, needs))
        pool.run()
        return sorted(self._missing)

    def _needed(self, planned: Iterable[Action]) -> Iterable[tuple[EditableEntity, dict[str, str]]]:
        """Return the targets to check, each with its handlers and, for each handler, the entity that refers to it."""
        needed: dict[str, tuple[EditableEntity, dict[str, str]]] = {}
        for action in planned:
            if isinstance(action, (CreateEntity, UpdateEntity)) and not action.conflict():
                by = f"{action.entity_type} {action.res_object.url}"
                for reference in find_references(action.entity_type, action.res_object):
                    if isinstance(action, CreateEntity) or reference not in self._known:
                        entity = reference.entity(action.res_object.client)
                        _, needs = needed.setdefault(entity.url, (entity, {}))
                        needs.setdefault(reference.handler, by)
        return needed.values()

    def _fetch(self, entity: EditableEntity, needs: Mapping[str, str]) -> None:
        try:
            found = fetch_current(entity)
        except InvalidName:
            found = None
        self._check(entity, None if found is None else found.get_json(), needs)

    def _check(self, entity: Entity, document: Mapping[str, Any] | None, needs: Mapping[str, str]) -> None:
        name = entity.url.removesuffix("/")
        if document is None:
            self._missing.append(f"{name} does not exist, but {next(iter(needs.values()))} needs it")
            return
        handlers = {item.get("name") for item in list_member(document, "handlers")}
        self._missing += [
            f"{name} has no handler {handler!r}, but {by} needs it"
            for handler, by in needs.items()
            if handler and handler not in handlers
        ]


def find_references(kind: str, entity: Entity) -> Iterator[Reference]:
    """Find the references of an entity.

    Args:
        kind: The name of its kind.
        entity: The entity.

    Yields:
        The references, with repetitions.
    """
    document = entity.get_json()
    where = entity.collection.where
    organization = where[0] if where else entity.identifier
    for member, method in NAMED_IN.get(kind, {}).items():
        if _is_name(document.get(member)):
            yield Reference(organization, ((method, document[member]),))
    if kind in ("orchestration", "step"):
        yield from _host_groups(organization, document)
    if kind == "orchestration":
        yield from _operations(organization, document)
    if kind == "hostgroup":
        yield from _hosts(organization, document)


def _host_groups(organization: str, document: Mapping[str, Any]) -> Iterator[Reference]:
    for item in [item for member in HOST_GROUPS for item in list_member(document, member)]:
        group = item.get("hostGroup")
        if isinstance(group, dict) and _is_name(group.get("name")):
            yield Reference(organization, (("host_groups", group["name"]),))


def _operations(organization: str, document: Mapping[str, Any]) -> Iterator[Reference]:
    for item in list_member(document, "applicationsOperations"):
        application, handler = item.get("application"), item.get("handler")
        if _is_name(application):
            yield Reference(organization, (("applications", str(application)),))
            if _is_name(handler):
                yield Reference(organization, (("applications", str(application)),), str(handler))


def _hosts(organization: str, document: Mapping[str, Any]) -> Iterator[Reference]:
    for item in list_member(document, "hosts"):
        environment, host = item.get("environment"), item.get("host")
        if _is_name(environment) and _is_name(host):
            yield Reference(organization, (("environments", str(environment)), ("hosts", str(host))))


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and value != ""
