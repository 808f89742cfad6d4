"""What the blocking colour can do by syntax alone, and the async one cannot."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.aio import Client as AioClient
from comodit_client.api import Client
from comodit_client.rest.exceptions import EntityNotFoundException, PythonApiException

HOSTS = "/organizations/A/environments/E/hosts"


@pytest.fixture
def hosts(server):
    server.on("GET", f"{HOSTS}/", {"items": [{"name": "web-1"}, {"name": "web-2"}]})
    server.on("GET", f"{HOSTS}/web-1", {"name": "web-1"})
    with Client("http://comodit.test/api", "U", "P", transport=httpx.MockTransport(server)) as client:
        yield client.hosts("A", "E")


def test_len_costs_one_request(hosts, server):
    assert len(hosts) == 2
    assert server.lines == [f"GET {HOSTS}/"]


def test_in_costs_one_request(hosts, server):
    assert "web-1" in hosts
    assert "nobody" not in hosts
    assert server.lines == [f"GET {HOSTS}/web-1", f"GET {HOSTS}/nobody"]


@pytest.mark.parametrize("name", ["", ".."])
def test_what_cannot_be_a_name_is_not_in(hosts, server, name):
    assert name not in hosts
    assert server.asked == []


@pytest.mark.parametrize("value", [None, 1.5, True, b"web-1", ["web-1"], {"name": "web-1"}, object()])
def test_in_takes_an_entity_or_a_name_only(hosts, server, value):
    with pytest.raises(TypeError, match=r"HostCollection.*pass an entity or its name") as raised:
        _ = value in hosts
    assert isinstance(raised.value, PythonApiException)
    assert server.asked == []


def test_a_number_is_in_the_changes(hosts, server):
    changes = hosts.new("h").changes()
    server.on("GET", f"{HOSTS}/h/changes/3", {"orderNum": 3})
    assert 3 in changes
    assert changes["3"].order_num == 3


def test_item_costs_one_request_and_raises_as_get_does(hosts, server):
    assert hosts["web-1"].name == "web-1"
    with pytest.raises(EntityNotFoundException):
        hosts["nobody"]
    assert server.lines == [f"GET {HOSTS}/web-1", f"GET {HOSTS}/nobody"]


def test_a_collection_is_true_and_asks_nothing(hosts, server):
    assert hosts
    assert bool(hosts) is True
    assert server.asked == []


def test_a_loop_and_a_comprehension_cost_one_request(hosts, server):
    assert [host.name for host in hosts] == ["web-1", "web-2"]
    for _ in hosts:
        pass
    assert server.lines == [f"GET {HOSTS}/"] * 2


def test_the_async_colour_has_no_such_syntax():
    hosts = AioClient("http://comodit.test/api", "U", "P").hosts("A", "E")
    for attempt in (lambda: len(hosts), lambda: "x" in hosts, lambda: hosts["x"], lambda: list(hosts)):
        with pytest.raises(TypeError):
            attempt()
