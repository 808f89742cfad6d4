"""The pytest fixture `comodit_cassette` and its option `--comodit-record`.

Every pytest run of a user loads this module, so it imports vcrpy and httpx only when a test uses the fixture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from comodit_client.cassettes.cassette import Cassette


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that turns recording on."""
    parser.getgroup("comodit").addoption(
        "--comodit-record",
        metavar="URL",
        help="record the cassettes of comodit_cassette from the server with this API root, instead of replaying them",
    )


@pytest.fixture(scope="session")
def comodit_record_url(pytestconfig: pytest.Config) -> str | None:
    """Return the API root of the server to record, or None to replay. Override it to start a server of your own."""
    url: str | None = pytestconfig.getoption("comodit_record")
    return url


@pytest.fixture
def comodit_cassette(
    request: pytest.FixtureRequest, comodit_record_url: str | None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Cassette]:
    """Replay the HTTP traffic of this test, or record it with `--comodit-record=URL`."""
    from comodit_client._extras import MissingExtra, extra

    try:
        with extra("test"):
            from comodit_client.cassettes.cassette import Cassette, CassetteError, cassette_path
    except MissingExtra as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None
    from comodit_client.cassettes.replay_time import skip_pauses

    name = request.node.nodeid.partition("::")[2]
    cassette = Cassette(cassette_path(request.path, name), comodit_record_url)
    failed_before = request.session.testsfailed
    try:
        with cassette.open():
            if not cassette.is_recording:
                skip_pauses(monkeypatch)
            yield cassette
            # pytest counts a failed call before the fixtures are torn down.
            cassette.succeeded = request.session.testsfailed == failed_before
        cassette.check()
    except CassetteError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None
