"""One test body, two back ends: the sandbox, and recordings of a real server as soon as somebody makes them.

To record, name an organization, and an environment, a platform and a distribution in it, that the scenarios may use:

    export COMODIT_USERNAME=... COMODIT_PASSWORD=...
    COMODIT_SCENARIO=ORG/ENV/PLATFORM/DISTRIBUTION pytest tests/scenarios/both --comodit-record=https://my.comodit.com/api

The recordings are cassettes without secrets in the folder `cassettes`, beside the four names. They are replayed from
then on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from comodit_client.rest.options import Polling
from comodit_client.sandbox import Sandbox

_NAMES = "scenario.txt"
_SANDBOX = ("OOO", "Default", "Demo Platform", "Demo Distribution")


class Scene(NamedTuple):
    """Where a scenario plays, and its client."""

    client: Any
    organization: str
    environment: str
    platform: str
    distribution: str


def _names(module: Path) -> Path:
    """Return the file with the names of the recordings of a module."""
    return module.parent / "cassettes" / _NAMES


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each scenario against the sandbox, and against its recording if there is one or one is being made."""
    if "back_end" in metafunc.fixturenames:
        # `make cassettes` records the other scenarios, from the sandbox.
        recording = metafunc.config.getoption("comodit_record") not in (None, "sandbox")
        recorded = recording or _names(Path(metafunc.module.__file__)).is_file()
        metafunc.parametrize("back_end", ["sandbox", "recorded"] if recorded else ["sandbox"])


@pytest.fixture
def new_server() -> None:
    """Reset nothing: these scenarios are not recorded from the sandbox of the others."""


@pytest.fixture(scope="session")
def comodit_record_url(pytestconfig: pytest.Config) -> str | None:
    url: str | None = pytestconfig.getoption("comodit_record")
    return url


@pytest.fixture
def scene(back_end: str, colour: Any, run: Callable[[Any], Any], request: pytest.FixtureRequest) -> Iterator[Scene]:
    """Return the place of a scenario in one of the back ends."""
    make_client = colour.module("client").Client
    if back_end == "sandbox":
        with Sandbox(provision_time=0, change_time=0) as sandbox:
            client = make_client("http://sandbox/api", "UUU", "PPP", transport=sandbox.transport())
            yield Scene(client, *_SANDBOX)
            run(client.close())
        return
    cassette, names = request.getfixturevalue("comodit_cassette"), _names(request.path)
    if cassette.is_recording:
        names.parent.mkdir(exist_ok=True)
        names.write_text(os.environ["COMODIT_SCENARIO"], encoding="utf-8")
    client = make_client(cassette.url, **cassette.credentials, polling=Polling(max_interval=5))
    yield Scene(client, *names.read_text(encoding="utf-8").split("/"))
    run(client.close())
