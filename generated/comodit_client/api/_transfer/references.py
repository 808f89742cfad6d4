# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/references.py.
# Do not edit: change that, then run `make generate`.
"""What the entities of a folder refer to: it must be on the server, or be created by the same import.

Only what is a name beyond doubt is looked for. The path that a job works on is a text, and may be that of a host which
the job has deleted; keys of settings, and the resources that handlers of applications name, need not be there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from comodit_client.api._transfer.actions import Action, CreateEntity, DeleteEntity, UpdateEntity, on_server
from comodit_client.disk.payloads import list_member
from comodit_client.rest._sync_io import WorkerPool
from comodit_client.rest.exceptions import InvalidName

if TYPE_CHECKING:
    from comodit_client.api.client import Client
    from comodit_client.api.entity import Entity

#: The members that name something in the organization, by the kind that has them, and the method that gives those.
NAMED_IN: Mapping[str, Mapping[str, str]] = {
    "application context": {"application": "applications"},
    "platform context": {"platform": "platforms"},
    "distribution context": {"distribution": "distributions"},
    "resource property": {"application": "applications"},
    "step": {"webhook": "webhooks", "orchestration": "orchestrations"},
}
#: The members that list host groups: the server spells them in two ways.
HOST_GROUPS = ("orderedHostGroup", "orderedHostGroups")


@dataclass(frozen=True, slots=True)
class Reference:
    """What an entity refers to.

    Args:
        organization: The name of the organization that it is in.
        path: The methods that lead to it, each with a name, such as `applications` and `Shop`.
        handler: The name of the application's handler that is meant; empty for none.
    """

    organization: str
    path: tuple[tuple[str, str], ...]
    handler: str = ""

    def entity(self, client: Client) -> Entity:
        """Give what is referred to, as it would be called; no request is sent.

        Args:
            client: The client that requests would be sent by.

        Returns:
            The entity.
        """
        found: Any = client.organizations().wrap({"name": self.organization})
        for method, name in self.path:
            found = getattr(found, method)().wrap({"name": name})
        entity: Entity = found
        return entity


class References:
    """What is needed, made and there.

    Args:
        queued: Actions that are done before those of the import.
    """

    def __init__(self, queued: Iterable[Action] = ()) -> None:
        self._queued = list(queued)
        self._given: set[Reference] = set()
        self._missing: list[str] = []

    def given(self, kind: str, entity: Entity) -> None:
        """Note what an entity on the server refers to already; an update of it need not find that.

        Args:
            kind: The name of its kind.
            entity: The entity.
        """
        self._given.update(references(kind, entity))

    def missing(self, planned: Iterable[Action], parallel: int) -> list[str]:
        """Ask the server for what is needed and will not be made.

        Args:
            planned: The actions of the import.
            parallel: How many requests are under way at the same time.

        Returns:
            What is missing, in order, each with what needs it.
        """
        planned = list(planned)
        made = {
            action.res_object.url: action.res_object.get_json()
            for action in [*self._queued, *planned]
            if isinstance(action, (CreateEntity, UpdateEntity)) and not action.conflict()
        }
        gone = {action.res_object.url for action in planned if isinstance(action, DeleteEntity)}
        crew = WorkerPool(parallel)
        for entity, needs in self._needed(planned):
            if entity.url in made or entity.url in gone:
                self._check(entity, made.get(entity.url), needs)
            else:
                crew.add("", partial(self._look, entity, needs))
        crew.run()
        return sorted(self._missing)

    def _needed(self, planned: Iterable[Action]) -> Iterable[tuple[Entity, dict[str, str]]]:
        """What is needed: the entities, each with those of its handlers that are, and with what needs them."""
        needed: dict[str, tuple[Entity, dict[str, str]]] = {}
        for action in planned:
            if isinstance(action, (CreateEntity, UpdateEntity)) and not action.conflict():
                by = f"{action.entity_type} {action.res_object.url}"
                for reference in references(action.entity_type, action.res_object):
                    if isinstance(action, CreateEntity) or reference not in self._given:
                        entity = reference.entity(action.res_object.client)
                        _, needs = needed.setdefault(entity.url, (entity, {}))
                        needs.setdefault(reference.handler, by)
        return needed.values()

    def _look(self, entity: Entity, needs: Mapping[str, str]) -> None:
        try:
            found = on_server(entity)
        except InvalidName:
            found = None
        self._check(entity, None if found is None else found.get_json(), needs)

    def _check(self, entity: Entity, document: Mapping[str, Any] | None, needs: Mapping[str, str]) -> None:
        name = entity.url.removesuffix("/")
        if document is None:
            self._missing.append(f"{name} is not there, but {next(iter(needs.values()))} needs it")
            return
        handlers = {item.get("name") for item in list_member(document, "handlers")}
        self._missing += [
            f"{name} has no handler {handler!r}, but {by} needs it"
            for handler, by in needs.items()
            if handler and handler not in handlers
        ]


def references(kind: str, entity: Entity) -> Iterator[Reference]:
    """Tell what an entity refers to.

    Args:
        kind: The name of its kind.
        entity: The entity.

    Yields:
        Each reference, the same more than once if it is made more than once.
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
