"""An organization of any content is the same after an export and an import on another server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.api.importer import Import
from comodit_client.sandbox import ManualClock, Sandbox

from .anything import USERS, organizations
from .bodies import NAMES
from .conftest import tree
from .made import counted, counted_in, make
from .same import compared, rename


class Servers:
    """Two servers that know the same users. Time stands still, so that no job runs."""

    def __init__(self) -> None:
        self.sandboxes = [Sandbox(provision_time=0, change_time=0, clock=ManualClock()) for _ in range(2)]

        #: One client of each, because making a client costs as much as many requests.
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


ORGANIZATION = NAMES.filter(lambda name: name != "OOO")


# Not made smaller when it fails: each try takes a while. The example is printed, and how to try it again.
PHASES = [phase for phase in Phase if phase is not Phase.shrink]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.mark.slow
@settings(max_examples=30, deadline=None, phases=PHASES, print_blob=True, suppress_health_check=SLOW)
@given(organizations(), ORGANIZATION, st.none() | ORGANIZATION, st.booleans())
def test_whatever_is_exported_and_imported_is_the_same(servers, wanted, name, other, with_secrets):
    servers.reset()
    here, there = servers.clients
    with TemporaryDirectory() as home:
        one, two = Path(home, "one"), Path(home, "two")
        export = Export(with_secrets=with_secrets)
        export.export_organization(make(here, name, wanted), one)
        assert counted_in(tree(one)) == counted(wanted)
        if other is not None:
            rename(one, other)
        importer = Import(with_instances=True)
        importer.import_organization(there, one)
        assert importer.left_out == []
        export.export_organization(there.get_organization(other or name), two)
        renamed = other is not None
        first, second = (compared(tree(folder), renamed, machines=True) for folder in (one, two))
        assert first.keys() == second.keys()
        for file in first:
            assert second[file] == first[file], file
