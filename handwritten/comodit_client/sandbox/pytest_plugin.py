"""The pytest fixture `comodit_sandbox`: a new server for each test.

Every pytest run of a user loads this module, so it imports the server only when a test uses the fixture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from comodit_client.sandbox.server import Sandbox


@pytest.fixture(scope="session")
def _comodit_sandbox_server() -> Iterator[Sandbox]:
    from comodit_client._extras import MissingExtra, extra

    try:
        with extra("sandbox"):
            from comodit_client.sandbox.server import Sandbox
    except MissingExtra as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        yield sandbox


@pytest.fixture
def comodit_sandbox(_comodit_sandbox_server: Sandbox) -> Sandbox:
    """Return a ComodIT server in its initial state. Provisionings and changes take no time."""
    _comodit_sandbox_server.reset()
    return _comodit_sandbox_server
