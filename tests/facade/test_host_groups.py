"""Host groups: ordered hosts, with settings."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import BadRequest, EntityNotFoundException, UnsupportedOperation

BASE = "/organizations/A/hostgroups"
BACK = {"position": 1, "organization": "A", "environment": "E", "host": "web-2", "canonicalName": "A/E/web-2"}
FRONT = {"position": 0, "organization": "A", "environment": "E", "host": "web-1", "canonicalName": "A/E/web-1"}
GROUP = {"name": "G", "version": 3, "hosts": [BACK, FRONT], "settings": [], "novel": 1}


@pytest.fixture
def groups(client):
    return client.host_groups("A")


@pytest.fixture
def group(groups):
    return groups.wrap({"name": "G", "hosts": [dict(BACK), dict(FRONT)]})


def test_all_ways_lead_to_the_same_group(client, server, run):
    server.on("GET", f"{BASE}/G", GROUP)
    organization = client.organizations().new("A")
    got = [
        run(client.get_host_group("A", "G")),
        run(organization.get_host_group("G")),
        run(organization.get_host_groups("G")),
        run(organization.host_groups().get("G")),
    ]
    assert [group.get_json() for group in got] == [GROUP] * 4
    assert server.lines == [f"GET {BASE}/G"] * 4


def test_one_is_created_with_its_hosts(groups, server, run):
    server.on("POST", f"{BASE}/", GROUP)
    group = run(groups.create({"name": "G", "hosts": [{"position": 0, "environment": "E", "host": "web-1"}]}))
    assert server.last.json == {"name": "G", "hosts": [{"position": 0, "environment": "E", "host": "web-1"}]}
    assert [host.canonical_name for host in group.ordered_host] == ["A/E/web-2", "A/E/web-1"]


def test_hosts_of_another_group_are_taken_as_they_are(groups, group, server, run):
    server.on("POST", f"{BASE}/", GROUP)
    run(groups.create({"name": "Copy", "hosts": list(group.ordered_host)}))
    run(groups.create("Empty"))
    assert [asked.json for asked in server.asked] == [{"name": "Copy", "hosts": [BACK, FRONT]}, {"name": "Empty"}]


def test_one_is_described_and_created_as_old_scripts_do(groups, server, run):
    server.on("POST", f"{BASE}/", GROUP)
    group = groups.new({"name": "G"})
    group.add_simple_setting("k", 1)
    run(group.create())
    assert server.last.json == {"name": "G", "settings": [{"key": "k", "value": 1}]}
    assert group.get_json() == GROUP


def test_hosts_are_added_after_the_others(group, server, run):
    server.on("PUT", f"{BASE}/G", lambda request: httpx.Response(200, content=request.content))
    group.add_host("E", "web-3")
    group.ordered_host[0].position = 7
    group.add_host("F", "web-1")
    run(group.update())
    assert [(host["position"], host["host"]) for host in server.last.json["hosts"]] == [
        (7, "web-2"),
        (0, "web-1"),
        (2, "web-3"),
        (8, "web-1"),
    ]


@pytest.mark.parametrize("hosts", [None, [], [{}], [{"position": None}]])
def test_the_first_host_of_a_group_without_positions_is_at_nought(group, hosts):
    group.set_json({"name": "G", "hosts": hosts})
    group.add_host("E", "web-1")
    assert group.get_json()["hosts"][-1] == {"position": 0, "environment": "E", "host": "web-1"}


def test_its_description_can_be_set(group):
    group.description = "Front"
    assert group.get_json()["description"] == group.description == "Front"


def test_hosts_are_shown_in_their_order(group, capsys):
    group.show()
    shown = capsys.readouterr().out
    assert shown.index("A/E/web-1") < shown.index("A/E/web-2")
    assert [host.host for host in group.ordered_host] == ["web-2", "web-1"], "showing changes nothing"


def test_a_name_with_a_slash_stays_one_name(groups, server, run):
    server.on("GET", f"{BASE}/Front%2F1", {"name": "Front/1"})
    group = run(groups.get("Front/1"))
    assert group.url == "organizations/A/hostgroups/Front/1/"
    server.on("DELETE", f"{BASE}/Front%2F1", httpx.Response(204))
    run(group.delete())
    assert server.last.method == "DELETE"


def test_one_that_is_not_there(groups, server, run):
    with pytest.raises(EntityNotFoundException):
        run(groups.get("G"))
    run(groups.delete("G"))
    assert server.lines == [f"GET {BASE}/G", f"DELETE {BASE}/G"]


def test_a_host_that_is_not_there_is_refused(group, server, run):
    server.on("PUT", f"{BASE}/G", (400, {"error": ["host E/web-9 does not exist"]}))
    group.add_host("E", "web-9")
    with pytest.raises(BadRequest, match="web-9"):
        run(group.update())
    assert len(group.ordered_host) == 3, "nothing is lost"


def test_there_is_no_tree_of_its_settings(group, server, run):
    with pytest.raises(UnsupportedOperation, match="Organizations, environments and hosts have it"):
        group.tree()
    assert server.asked == []
