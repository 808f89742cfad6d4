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
from comodit_client.api.planner import Planner
from comodit_client.disk.layout import ORGANIZATION
from comodit_client.disk.place import Place
from comodit_client.disk.scan import scan
from comodit_client.sandbox import ManualClock, Sandbox
from tests.facade.disk.anything import USERS, organizations
from tests.facade.disk.made import make

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


def digests(folder: Path) -> dict[str, str]:
    """What a folder means, by the names of the files."""
    items = scan(Place.at(folder), ORGANIZATION)
    return {key: item.digest for key, item in items.items() if not item.is_local_only}


@pytest.mark.slow
@settings(max_examples=12, deadline=None, phases=PHASES, print_blob=True, suppress_health_check=SLOW)
@given(organizations(), organizations(), st.booleans(), st.booleans())
def test_after_a_plan_was_applied_there_is_nothing_to_plan(servers, before, after, prune, with_secrets):
    servers.reset()
    here, there = servers.clients
    make(here, "O", unlocked(before))
    with TemporaryDirectory() as home:
        desired, old, new = (Path(home, name) for name in ("desired", "old", "new"))
        Export(with_secrets=with_secrets).export_organization(make(there, "O", unlocked(after)), desired)
        Export(with_secrets=True).export_organization(here.get_organization("O"), old)
        plan = Planner(desired, prune=prune).plan(here)
        report = plan.apply(here)
        assert len(report.done) == len(plan.changes)
        for pruned in {False, prune}:
            assert str(Planner(desired, prune=pruned).plan(here)) == "organization O: no changes"
        Export(with_secrets=True).export_organization(here.get_organization("O"), new)
        left = digests(new).keys()
        if prune:
            assert left - digests(desired).keys() <= digests(old).keys()
        else:
            assert left >= digests(old).keys() | digests(desired).keys()
