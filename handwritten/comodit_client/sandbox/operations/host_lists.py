"""Lists of hosts, which may be long: their JSON is composed of the JSON in the store, batch by batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.http.responses import Listing, batches, to_text
from comodit_client.sandbox.http.rights import ADMIN, READ, SECRETS
from comodit_client.sandbox.operations.filters import masked_text
from comodit_client.sandbox.state.definitions import is_secret, schemas_in, secret_keys

if TYPE_CHECKING:
    from comodit_client.sandbox.http.calls import Call
    from comodit_client.sandbox.http.rights import Rights
    from comodit_client.sandbox.state.store import Node, Store


def host_list(call: Call, rights: Rights, environments: Mapping[int, Environment], hosts: Sequence[int]) -> Listing:
    """Return a list of hosts as they are now, even if they change before they are read.

    Args:
        call: The call.
        rights: The rights of the caller.
        environments: The environments of the hosts, by their rows.
        hosts: The rows of the hosts.
    """
    page, store = call.page(), call.world.store
    chosen = page.choose(hosts)
    view = store.view(chosen, _Reader(store, rights, environments, call.world.now()))
    texts = (",".join(view.take(batch)) for batch in batches(chosen))
    return Listing(len(chosen), page.offset, len(hosts), texts)


@frozen
class Environment:
    """What the hosts of an environment have in common.

    Attributes:
        node: The environment.
        members: The members that are the same in all hosts, as JSON.
        schemas: The schemas of settings as JSON, by key.
        secret: The keys of settings that are secret.
    """

    node: Node
    members: str
    schemas: Mapping[str, str]
    secret: Set[str]


def environments_of(
    store: Store, rights: Rights, organization: Node, environments: Iterable[Node]
) -> dict[int, Environment]:
    """Return environments of an organization, by their rows."""
    schemas = schemas_in(store, organization)
    secret: set[str] = set()
    if rights.at(organization) < ADMIN:
        secret = {key for key, schema in schemas.items() if is_secret(schema)} | secret_keys(store, organization)
    texts = {key: to_text(schema) for key, schema in schemas.items()}
    name = to_text(organization.name)
    return {
        node.id: Environment(node, f'"organization":{name},"environment":{to_text(node.name)}', texts, secret)
        for node in environments
    }


class _Reader:
    """Reads hosts with a fixed number of queries, in the state of a given time."""

    def __init__(self, store: Store, rights: Rights, environments: Mapping[int, Environment], now: float) -> None:
        self._store = store
        self._rights = rights
        self._environments = environments
        self._now = now

    def __call__(self, hosts: Sequence[int]) -> dict[int, str]:
        settings: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for row, key, text in self._store.setting_texts(hosts):
            settings[row].append((key, text))
        texts = {}
        for row, parent, members, state in self._store.host_texts(hosts, self._now):
            environment = self._environments[parent]
            shown = ",".join(self._settings(environment, row, settings[row])) if row in settings else ""
            texts[row] = f'{members},{environment.members},"settings":[{shown}],"state":"{state}"}}'
        return texts

    def _settings(self, environment: Environment, host: int, settings: Sequence[tuple[str, str]]) -> Iterator[str]:
        """Yield the settings of a host that the caller may read, with the schema of the parameter, if any."""
        right = self._rights.at_member(environment.node, host)
        if right < READ:
            return
        for key, text in settings:
            shown = masked_text(text) if right < SECRETS and key in environment.secret else text
            schema = environment.schemas.get(key)
            yield shown if schema is None else f'{shown[:-1]},"schema":{schema}}}'
