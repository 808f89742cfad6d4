"""One sandbox for all tests of strict and warning modes."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox
from tests.sandbox.parity.scene import Scene


@pytest.fixture(scope="package")
def _running() -> Iterator[tuple[Sandbox, httpx.Client]]:
    sandbox = Sandbox(provision_time=10, change_time=4, clock=ManualClock())
    with sandbox, httpx.Client(base_url=sandbox.url, timeout=60) as client:
        yield sandbox, client


@pytest.fixture
def scene(_running: tuple[Sandbox, httpx.Client]) -> Scene:
    """Return the sandbox, reset, and in neither mode."""
    sandbox, client = _running
    sandbox.reset()
    scene = Scene(sandbox, client)
    scene.parity.strict = scene.parity.warn = False
    return scene
