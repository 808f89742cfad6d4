"""Trees of all settings below an owner.

The real server is known to have the tree of an organization. For an environment or a host, the sandbox returns the same
tree, reduced to that branch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.http.responses import ApiResponse, ok
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.filters import SettingFilter
from comodit_client.sandbox.operations.settings import settings_in
from comodit_client.sandbox.state.definitions import definition_of, schemas_in, schemas_of

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.state.store import Document, Node, Store


class _Tree:
    def __init__(self, store: Store, organization: Node, chosen: SettingFilter) -> None:
        self._store = store
        self._organization = organization
        self._chosen = chosen
        self._schemas = schemas_in(store, organization)

    def organization(self) -> Document:
        store, organization = self._store, self._organization
        environments = self._chosen.rights.visible(store.children(organization.id, "environments"))
        return {
            **self._branch(self._own(organization)),
            "environments": [self.environment(node) for node in environments],
            "distributions": self._definitions("distributions", "distribution"),
            "platforms": self._definitions("platforms", "platform"),
        }

    def of_environment(self, environment: Node) -> Document:
        return {**self._branch([]), "environments": [self.environment(environment)]}

    def of_host(self, environment: Node, host: Node) -> Document:
        branch = {"environment": environment.name, "settings": [], "hosts": [self._host(host)]}
        return {**self._branch([]), "environments": [branch]}

    def environment(self, environment: Node) -> Document:
        visible = self._chosen.rights.visible(self._store.children(environment.id, "hosts"))
        hosts = [self._host(node) for node in visible]
        return {"environment": environment.name, "settings": self._own(environment), "hosts": hosts}

    def _branch(self, settings: list[Document]) -> Document:
        return {
            "organization": self._organization.name,
            "settings": settings,
            "environments": [],
            "distributions": [],
            "platforms": [],
        }

    def _host(self, host: Node) -> Document:
        contexts = self._store.children(host.id, "applications")
        node = {
            "host": host.name,
            "settings": self._own(host),
            "applications": [self._context(context, "application") for context in contexts],
        }
        distribution = self._store.single(host.id, "distribution")
        return {**node, "distribution": self._context(distribution, "distribution")} if distribution else node

    def _context(self, context: Node, word: str) -> Document:
        schemas = schemas_of(definition_of(self._store, self._organization, context))
        return {word: context.name, "settings": settings_in(self._store, context, schemas, self._chosen)}

    def _definitions(self, kind: str, word: str) -> list[Document]:
        nodes = self._store.children(self._organization.id, kind)
        return [
            {word: node.name, "settings": settings_in(self._store, node, schemas_of(node), self._chosen)}
            for node in nodes
        ]

    def _own(self, owner: Node) -> list[Document]:
        return settings_in(self._store, owner, self._schemas, self._chosen)


def _tree(call: Call) -> _Tree:
    return _Tree(call.world.store, call.organization(), SettingFilter.of(call))


@operation("organizations.get_settings_tree")
def _of_organization(call: Call) -> ApiResponse:
    return ok(_tree(call).organization())


@operation("environments.get_settings_tree")
def _of_environment(call: Call) -> ApiResponse:
    return ok(_tree(call).of_environment(call.environment()))


@operation("hosts.get_settings_tree")
def _of_host(call: Call) -> ApiResponse:
    place = call.place()
    return ok(_tree(call).of_host(place.environment, place.host))
