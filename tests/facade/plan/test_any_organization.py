"""A plan brings an organization of any content to any other content, and then there is nothing more to plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.api.planner import ChangePlan, Planner
from comodit_client.disk.embedded import remove_copies
from comodit_client.disk.layout import ORGANIZATION
from comodit_client.disk.payloads import list_member, to_payload
from comodit_client.disk.place import Place
from comodit_client.disk.scan import Item, digest_document, scan
from comodit_client.sandbox import ManualClock, Sandbox
from tests.facade.disk.anything import USERS, organizations
from tests.facade.disk.made import make
from tests.facade.disk.same import MADE_UP

# Not made smaller when it fails: each try takes a while. The example is printed, and how to try it again.
PHASES = [phase for phase in Phase if phase is not Phase.shrink]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


class Servers:
    """A server with an organization, and one with what that shall become."""

    def __init__(self) -> None:
        self.sandboxes = [Sandbox(provision_time=0, change_time=0, clock=ManualClock()) for _ in range(2)]
        self.clients = [Client(sandbox.url, "UUU", "PPP") for sandbox in self.sandboxes]

    def reset(self) -> None:
        for sandbox in self.sandboxes:
            sandbox.reset()
            for user in USERS:
                sandbox.add_user(user, "secret")


@pytest.fixture(scope="module")
def servers() -> Iterator[Servers]:
    servers = Servers()
    with servers.sandboxes[0], servers.sandboxes[1], servers.clients[0], servers.clients[1]:
        yield servers


def unlocked(wanted: dict[str, Any]) -> dict[str, Any]:
    """Lock nothing, because what is locked cannot be changed."""
    kinds = ("applications", "distributions", "platforms")
    return wanted | {kind: [made | {"locked": False} for made in wanted[kind]] for kind in kinds}


def without_made_up(value: Any) -> Any:
    """Leave out what each server makes up, such as the uuid of the template of a new file."""
    if isinstance(value, dict):
        return {member: without_made_up(item) for member, item in value.items() if member not in MADE_UP}
    return list(map(without_made_up, value)) if isinstance(value, list) else value


def digest(item: Item) -> str:
    """What a file means, as a scan digests it."""
    return item.digest if item.document is None else digest_document(item.kind.name, without_made_up(item.document))


def items(folder: Path) -> dict[str, Item]:
    """What is in a folder, by the names of the files."""
    found = remove_copies(scan(Place.at(folder), ORGANIZATION))
    return {key: item for key, item in found.items() if not item.is_local_only}


def has(held: Any, stated: Any, path: str) -> bool:
    """Return whether a value of the server has all that the folder states, parts in any order."""
    if isinstance(stated, dict) and isinstance(held, dict):
        return all(
            has(held.get(member), value, member)
            for member, value in stated.items()
            if member not in ("uuid", "version", "schema") and value is not None
        )
    if path in ("files", "parameters", "settings", "applications") and isinstance(stated, list):
        return all(any(has(one, item, "") for one in held) for item in stated)
    if isinstance(stated, list) and isinstance(held, list):
        return len(held) == len(stated) and all(has(*both, "") for both in zip(held, stated, strict=True))
    return type(held) is type(stated) and bool(held == stated)


def assert_reached(desired: dict[str, Item], old: dict[str, Item], new: dict[str, Item], prune: bool) -> None:
    """Check that the server is what the folder states. Members that the folder lacks are kept."""
    for key, item in desired.items():
        if item.document is None or key not in old:
            assert digest(new[key]) == digest(item), (key, new[key].document, item.document)
            continue
        held, stated = (to_payload(item.kind.name, one.document or {}) for one in (new[key], item))
        assert has(held, stated, ""), (key, held, stated)
        for member in ("files", "parameters", "settings") if prune and getattr(item.kind, "contents", False) else ():
            assert len(list_member(held, member)) == len(list_member(stated, member)), (key, member)
    if prune:
        assert {key for key, item in new.items() if item.document is not None} <= desired.keys()
    else:
        assert new.keys() >= old.keys()


@pytest.mark.slow
@settings(max_examples=8, deadline=None, phases=PHASES, print_blob=True, suppress_health_check=SLOW)
@given(organizations(), organizations(), st.booleans(), st.booleans())
def test_after_a_plan_was_applied_there_is_nothing_to_plan(servers, before, after, prune, with_secrets):
    servers.reset()
    here, there = servers.clients
    make(here, "O", unlocked(before))
    with TemporaryDirectory() as home:
        desired, old, new, file = (Path(home, name) for name in ("desired", "old", "new", "plan.json"))
        Export(with_secrets=with_secrets).export_organization(make(there, "O", unlocked(after)), desired)
        Export(with_secrets=True).export_organization(here.get_organization("O"), old)
        plan = Planner(desired, prune=prune).plan(here)
        plan.save(file)
        loaded = ChangePlan.load(file)
        assert loaded == plan
        report = loaded.apply(here)
        assert len(report.done) == len(plan.changes)
        for pruned in {False, prune}:
            assert str(Planner(desired, prune=pruned).plan(here)) == "organization O: no changes"
        Export(with_secrets=True).export_organization(here.get_organization("O"), new)
        assert_reached(items(desired), items(old), items(new), prune)
