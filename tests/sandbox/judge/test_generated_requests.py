"""Generated requests in random order, each with names that exist at the time: 20,000 of them, in sequences.

schemathesis generates the queries and bodies. The state is not restored between the requests of a sequence, and time
passes between them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings

from comodit_client.sandbox import ManualClock, Sandbox
from tests.sandbox.judge.live import LivePaths, filled
from tests.sandbox.test_against_schema import CASES, CHECKS, CREDENTIALS, OPERATIONS
from tests.sandbox.world import AUTH, World

pytestmark = pytest.mark.slow

SHARDS = 20
#: The generated inputs of an operation, and how often each is sent.
INPUTS, TIMES = 16, 3
#: The requests of a sequence, after which the state is restored.
SEQUENCE = 100
ROOT = "http://sandbox/api"


def inputs(label: str) -> list[Any]:
    """Return generated inputs of an operation, and its documented example."""
    found = [CASES[label]] if label in CASES else []

    @given(case=OPERATIONS[label].as_strategy())
    @settings(
        max_examples=INPUTS, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    def collect(case: Any) -> None:
        found.append(case)

    collect()
    return found


class Judged:
    """A sandbox whose responses are checked.

    Attributes:
        statuses: The number of responses by status code.
    """

    def __init__(self, random: Random) -> None:
        self._sandbox = Sandbox(provision_time=10, change_time=4, clock=ManualClock())
        self._world = World(self._sandbox, self._client())
        self._http = self._client()
        self._random = random
        self.statuses: Counter[int] = Counter()

    def close(self) -> None:
        self._http.close()
        self._world.close()
        self._sandbox.close()

    def restore(self) -> None:
        self._world.restore()

    def send(self, case: Any) -> None:
        """Send an input to a place that exists, and check the response."""
        template = case.operation.path
        live = LivePaths(self._sandbox._store, self._world.names(template), self._random)
        case.path_parameters = live.names(template)
        response = self._http.send(self._request(case, filled(template, case.path_parameters)))
        self.statuses[response.status_code] += 1
        case.validate_response(response, checks=CHECKS)
        assert response.status_code != 401
        # `default` accepts any status: an error that the client causes has to be listed.
        listed = case.operation.definition.raw["responses"]
        assert response.status_code >= 500 or str(response.status_code) in listed, response.text
        self._sandbox.advance(self._random.choice((0, 0, 0.5, 3)))
        if self._sandbox._store.find(0, "organizations", "OOO") is None:
            self.restore()

    def _client(self) -> httpx.Client:
        return httpx.Client(base_url=ROOT, auth=AUTH, transport=self._sandbox.transport())

    def _request(self, case: Any, path: str) -> httpx.Request:
        sent = case.as_transport_kwargs(ROOT)
        # schemathesis writes for another library, which takes parts of any type.
        sent["files"] = [(name, (file, _written(data))) for name, (file, data, *_) in sent.get("files") or ()] or None
        request = self._http.build_request(
            sent["method"],
            f"{ROOT}{path}",
            headers={name: value for name, value in sent["headers"].items() if name not in CREDENTIALS},
            **{name: sent[name] for name in ("params", "json", "data", "files") if sent.get(name) is not None},
        )
        request.read()  # schemathesis shows the content of a request that gets an invalid response
        return request


def _written(data: Any) -> bytes:
    return data if isinstance(data, bytes) else str(data).encode(errors="replace")


@pytest.fixture
def judged(shard: int) -> Iterator[Judged]:
    made = Judged(Random(shard))
    yield made
    made.close()


@pytest.mark.parametrize("shard", range(SHARDS))
def test_each_response_is_one_of_the_schema(judged: Judged, shard: int) -> None:
    cases = [case for label in list(OPERATIONS)[shard::SHARDS] for case in inputs(label)] * TIMES
    Random(shard).shuffle(cases)
    for number, case in enumerate(cases):
        if number % SEQUENCE == 0:
            judged.restore()
        judged.send(case)
    assert len(cases) >= 960
    # Some resources are mostly read, and others are rejected for most bodies.
    assert judged.statuses[200] >= 100
    assert {200, 400, 404} <= judged.statuses.keys()
