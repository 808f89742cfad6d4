"""Many hosts at once are the same as hosts made one by one, with fewer statements."""

from __future__ import annotations

from typing import Any

import pytest

from comodit_client.sandbox import ApiError, ManualClock, Sandbox
from comodit_client.sandbox.operations.hosts import add_host
from comodit_client.sandbox.operations.instances import attach
from comodit_client.sandbox.state.places import Place

_RANDOM = {"uuid", "mac", "queue", "token"}


def plain(value: Any) -> Any:
    """Return a document without the members that are random."""
    if isinstance(value, dict):
        return {name: "random" if name in _RANDOM else plain(item) for name, item in value.items()}
    return value


def rows(sandbox: Sandbox) -> list[tuple[Any, ...]]:
    return [
        (node.id, node.parent, node.kind, node.name, plain(node.doc), plain(node.data))
        for node in sandbox._store._nodes("WHERE id = 0 OR kind IN ('hosts', 'instance', 'agenda') OR parent IN "
                                          "(SELECT id FROM node WHERE kind = 'hosts') ORDER BY id", ())
    ]  # fmt: skip


def one_by_one(sandbox: Sandbox, count: int, applications: list[str], provisioned: bool) -> None:
    world, store = sandbox._control.world, sandbox._store
    organization, environment = store.anywhere("organizations", "OOO"), store.anywhere("environments", "Default")
    body = {"platform": "Demo Platform", "distribution": "Demo Distribution", "applications": applications}
    with store.transaction():
        for number in range(count):
            host = add_host(store, organization, environment, {**body, "name": f"host-{number:05}"})
            if provisioned:
                attach(world, Place(organization, environment, host), [])


@pytest.fixture
def sandbox():
    made = Sandbox(clock=ManualClock())
    yield made
    made.close()


@pytest.mark.parametrize("applications", [[], ["Wordpress"]])
@pytest.mark.parametrize("provisioned", [False, True])
def test_they_are_the_same(sandbox: Sandbox, applications: list[str], provisioned: bool) -> None:
    names = sandbox.make_hosts(4, applications=applications, provisioned=provisioned)
    assert names == [f"host-{number:05}" for number in range(4)]
    made = rows(sandbox)
    sandbox.reset()
    one_by_one(sandbox, 4, applications, provisioned)
    root, *others = rows(sandbox)
    assert made[1:] == others
    assert made[0][5].get("machines") == root[5].get("machines")
    uuids = [node.doc["uuid"] for node in sandbox._store.all("hosts")]
    assert len(set(uuids)) == 4


def test_statements_per_host(sandbox: Sandbox) -> None:
    """Each row is one statement: the host, three contexts and the instance."""
    counts = []
    for number, size in enumerate((10, 110)):
        statements: list[str] = []
        sandbox._store._connection.set_trace_callback(statements.append)
        sandbox.make_hosts(size, prefix=f"p{number}-", applications=["Wordpress"], provisioned=True)
        sandbox._store._connection.set_trace_callback(None)
        counts.append(len(statements))
    assert counts[1] - counts[0] == 100 * 5


def test_names_that_are_taken_change_nothing(sandbox: Sandbox) -> None:
    sandbox.make_hosts(3)
    for count in (1, 5):
        with pytest.raises(ApiError, match="Host host-00000 exists already"):
            sandbox.make_hosts(count)
    with pytest.raises(ApiError, match="Application Wordpress exists already"):
        sandbox.make_hosts(2, prefix="x", applications=["Wordpress", "Wordpress"])
    assert len(sandbox._store.all("hosts")) == 3
    assert sandbox.make_hosts(0, prefix="y") == []


def test_later_machines_get_other_addresses(sandbox: Sandbox) -> None:
    for prefix in ("a", "b"):
        sandbox.make_hosts(300, prefix=prefix, provisioned=True)
    addresses = {node.data["address"] for node in sandbox._store.all("instance")}
    assert len(addresses) == 600
