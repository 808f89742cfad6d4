"""The statements of SQL that a read needs: each costs more than most other steps of a request."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from tests.sandbox.conftest import Api

HOSTS = f"{Api.E}/hosts/"


def statements(sandbox: Sandbox, path: str) -> int:
    found: list[str] = []
    with httpx.Client(transport=sandbox.transport(), base_url="http://x/api", auth=("UUU", "PPP")) as client:
        client.get(path)  # The first request after a change removes what nothing refers to.
        sandbox._store._connection.set_trace_callback(found.append)
        assert client.get(path).status_code == 200
        sandbox._store._connection.set_trace_callback(None)
    return len(found)


@pytest.mark.parametrize(("path", "most"), [(f"{HOSTS}host-00000", 16), (HOSTS, 13), (Api.O, 11)])
def test_a_read_needs_few_statements(unstarted: Sandbox, path: str, most: int) -> None:
    unstarted.make_hosts(20, provisioned=True)
    assert statements(unstarted, path) <= most


def test_more_hosts_need_no_more_statements(unstarted: Sandbox) -> None:
    unstarted.make_hosts(5, provisioned=True)
    few = statements(unstarted, HOSTS)
    unstarted.make_hosts(100, prefix="other-", provisioned=True)
    assert statements(unstarted, HOSTS) == few
