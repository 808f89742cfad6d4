"""An archive that is exported again from the sandbox is the same folder, byte by byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from comodit_client.api import Client
from comodit_client.sandbox import ManualClock, Sandbox
from tests.facade.disk.anything import USERS, organizations
from tests.facade.disk.bodies import NAMES
from tests.facade.disk.made import make
from tests.sandbox.world import AUTH

from .conftest import export, tree


@pytest.mark.parametrize("secrets", [True, False])
def test_an_organization_with_everything(source, secrets, tmp_path, serve):
    one = export(source.sandbox, tmp_path / "one", secrets=secrets)
    two = export(serve(one), tmp_path / "two", secrets=secrets)
    assert tree(two) == tree(one)
    assert len(tree(one)) > 100


@pytest.fixture(scope="module")
def anything() -> Iterator[tuple[Sandbox, Client]]:
    """A sandbox in which time stands still, and a client of it."""
    with Sandbox(provision_time=0, change_time=0, clock=ManualClock()) as sandbox, Client(sandbox.url, *AUTH) as client:
        yield sandbox, client


# Not made smaller when it fails: each try takes a while.
PHASES = [phase for phase in Phase if phase is not Phase.shrink]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.mark.slow
@settings(max_examples=10, phases=PHASES, print_blob=True, suppress_health_check=SLOW)
@given(organizations(), NAMES.filter(lambda name: name != "OOO"), st.booleans())
def test_any_organization(anything, wanted, name, secrets):
    sandbox, client = anything
    sandbox.reset()
    for user in USERS:
        sandbox.add_user(user, "secret")
    make(client, name, wanted)
    with TemporaryDirectory() as home:
        one = export(sandbox, Path(home, "one"), name, secrets)
        with Sandbox(archive=one) as viewer:
            two = export(viewer, Path(home, "two"), name, secrets)
        written, again = tree(one), tree(two)
        assert again.keys() == written.keys()
        for file in written:
            assert again[file] == written[file], file
